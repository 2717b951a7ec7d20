import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from './connection.ts';
import { PostgresProblem } from './problem.ts';

/** Waits until the server lets us in with our password; false when it ends, or time runs out, before that. */
export async function letsUsIn(connection: Connection, stillThere: () => boolean, patienceMs: number): Promise<boolean> {
  const giveUp = performance.now() + patienceMs;
  while (stillThere() && performance.now() < giveUp) {
    if (await knock(connection)) return true;
    await sleep(15);
  }
  return false;
}

async function knock(connection: Connection): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && wrongPassword.includes(error.code ?? '')) {
      throw new PostgresProblem(
        'passwordRefused',
        'A database server runs on this data and does not accept our password. Nothing was changed. Stop that server first.',
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const wrongPassword = ['28P01', '28000'];
