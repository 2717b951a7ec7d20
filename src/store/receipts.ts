import type { ConversationId } from '#app/ids.ts';
import type * as port from '#app/ports/receipts.ts';
import type { SeatId } from '#conversation/state.ts';
import { bytes } from './bytes.ts';
import type { Database } from './database.ts';

export class Receipts implements port.Receipts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async salt(fresh: Uint8Array): Promise<Uint8Array> {
    await this.#database.steady(`INSERT INTO salts (purpose, salt) VALUES ('receipts', $1) ON CONFLICT DO NOTHING`, [bytes(fresh)]);
    const rows = await this.#database.steady<{ salt: Buffer }>(`SELECT salt FROM salts WHERE purpose = 'receipts'`);
    return rows[0]?.salt ?? fresh;
  }

  async where(conversation: ConversationId, seat: SeatId): Promise<port.ReceiptPlace | null> {
    const rows = await this.#database.steady<{ place: port.ReceiptPlace }>(
      `SELECT CASE WHEN on_ticket THEN 'ticket' ELSE 'phone' END AS place FROM receipts WHERE conversation = $1 AND seat = $2`,
      [conversation, seat],
    );
    return rows[0]?.place ?? null;
  }

  /** Under a share of the stream's lock, so that it is not left out by a sealing that is going on. */
  keep({ conversation, seat, codeHash, tagKey, endsOn }: port.NewReceipt): Promise<boolean> {
    return this.#database.patiently(() =>
      this.#database.transaction(async (query) => {
        const [stream] = await query<{ status: string }>('SELECT status FROM streams WHERE conversation = $1 FOR SHARE', [conversation]);
        if (!stream || stream.status === 'sealed') return false;
        await query(
          `INSERT INTO receipts (conversation, seat, code_hash, tag_key, ends_on) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (conversation, seat) DO UPDATE
         SET code_hash = excluded.code_hash, tag_key = excluded.tag_key, ends_on = excluded.ends_on, on_ticket = false`,
          [conversation, seat, bytes(codeHash), bytes(tagKey), endsOn],
        );
        return true;
      }),
    );
  }

  async find(codeHash: Uint8Array): Promise<port.StoredReceipt | null> {
    const rows = await this.#database.steady<port.StoredReceipt>(
      `SELECT conversation, seat, to_char(ends_on, 'YYYY-MM-DD') AS "endsOn" FROM receipts WHERE code_hash = $1`,
      [bytes(codeHash)],
    );
    return rows[0] ?? null;
  }

  async look(codeHash: Uint8Array, today: string): Promise<string | null> {
    const rows = await this.#database.query<{ before: string | null }>(
      `UPDATE receipts r SET looked_on = $2::date FROM (SELECT conversation, code_hash, looked_on FROM receipts WHERE code_hash = $1 FOR UPDATE) known
       WHERE r.conversation = known.conversation AND r.code_hash = known.code_hash RETURNING to_char(known.looked_on, 'YYYY-MM-DD') AS before`,
      [bytes(codeHash), today],
    );
    return rows[0]?.before ?? null;
  }

  async replace(old: Uint8Array, fresh: port.FreshReceipt): Promise<boolean> {
    return this.#database.transaction(async (query) => {
      const [known] = await query<{ conversation: ConversationId }>(
        'UPDATE receipts SET code_hash = $2, ends_on = $3 WHERE code_hash = $1 AND seat IS NULL RETURNING conversation',
        [bytes(old), bytes(fresh.codeHash), fresh.endsOn],
      );
      if (!known) return false;
      // What was let go of meanwhile stays let go of.
      await query(
        `WITH tied AS (SELECT old, fresh FROM unnest($2::bytea[], $3::bytea[]) AS t (old, fresh)),
           gone AS (DELETE FROM owner_tags o USING tied WHERE o.conversation = $1 AND o.tag = tied.old RETURNING tied.fresh)
         INSERT INTO owner_tags (conversation, tag) SELECT $1, fresh FROM gone ORDER BY fresh`,
        [known.conversation, fresh.oldTags.map(bytes), fresh.tags.map(bytes)],
      );
      return true;
    });
  }

  async erasePast(day: string): Promise<void> {
    await this.#database.steady('DELETE FROM receipts WHERE ends_on < $1', [day]);
  }

  async tags(conversation: ConversationId): Promise<readonly Uint8Array[]> {
    const rows = await this.#database.steady<{ tag: Buffer }>('SELECT tag FROM owner_tags WHERE conversation = $1', [conversation]);
    return rows.map(({ tag }) => tag);
  }

  async removeTag(conversation: ConversationId, tag: Uint8Array): Promise<void> {
    await this.#database.steady('DELETE FROM owner_tags WHERE conversation = $1 AND tag = $2', [conversation, bytes(tag)]);
  }
}
