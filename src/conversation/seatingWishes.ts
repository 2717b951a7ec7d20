import type { SeatId, State, TableNumber, Wish } from './state.ts';

/** Pairs of seats with this wish, in the order they were made. */
export function wished(state: State, kind: 'together' | 'apart'): readonly (readonly [SeatId, SeatId])[] {
  return state.wishes.flatMap(({ wish, seats: [one, other] }) => (wish === kind && one && other ? [[one, other] as const] : []));
}

export function isSameWish(one: Wish, other: Wish): boolean {
  return one.wish === other.wish && isSamePair(one, other);
}

export function isSamePair(one: Wish, other: Wish): boolean {
  return one.seats.length === other.seats.length && one.seats.every((seat) => other.seats.includes(seat));
}

/** The table at which all of these sit now; null when one is elsewhere, or away. */
export function sharedTable(state: State, seats: readonly SeatId[]): TableNumber | null {
  const known = seats.flatMap((id) => state.seats.get(id) ?? []);
  const [first] = known;
  const isShared = first && known.length === seats.length && known.every(({ here, table }) => here && table === first.table);
  return isShared && first.table > 0 ? first.table : null;
}

/** Tables where two sit together who would be kept apart: because it could not be otherwise, or somebody was moved. */
export function clashes(state: State): readonly TableNumber[] {
  return [...new Set(wished(state, 'apart').flatMap((pair) => sharedTable(state, pair) ?? []))].sort((a, b) => a - b);
}
