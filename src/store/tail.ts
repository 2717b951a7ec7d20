import type { ConversationId } from '#app/ids.ts';
import type { Tail } from '#app/ports/streams.ts';
import type { Authored } from '#conversation/authors.ts';
import type { StoredEvent } from '#conversation/event.ts';
import type { EntryId, RunId, SeatId } from '#conversation/state.ts';
import type { Query } from './database.ts';
import { readTold } from './told.ts';

/** What happened after `number`, up to and including `last`. */
export async function readTail(query: Query, conversation: ConversationId, number: number, last: number): Promise<Tail> {
  if (number >= last) return { last, events: [], authored: [] };
  const events = await query<StoredEvent>(
    'SELECT type, version, body FROM events WHERE conversation = $1 AND number > $2 AND number <= $3 ORDER BY number',
    [conversation, number, last],
  );
  const authors = await query<AuthorRow>(
    'SELECT entry, ready, seat FROM authors WHERE conversation = $1 AND number > $2 AND number <= $3 ORDER BY number, part',
    [conversation, number, last],
  );
  const told = await readTold(query, conversation, number);
  return { last, events, authored: [...authors.map(asAuthored), ...told] };
}

export interface AuthorRow {
  readonly entry: EntryId | null;
  readonly ready: RunId | null;
  readonly seat: SeatId;
}

export function asAuthored({ entry, ready, seat }: AuthorRow): Authored {
  return entry === null ? { ready: ready ?? ('' as RunId), seat } : { entry, seat };
}
