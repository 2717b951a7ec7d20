import { NOBODY, withAuthored, type Authors } from '#conversation/authors.ts';
import { readEvent, RULES_VERSION } from '#conversation/event.ts';
import { evolve } from '#conversation/evolve.ts';
import type { Inputs } from '#conversation/input.ts';
import type { OutcomeKinds } from '#conversation/outcome.ts';
import { Shelf } from '#conversation/shelf.ts';
import { begin, type EntryId, type SeatId, type State } from '#conversation/state.ts';
import type { Held } from './held.ts';
import type { KnownConversation, PastStream, Streams } from './ports/streams.ts';
import { stateFrom } from './snapshot.ts';

export interface Loaded {
  readonly held: Held;
  /** The number of the snapshot it started from, 0 when there was none. */
  readonly snapshot: number;
}

/** Folds a conversation from its newest snapshot and what came after. */
export function load(streams: Streams, { id, format }: KnownConversation, inputs: Inputs, kinds: OutcomeKinds): Promise<Loaded> {
  return streams.reading(id, async (stream) => {
    const snapshot = await stream.snapshot(RULES_VERSION);
    let state = snapshot ? stateFrom(snapshot.parts, format) : begin(format);
    let coming: ReturnType<typeof stream.authors> | undefined;
    for await (const events of stream.eventsAfter(snapshot?.number ?? 0)) {
      // The database looks for them while we fold.
      coming ??= asked(stream);
      state = events.reduce((folded, event) => evolve(folded, readEvent(event)), state);
    }
    const authors = state.status === 'sealed' ? NOBODY : authorsIn(await (coming ?? stream.authors()), writtenNow(state));
    return { held: { situation: { state, authors, inputs, kinds }, last: stream.last }, snapshot: snapshot?.number ?? 0 };
  });
}

function asked(stream: PastStream): ReturnType<PastStream['authors']> {
  const authors = stream.authors();
  // Whoever waits for them hears of it; when folding fails nobody does.
  authors.catch(() => {});
  return authors;
}

function writtenNow({ run, byPlace }: State): ReadonlySet<string> {
  return new Set(run ? Object.values(byPlace[run.place] ?? {}).flat() : []);
}

function authorsIn({ entries, ready, told }: Awaited<ReturnType<PastStream['authors']>>, now: ReadonlySet<string>): Authors {
  const written: Authors = {
    ...NOBODY,
    seatOf: seatsByEntry(entries, now),
    entriesOf: Shelf.from(entries.map(([seat, ids]) => [seat, ids as readonly EntryId[]])),
  };
  return withAuthored(written, [...ready, ...told]);
}

/** Screens ask for what is written now; the rest is sorted out, and put up row by row, when someone asks for one of it. */
function seatsByEntry(entries: readonly (readonly [SeatId, readonly string[]])[], now: ReadonlySet<string>): Shelf<SeatId> {
  const current: (readonly [string, SeatId])[] = [];
  let earlier = 0;
  for (const [seat, ids] of entries) {
    for (const id of ids) {
      if (now.has(id)) current.push([id, seat]);
      else earlier++;
    }
  }
  const rows = sortedWhenAsked(entries, now);
  const shelf = Shelf.lazily(
    Array.from({ length: Shelf.ROWS }, (_, row) => () => rows(row)),
    earlier,
  );
  return current.reduce((known, [id, seat]) => known.add(id, seat), shelf);
}

function sortedWhenAsked(entries: readonly (readonly [SeatId, readonly string[]])[], without: ReadonlySet<string>) {
  let sorted: (readonly [string, SeatId])[][] | undefined;
  const sort = () => {
    const rows: (readonly [string, SeatId])[][] = Array.from({ length: Shelf.ROWS }, () => []);
    for (const [seat, ids] of entries) for (const id of ids) if (!without.has(id)) rows[Shelf.rowOf(id)]?.push([id, seat]);
    return rows;
  };
  return (row: number) => (sorted ??= sort()).splice(row, 1, [])[0] ?? [];
}
