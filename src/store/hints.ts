import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import type { ConversationId } from '#app/ids.ts';
import type * as port from '#app/ports.ts';
import type { Database, Query } from './database.ts';

/** NOTIFY and LISTEN: quick, but a message can be lost when the connection breaks, or behind a pooler. */
export class Hints implements port.Hints {
  readonly #config: ClientConfig;
  readonly #database: Database;
  /** So that we do not listen to ourselves. */
  readonly #self = randomUUID();
  readonly #waiting = new Set<string>();
  readonly #listeners: ((hint: port.Hint | undefined) => void)[] = [];
  #client: Client | undefined;
  #telling: Promise<void> | undefined;
  #stopped = false;

  constructor(config: ClientConfig, database: Database) {
    this.#config = config;
    this.#database = database;
    void this.#listen();
  }

  /** Gathers for a moment, so that a busy room costs one small statement now and then. */
  tell(hint: port.Hint): void {
    this.#waiting.add(hint === 'revoked' ? hint : hint.conversation);
    this.#telling ??= this.#tellSoon();
  }

  onHeard(listener: (hint: port.Hint | undefined) => void): void {
    this.#listeners.push(listener);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#telling;
    await this.#client?.end().catch(() => {});
  }

  async #tellSoon(): Promise<void> {
    await pause(GATHER);
    const told = [...this.#waiting];
    this.#waiting.clear();
    this.#telling = undefined;
    // Lost hints are found by the poll of whoever listens.
    await this.#database
      .query('SELECT pg_notify($1, hint) FROM unnest($2::text[]) AS t (hint)', [CHANNEL, told.map((hint) => `${this.#self} ${hint}`)])
      .catch(() => {});
  }

  async #listen(): Promise<void> {
    while (!this.#stopped) {
      await this.#listenOnce().catch(() => {});
      if (!this.#stopped) await pause(RECONNECT);
    }
  }

  /** Ends when the connection does. */
  async #listenOnce(): Promise<void> {
    const client = new Client({ ...this.#config, connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'samenspraak hints' });
    this.#client = client;
    const over = new Promise<void>((resolve) => client.on('end', () => resolve()).on('error', () => resolve()));
    client.on('notification', ({ payload = '' }) => this.#read(payload));
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    this.#heard(undefined);
    await over;
    await client.end().catch(() => {});
  }

  #read(payload: string): void {
    const [teller, hint = ''] = payload.split(' ');
    if (teller === this.#self) return;
    if (hint === 'revoked') this.#heard(hint);
    else this.#heard({ conversation: hint as ConversationId });
  }

  #heard(hint: port.Hint | undefined): void {
    for (const listener of this.#listeners) listener(hint);
  }
}

/** Goes out with the commit, to this process too: something else than an event of theirs is new in these conversations. */
export async function tellAll(query: Query, conversations: readonly ConversationId[]): Promise<void> {
  const told = conversations.map((conversation) => `${EVERYBODY} ${conversation}`);
  await query('SELECT pg_notify($1, hint) FROM unnest($2::text[]) AS t (hint)', [CHANNEL, told]);
}

const CHANNEL = 'samenspraak';
/** In the place of who told it, which nobody is. */
const EVERYBODY = 'all';
const GATHER = 30;
const RECONNECT = 300;
