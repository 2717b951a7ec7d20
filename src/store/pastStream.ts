import type { ConversationId } from '#app/ids.ts';
import type * as port from '#app/ports/streams.ts';
import type { StoredEvent } from '#conversation/event.ts';
import type { RunId, SeatId } from '#conversation/state.ts';
import type { Query } from './database.ts';
import { readTail } from './tail.ts';
import { readTold } from './told.ts';

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

  /** The next events are asked for while these are being folded. */
  async *eventsAfter(number: number): AsyncGenerator<readonly StoredEvent[]> {
    let coming = this.#eventsFrom(number);
    for (let from = number; from < this.last; from += AT_ONCE) {
      const events = await coming;
      coming = this.#eventsFrom(from + AT_ONCE);
      yield events;
    }
  }

  /** In a few long rows: half a million rows of two short ids would take seconds to read. */
  async authors(): Promise<Awaited<ReturnType<port.PastStream['authors']>>> {
    const rows = await this.#query<{ pairs: string }>(
      `SELECT string_agg(entry || ' ' || seat, ' ' ORDER BY number, part) AS pairs FROM authors
       WHERE conversation = $1 AND entry IS NOT NULL GROUP BY number / 5000 ORDER BY number / 5000`,
      [this.#conversation],
    );
    const ready = await this.#query<{ ready: RunId; seat: SeatId }>(
      'SELECT ready, seat FROM authors WHERE conversation = $1 AND ready IS NOT NULL',
      [this.#conversation],
    );
    const told = await readTold(this.#query, this.#conversation, 0);
    return { entries: [...bySeat(rows.map(({ pairs }) => pairs.split(' ')))], ready, told };
  }

  #eventsFrom(number: number): Promise<StoredEvent[]> {
    if (number >= this.last) return Promise.resolve([]);
    const events = this.#query<StoredEvent>(
      'SELECT type, version, body FROM events WHERE conversation = $1 AND number > $2 AND number <= $3 ORDER BY number',
      [this.#conversation, number, Math.min(number + AT_ONCE, this.last)],
    );
    // Whoever asks for them hears of it; nobody may be there to ask any more.
    events.catch(() => {});
    return events;
  }
}

/** Each list holds an entry, its seat, the next entry, its seat, and so on. */
function bySeat(lists: readonly (readonly string[])[]): ReadonlyMap<SeatId, readonly string[]> {
  const entries = new Map<SeatId, string[]>();
  for (const list of lists) {
    for (let index = 0; index < list.length; index += 2) {
      const entry = list[index] ?? '';
      const seat = list[index + 1] as SeatId;
      const known = entries.get(seat);
      if (known) known.push(entry);
      else entries.set(seat, [entry]);
    }
  }
  return entries;
}

const AT_ONCE = 10_000;
