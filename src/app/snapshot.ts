import { setImmediate as breathe } from 'node:timers/promises';
import type { Format, Place } from '#conversation/format.ts';
import { Shelf } from '#conversation/shelf.ts';
import type { Entry, EntryId, Seat, State, TableNumber } from '#conversation/state.ts';

/**
 * A state as text, in parts that are small enough to make between two other things. The order of shelves
 * is kept, so that a state from a snapshot is the same as a folded one in every respect.
 */
export async function* partsOf(state: State): AsyncGenerator<string> {
  const { format: _, seats, entries, byPlace, ...rest } = state;
  const places = Object.entries(byPlace);
  yield JSON.stringify({ rest, seats: [...seats.values()], places: places.length, entries: entries.size } satisfies Head);
  for (const [place, tables] of places) {
    yield JSON.stringify({
      place: place as Place,
      ids: Object.entries(tables).map(([table, ids]) => [Number(table), ids.join(' ')] as const),
    } satisfies PlacePart);
    await breathe();
  }
  for (const row of entries.rows()) {
    yield JSON.stringify(row.map(([, entry]) => entry));
    await breathe();
  }
}

/** Entries are most of it, and most of them are of earlier steps: a row of them is read when one of it is asked for. */
export function stateFrom(parts: readonly string[], format: Format): State {
  const { rest, seats, places, entries } = JSON.parse(parts[0] ?? '') as Head;
  const byPlace = parts.slice(1, 1 + places).map((part) => idsByTable(JSON.parse(part) as PlacePart));
  const rows = parts
    .slice(1 + places)
    .map((part) => () => (JSON.parse(part) as readonly Entry[]).map((entry) => [entry.id, entry] as const));
  return {
    ...rest,
    format,
    byPlace: Object.fromEntries(byPlace),
    seats: Shelf.from(seats.map((seat) => [seat.id, seat])),
    entries: Shelf.lazily(rows, entries),
  };
}

/** The first part; what is counted here follows: places first, then the rows of entries. */
interface Head {
  readonly rest: Omit<State, 'format' | 'seats' | 'entries' | 'byPlace'>;
  readonly seats: readonly Seat[];
  readonly places: number;
  readonly entries: number;
}
interface PlacePart {
  readonly place: Place;
  readonly ids: readonly (readonly [TableNumber, string])[];
}

function idsByTable({ place, ids }: PlacePart): readonly [Place, State['byPlace'][Place]] {
  return [place, Object.fromEntries(ids.map(([table, order]) => [table, order.split(' ') as EntryId[]]))];
}
