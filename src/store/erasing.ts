import type { ConversationId } from '#app/ids.ts';
import type { Log } from '#app/world.ts';
import type { TextId } from '#conversation/words.ts';
import { copiesMadeOf } from './copiedTexts.ts';
import type { Database, Query } from './database.ts';
import type { ErasedList, ErasedText } from './erasedList.ts';
import { Gathered } from './gathered.ts';
import { tellAll } from './hints.ts';
import { forgetSearched } from './outcomes.ts';

/**
 * Takes the words away, also where other conversations took them over, and what was made of them to search by; which
 * they were waits here to be put on the list. Every process that looks for news, or hears of it, sees where else words went.
 */
export async function erase(query: Query, conversation: ConversationId, texts: readonly TextId[]): Promise<void> {
  const gone = await eraseAll(
    query,
    texts.map((id) => ({ conversation, id })),
    false,
  );
  const elsewhere = [...new Set(gone.map((text) => text.conversation))].filter((each) => each !== conversation);
  if (elsewhere.length === 0) return;
  await query('UPDATE streams SET erased_elsewhere = erased_elsewhere + 1 WHERE conversation = ANY($1)', [elsewhere]);
  await tellAll(query, elsewhere);
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
        if (gone.length > 0) await query('UPDATE wiped SET at = 0');
        await noteApplied(query, this.#list.name, upTo);
        return gone.length;
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

/** Gives those that still had words. A copy is younger than what it was made of, so there is an end to copies of copies. */
async function eraseAll(query: Query, texts: readonly ErasedText[], listed: boolean): Promise<readonly ErasedText[]> {
  const gone: ErasedText[] = [];
  for (let asked = texts; asked.length > 0; asked = await copiesMadeOf(query, asked)) {
    // Whoever is taking these over is waited for here, so that the copy is found by the next question.
    gone.push(...(await eraseThese(query, asked, listed)));
  }
  return gone;
}

async function eraseThese(query: Query, texts: readonly ErasedText[], listed: boolean): Promise<readonly ErasedText[]> {
  const asked = [texts.map(({ conversation }) => conversation), texts.map(({ id }) => id)];
  const there = await query<ErasedRow>(`SELECT conversation, id FROM texts WHERE ${IS_ASKED} AND words IS NOT NULL`, asked);
  for (const [conversation, each] of Map.groupBy(there, (row) => row.conversation)) {
    await forgetSearched(
      query,
      conversation,
      each.map(({ id }) => id),
    );
  }
  return query<ErasedRow>(
    `WITH gone AS (
       UPDATE texts SET words = NULL WHERE ${IS_ASKED} AND words IS NOT NULL RETURNING conversation, id
     ), noted AS (
       INSERT INTO erased (conversation, id, listed) SELECT conversation, id, $3::boolean FROM gone ON CONFLICT DO NOTHING
     )
     SELECT conversation, id FROM gone`,
    [...asked, listed],
  );
}

const IS_ASKED = '(conversation, id) IN (SELECT * FROM unnest($1::text[], $2::text[]))';

type ErasedRow = ErasedText & { [column: string]: unknown };

async function noteApplied(query: Query, list: string, applied: number): Promise<void> {
  await query('INSERT INTO erased_lists (list, applied) VALUES ($1, $2) ON CONFLICT (list) DO UPDATE SET applied = excluded.applied', [
    list,
    applied,
  ]);
}
