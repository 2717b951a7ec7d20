import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A place on this device where records stay. */
export interface Keeping<T extends Kept> {
  all(): Promise<readonly T[]>;
  put(record: T): Promise<void>;
  remove(id: string): Promise<void>;
}
export interface Kept {
  readonly id: string;
  /** `conversation/seat`: one browser may hold several. */
  readonly seat: string;
}

/** `page`: nothing on this device takes it, so it stays only as long as the page is open. */
export type Where = 'phone' | 'page';

/**
 * Keeps in the browser's database, else in its simple storage, else in the page: a full disk or a private
 * window loses nobody's words. Says which it was.
 */
export class SafeKeeping<T extends Kept> {
  readonly #places: readonly Keeping<T>[];
  readonly #onlyInPage = new Set<string>();

  constructor(name: StoreName) {
    this.#places = [inDatabase<T>(name), inLocalStorage<T>(name), inPage<T>()];
  }

  /** `page` as long as anything is kept only there. */
  get where(): Where {
    return this.#onlyInPage.size > 0 ? 'page' : 'phone';
  }

  /** One of each id. What lies in a later place was put there when an earlier one failed, so it is the newest. */
  async all(seat: string): Promise<readonly T[]> {
    const found = await Promise.all(this.#places.map((place) => place.all().catch(() => [])));
    const newest = new Map(found.flat().map((record) => [record.id, record]));
    return [...newest.values()].filter((record) => record.seat === seat);
  }

  async put(record: T): Promise<Where> {
    for (const [index, place] of this.#places.entries()) {
      const kept = await place.put(record).then(
        () => true,
        () => false,
      );
      if (!kept) continue;
      const later = this.#places.slice(index + 1);
      await removeFrom(later, record.id);
      if (later.length > 0) this.#onlyInPage.delete(record.id);
      else this.#onlyInPage.add(record.id);
      return later.length > 0 ? 'phone' : 'page';
    }
    return 'page';
  }

  async remove(id: string): Promise<void> {
    await removeFrom(this.#places, id);
    this.#onlyInPage.delete(id);
  }

  async clear(seat: string): Promise<void> {
    for (const { id } of await this.all(seat)) await this.remove(id);
  }
}

async function removeFrom(places: readonly Keeping<Kept>[], id: string): Promise<void> {
  await Promise.all(places.map((place) => place.remove(id).catch(() => undefined)));
}

const STORES = ['actions', 'notes'] as const;
export type StoreName = (typeof STORES)[number];
type Schema = DBSchema & { [name in StoreName]: { key: string; value: Kept } };

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Some browsers never answer in a private window. */
function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= Promise.race([
    openDB<Schema>('samenspraak', 1, { upgrade: (made) => STORES.forEach((name) => made.createObjectStore(name, { keyPath: 'id' })) }),
    new Promise<never>((_, failed) => setTimeout(failed, 3_000)),
  ]);
  return opened;
}

function inDatabase<T extends Kept>(name: StoreName): Keeping<T> {
  return {
    all: async () => (await (await database()).getAll(name)) as T[],
    async put(record) {
      // 'strict': a phone that falls dead right after still has it.
      const change = (await database()).transaction(name, 'readwrite', { durability: 'strict' });
      await Promise.all([change.store.put(record), change.done]);
    },
    remove: async (id) => (await database()).delete(name, id),
  };
}

function inLocalStorage<T extends Kept>(name: StoreName): Keeping<T> {
  const prefix = `samenspraak/${name}/`;
  return {
    all: async () =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith(prefix))
        .map(([, record]: [string, string]) => JSON.parse(record) as T),
    put: async (record) => localStorage.setItem(prefix + record.id, JSON.stringify(record)),
    remove: async (id) => localStorage.removeItem(prefix + id),
  };
}

function inPage<T extends Kept>(): Keeping<T> {
  const records = new Map<string, T>();
  return {
    all: async () => [...records.values()],
    put: async (record) => void records.set(record.id, record),
    remove: async (id) => void records.delete(id),
  };
}
