import type * as port from '#app/ports.ts';
import type { Database } from './database.ts';

/**
 * A row that is gone leaves its bytes in the files of the database: in its page, in statistics, in the write-ahead log.
 * On our own server all of those are written anew; elsewhere whoever runs it decides (docs/administrator.md).
 */
export class Files implements port.Files {
  readonly #database: Database;
  readonly #isOurs: boolean;

  /** `isOurs`: the server is of this house alone, which may do with its files as it likes. */
  constructor(database: Database, isOurs: boolean) {
    this.#database = database;
    this.#isOurs = isOurs;
  }

  /** The planner hears of it too: without, a search of many outcomes is looked up in a slow way until PostgreSQL finds time for it. */
  async sweep(): Promise<void> {
    for (const table of [...EMPTIED, ...LARGE]) await this.#database.query(`VACUUM (ANALYZE) ${table}`);
  }

  async wipe(now: number): Promise<void> {
    const [erased] = await this.#database.query('SELECT 1 FROM erased LIMIT 1');
    await this.sweep();
    if (this.#isOurs) {
      for (const table of [...EMPTIED, ...(erased ? LARGE : []), 'pg_statistic']) await this.#database.query(`VACUUM (FULL) ${table}`);
      await this.#beginLogAnew();
    }
    await this.#database.query('WITH now_wiped AS (UPDATE wiped SET at = $1) DELETE FROM erased WHERE listed', [now]);
  }

  async wipedAt(): Promise<number> {
    const [wiped] = await this.#database.query<{ at: number }>('SELECT at::float8 AS at FROM wiped');
    return wiped?.at ?? 0;
  }

  /** The server keeps its log from the last checkpoint on, and removes what lies before (`wal_recycle` is off). */
  async #beginLogAnew(): Promise<void> {
    await this.#database.query('CHECKPOINT');
    await this.#database.query('SELECT pg_switch_wal()');
    await this.#database.query('CHECKPOINT');
  }
}

/** Tables from which things are deleted that nobody should find again. */
const EMPTIED = ['authors', 'answers', 'ballots', 'ballot_keys', 'receipts', 'tickets', 'told', 'addresses', 'letters', 'mailed'];
/** Written anew only when words were erased. */
const LARGE = ['texts', 'outcomes'];
