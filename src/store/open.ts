import type { PoolConfig } from 'pg';
import type { Store } from '#app/ports.ts';
import { Addresses } from './addresses.ts';
import { Conversations } from './conversations.ts';
import { Database } from './database.ts';
import { Hints } from './hints.ts';
import { JoinCodes } from './joinCodes.ts';
import { migrate } from './migrate.ts';
import { Library } from './library.ts';
import { Outcomes } from './outcomes.ts';
import { People } from './people.ts';
import { Receipts } from './receipts.ts';
import { Snapshots } from './snapshots.ts';
import { Streams } from './streams.ts';
import { Texts } from './texts.ts';
import { Tickets } from './tickets.ts';
import { Tokens } from './tokens.ts';

/** How to reach a PostgreSQL. */
export type StoreConfig = PoolConfig;

/**
 * Opens the storage of a house: brings the tables up to date and hands out the parts. `patience`: how long
 * a call waits for a database that is away (ms).
 */
export async function openStore(config: StoreConfig, patience = 15_000): Promise<Store> {
  const database = new Database(config, patience);
  try {
    await database.patiently(() => migrate(database));
  } catch (error) {
    await database.stop();
    throw error;
  }
  const hints = new Hints(config, database);
  return {
    conversations: new Conversations(database),
    streams: new Streams(database),
    texts: new Texts(database),
    snapshots: new Snapshots(database),
    receipts: new Receipts(database),
    joinCodes: new JoinCodes(database),
    tickets: new Tickets(database),
    addresses: new Addresses(database),
    outcomes: new Outcomes(database),
    library: new Library(database),
    people: new People(database),
    tokens: new Tokens(database),
    hints,
    async sweep() {
      for (const table of EMPTIED) await database.query(`VACUUM ${table}`);
    },
    async stop() {
      await hints.stop();
      await database.stop();
    },
  };
}

/** Tables from which things are deleted that nobody should find again in the files. */
const EMPTIED = ['authors', 'answers', 'ballots', 'ballot_keys', 'receipts', 'tickets', 'told', 'texts', 'outcomes'];
