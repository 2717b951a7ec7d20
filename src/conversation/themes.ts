import type { Step } from './format.ts';
import type { Situation } from './input.ts';
import { currentStep, entriesAt, inputIn, steps } from './lookup.ts';
import type { Entry, EntryId, SeatId, State, TableNumber } from './state.ts';

/** What people chose to work on, and where that is done. */

/** Who chose which card with this input. A card that is no longer there was not chosen. */
export function chosenWith({ state, authors, inputs }: Situation, input: string): ReadonlyMap<SeatId, EntryId> {
  const chosen = new Map<SeatId, EntryId>();
  for (const { place, phase } of steps(state)) {
    const use = inputIn(phase, input);
    if (!use) continue;
    for (const entry of entriesAt(state, place)) {
      const card = entry.input === input && entry.status === 'there' ? inputs[use.kind]?.chosen?.(use, entry.body) : null;
      const seat = authors.seatOf.get(entry.id);
      if (card && seat && state.entries.get(card)?.status === 'there') chosen.set(seat, card);
    }
  }
  return chosen;
}

/** The input with which people chose, and how many sit at a table. */
export interface ByTheme {
  readonly by: string;
  readonly size: number;
}

/** How the tables of this step are made, if people sit by theme there. */
export function themedIn({ phase: { grouping } }: Step): ByTheme | null {
  const by = grouping.kind === 'groups' && grouping.mix === 'byTheme' ? grouping.by : undefined;
  return by && grouping.kind === 'groups' ? { by, size: grouping.size } : null;
}

/** Whether the current step is the one in which people choose, or the one in which they sit by what they chose. */
export function themeStage(state: State): { readonly by: string; readonly stage: 'choosing' | 'seated' } | null {
  const now = currentStep(state);
  if (!now) return null;
  const own = themedIn(now);
  if (own) return { by: own.by, stage: 'seated' };
  const later = steps(state).flatMap((step) => themedIn(step)?.by ?? []);
  const by = later.find((key) => inputIn(now.phase, key));
  return by ? { by, stage: 'choosing' } : null;
}

/** The card a table works on, as long as it is there. */
export function themeOf(state: State, table: TableNumber): Entry | undefined {
  const id = state.themes[table];
  const entry = id && state.entries.get(id);
  return entry?.status === 'there' ? entry : undefined;
}

export function tablesOn(state: State, theme: EntryId): readonly TableNumber[] {
  return Object.entries(state.themes).flatMap(([table, id]) => (id === theme ? [Number(table)] : []));
}
