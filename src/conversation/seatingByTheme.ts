import type { Chance } from './chance.ts';
import type { Situation } from './input.ts';
import { numbered, type NewTables, peopleToSeat, seated, stayersIn, tablesOf } from './seating.ts';
import type { EntryId, Seat, SeatId, State, TableNumber } from './state.ts';
import { type ByTheme, chosenWith } from './themes.ts';

/**
 * Seats people by what they chose: each theme that somebody chose has a table, one with many people has more.
 * Who did not choose sits where there is room, which fills the small tables. Null when nobody chose.
 */
export function seatingByTheme(situation: Situation, { by, size }: ByTheme, chance: Chance, count?: number): NewTables | null {
  const { state } = situation;
  const people = peopleToSeat(state);
  const chosen = chosenWith(situation, by);
  const groups = groupsOf(state, people, chosen);
  if (groups.length === 0) return null;
  const wanted = count ?? Math.max(sum(groups.map(({ seats }) => tablesFor(seats, size))), Math.floor(people.length / size));
  const stayers = stayersIn(state, people);
  const numbers = numbered(Math.max(wanted, groups.length), tablesOf(stayers));
  const themes = laidOut(groups, numbers, size, new Map(stayers.map(({ id, table }) => [table, chosen.get(id)])));
  const wants = new Map(people.map(({ id }) => [id, numbers.filter((number) => themes[number] === chosen.get(id))]));
  return { tables: seated(state, { people, tables: numbers, mix: 'diverse', keep: [], wants }, chance), themes };
}

/** How many themes somebody chose who is here: fewer tables there cannot be. */
export function themesChosen(situation: Situation, by: string): number {
  return groupsOf(situation.state, peopleToSeat(situation.state), chosenWith(situation, by)).length;
}

interface Group {
  readonly theme: EntryId;
  readonly seats: number;
}

/** In the order in which the themes were made. */
function groupsOf(state: State, people: readonly Seat[], chosen: ReadonlyMap<SeatId, EntryId>): readonly Group[] {
  const counts = new Map<EntryId, number>();
  for (const { id } of people) {
    const theme = chosen.get(id);
    if (theme) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  const madeAt = (theme: EntryId) => state.entries.get(theme)?.arrived ?? 0;
  return [...counts].map(([theme, seats]) => ({ theme, seats })).sort((a, b) => madeAt(a.theme) - madeAt(b.theme));
}

function tablesFor(seats: number, size: number): number {
  return Math.max(1, Math.round(seats / size));
}

/** One table for each, then as many as it needs, then the spare ones where most people sit at one table; who stays at a table keeps their theme there. */
function laidOut(
  groups: readonly Group[],
  numbers: readonly TableNumber[],
  size: number,
  staying: ReadonlyMap<TableNumber, EntryId | undefined>,
): State['themes'] {
  const given = new Map(groups.map(({ theme }) => [theme, 1]));
  const crowd = ({ theme, seats }: Group) => seats / (given.get(theme) ?? 1);
  const needs = ({ theme, seats }: Group) => Number(tablesFor(seats, size) > (given.get(theme) ?? 1));
  for (let spare = numbers.length - groups.length; spare > 0; spare--) {
    const most = groups.toSorted((a, b) => needs(b) - needs(a) || crowd(b) - crowd(a))[0];
    if (most) given.set(most.theme, (given.get(most.theme) ?? 1) + 1);
  }
  const left = new Map(given);
  const take = (theme: EntryId | undefined): EntryId | undefined => {
    const tables = theme ? (left.get(theme) ?? 0) : 0;
    if (theme && tables > 0) left.set(theme, tables - 1);
    return tables > 0 ? theme : undefined;
  };
  const kept = new Map(numbers.map((number) => [number, take(staying.get(number))]));
  const next = () => take(groups.find(({ theme }) => (left.get(theme) ?? 0) > 0)?.theme);
  return Object.fromEntries(
    numbers.flatMap((number) => {
      const theme = kept.get(number) ?? next();
      return theme ? [[number, theme]] : [];
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
