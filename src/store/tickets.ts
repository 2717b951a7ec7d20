import type { ConversationId } from '#app/ids.ts';
import type * as port from '#app/ports/tickets.ts';
import type { SeatId } from '#conversation/state.ts';
import { bytes } from './bytes.ts';
import type { Database, Query } from './database.ts';

export class Tickets implements port.Tickets {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Under the stream's lock: two who make tickets at the same time do not deal the same numbers. */
  keep(conversation: ConversationId, tickets: readonly port.NewTicket[]): ReturnType<port.Tickets['keep']> {
    return this.#database.transaction(async (query) => {
      const [stream] = await query<{ status: string }>('SELECT status FROM streams WHERE conversation = $1 FOR UPDATE', [conversation]);
      if (stream?.status !== 'preparing' && stream?.status !== 'open') return 'closed';
      const [{ last } = { last: 0 }] = await query<{ last: number }>(
        'SELECT coalesce(max(number), 0) AS last FROM tickets WHERE conversation = $1',
        [conversation],
      );
      if (tickets[0]?.number !== last + 1) return 'taken';
      await addTickets(query, conversation, tickets);
      await addReceipts(query, conversation, tickets);
      return 'kept';
    });
  }

  async bySecret(secretHash: Uint8Array): Promise<port.StoredTicket | null> {
    const rows = await this.#database.steady<port.StoredTicket>(`${FIND} WHERE t.secret_hash = $1`, [bytes(secretHash)]);
    return rows[0] ?? null;
  }

  async byNumber(conversation: ConversationId, number: number): Promise<port.StoredTicket | null> {
    const rows = await this.#database.steady<port.StoredTicket>(`${FIND} WHERE t.conversation = $1 AND t.number = $2`, [
      conversation,
      number,
    ]);
    return rows[0] ?? null;
  }

  async claim(conversation: ConversationId, number: number, claim: string): Promise<SeatId | null> {
    const rows = await this.#database.steady<{ seat: SeatId | null }>(
      `UPDATE tickets SET claim = $3 WHERE conversation = $1 AND number = $2 AND NOT ended AND (claim IS NULL OR claim = $3) RETURNING seat`,
      [conversation, number, claim],
    );
    return rows[0]?.seat ?? null;
  }

  async release(conversation: ConversationId, number: number, claim: string): Promise<void> {
    await this.#database.steady('UPDATE tickets SET claim = NULL WHERE conversation = $1 AND number = $2 AND claim = $3', [
      conversation,
      number,
      claim,
    ]);
  }

  async endUnused(conversation: ConversationId): Promise<number> {
    const rows = await this.#database.query<{ ended: number }>(
      `WITH gone AS (
         UPDATE tickets SET ended = true WHERE conversation = $1 AND claim IS NULL AND NOT ended RETURNING seat
       ), erased AS (
         DELETE FROM receipts WHERE conversation = $1 AND seat IN (SELECT seat FROM gone)
       )
       SELECT count(*)::int AS ended FROM gone`,
      [conversation],
    );
    return rows[0]?.ended ?? 0;
  }

  async standing(conversation: ConversationId): Promise<port.TicketStanding> {
    const rows = await this.#database.steady<port.TicketStanding>(
      `SELECT count(*)::int AS made, count(claim)::int AS used, (count(*) FILTER (WHERE ended))::int AS ended
       FROM tickets WHERE conversation = $1`,
      [conversation],
    );
    return rows[0] ?? { made: 0, used: 0, ended: 0 };
  }

  async erasePast(day: string): Promise<void> {
    await this.#database.steady('DELETE FROM tickets WHERE ends_on < $1', [day]);
  }
}

const FIND = `
  SELECT t.conversation, t.number, t.ended, t.claim, s.status IN ('closed', 'sealed') AS closed
  FROM tickets t JOIN streams s ON s.conversation = t.conversation`;

async function addTickets(query: Query, conversation: ConversationId, tickets: readonly port.NewTicket[]): Promise<void> {
  await query(
    `INSERT INTO tickets (conversation, number, secret_hash, seat, ends_on)
     SELECT $1, number, secret_hash, seat, ends_on
     FROM unnest($2::int[], $3::bytea[], $4::text[], $5::date[]) AS t (number, secret_hash, seat, ends_on)`,
    [
      conversation,
      tickets.map(({ number }) => number),
      tickets.map(({ secretHash }) => bytes(secretHash)),
      tickets.map(({ seat }) => seat),
      tickets.map(({ endsOn }) => endsOn),
    ],
  );
}

/** In the order of their hashes, so that the rows do not tell whose ticket they came with once their seats are gone. */
async function addReceipts(query: Query, conversation: ConversationId, tickets: readonly port.NewTicket[]): Promise<void> {
  await query(
    `INSERT INTO receipts (conversation, seat, code_hash, tag_key, ends_on, on_ticket)
     SELECT $1, seat, code_hash, tag_key, ends_on, true
     FROM unnest($2::text[], $3::bytea[], $4::bytea[], $5::date[]) AS r (seat, code_hash, tag_key, ends_on) ORDER BY code_hash`,
    [
      conversation,
      tickets.map(({ seat }) => seat),
      tickets.map(({ codeHash }) => bytes(codeHash)),
      tickets.map(({ tagKey }) => bytes(tagKey)),
      tickets.map(({ endsOn }) => endsOn),
    ],
  );
}
