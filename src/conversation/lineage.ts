import type { Situation } from './input.ts';
import { useOf } from './lookup.ts';
import type { Outcome } from './outcome.ts';
import type { EntryId } from './state.ts';

/** The cards an outcome grew from, with those that lie behind them: of a theme, the cards that were put in it. */
export function cardsBehind(situation: Situation, { cards }: Pick<Outcome, 'cards'>): ReadonlySet<EntryId> {
  const behind = new Set<EntryId>();
  const waiting = [...cards];
  for (let card = waiting.pop(); card !== undefined; card = waiting.pop()) {
    if (behind.has(card)) continue;
    behind.add(card);
    waiting.push(...linkedBy(situation, card));
  }
  return behind;
}

function linkedBy({ state, inputs }: Situation, id: EntryId): readonly EntryId[] {
  const entry = state.entries.get(id);
  const use = entry && useOf(state, entry);
  return (entry && use && inputs[use.kind]?.linksTo?.(use, entry.body)) ?? [];
}
