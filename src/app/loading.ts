import { NOBODY, withAuthored, type Authors } from '#conversation/authors.ts';
import { readEvent, RULES_VERSION } from '#conversation/event.ts';
import { evolve } from '#conversation/evolve.ts';
import type { Inputs } from '#conversation/input.ts';
import { Shelf } from '#conversation/shelf.ts';
import { begin, type EntryId, type SeatId } from '#conversation/state.ts';
import type { Held } from './held.ts';
import type { KnownConversation, PastStream, Streams } from './ports/streams.ts';
import { stateFrom } from './snapshot.ts';

export interface Loaded {
  readonly held: Held;
  /** The number of the snapshot it started from, 0 when there was none. */
  readonly snapshot: number;
}

/** Folds a conversation from its newest snapshot and what came after. */
export function load(streams: Streams, { id, format }: KnownConversation, inputs: Inputs): Promise<Loaded> {
  return streams.reading(id, async (stream) => {
    const snapshot = await stream.snapshot(RULES_VERSION);
    let state = snapshot ? stateFrom(snapshot.parts, format) : begin(format);
    let coming: ReturnType<typeof stream.authors> | undefined;
    for await (const events of stream.eventsAfter(snapshot?.number ?? 0)) {
      // The database looks for them while we fold.
      coming ??= asked(stream);
      state = events.reduce((folded, event) => evolve(folded, readEvent(event)), state);
    }
    const authors = state.status === 'sealed' ? NOBODY : authorsIn(await (coming ?? stream.authors()));
    return { held: { situation: { state, authors, inputs }, last: stream.last }, snapshot: snapshot?.number ?? 0 };
  });
}

function asked(stream: PastStream): ReturnType<PastStream['authors']> {
  const authors = stream.authors();
  // Whoever waits for them hears of it; when folding fails nobody does.
  authors.catch(() => {});
  return authors;
}

function authorsIn({ entries, ready }: Awaited<ReturnType<PastStream['authors']>>): Authors {
  const written: Authors = {
    ...NOBODY,
    seatOf: seatsByEntry(entries),
    entriesOf: Shelf.from(entries.map(([seat, ids]) => [seat, ids as readonly EntryId[]])),
  };
  return withAuthored(written, ready);
}

/** Sorted out when first asked for, and put up row by row. */
function seatsByEntry(entries: readonly (readonly [SeatId, readonly string[]])[]): Shelf<SeatId> {
  let sorted: (readonly [string, SeatId])[][] | undefined;
  const sort = () => {
    const rows: (readonly [string, SeatId])[][] = Array.from({ length: Shelf.ROWS }, () => []);
    for (const [seat, ids] of entries) for (const id of ids) rows[Shelf.rowOf(id)]?.push([id, seat]);
    return rows;
  };
  const rows = Array.from({ length: Shelf.ROWS }, (_, row) => () => (sorted ??= sort()).splice(row, 1, [])[0] ?? []);
  return Shelf.lazily(
    rows,
    entries.reduce((size, [, ids]) => size + ids.length, 0),
  );
}
