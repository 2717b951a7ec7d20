import type { Chance } from './chance.ts';
import type { Format, Mix, Perspective, Role, Side, Step } from './format.ts';
import { counts, onOnePhone, peopleHere } from './heads.ts';
import { roleOf, seatsAt } from './lookup.ts';
import { wished } from './seatingWishes.ts';
import { seatPeople } from './seatingSearch.ts';
import type { Seat, SeatId, State, Table, TableNumber } from './state.ts';

/** The side of the trio a perspective stands on: it gives colour and shape. */
export function sideOf(perspectives: readonly Perspective[]): Side | null {
  const first = perspectives[0];
  return first ? SIDE_OF[first] : null;
}

/** A newcomer goes to the smallest table that lacks their side, else simply to the smallest; who comes back, not to somebody they are kept apart from. */
export function tableForNewcomer(state: State, perspectives: readonly Perspective[], back?: SeatId): TableNumber {
  const side = sideOf(perspectives);
  const avoided = new Set(back && wished(state, 'apart').flatMap((pair) => (pair.includes(back) ? pair : [])));
  const tables = state.tables.map(({ number, seats }) => {
    const here = seatsAt(state, { number, seats }).filter((seat) => seat.here && counts(seat));
    const clash = here.some((seat) => avoided.has(seat.id));
    return { number, count: here.length, clash, lacks: here.every((seat) => sideOf(seat.perspectives) !== side) };
  });
  const best = tables.sort(
    (a, b) => Number(a.clash) - Number(b.clash) || Number(b.lacks) - Number(a.lacks) || a.count - b.count || a.number - b.number,
  )[0];
  return best?.number ?? 1;
}

/** New tables, with the theme of each where people sit by theme. */
export interface NewTables {
  readonly tables: readonly Table[];
  readonly themes?: State['themes'];
}

/** New groups for a step that asks for them, or null when everybody stays where they are, or goes where they like. */
export function seatingFor(state: State, step: Step, chance: Chance): NewTables | null {
  const { grouping } = step.phase;
  if (grouping.kind !== 'groups') return null;
  const { mix, rotate, size } = grouping;
  if (mix === 'stay' || mix === 'free' || mix === 'byTheme') return null;
  if (rotate === 'none' && size > 2 && mix !== 'sameRole') return null;
  const people = peopleToSeat(state);
  if (mix === 'sameRole') return { tables: byRole(state, people, size, chance) };
  const hosts = rotate === 'hostStays' ? keepersIn(state, people) : [];
  const stayers = stayersIn(state, people);
  const tables = hosts.length > 0 ? tablesOf([...hosts, ...stayers]) : numbered(groupsOf(people, size), tablesOf(stayers));
  return { tables: seated(state, { people, tables, mix, keep: hosts }, chance) };
}

/** Everybody anew at so many tables. */
export function seatingAt(state: State, count: number, chance: Chance): readonly Table[] {
  const people = peopleToSeat(state);
  const hosts = keepersIn(state, people);
  return seated(state, { people, tables: numbered(count, tablesThatStay(state)), mix: 'diverse', keep: hosts }, chance);
}

/** Tables that somebody does not leave: fewer there cannot be. */
export function tablesThatStay(state: State): readonly TableNumber[] {
  const people = peopleToSeat(state);
  return tablesOf([...keepersIn(state, people), ...stayersIn(state, people)]);
}

/** How many chairs stand in the room: as many to a table as the largest groups of this format. Null where it seats nobody in groups. */
export function chairsIn({ format, tables }: State): number | null {
  const size = largestGroup(format);
  return size === null ? null : size * tables.length;
}

/** How many tables seat the fewest and the most people that a format is meant for. */
export function usualTables(format: Format): { readonly least: number; readonly most: number } {
  const { minimum, maximum } = format.groupSize;
  const size = largestGroup(format) ?? maximum;
  return { least: Math.ceil(minimum / size), most: Math.ceil(maximum / size) };
}

function largestGroup({ phases }: Format): number | null {
  const sizes = phases.flatMap(({ grouping }) => (grouping.kind === 'groups' ? [grouping.size] : []));
  return sizes.length === 0 ? null : Math.max(...sizes);
}

/** Everybody who is here, counts and sits at a table. */
export function peopleToSeat(state: State): readonly Seat[] {
  return peopleHere(state).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const SIDE_OF: { readonly [perspective in Perspective]: Side | null } = {
  resident: 'resident',
  relative: 'resident',
  client: 'resident',
  experienceExpert: 'resident',
  youth: 'resident',
  parent: 'resident',
  volunteer: 'resident',
  freeThinker: 'resident',
  professional: 'professional',
  entrepreneur: 'professional',
  teamLead: 'professional',
  municipality: 'municipality',
  civilServant: 'municipality',
  administrator: 'municipality',
  councillor: 'municipality',
};

export interface Seating {
  readonly people: readonly Seat[];
  readonly tables: readonly TableNumber[];
  readonly mix: Mix;
  readonly keep: readonly Seat[];
  /** The tables somebody would rather sit at; none is anywhere. */
  readonly wants?: ReadonlyMap<SeatId, readonly TableNumber[]>;
}

export function seated(state: State, { people, tables, mix, keep, wants }: Seating, chance: Chance): readonly Table[] {
  const stay = new Set([...keep, ...stayersIn(state, people)].map(({ id }) => id));
  const guests = people.map((seat) => ({
    id: seat.id,
    kind: kindOf(state, seat, mix),
    stays: stay.has(seat.id) && tables.includes(seat.table) ? seat.table : null,
    wants: wants?.get(seat.id) ?? [],
  }));
  const before = state.cameTo.flatMap((seating) => Object.values(seating));
  return seatPeople(
    {
      people: guests,
      tables,
      together: [...wished(state, 'together'), ...onOnePhone(state, people)],
      apart: wished(state, 'apart'),
      before,
    },
    chance,
  );
}

/** A role of which each table needs its own is spread like a side. By lot only such roles are. */
function kindOf(state: State, seat: Seat, mix: Mix): string {
  const role = roleOf(state, seat);
  if (role?.per === 'table' || role?.task === 'hostTable' || role?.task === 'scribe') return seat.role;
  return mix === 'diverse' ? (sideOf(seat.perspectives) ?? 'other') : 'anybody';
}

/** Groups of one role each, numbered on. */
function byRole(state: State, people: readonly Seat[], size: number, chance: Chance): readonly Table[] {
  const roles = [...new Set(people.map((seat) => seat.role))];
  return roles.reduce<readonly Table[]>((tables, role) => {
    const alike = people.filter((seat) => seat.role === role);
    const numbers = numbered(groupsOf(alike, size), []).map((number) => tables.length + number);
    return [...tables, ...seated(state, { people: alike, tables: numbers, mix: 'sameRole', keep: [] }, chance)];
  }, []);
}

/** Where guests go round, or everybody sits down anew, a table keeps its host, and who explains or writes there: the theme and the one phone stay. */
function keepersIn(state: State, people: readonly Seat[]): readonly Seat[] {
  return people.filter((seat) => seat.table > 0 && keepsTable(roleOf(state, seat)));
}

function keepsTable(role: Role | undefined): boolean {
  if (role?.task === 'hostTable') return true;
  return role?.per === 'table' && (role.task === 'explain' || role.task === 'scribe');
}

export function stayersIn(state: State, people: readonly Seat[]): readonly Seat[] {
  const stay = new Set(state.wishes.filter(({ wish }) => wish === 'stays').flatMap(({ seats }) => seats));
  return people.filter((seat) => stay.has(seat.id) && seat.table > 0);
}

export function tablesOf(seats: readonly Seat[]): readonly TableNumber[] {
  return [...new Set(seats.map(({ table }) => table))].sort((a, b) => a - b);
}

/** Tables as near to this size as can be. Pairs and threes are at least of it: nobody is left over. */
function groupsOf({ length }: readonly Seat[], size: number): number {
  const fewer = Math.max(1, Math.floor(length / size));
  // The one is as many times too large as the other is too small when the product of both sizes is the square of it.
  const more = size > 3 && length ** 2 > size ** 2 * fewer * (fewer + 1);
  return more ? fewer + 1 : fewer;
}

/** So many tables: those that must be there, and the lowest other numbers. */
export function numbered(count: number, needed: readonly TableNumber[]): readonly TableNumber[] {
  const others = Array.from({ length: count }, (_, index) => index + 1).filter((number) => !needed.includes(number));
  return [...needed, ...others.slice(0, Math.max(0, count - needed.length))].sort((a, b) => a - b);
}
