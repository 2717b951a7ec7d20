import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type PoolConfig } from 'pg';
import { startPostgres, type PostgresServer } from '#postgres/server.ts';
import { openStore } from '#store/open.ts';

/** A real PostgreSQL for one test file, with fresh databases on it; everything goes when the file is done. */
export class TestServer {
  readonly name: string;
  readonly #config: PoolConfig;
  readonly #databases: string[] = [];
  #template: Promise<string> | undefined;
  readonly #embedded: Embedded | undefined;

  /** `template`: a database there with our tables in it, made by somebody else. */
  constructor(name: string, config: PoolConfig, { embedded, template }: { embedded?: Embedded; template?: string } = {}) {
    this.name = name;
    this.#config = config;
    this.#embedded = embedded;
    this.#template = template === undefined ? undefined : Promise.resolve(template);
  }

  /** With our tables in it, all empty. */
  async database(): Promise<PoolConfig> {
    return this.#create(`TEMPLATE ${await (this.#template ??= this.#makeTemplate())}`);
  }

  /** As a backup of it: nobody may be in it meanwhile. */
  copyOf({ database }: PoolConfig): Promise<PoolConfig> {
    return this.#create(`TEMPLATE ${database}`);
  }

  /** The id of the server process, for those who want to kill it. Only of a server of our own. */
  get pid(): number {
    if (!this.#embedded) throw new Error('This server is not ours to kill.');
    return this.#embedded.server.pid;
  }

  /** What the server itself wrote down. Empty for a server that is not ours. */
  async log(): Promise<string> {
    return this.#embedded ? readFile(join(this.#embedded.folder, 'postgres.log'), 'utf8') : '';
  }

  /** What another process needs to use it too. */
  async shared(): Promise<{ readonly config: PoolConfig; readonly template: string }> {
    return { config: this.#config, template: await (this.#template ??= this.#makeTemplate()) };
  }

  async stop(): Promise<void> {
    if (this.#embedded) {
      await this.#embedded.server.stop();
      rmSync(this.#embedded.folder, { recursive: true, force: true, maxRetries: 3 });
      return;
    }
    for (const database of this.#databases) await this.#run(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  }

  async #makeTemplate(): Promise<string> {
    const config = await this.#create('');
    await (await openStore(config)).stop();
    return String(config.database);
  }

  async #create(how: string): Promise<PoolConfig> {
    const database = `samenspraak_test_${process.pid}_${this.#databases.length}`;
    this.#databases.push(database);
    await this.#run(`CREATE DATABASE ${database} ${how}`);
    return { ...this.#config, database };
  }

  async #run(sql: string): Promise<void> {
    const client = new Client(this.#config);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

/** An embedded server of one's own: to kill it, or to read its log. */
export async function embeddedServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
  const server = await startPostgres({ dataDir: folder, log: () => {} });
  return new TestServer('embedded', server.connection, { embedded: { server, folder } });
}

/** The embedded server, and the one of DATABASE_URL when that is given: storage must work on both. */
export async function allServers(): Promise<readonly TestServer[]> {
  const given = process.env['DATABASE_URL'];
  return [sharedServer() ?? (await embeddedServer()), ...(given ? [new TestServer('DATABASE_URL', fromUrl(given))] : [])];
}

/** The embedded server that `npm test` keeps for all files; a file that is run by itself has none. */
export function sharedServer(): TestServer | undefined {
  const shared = process.env[SHARED];
  if (shared === undefined) return undefined;
  const { config, template } = JSON.parse(shared) as { readonly config: PoolConfig; readonly template: string };
  return new TestServer('embedded', config, { template });
}

/** Starts one server for every test file that is run from here on: each starting its own costs seconds of a core. */
export async function shareServer(): Promise<TestServer> {
  const server = await embeddedServer();
  process.env[SHARED] = JSON.stringify(await server.shared());
  return server;
}

const SHARED = 'SAMENSPRAAK_TEST_SERVER';

interface Embedded {
  readonly server: PostgresServer;
  readonly folder: string;
}

function fromUrl(given: string): PoolConfig {
  const { hostname, port, username, password, pathname } = new URL(given);
  return {
    host: decodeURIComponent(hostname) || 'localhost',
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1) || 'postgres',
  };
}
