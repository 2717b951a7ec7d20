import type { Run, Seat, State, TableNumber } from './state.ts';

/** A table, and the seating in which it was these people. */
export interface SatAt {
  readonly table: TableNumber;
  readonly seating: number;
}

export function placeNow({ seatings }: State, { table }: Seat): SatAt {
  return { table, seating: seatings };
}

/** Where somebody sat when this run was going on: late words belong to that table, whoever sits there by now. */
export function satDuring(state: State, run: Run, seat: Seat): SatAt {
  return satIn(state, run.seating, seat) ?? placeNow(state, seat);
}

/** At which table somebody sat last in this seating; null when they were not there yet. */
export function satIn(state: State, seating: number, seat: Seat): SatAt | null {
  if (seating === state.seatings) return placeNow(state, seat);
  const tables = Object.entries(state.cameTo[seating] ?? {}).flatMap(([table, came]) =>
    came.includes(seat.id) ? [{ table: Number(table), since: came.indexOf(seat.id) }] : [],
  );
  // Who moved meanwhile came later to the table where more people were before them.
  const last = tables.toSorted((a, b) => b.since - a.since)[0];
  return last ? { table: last.table, seating } : null;
}
