import type * as port from '#app/ports/streams.ts';
import type { ConversationId } from '#app/ids.ts';
import type { TextId } from '#conversation/words.ts';
import type { Database } from './database.ts';

export class Texts implements port.Texts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(conversation: ConversationId, ids: readonly TextId[]): Promise<ReadonlyMap<TextId, string>> {
    const found = new Map<TextId, string>();
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const rows = await this.#database.steady<{ id: TextId; words: string }>(
        'SELECT id, words FROM texts WHERE conversation = $1 AND id = ANY($2) AND words IS NOT NULL',
        [conversation, ids.slice(from, from + AT_ONCE)],
      );
      for (const { id, words } of rows) found.set(id, words);
    }
    return found;
  }
}

const AT_ONCE = 5_000;
