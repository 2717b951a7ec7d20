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
  const ranked = state.tables.map((table) => {
    const here = seatsAt(state, table).filter((seat) => seat.here);
    return { table, count: here.length, alike: here.filter((seat) => sideOf(seat.perspectives) === side).length };
  });
  const smallest = Math.min(...ranked.map((each) => each.count));
  const roomy = ranked.filter((each) => each.count <= smallest + 1);
  const best = roomy.sort((a, b) => a.alike - b.alike || a.count - b.count || a.table.number - b.table.number)[0];
  return best?.table.number ?? 1;
}

/** New groups for a step that asks for them, or null when everybody stays where they are. */
export function seatingFor(state: State, step: Step, chance: Chance): readonly Table[] | null {
  const { grouping } = step.phase;
  if (grouping.kind !== 'groups' || grouping.mix === 'stay' || grouping.mix === 'free') return null;
  if (grouping.rotate === 'none' && grouping.size > 2) return null;
  const people = [...state.seats.values()].filter((seat) => seat.here && takesPart(roleOf(state, seat)));
  const count = Math.max(1, Math.floor(people.length / grouping.size));
  return dealt(bySide(people, chance), count);
}

const SIDE_OF: { readonly [perspective in Perspective]: Side | null } = {
  resident: 'resident', relative: 'resident', client: 'resident', experienceExpert: 'resident', youth: 'resident', parent: 'resident',
  volunteer: 'resident', freeThinker: 'resident', professional: 'professional', entrepreneur: 'professional', teamLead: 'professional',
  municipality: 'municipality', civilServant: 'municipality', administrator: 'municipality', councillor: 'municipality',
};

/** People of one side one after another, each side in an order of chance: dealt round, every table gets some of each. */
function bySide(people: readonly Seat[], chance: Chance): readonly Seat[] {
  const ordered = [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...SIDES, null].flatMap((side) => chance.shuffle(ordered.filter((seat) => sideOf(seat.perspectives) === side)));
}

function dealt(people: readonly Seat[], count: number): readonly Table[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    seats: people.filter((_, position) => position % count === index).map((seat) => seat.id),
  }));
}
