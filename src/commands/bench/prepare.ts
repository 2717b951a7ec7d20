import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildHouse } from '#app/buildHouse.ts';
import type { House, Place } from '#app/house.ts';
import type { Format } from '#conversation/format.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { inputs } from '#inputs/rules.ts';
import { kinds } from '#outcomes/kinds.ts';
import { openStore } from '#store/open.ts';
import type { Store } from '#app/ports.ts';
import { openDatabase, type HouseDatabase } from '../../database.ts';
import { writeLog } from '../../log.ts';
import { readSettings, type Settings } from '../../settings.ts';

/** A conversation that waits for its hall, and what is needed to lead it and to come in. */
export interface Prepared {
  readonly place: Place;
  /** The cookie of whoever leads. */
  readonly secret: string;
  /** What the QR carries, and what people type. */
  readonly key: string;
  readonly code: string;
}

/**
 * Lays a conversation ready in the database of a house that does not run yet. It keeps its own copy of the
 * format, so that the house that is measured starts as always and knows nothing of benches.
 */
export function prepareConversation(dataDir: string, format: Format, tables: number): Promise<Prepared> {
  return withApp(dataDir, [format], async (app, setUpCode) => {
    const { secret } = await app.newDevice();
    const visitor = async () => (await app.whoAsks(secret)) ?? fail('the device is unknown');
    must(await app.useSetUpCode(await visitor(), setUpCode));
    const place = must(await app.prepare(await visitor(), ACTION, { format: format.id, title: 'Een volle zaal', tables }, true));
    const code = must(await app.joinCode(await visitor(), place));
    return { place, secret, key: code.secret, code: code.code };
  });
}

/** Works in a house that has no doors yet. */
export function withApp<T>(dataDir: string, formats: readonly Format[], work: (app: House, setUpCode: string) => Promise<T>): Promise<T> {
  return withDatabase(dataDir, async (config) => {
    const setUpFile = join(dataDir, 'set-up-code');
    const app = await buildHouse({ store: await openStore(config), inputs, kinds, formats, log: writeLog, setUpFile });
    try {
      return await work(app, await readFile(setUpFile, 'utf8').catch(() => ''));
    } finally {
      await app.stop();
    }
  });
}

/** Opens the storage of a house that does not run, and closes it again. */
export function withStore<T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> {
  return withDatabase(dataDir, async (config) => {
    const store = await openStore(config);
    try {
      return await work(store);
    } finally {
      await store.stop();
    }
  });
}

async function withDatabase<T>(dataDir: string, work: (config: HouseDatabase['config']) => Promise<T>): Promise<T> {
  const nothing = (): void => undefined;
  const database = await openDatabase(settingsFor(dataDir), nothing, nothing);
  try {
    return await work(database.config);
  } finally {
    await database.stop();
  }
}

function settingsFor(dataDir: string): Settings {
  const settings = readSettings({ DATA_DIR: dataDir });
  if ('wrong' in settings) throw new Error(settings.en);
  return settings;
}

function must<T extends object>(given: T | Refusal): T {
  return 'refused' in given ? fail(given.refused) : given;
}

function fail(why: string): never {
  throw new Error(`The conversation could not be prepared: ${why}`);
}

const ACTION = 'bench-prepares-one-hall';
