import type { Situation } from './input.ts';
import { useOf } from './lookup.ts';
import type { Outcome } from './outcome.ts';
import type { Entry, EntryId } from './state.ts';

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

/**
 * Of somebody's cards that lie behind an outcome the one with which they tell what they notice of it: the one they told
 * it with before, so that they count once, however many they wrote and whatever was linked since.
 */
export function cardThatTells(
  { effects }: Pick<Outcome, 'effects'>,
  behind: ReadonlySet<EntryId>,
  cards: readonly Pick<Entry, 'id'>[],
): EntryId | undefined {
  const own = cards
    .map(({ id }) => id)
    .filter((id) => behind.has(id))
    .toSorted();
  return own.find((id) => effects[id] !== undefined) ?? own[0];
}

function linkedBy({ state, inputs }: Situation, id: EntryId): readonly EntryId[] {
  const entry = state.entries.get(id);
  const use = entry && useOf(state, entry);
  return (entry && use && inputs[use.kind]?.linksTo?.(use, entry.body)) ?? [];
}
