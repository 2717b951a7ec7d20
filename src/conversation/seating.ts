import type { Chance } from './chance.ts';
import { SIDES, type Perspective, type Side, type Step } from './format.ts';
import { roleOf, seatsAt, takesPart } from './lookup.ts';
import type { Seat, State, Table, TableNumber } from './state.ts';

/** The side of the trio a perspective stands on: it gives colour and shape. */
export function sideOf(perspectives: readonly Perspective[]): Side | null {
  const first = perspectives[0];
  return first ? SIDE_OF[first] : null;
}

/** A newcomer goes to the smallest table that lacks their side, else simply to the smallest. */
export function tableForNewcomer(state: State, perspectives: readonly Perspective[]): TableNumber {
  const side = sideOf(perspectives);
  const tables = state.tables.map(({ number, seats }) => {
    const here = seatsAt(state, { number, seats }).filter((seat) => seat.here);
    return { number, count: here.length, lacks: here.every((seat) => sideOf(seat.perspectives) !== side) };
  });
  const best = tables.sort((a, b) => Number(b.lacks) - Number(a.lacks) || a.count - b.count || a.number - b.number)[0];
  return best?.number ?? 1;
}

/** New groups for a step that asks for them, or null when everybody stays where they are, or goes where they like. */
export function seatingFor(state: State, step: Step, chance: Chance): readonly Table[] | null {
  const { grouping } = step.phase;
  if (grouping.kind !== 'groups') return null;
  const { mix, rotate, size } = grouping;
  if (mix === 'stay' || mix === 'free' || mix === 'byTheme') return null;
  if (rotate === 'none' && size > 2 && mix !== 'sameRole') return null;
  const people = [...state.seats.values()]
    .filter((seat) => seat.here && takesPart(roleOf(state, seat)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const order = (some: readonly Seat[]) => (mix === 'lot' ? chance.shuffle(some) : bySide(some, chance));
  if (mix === 'sameRole') return numbered(roles(people).flatMap((role) => dealt(order(people.filter((seat) => seat.role === role)), size)));
  return hosted(state, people, order, rotate === 'hostStays') ?? numbered(dealt(order(people), size));
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

/** The hosts keep their tables; the others go round them so that they meet new people. Null where nobody hosts. */
function hosted(
  state: State,
  people: readonly Seat[],
  order: (some: readonly Seat[]) => readonly Seat[],
  stay: boolean,
): readonly Table[] | null {
  const hosts = people.filter((seat) => stay && roleOf(state, seat)?.task === 'hostTable' && seat.table > 0);
  const tables = [...new Set(hosts.map((host) => host.table))].sort((a, b) => a - b);
  if (tables.length === 0) return null;
  const others = order(people.filter((seat) => !hosts.includes(seat)));
  return tables.map((number, index) => ({
    number,
    seats: [...hosts.filter((host) => host.table === number), ...everyNth(others, tables.length, index)].map((seat) => seat.id),
  }));
}

function roles(people: readonly Seat[]): readonly string[] {
  return [...new Set(people.map((seat) => seat.role))];
}

/** People of one side one after another, each side in an order of chance: dealt round, every table gets some of each. */
function bySide(people: readonly Seat[], chance: Chance): readonly Seat[] {
  return [...SIDES, null].flatMap((side) => chance.shuffle(people.filter((seat) => sideOf(seat.perspectives) === side)));
}

/** Groups of at least this size, so that nobody is left over. */
function dealt(people: readonly Seat[], size: number): readonly (readonly Seat[])[] {
  const count = Math.max(1, Math.floor(people.length / size));
  return Array.from({ length: count }, (_, index) => everyNth(people, count, index));
}

function everyNth(people: readonly Seat[], count: number, index: number): readonly Seat[] {
  return people.filter((_, position) => position % count === index);
}

function numbered(groups: readonly (readonly Seat[])[]): readonly Table[] {
  return groups.map((seats, index) => ({ number: index + 1, seats: seats.map((seat) => seat.id) }));
}
