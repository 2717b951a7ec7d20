import { Client, type PoolConfig } from 'pg';

/** Every row of every table as text, by table: what somebody with a copy of the database can read. */
export async function dump(database: PoolConfig): Promise<{ readonly [table: string]: readonly string[] }> {
  const tables = await rowsOf<{ table: string }>(
    database,
    `SELECT table_name AS table FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  const dumped: { [table: string]: readonly string[] } = {};
  for (const { table } of tables) {
    const rows = await rowsOf<{ row: string }>(database, `SELECT t::text AS row FROM "${table}" t`);
    dumped[table] = rows.map(({ row }) => row);
  }
  return dumped;
}

/** Takes a lock that others then wait for, until what is done meanwhile is done. `waiting` resolves once so many wait. */
export async function holdingUp<T>(
  database: PoolConfig,
  lock: string,
  meanwhile: (waiting: (count: number) => Promise<void>) => Promise<T>,
): Promise<T> {
  const client = new Client(database);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(lock);
    return await meanwhile(async (count) => {
      const waiting = async () => (await rowsOf<{ waiting: number }>(database, WAITING))[0]?.waiting ?? 0;
      while ((await waiting()) < count);
    });
  } finally {
    await client.end();
  }
}

const WAITING = `SELECT count(*)::int AS waiting FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()`;

export async function rowsOf<Row extends { [column: string]: unknown }>(database: PoolConfig, sql: string): Promise<readonly Row[]> {
  const client = new Client(database);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
