import { SIDES } from './format.ts';
import { counts } from './heads.ts';
import { seatsAt } from './lookup.ts';
import { sideOf } from './seating.ts';
import { CROWD } from './seatingUnits.ts';
import type { SeatId, State } from './state.ts';

/** What can honestly be said of how people sit now. */
export interface SeatingFacts {
  /** Pairs at one table who sat together in an earlier seating; null while there was none. */
  readonly again: number | null;
  /** Whether no table has two more of a side than another. */
  readonly even: boolean;
}

export function seatingFacts(state: State): SeatingFacts {
  const tables = state.tables
    .map((table) => seatsAt(state, table).filter((seat) => seat.here && counts(seat)))
    .filter((seats) => seats.length > 0);
  const spread = SIDES.map((side) => tables.map((seats) => seats.filter((seat) => sideOf(seat.perspectives) === side).length));
  return {
    again: state.seatings === 0 ? null : pairsAgain(state),
    even: spread.every((counts) => Math.max(...counts) - Math.min(...counts) <= 1),
  };
}

function pairsAgain(state: State): number {
  const met = mates(state.cameTo.slice(0, state.seatings).flatMap((seating) => Object.values(seating)));
  const again = state.tables.map((table) => {
    const here = seatsAt(state, table).filter((seat) => seat.here && counts(seat));
    return here.flatMap((one, at) => here.slice(at + 1).filter((other) => met.get(one.id)?.has(other.id))).length;
  });
  return again.reduce((sum, count) => sum + count, 0);
}

/** With whom each one sat. */
function mates(tables: readonly (readonly SeatId[])[]): ReadonlyMap<SeatId, ReadonlySet<SeatId>> {
  const met = new Map<SeatId, Set<SeatId>>();
  for (const seats of tables) {
    if (seats.length > CROWD) continue;
    for (const seat of seats) {
      const known = met.get(seat) ?? new Set<SeatId>();
      for (const other of seats) known.add(other);
      met.set(seat, known);
    }
  }
  return met;
}
