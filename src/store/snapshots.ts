import type { ConversationId } from '#app/ids.ts';
import type * as port from '#app/ports/snapshots.ts';
import type { Database } from './database.ts';

export class Snapshots implements port.Snapshots {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async keep(conversation: ConversationId, { number, rulesVersion, parts }: port.NewSnapshot): Promise<void> {
    await this.#database.transaction(async (query) => {
      // Two processes may make one at the same time: the second waits here, and then sees that it is done.
      await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [conversation]);
      const newer = await query('SELECT 1 FROM snapshots WHERE conversation = $1 AND rules_version = $2 AND number >= $3 LIMIT 1', [
        conversation,
        rulesVersion,
        number,
      ]);
      if (newer.length > 0) return;
      await query('DELETE FROM snapshots WHERE conversation = $1', [conversation]);
      let part = 0;
      for await (const content of parts) {
        await query('INSERT INTO snapshots (conversation, number, part, rules_version, content) VALUES ($1, $2, $3, $4, $5)', [
          conversation,
          number,
          part++,
          rulesVersion,
          content,
        ]);
      }
    });
  }
}
