import type { Chance } from './chance.ts';
import { SeatingPlan } from './seatingPlan.ts';
import { AGAIN, APART, unitsOf, type SeatingQuestion, type Unit } from './seatingUnits.ts';
import type { Table } from './state.ts';

/**
 * Seats everybody once: those who must not sit together apart, tables of one size, each kind spread, and as
 * few as possible with whom they sat before. A start that deals people out, then exchanges between two tables,
 * taking at first some that make it a little worse (threshold accepting, Dueck & Scheuer 1990). The same seed
 * gives the same seating; nothing depends on the speed of the machine.
 */
export function seatPeople(question: SeatingQuestion, chance: Chance): readonly Table[] {
  const units = unitsOf(question);
  let best: SeatingPlan | undefined;
  for (let start = 0; start < STARTS && (!best || best.clashes); start++) {
    const plan = dealt(units, question.tables, chance);
    improve(plan, units, chance);
    if (!best || plan.cost < best.cost) best = plan;
  }
  const around = (table: number) =>
    units.filter((_, index) => best?.tableOf(index) === table).flatMap(({ members, stays }) => members.map(({ id }) => ({ id, stays })));
  return question.tables.map((number, index) => {
    const seats = chance.shuffle(around(index));
    return {
      number,
      seats: [...seats.filter(({ stays }) => stays !== null), ...seats.filter(({ stays }) => stays === null)].map(({ id }) => id),
    };
  });
}

/** Another start is only needed when two sit together who must not. */
const STARTS = 4;
const TRIES_EACH = 500;
const MOST_TRIES = 1_500_000;

/** Who stays first, then those hardest to place, then kind after kind, each to the table where it costs least. */
function dealt(units: readonly Unit[], tables: readonly number[], chance: Chance): SeatingPlan {
  const plan = new SeatingPlan(units, tables.length);
  const weight = (unit: Unit) => unit.weights.reduce((sum, each) => sum + (each >= APART ? 1 : 0), 0);
  const order = chance
    .shuffle(units.map((unit, index) => ({ unit, index, hard: weight(unit) })))
    .sort(
      (a, b) =>
        Number(b.unit.stays !== null) - Number(a.unit.stays !== null) ||
        b.hard - a.hard ||
        b.unit.size - a.unit.size ||
        (a.unit.kinds[0]?.kind ?? 0) - (b.unit.kinds[0]?.kind ?? 0),
    );
  const places = chance.shuffle(tables.map((_, index) => index));
  for (const { unit, index } of order) {
    const stays = unit.stays === null ? -1 : tables.indexOf(unit.stays);
    plan.move(index, stays >= 0 ? stays : cheapest(plan, index, places));
  }
  return plan;
}

function cheapest(plan: SeatingPlan, unit: number, places: readonly number[]): number {
  let [best = 0] = places;
  let least = Infinity;
  for (const place of places) {
    const cost = plan.costOf(unit, place);
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}

function improve(plan: SeatingPlan, units: readonly Unit[], chance: Chance): void {
  const free = units.flatMap((unit, index) => (unit.stays === null ? [index] : []));
  const tries = Math.min(MOST_TRIES, free.length * TRIES_EACH);
  for (let left = tries; left > 0 && !plan.isPerfect; left--) {
    const at = chance.below(free.length);
    const [one = 0, other = 0] = [free[chance.below(free.length)], free[at]];
    const [from, to] = [plan.tableOf(one), plan.tableOf(other)];
    if (from === to) continue;
    const before = plan.cost;
    const back = chance.below(ALONE) === 0 ? [] : inReturn(plan, units, free, one, at);
    plan.move(one, to);
    for (const unit of back) plan.move(unit, from);
    if (plan.cost - before <= (left * 2 > tries ? chance.below(2) * AGAIN : 0)) continue;
    plan.move(one, from);
    for (const unit of back) plan.move(unit, to);
  }
}

/** Once in so many tries somebody goes and nobody comes back. */
const ALONE = 10;

/** Who comes back when this one goes to the table of that one: together as many as go, if they can be found. */
function inReturn(plan: SeatingPlan, units: readonly Unit[], free: readonly number[], goes: number, at: number): readonly number[] {
  const table = plan.tableOf(free[at] ?? 0);
  const back: number[] = [];
  let missing = units[goes]?.size ?? 0;
  for (let step = 0; step < free.length && missing > 0; step++) {
    const unit = free[(at + step) % free.length] ?? 0;
    const size = units[unit]?.size ?? 0;
    if (plan.tableOf(unit) !== table || size > missing) continue;
    back.push(unit);
    missing -= size;
  }
  return back;
}
