import type { Seat, SeatId, State, Table, TableNumber } from '../state.ts';
import { changeRun } from './runs.ts';

export function sitDown(state: State, id: Seat['id'], number: TableNumber): State {
  const from = state.seats.get(id)?.table;
  const tables = state.tables.map((table) => {
    if (table.number === number) return table.seats.includes(id) ? table : { ...table, seats: [...table.seats, id] };
    return table.number === from && table.seats.includes(id) ? { ...table, seats: table.seats.filter((seat) => seat !== id) } : table;
  });
  const known = number === 0 || tables.some((table) => table.number === number);
  const seatedAt = { ...state, tables: known ? tables : [...tables, { number, seats: [id] }], cameTo: withNewcomer(state, id, number) };
  return changeSeat(seatedAt, id, (seat) => ({ ...seat, table: number }));
}

function withNewcomer({ cameTo, seatings }: State, id: Seat['id'], number: TableNumber): State['cameTo'] {
  const before = cameTo[seatings]?.[number] ?? [];
  if (number === 0 || before.includes(id)) return cameTo;
  return cameTo.with(seatings, { ...cameTo[seatings], [number]: [...before, id] });
}

export function seatAll(state: State, tables: readonly Table[]): State {
  const seats = tables.reduce(
    (known, table) =>
      table.seats.reduce((shelf, id) => {
        const seat = shelf.get(id);
        return seat ? shelf.put(id, { ...seat, table: table.number }) : shelf;
      }, known),
    state.seats,
  );
  const came = Object.fromEntries(tables.map((table) => [table.number, table.seats]));
  const anew = {
    ...state,
    seats,
    tables,
    seatings: state.seatings + 1,
    cameTo: [...state.cameTo, came],
    rounds: {},
    openSheets: {},
    heads: {},
  };
  // In the middle of a step the turns of a table, as its round, were those of other people; what is written from now on is of these.
  return state.run && !state.run.ended
    ? changeRun(anew, state.run.id, (run) => ({ ...run, seating: anew.seatings, turns: {}, turnBegan: {} }))
    : anew;
}

/** Tables that still seat someone stay, whatever the count says. */
export function laidTables(tables: readonly Table[], count: number): readonly Table[] {
  const kept = tables.filter((table) => table.number <= count || table.seats.length > 0);
  const known = new Set(kept.map((table) => table.number));
  const added = Array.from({ length: count }, (_, index) => index + 1).filter((number) => !known.has(number));
  return [...kept, ...added.map((number) => ({ number, seats: [] }))].sort((a, b) => a.number - b.number);
}

export function countHeads(state: State, number: TableNumber, counted: readonly SeatId[]): State {
  const seats = state.tables.find((table) => table.number === number)?.seats ?? [];
  return seats.reduce(
    (known, id) =>
      changeSeat(known, id, (seat) => (seat.extra ? { ...seat, extra: { ...seat.extra, counted: counted.includes(id) } } : seat)),
    state,
  );
}

export function changeSeat(state: State, id: Seat['id'], change: (seat: Seat) => Seat): State {
  const seat = state.seats.get(id);
  return seat ? withSeat(state, change(seat)) : state;
}

export function withSeat(state: State, seat: Seat): State {
  return { ...state, seats: state.seats.put(seat.id, seat) };
}
