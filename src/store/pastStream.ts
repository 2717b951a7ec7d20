import type { ConversationId } from '#app/ids.ts';
import type * as port from '#app/ports/streams.ts';
import type { StoredEvent } from '#conversation/event.ts';
import type { Place } from '#conversation/format.ts';
import type { SeatId } from '#conversation/state.ts';
import type { Query } from './database.ts';
import { readTail } from './tail.ts';

/** A stream as it was at one moment, read in pieces that fit in memory. */
export class PastStream implements port.PastStream {
  readonly last: number;
  readonly #query: Query;
  readonly #conversation: ConversationId;

  constructor(query: Query, conversation: ConversationId, last: number) {
    this.#query = query;
    this.#conversation = conversation;
    this.last = last;
  }

  after(number: number): Promise<port.Tail> {
    return readTail(this.#query, this.#conversation, number, this.last);
  }

  async snapshot(rulesVersion: number): Promise<port.StoredSnapshot | null> {
    const rows = await this.#query<{ number: number; content: string }>(
      'SELECT number, content FROM snapshots WHERE conversation = $1 AND rules_version = $2 AND number <= $3 ORDER BY part',
      [this.#conversation, rulesVersion, this.last],
    );
    const [first] = rows;
    return first ? { number: first.number, parts: rows.map(({ content }) => content) } : null;
  }

  async *eventsAfter(number: number): AsyncGenerator<readonly StoredEvent[]> {
    for (let from = number; from < this.last; from += AT_ONCE) {
      yield await this.#query<StoredEvent>(
        'SELECT type, version, body FROM events WHERE conversation = $1 AND number > $2 AND number <= $3 ORDER BY number',
        [this.#conversation, from, Math.min(from + AT_ONCE, this.last)],
      );
    }
  }

  /** One row per seat: a hundred thousand rows of two short ids would take seconds to read. */
  async authors(): Promise<Awaited<ReturnType<port.PastStream['authors']>>> {
    const entries = await this.#query<{ seat: SeatId; entries: string }>(
      `SELECT seat, string_agg(entry, ' ' ORDER BY number, part) AS entries FROM authors WHERE conversation = $1 AND entry IS NOT NULL GROUP BY seat`,
      [this.#conversation],
    );
    const ready = await this.#query<{ ready: Place; seat: SeatId }>(
      'SELECT ready, seat FROM authors WHERE conversation = $1 AND ready IS NOT NULL',
      [this.#conversation],
    );
    return { entries: entries.map((row) => [row.seat, row.entries.split(' ')] as const), ready };
  }
}

const AT_ONCE = 20_000;
