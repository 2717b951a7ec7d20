import { Shelf } from './shelf.ts';
import type { EntryId, RunId, SeatId } from './state.ts';

/**
 * Which seat wrote which entry, and which seats are ready. It stands apart from the state because it
 * goes when the conversation is sealed; the log never holds it.
 */
export interface Authors {
  readonly seatOf: Shelf<SeatId>;
  readonly entriesOf: Shelf<readonly EntryId[]>;
  /** Ready marks, by `run seat`: when a step is done again nobody is ready yet. */
  readonly ready: Shelf<true>;
}

export const NOBODY: Authors = { seatOf: Shelf.empty(), entriesOf: Shelf.empty(), ready: Shelf.empty() };

/** What a decision says about authorship; kept in a table of its own, beside the log. */
export type Authored = { readonly entry: EntryId; readonly seat: SeatId } | { readonly ready: RunId; readonly seat: SeatId };

export function withAuthored(authors: Authors, authored: readonly Authored[]): Authors {
  return authored.reduce(
    (known, each) => ('entry' in each ? withEntry(known, each.entry, each.seat) : withReady(known, each.ready, each.seat)),
    authors,
  );
}

export function isReady(authors: Authors, run: RunId, seat: SeatId): boolean {
  return authors.ready.has(`${run} ${seat}`);
}

function withEntry(authors: Authors, entry: EntryId, seat: SeatId): Authors {
  const before = authors.entriesOf.get(seat) ?? [];
  return { ...authors, seatOf: authors.seatOf.add(entry, seat), entriesOf: authors.entriesOf.put(seat, [...before, entry]) };
}

function withReady(authors: Authors, run: RunId, seat: SeatId): Authors {
  return { ...authors, ready: authors.ready.put(`${run} ${seat}`, true) };
}
