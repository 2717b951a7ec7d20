import type { ConversationId } from '#app/ids.ts';
import type * as port from '#app/ports/joinCodes.ts';
import type { Database } from './database.ts';

export class JoinCodes implements port.JoinCodes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async keep({ conversation, code, secret }: port.JoinCode): Promise<boolean> {
    const rows = await this.#database.steady(
      `INSERT INTO join_codes (conversation, code, secret)
       SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM join_codes WHERE code = $2 AND NOT ended)
       ON CONFLICT (conversation) DO UPDATE SET code = excluded.code, secret = excluded.secret RETURNING code`,
      [conversation, code, secret],
    );
    return rows.length === 1;
  }

  async of(conversation: ConversationId): Promise<port.JoinCode | null> {
    const rows = await this.#database.steady<port.JoinCode>(
      'SELECT conversation, code, secret FROM join_codes WHERE conversation = $1 AND NOT ended',
      [conversation],
    );
    return rows[0] ?? null;
  }

  async byCode(code: string): Promise<port.FoundCode | null> {
    const rows = await this.#database.steady<port.FoundCode>(
      'SELECT conversation, secret, ended FROM join_codes WHERE code = $1 ORDER BY ended LIMIT 1',
      [code],
    );
    return rows[0] ?? null;
  }

  async bySecret(secret: string): Promise<port.FoundCode | null> {
    const rows = await this.#database.steady<port.FoundCode>('SELECT conversation, secret, ended FROM join_codes WHERE secret = $1', [
      secret,
    ]);
    return rows[0] ?? null;
  }
}
