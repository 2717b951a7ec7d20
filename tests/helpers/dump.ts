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

export async function rowsOf<Row extends { [column: string]: unknown }>(database: PoolConfig, sql: string): Promise<readonly Row[]> {
  const client = new Client(database);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
