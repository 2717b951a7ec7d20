import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverAccount } from './account.ts';
import { bringUp, type Place, type Running } from './bring-up.ts';
import { connectionTo, type Connection } from './connection.ts';
import { giveTo } from './files.ts';
import { ensureInitialised } from './initialise.ts';
import { findPrograms } from './programs.ts';
import { shutDown } from './shut-down.ts';

export type { Connection } from './connection.ts';
export { PostgresProblem, type ProblemCode } from './problem.ts';

/** A PostgreSQL server on data of our own, kept running until `stop` or `leave`. */
export interface PostgresServer {
  /** The same for as long as this process lives, also after the server was restarted. */
  readonly connection: Connection;
  /** Whether it already ran, left behind by an app that was killed. */
  readonly adopted: boolean;
  /** Of the server that runs now; another number after a restart. */
  readonly pid: number;
  /** Called each time the server ended without being asked. It is then being started again. */
  onExit(listener: () => void): void;
  /** Ends the server, everything written, and waits for it. */
  stop(): Promise<void>;
  /** Lets the server run and looks after it no longer: it turned out to serve another app. */
  leave(): void;
}

/**
 * Starts PostgreSQL on `<dataDir>/postgres`, making the database the first time and adopting a server that
 * still runs there. Rejects with a PostgresProblem. `log` gets one line for each thing that happens.
 */
export async function startPostgres({ dataDir, log }: { dataDir: string; log(line: string): void }): Promise<PostgresServer> {
  const home = resolve(dataDir);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const begin = performance.now();
  const dataFolder = join(home, 'postgres');
  serverAccount(dataFolder);
  const programs = await findPrograms(join(home, 'postgres-programs'));
  const password = await ensureInitialised(home, programs);
  const initialised = performance.now();
  const account = serverAccount(dataFolder);
  if (account && statSync(dataFolder).uid === 0) giveTo(account, dataFolder);
  chmodSync(dataFolder, 0o700);
  const place: Place = { program: programs.postgres, dataFolder, logFile: join(home, 'postgres.log'), account, password };
  const running = await bringUp(place);
  log(
    `database ${running.adopted ? 'found running' : 'started'}: pid ${running.pid}, prepared in ${ms(begin, initialised)}, ready in ${ms(initialised)}`,
  );
  return supervise(place, running, programs.control, log);
}

function supervise(place: Place, first: Running, control: string, log: (line: string) => void): PostgresServer {
  const listeners: (() => void)[] = [];
  let running = first;
  let over = false;
  let restarted = Promise.resolve();
  let unwatch = first.watch(onEnd);

  function onEnd(): void {
    if (over) return;
    log(`database ended by itself: pid ${running.pid}`);
    restarted = restart();
    for (const listener of listeners) listener();
  }

  async function restart(): Promise<void> {
    const begin = performance.now();
    while (!over) {
      try {
        running = await bringUp(place, first.address, () => over);
        unwatch = running.watch(onEnd);
        log(`database back: pid ${running.pid}, after ${ms(begin)}`);
        return;
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await sleep(1_000);
      }
    }
  }

  return {
    connection: connectionTo(first.address, place.password),
    adopted: first.adopted,
    get pid() {
      return running.pid;
    },
    onExit: (listener) => void listeners.push(listener),
    async stop() {
      over = true;
      unwatch();
      await restarted;
      await shutDown(running, place.dataFolder, control);
    },
    leave() {
      over = true;
      unwatch();
    },
  };
}

function ms(begin: number, end = performance.now()): string {
  return `${Math.round(end - begin)} ms`;
}
