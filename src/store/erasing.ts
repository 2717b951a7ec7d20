import type { ConversationId } from '#app/ids.ts';
import type { Log } from '#app/world.ts';
import type { TextId } from '#conversation/words.ts';
import type { Database, Query } from './database.ts';
import type { ErasedList, ErasedText } from './erasedList.ts';
import { Gathered } from './gathered.ts';
import { forgetSearched } from './outcomes.ts';

/** Takes the words away, and what was made of them to search by; which they were waits here to be put on the list. */
export async function erase(query: Query, conversation: ConversationId, texts: readonly TextId[]): Promise<void> {
  await eraseAll(
    query,
    texts.map((id) => ({ conversation, id })),
    false,
  );
}

/**
 * Keeps the list outside the database up with it, and a database that was put back from a backup up with the list. The
 * database knows by itself what it erased and did not list yet, so a crash in between forgets nothing.
 */
export class Erasing {
  readonly #database: Database;
  readonly #list: ErasedList;
  readonly #log: Log;
  readonly #listing: Gathered<null, null>;

  constructor(database: Database, list: ErasedList, log: Log) {
    this.#database = database;
    this.#list = list;
    this.#log = log;
    this.#listing = new Gathered(async (asked) => {
      await this.#write();
      return asked.map(() => null);
    });
  }

  /** Before anything is served. What an older database still held makes that its files are wiped soon. */
  async follow(): Promise<void> {
    const applied = await this.#applied();
    let erased = 0;
    for await (const { texts, upTo } of this.#list.after(applied ?? 0)) {
      erased += await this.#database.transaction(async (query) => {
        const gone = await eraseAll(query, texts, true);
        if (gone > 0) await query('UPDATE wiped SET at = 0');
        await noteApplied(query, this.#list.name, upTo);
        return gone;
      });
    }
    // A list that is new to this database gets all that was erased before.
    if (applied === null)
      await this.#database.query(
        'INSERT INTO erased (conversation, id) SELECT conversation, id FROM texts WHERE words IS NULL ON CONFLICT (conversation, id) DO UPDATE SET listed = false',
      );
    await this.#write();
    if (erased > 0)
      this.#log('warn', 'The database is older than the list of erased texts: what was erased since is erased again.', { erased });
  }

  /** What was erased is on the list when this resolves. The words are gone already, so that it fails is for the operator alone. */
  async write(): Promise<void> {
    try {
      await this.#listing.ask(null);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      this.#log('error', 'What was erased could not be put on the list of erased texts; it is tried again.', { code });
    }
  }

  async #applied(): Promise<number | null> {
    const [known] = await this.#database.query<{ applied: number }>('SELECT applied::float8 AS applied FROM erased_lists WHERE list = $1', [
      this.#list.name,
    ]);
    return known?.applied ?? null;
  }

  async #write(): Promise<void> {
    await this.#database.transaction(async (query) => {
      const fresh = await query<ErasedRow>('UPDATE erased SET listed = true WHERE NOT listed RETURNING conversation, id');
      if (fresh.length > 0) await noteApplied(query, this.#list.name, await this.#list.add(fresh));
    });
  }
}

/** Says how many of them still had words. */
async function eraseAll(query: Query, texts: readonly ErasedText[], listed: boolean): Promise<number> {
  const gone = await query<ErasedRow>(
    `WITH asked AS (SELECT * FROM unnest($1::text[], $2::text[]) AS a (conversation, id)), gone AS (
       UPDATE texts SET words = NULL FROM asked
       WHERE texts.conversation = asked.conversation AND texts.id = asked.id AND words IS NOT NULL
       RETURNING texts.conversation, texts.id
     ), noted AS (
       INSERT INTO erased (conversation, id, listed) SELECT conversation, id, $3::boolean FROM gone ON CONFLICT DO NOTHING
     )
     SELECT conversation, id FROM gone`,
    [texts.map(({ conversation }) => conversation), texts.map(({ id }) => id), listed],
  );
  for (const [conversation, each] of Map.groupBy(gone, (row) => row.conversation)) {
    await forgetSearched(
      query,
      conversation,
      each.map(({ id }) => id),
    );
  }
  return gone.length;
}

type ErasedRow = ErasedText & { [column: string]: unknown };

async function noteApplied(query: Query, list: string, applied: number): Promise<void> {
  await query('INSERT INTO erased_lists (list, applied) VALUES ($1, $2) ON CONFLICT (list) DO UPDATE SET applied = excluded.applied', [
    list,
    applied,
  ]);
}
