import { fileURLToPath } from 'node:url';
import Postgrator from 'postgrator';
import type { Database } from './database.ts';

/** Brings the tables up to date: all of it or nothing, and only one process at a time. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const postgrator = new Postgrator({
      driver: 'pg',
      schemaTable: 'migrations',
      newline: 'LF',
      migrationPattern: `${literally(fileURLToPath(new URL('migrations', import.meta.url)))}/*.sql`,
      execQuery: async (sql) => ({ rows: await query(sql) }),
    });
    await postgrator.migrate();
  });
}

const LOCK = 7_262_516;

/** The folder may have any name; only the file pattern is one. */
function literally(folder: string): string {
  return folder.replaceAll('\\', '/').replace(/[*?[\]{}()!@+]/g, '[$&]');
}
