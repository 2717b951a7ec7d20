import { Pool, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg';
import { patiently } from '#app/patience.ts';
import { StoreProblem } from '#app/ports.ts';
import { asProblem } from './problem.ts';

/** Runs one statement. Words go in as values, never in the statement itself. */
export type Query = <Row extends QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** At most one statement, for when everything else was asked; it may fail the transaction like any other. */
export type Lastly = (sql: string, values: readonly unknown[]) => void;

/** A few connections to one database, with errors that repeat nobody's words. */
export class Database {
  readonly #pool: Pool;
  readonly #patience: number;
  #stopped = false;

  /** `patience`: how long a steady call waits for a database that is away (ms). */
  constructor(config: PoolConfig, patience: number) {
    this.#patience = patience;
    this.#pool = new Pool({ ...LIMITS, ...config });
    // A connection that breaks while nobody uses it is replaced at the next call.
    this.#pool.on('error', () => {});
  }

  readonly query: Query = async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
    try {
      return (await this.#pool.query<Row>(sql, [...values])).rows;
    } catch (error) {
      throw this.#problem(error);
    }
  };

  /** As `query`, but waits for a database that is away. Only for statements that may be done twice. */
  readonly steady: Query = (sql, values) => this.patiently(() => this.query(sql, values));

  patiently<T>(work: () => Promise<T>): Promise<T> {
    return patiently(work, this.#patience);
  }

  /**
   * Commits when `work` resolves and rolls back when it throws. While a hall is busy each round trip waits for its
   * turn, so BEGIN travels with the first question, and what is asked `lastly` with the commit.
   */
  async transaction<T>(work: (query: Query, lastly: Lastly) => Promise<T>, begin = 'BEGIN'): Promise<T> {
    const client = await this.#connect();
    let broken: StoreProblem | undefined;
    const query: Query = async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
      try {
        return (await client.query<Row>(sql, [...values])).rows;
      } catch (error) {
        const problem = asProblem(error);
        if (problem.kind === 'away') broken = problem;
        throw problem;
      }
    };
    try {
      const begun = query(begin);
      // Whoever asks next hears of it too.
      begun.catch(() => {});
      let last: Parameters<Lastly> | undefined;
      const result = await work(query, (...statement) => (last = statement));
      await begun;
      // When the last statement fails the database makes the commit a rollback.
      await Promise.all([...(last ? [query(...last)] : []), query('COMMIT')]);
      return result;
    } catch (error) {
      if (!broken) await query('ROLLBACK').catch(() => {});
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#pool.end();
  }

  /** Once we have stopped there is nothing to wait for. */
  #problem(error: unknown): StoreProblem {
    return this.#stopped ? new StoreProblem('failed', 'that it was closed') : asProblem(error);
  }

  async #connect(): Promise<PoolClient> {
    try {
      const client = await this.#pool.connect();
      // While we hold it its errors come through the query that meets them.
      if (client.listenerCount('error') === 0) client.on('error', () => {});
      return client;
    } catch (error) {
      throw this.#problem(error);
    }
  }
}

const LIMITS: PoolConfig = {
  max: 8,
  pipeline: true,
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  statement_timeout: 60_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
  application_name: 'samenspraak',
};
