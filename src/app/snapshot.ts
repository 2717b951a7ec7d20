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
  const head: Head = { rest, seats: [...seats.values()] };
  yield JSON.stringify(head);
  for (const [place, tables] of Object.entries(byPlace)) {
    const ids = Object.entries(tables).map(([table, order]) => [Number(table), order.join(' ')] as const);
    yield JSON.stringify({ place: place as Place, ids } satisfies PlacePart);
    await breathe();
  }
  for (const some of groups(entries.values(), AT_ONCE)) {
    yield JSON.stringify({ entries: some } satisfies EntryPart);
    await breathe();
  }
}

export async function stateFrom(parts: readonly string[], format: Format): Promise<State> {
  const [first = '', ...others] = parts;
  const { rest, seats } = JSON.parse(first) as Head;
  const byPlace: { [place: Place]: State['byPlace'][Place] } = {};
  const entries: (readonly Entry[])[] = [];
  for (const content of others) {
    const part = JSON.parse(content) as PlacePart | EntryPart;
    if ('place' in part) byPlace[part.place] = Object.fromEntries(part.ids.map(([table, order]) => [table, order.split(' ') as EntryId[]]));
    else entries.push(part.entries);
    await breathe();
  }
  return { ...rest, format, byPlace, seats: Shelf.from(seats.map((seat) => [seat.id, seat])), entries: Shelf.from(byId(entries)) };
}

interface Head {
  readonly rest: Omit<State, 'format' | 'seats' | 'entries' | 'byPlace'>;
  readonly seats: readonly Seat[];
}
interface PlacePart {
  readonly place: Place;
  readonly ids: readonly (readonly [TableNumber, string])[];
}
interface EntryPart {
  readonly entries: readonly Entry[];
}

function* byId(groupsOfEntries: readonly (readonly Entry[])[]): Generator<readonly [string, Entry]> {
  for (const entries of groupsOfEntries) for (const entry of entries) yield [entry.id, entry];
}

function* groups<T>(items: Iterable<T>, most: number): Generator<T[]> {
  let group: T[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < most) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

const AT_ONCE = 4_000;
