import type { OrganiserId, TokenId } from '#app/ids.ts';
import type * as port from '#app/ports/tokens.ts';
import { MOST_TOKENS } from '#app/tokens.ts';
import { bytes } from './bytes.ts';
import type { Database } from './database.ts';

export class Tokens implements port.Tokens {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The maker's row is held for a moment: taking away their way in then also finds this token. */
  async add({ id, organiser, device, secretHash, name, scopes, endsOn }: port.NewToken): Promise<boolean> {
    const rows = await this.#database.steady(
      `WITH maker AS (SELECT link FROM devices WHERE id = $3 AND organiser = $2 FOR SHARE)
       INSERT INTO tokens (id, organiser, link, secret_hash, name, scopes, ends_on)
       SELECT $1, $2, maker.link, $4, $5, $6, $7 FROM maker WHERE (SELECT count(*) FROM tokens WHERE organiser = $2 AND id <> $1) < $8
       ON CONFLICT (id) DO UPDATE SET secret_hash = excluded.secret_hash, name = excluded.name, scopes = excluded.scopes, ends_on = excluded.ends_on
       WHERE tokens.organiser = excluded.organiser RETURNING id`,
      [id, organiser, device, bytes(secretHash), name, scopes, endsOn, MOST_TOKENS],
    );
    return rows.length === 1;
  }

  async find(secretHash: Uint8Array, day: string): Promise<port.StoredToken | null> {
    const rows = await this.#database.steady<port.StoredToken>(
      'SELECT id, organiser, scopes FROM tokens WHERE secret_hash = $1 AND ends_on >= $2::date',
      [bytes(secretHash), day],
    );
    return rows[0] ?? null;
  }

  listOf(organiser: OrganiserId): Promise<readonly port.ListedToken[]> {
    return this.#database.steady<port.ListedToken>(
      `SELECT id, name, scopes, to_char(ends_on, 'YYYY-MM-DD') AS "endsOn" FROM tokens WHERE organiser = $1 ORDER BY ends_on, id`,
      [organiser],
    );
  }

  async end(organiser: OrganiserId, token: TokenId): Promise<boolean> {
    const rows = await this.#database.steady('DELETE FROM tokens WHERE organiser = $1 AND id = $2 RETURNING id', [organiser, token]);
    return rows.length === 1;
  }

  async erasePast(day: string): Promise<void> {
    await this.#database.query('DELETE FROM tokens WHERE ends_on < $1::date', [day]);
  }
}
