import type { ConversationId } from '#app/ids.ts';
import { StoreProblem } from '#app/ports.ts';
import type * as port from '#app/ports/streams.ts';
import type { SealingReceipt } from '#app/ports/receipts.ts';
import type { Origin } from '#conversation/library.ts';
import type { RunId } from '#conversation/state.ts';
import type { Json, TextId } from '#conversation/words.ts';
import { append } from './append.ts';
import { bytes } from './bytes.ts';
import type { Database, Lastly, Query } from './database.ts';
import { holdWords } from './copiedTexts.ts';
import { PastStream } from './pastStream.ts';
import { readTail } from './tail.ts';

/**
 * The log of each conversation. Its row in `streams` is the lock: whoever appends holds it alone, whoever
 * casts a secret ballot shares it. Numbers are dealt under that lock, so there are no gaps.
 */
export class Streams implements port.Streams {
  readonly #database: Database;
  readonly #onErased: () => Promise<void>;

  /** `onErased`: what else is done about erased words, before anybody is told that they are gone. */
  constructor(database: Database, onErased: () => Promise<void>) {
    this.#database = database;
    this.#onErased = onErased;
  }

  async writing<T>(
    conversation: ConversationId,
    keys: readonly port.ActionKey[],
    work: (stream: port.OpenStream) => Promise<T>,
  ): Promise<T> {
    const { done, erases } = await this.#database.transaction(async (query, lastly) => {
      // Asked together; the database answers the second when the lock is ours.
      const [last, remembered] = await Promise.all([lock(query, conversation, 'UPDATE'), findAnswers(query, conversation, keys)]);
      const stream = new OpenStream(query, lastly, conversation, last, remembered);
      return { done: await work(stream), erases: stream.erases };
    });
    if (erases) await this.#onErased();
    return done;
  }

  casting<T>(conversation: ConversationId, work: (stream: port.CastingStream) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (query) =>
      work(new CastingStream(query, conversation, await lock(query, conversation, 'SHARE'))),
    );
  }

  reading<T>(conversation: ConversationId, work: (stream: port.PastStream) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (query) => {
      const found = await query<Found>('SELECT last FROM streams WHERE conversation = $1', [conversation]);
      return work(new PastStream(query, conversation, lastIn(found)));
    }, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  }

  async newestOf(conversations: readonly ConversationId[]): Promise<ReadonlyMap<ConversationId, port.Newest>> {
    const rows = await this.#database.query<port.Newest & { conversation: ConversationId }>(
      'SELECT conversation, last, erased_elsewhere AS "erasedElsewhere" FROM streams WHERE conversation = ANY($1)',
      [conversations],
    );
    return new Map(rows.map(({ conversation, ...newest }) => [conversation, newest]));
  }
}

async function lock(query: Query, conversation: ConversationId, strength: 'UPDATE' | 'SHARE'): Promise<number> {
  return lastIn(await query<Found>(`SELECT last FROM streams WHERE conversation = $1 FOR ${strength}`, [conversation]));
}

interface Found {
  readonly last: number;
}

/** Whoever waited for the lock while the conversation was thrown away finds no row: nothing may be stored for it any more. */
function lastIn([stream]: readonly Found[]): number {
  if (!stream) throw new StoreProblem('gone', 'that there is no such conversation');
  return stream.last;
}

function findAnswers(query: Query, conversation: ConversationId, keys: readonly port.ActionKey[]): Promise<port.RememberedAnswer[]> {
  return query<port.RememberedAnswer>(
    `SELECT asker, action, body_hash AS "bodyHash", answer FROM answers
     WHERE conversation = $1 AND (asker, action) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
    [conversation, keys.map((key) => key.asker), keys.map((key) => key.action)],
  );
}

class LockedStream implements port.StreamTail {
  readonly last: number;
  protected readonly query: Query;
  protected readonly conversation: ConversationId;

  constructor(query: Query, conversation: ConversationId, last: number) {
    this.query = query;
    this.conversation = conversation;
    this.last = last;
  }

  after(number: number): Promise<port.Tail> {
    return readTail(this.query, this.conversation, number, this.last);
  }

  async ballots(run: RunId): Promise<{ readonly [input: string]: readonly Json[] }> {
    const rows = await this.query<{ input: string; choices: Json[] }>(
      'SELECT input, jsonb_agg(choice ORDER BY ballot) AS choices FROM ballots WHERE conversation = $1 AND run = $2 GROUP BY input',
      [this.conversation, run],
    );
    return Object.fromEntries(rows.map(({ input, choices }) => [input, choices]));
  }
}

class OpenStream extends LockedStream implements port.OpenStream {
  readonly remembered: readonly port.RememberedAnswer[];
  /** Whether words go by what was appended. */
  erases = false;
  readonly #lastly: Lastly;

  constructor(query: Query, lastly: Lastly, conversation: ConversationId, last: number, remembered: readonly port.RememberedAnswer[]) {
    super(query, conversation, last);
    this.#lastly = lastly;
    this.remembered = remembered;
  }

  receipts(): Promise<readonly SealingReceipt[]> {
    return this.query<{ seat: SealingReceipt['seat']; tagKey: Buffer }>(
      'SELECT seat, tag_key AS "tagKey" FROM receipts WHERE conversation = $1 AND seat IS NOT NULL',
      [this.conversation],
    );
  }

  async words(texts: readonly TextId[]): Promise<ReadonlyMap<TextId, string>> {
    const rows = await this.query<{ id: TextId; words: string }>(
      'SELECT id, words FROM texts WHERE conversation = $1 AND id = ANY($2) AND words IS NOT NULL',
      [this.conversation, texts],
    );
    return new Map(rows.map(({ id, words }) => [id, words]));
  }

  originalWords(of: Origin): Promise<ReadonlySet<string>> {
    return holdWords(this.query, this.conversation, of);
  }

  append(addition: port.Addition): Promise<void> {
    this.erases = addition.erased.length > 0;
    return append(this.query, this.#lastly, this.conversation, addition);
  }
}

class CastingStream extends LockedStream implements port.CastingStream {
  async ballotKey(run: RunId): Promise<Uint8Array | null> {
    const [known] = await this.query<{ key: Buffer }>('SELECT key FROM ballot_keys WHERE conversation = $1 AND run = $2', [
      this.conversation,
      run,
    ]);
    return known?.key ?? null;
  }

  async addBallotKey(run: RunId, key: Uint8Array): Promise<void> {
    await this.query('INSERT INTO ballot_keys (conversation, run, key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      this.conversation,
      run,
      bytes(key),
    ]);
  }

  async cast({ run, input, id, choice }: port.Ballot): Promise<void> {
    await this.query(
      `INSERT INTO ballots (conversation, run, ballot, input, choice) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (conversation, run, ballot) DO UPDATE SET choice = excluded.choice`,
      [this.conversation, run, bytes(id), input, JSON.stringify(choice)],
    );
  }
}
