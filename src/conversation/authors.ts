import { Shelf } from './shelf.ts';
import type { EntryId, RunId, SeatId, State } from './state.ts';
import { NOTHING_TOLD, type Told } from './told.ts';

/**
 * Which seat wrote which entry, which seats are ready, and what people told about themselves. It stands apart
 * from the state because it goes when the conversation is sealed; the log never holds it.
 */
export interface Authors {
  readonly seatOf: Shelf<SeatId>;
  readonly entriesOf: Shelf<readonly EntryId[]>;
  /** Ready marks, by `run seat`: when a step is done again nobody is ready yet. */
  readonly ready: Shelf<true>;
  /** By seat; goes when the conversation closes. */
  readonly told: Shelf<Told>;
}

export const NOBODY: Authors = { seatOf: Shelf.empty(), entriesOf: Shelf.empty(), ready: Shelf.empty(), told: Shelf.empty() };

/** What a decision says about authorship; kept in a table of its own, beside the log. */
export type Authored =
  | { readonly entry: EntryId; readonly seat: SeatId }
  | { readonly ready: RunId; readonly seat: SeatId }
  | { readonly told: Told; readonly seat: SeatId };

export function withAuthored(authors: Authors, authored: readonly Authored[]): Authors {
  return authored.reduce(withOne, authors);
}

/** What people told about themselves goes at closing, who wrote what at sealing. */
export function stillKnown(authors: Authors, status: State['status']): Authors {
  if (status === 'sealed') return NOBODY;
  return status === 'closed' ? { ...authors, told: Shelf.empty() } : authors;
}

export function toldBy({ told }: Authors, seat: SeatId): Told {
  return told.get(seat) ?? NOTHING_TOLD;
}

export function isReady(authors: Authors, run: RunId, seat: SeatId): boolean {
  return authors.ready.has(`${run} ${seat}`);
}

function withOne(known: Authors, each: Authored): Authors {
  if ('entry' in each) return withEntry(known, each.entry, each.seat);
  if ('ready' in each) return withReady(known, each.ready, each.seat);
  return { ...known, told: known.told.put(each.seat, each.told) };
}

function withEntry(authors: Authors, entry: EntryId, seat: SeatId): Authors {
  const before = authors.entriesOf.get(seat) ?? [];
  return { ...authors, seatOf: authors.seatOf.add(entry, seat), entriesOf: authors.entriesOf.put(seat, [...before, entry]) };
}

function withReady(authors: Authors, run: RunId, seat: SeatId): Authors {
  return { ...authors, ready: authors.ready.put(`${run} ${seat}`, true) };
}
