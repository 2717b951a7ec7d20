import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from './connection.ts';
import { readIfThere } from './files.ts';

/** How a second start tells where the first one runs. */
export interface RunningDetails {
  pid: number;
  port: number;
  url: string;
}

export type LockAnswer =
  | {
      held: true;
      /** For what is known only later, such as the port the system gave. */
      update(details: RunningDetails): void;
      release(): Promise<void>;
    }
  | { held: false; runningOn: RunningDetails | undefined };

export interface LockRequest {
  connection: Connection;
  /** Where the details are written for others who ask, such as `<DATA_DIR>/running.json`. */
  file: string;
  details: RunningDetails;
  /** The database was gone for a moment and another app took the lock: this one must end. */
  onLost?(runningOn: RunningDetails | undefined): void;
  patienceMs?: number;
}

/**
 * One app at a time: a lock that the database itself lets go of as soon as our connection, and so our process, is
 * gone. Waits `patienceMs` for that, since the one before us may just have been killed. When the database restarts
 * the lock is taken again.
 */
export async function holdLock({ connection, file, details, onLost, patienceMs = 2_000 }: LockRequest): Promise<LockAnswer> {
  let client = await takeLock(connection, patienceMs);
  if (client === undefined) return { held: false, runningOn: readDetails(file) };
  let released = false;
  writeDetails(file, details);
  client.once('end', retake);

  function retake(): void {
    if (released) return;
    takeLockAgain(connection, patienceMs, () => released).then(
      (again) => {
        client = again;
        if (released) void again?.end();
        else if (again) again.once('end', retake);
        else onLost?.(readDetails(file));
      },
      () => undefined,
    );
  }

  return {
    held: true,
    update: (newer) => writeDetails(file, newer),
    async release() {
      released = true;
      if (readDetails(file)?.pid === details.pid) rmSync(file, { force: true });
      await client?.end().catch(() => undefined);
    },
  };
}

const lockNumber = 7_262_746;
const pauseMs = 50;

/** A connection that holds the lock, or nothing when another holds it all that time. */
async function takeLock(connection: Connection, patienceMs: number): Promise<pg.Client | undefined> {
  const client = new pg.Client({ ...connection, application_name: 'lock' });
  client.on('error', () => undefined);
  await client.connect();
  const giveUp = performance.now() + patienceMs;
  for (;;) {
    const answer = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [lockNumber]);
    if (answer.rows[0]?.held) return client;
    if (performance.now() > giveUp) break;
    await sleep(pauseMs);
  }
  await client.end();
  return undefined;
}

async function takeLockAgain(connection: Connection, patienceMs: number, cancelled: () => boolean): Promise<pg.Client | undefined> {
  while (!cancelled()) {
    try {
      return await takeLock(connection, patienceMs);
    } catch {
      await sleep(pauseMs);
    }
  }
  return undefined;
}

/** Through a second file, so that a reader never meets half a line. */
function writeDetails(file: string, details: RunningDetails): void {
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(details)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}

function readDetails(file: string): RunningDetails | undefined {
  try {
    const read: unknown = JSON.parse(readIfThere(file) ?? '');
    return isRunningDetails(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isRunningDetails(value: unknown): value is RunningDetails {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'port' in value &&
    typeof value.port === 'number' &&
    'url' in value &&
    typeof value.url === 'string'
  );
}
