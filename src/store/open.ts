import type { PoolConfig } from 'pg';
import type { Store } from '#app/ports.ts';
import type { Log } from '#app/world.ts';
import { Addresses } from './addresses.ts';
import { Conversations } from './conversations.ts';
import { Database } from './database.ts';
import { ErasedList } from './erasedList.ts';
import { Erasing } from './erasing.ts';
import { Files } from './files.ts';
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
import { Trajectories } from './trajectories.ts';

/** How to reach a PostgreSQL. */
export type StoreConfig = PoolConfig;

export interface StoreOptions {
  /** How long a call waits for a database that is away (ms). */
  readonly patience?: number | undefined;
  /** Where the list of erased texts is kept. Without one they wait in the database to be listed. */
  readonly erasedList?: string;
  /** The server is of this house alone, which may do with its files as it likes. */
  readonly isOurs?: boolean;
  readonly log?: Log;
}

/** Opens the storage of a house: brings the tables up to date, erases again what an older copy still holds, and hands out the parts. */
export async function openStore(config: StoreConfig, options: StoreOptions = {}): Promise<Store> {
  const { patience = 15_000, erasedList, isOurs = false, log = () => undefined } = options;
  const database = new Database(config, patience);
  let erasing: Erasing | undefined;
  try {
    await database.patiently(() => migrate(database));
    erasing = erasedList === undefined ? undefined : new Erasing(database, await ErasedList.open(erasedList), log);
    await erasing?.follow();
  } catch (error) {
    await database.stop();
    throw error;
  }
  const hints = new Hints(config, database);
  const onErased = async () => erasing?.write();
  return {
    conversations: new Conversations(database, onErased),
    streams: new Streams(database, onErased),
    texts: new Texts(database),
    snapshots: new Snapshots(database),
    receipts: new Receipts(database),
    joinCodes: new JoinCodes(database),
    tickets: new Tickets(database),
    addresses: new Addresses(database),
    outcomes: new Outcomes(database),
    library: new Library(database),
    trajectories: new Trajectories(database, onErased),
    people: new People(database),
    tokens: new Tokens(database),
    hints,
    files: new Files(database, isOurs),
    async stop() {
      await hints.stop();
      await database.stop();
    },
  };
}
