import { counts } from './heads.ts';
import { inputIn, seatsAt, stepAt, tableOf, useOf, visibilityOfEntry } from './lookup.ts';
import { OPEN_SHEET } from './openSheet.ts';
import type { Entry, State } from './state.ts';

/**
 * How many people could have written it when it was written: those who sat at that table, as far as the input is for
 * them. Worked out once and kept beside the card, because later nobody can tell who sat there then.
 */
export function possibleWriters(
  state: State,
  { table: number, seating, place, input }: Pick<Entry, 'table' | 'seating' | 'place' | 'input'>,
): number {
  const table = seating === state.seatings ? tableOf(state, number) : undefined;
  const came = table ? seatsAt(state, table).filter(({ here }) => here) : cameTo(state, seating, number);
  const phase = stepAt(state, place)?.phase;
  const roles = phase && inputIn(phase, input)?.roles;
  return came.filter((seat) => counts(seat) && (!roles || roles.includes(seat.role))).length;
}

/**
 * Whether a reader who sat at the same table could guess who wrote it: without that reader fewer than three are left.
 * What a table made together, and what was written under a name or role, hides nobody.
 */
export function isGuessable(state: State, entry: Entry): boolean {
  if (entry.table === 0 || isOfMany(state, entry) || visibilityOfEntry(state, entry)?.sender === 'name') return false;
  return (entry.possibleWriters ?? 0) - 1 < FEWEST_OTHERS;
}

/** As for a card: whether a reader who sat at that table could guess who wrote a minority note there. */
export function isNoteGuessable(state: State, { table: number, seating }: Pick<Entry, 'table' | 'seating'>): boolean {
  const table = seating === state.seatings ? tableOf(state, number) : undefined;
  const people = table ? seatsAt(state, table) : cameTo(state, seating, number);
  return people.filter(counts).length - 1 < FEWEST_OTHERS;
}

export const FEWEST_OTHERS = 3;

function cameTo({ cameTo: bySeating, seats }: State, seating: number, number: number) {
  return (bySeating[seating]?.[number] ?? []).flatMap((id) => seats.get(id) ?? []);
}

/** Made by a table, or by several together: nobody's own words. */
export function isOfMany(state: State, entry: Entry): boolean {
  const use = useOf(state, entry);
  if (!use || entry.input === OPEN_SHEET) return true;
  return use.sharedBy !== undefined || ('by' in use && use.by === 'table');
}
