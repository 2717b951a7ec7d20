import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { startPostgres } from '#postgres/server.ts';
import { make } from '../../src/commands/make.ts';
import type { HouseOptions, RunningHouse } from '../../src/main.ts';
import { readSettings, type Environment } from '../../src/settings.ts';
import { sharedServer } from './database.ts';

/** A house in this process, until the test ends or it is stopped. */
export interface OpenHouse extends RunningHouse {
  readonly dataDir: string;
  /** As somebody with a copy of it sees it. */
  database(): Promise<PoolConfig>;
}

/** With the database that comes along, in its own data folder: for those who want to see what is in there. */
export const OWN_DATABASE: Environment = { DATABASE_URL: '' };

/** Opens a whole house on a free port, with a data folder and a database of its own. */
export async function openHouse(test: Ending, environment: Environment = {}, options: HouseOptions = {}): Promise<OpenHouse> {
  if (!options.pages) await make();
  const { startHouse } = await import('../../src/main.ts');
  const server = environment['DATABASE_URL'] === undefined ? sharedServer() : undefined;
  const shared = await server?.database();
  const dataDir = mkdtempSync(join(tmpdir(), 'samenspraak-'));
  let stopped: Promise<void> | undefined;
  let stop = async (): Promise<void> => undefined;
  test.after(async () => {
    await stop();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  });
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: shared && urlOf(shared), ...environment });
  if ('wrong' in settings) throw new Error(settings.en);
  const house = await startHouse(settings, options);
  stop = () => (stopped ??= house.stop());
  return { ...house, stop, dataDir, database: async () => shared ?? embeddedIn(dataDir) };
}

export function freshFolder(test: Ending): string {
  const folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
  test.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** One test; or a whole file, by `const house = await openHouse({ after })` at its top. */
export interface Ending {
  after(work: () => unknown): void;
}

function urlOf({ host, port, user, password, database }: PoolConfig): string {
  const [at, by, secret] = [host, user, String(password)].map((part) => encodeURIComponent(part ?? ''));
  return `postgres://${by}:${secret}@${at}:${port}/${database}`;
}

async function embeddedIn(dataDir: string): Promise<PoolConfig> {
  const server = await startPostgres({ dataDir, log: () => undefined });
  server.leave();
  return { ...server.connection };
}
