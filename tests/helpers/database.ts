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
  readonly #embedded: { readonly server: PostgresServer; readonly folder: string } | undefined;

  constructor(name: string, config: PoolConfig, embedded?: { readonly server: PostgresServer; readonly folder: string }) {
    this.name = name;
    this.#config = config;
    this.#embedded = embedded;
  }

  /** With our tables in it, all empty. */
  async database(): Promise<PoolConfig> {
    this.#template ??= this.#makeTemplate();
    return this.#create(`TEMPLATE ${await this.#template}`);
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

export async function embeddedServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
  const server = await startPostgres({ dataDir: folder, log: () => {} });
  return new TestServer('embedded', server.connection, { server, folder });
}

/** The embedded server, and the one of DATABASE_URL when that is given: storage must work on both. */
export async function allServers(): Promise<readonly TestServer[]> {
  const given = process.env['DATABASE_URL'];
  return [await embeddedServer(), ...(given ? [new TestServer('DATABASE_URL', fromUrl(given))] : [])];
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
