import { join } from 'node:path';
import { holdLock, type RunningDetails } from '#postgres/lock.ts';
import { startPostgres } from '#postgres/server.ts';
import type { StoreConfig } from '#store/open.ts';
import type { Settings } from './settings.ts';

/** The database of this house: the one that comes along, or the one that was pointed at. */
export interface HouseDatabase {
  readonly config: StoreConfig;
  /** The one that comes along: nobody else uses it. */
  readonly isOurs: boolean;
  /** For whoever starts a second house on the same data. */
  announce(port: number, url: string): void;
  stop(): Promise<void>;
}

/** Somebody else already runs on this data folder; it was left alone. */
export class AlreadyRunning extends Error {
  readonly details: RunningDetails | undefined;
  constructor(details: RunningDetails | undefined) {
    super('Another house runs on this data folder.');
    this.details = details;
  }
}

type Log = (level: 'info' | 'warn' | 'error', what: string) => void;

export async function openDatabase(settings: Settings, log: Log, onLost: () => void): Promise<HouseDatabase> {
  // A managed server may be shared by several nodes: no lock, and nothing of ours to stop.
  if (settings.databaseUrl)
    return { config: { connectionString: settings.databaseUrl }, isOurs: false, announce: () => undefined, stop: async () => undefined };
  const server = await startPostgres({ dataDir: settings.dataDir, log: (line) => log('info', line) });
  const lock = await holdLock({
    connection: server.connection,
    file: join(settings.dataDir, 'running.json'),
    details: { pid: process.pid, port: settings.port, url: '' },
    onLost,
  });
  if (!lock.held) {
    server.leave();
    throw new AlreadyRunning(lock.runningOn);
  }
  return {
    config: { ...server.connection },
    isOurs: true,
    announce: (port, url) => lock.update({ pid: process.pid, port, url }),
    async stop() {
      await lock.release();
      await server.stop();
    },
  };
}
