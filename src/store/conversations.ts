import type { ConversationId, OrganiserId } from '#app/ids.ts';
import type * as port from '#app/ports/streams.ts';
import type { Database } from './database.ts';

export class Conversations implements port.Conversations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async create({ id, organiser, facilitatorSeat, format, rehearsal }: port.NewConversation): Promise<void> {
    await this.#database.steady(
      `WITH stream AS (INSERT INTO streams (conversation, last, status) VALUES ($1, 0, 'preparing') ON CONFLICT DO NOTHING)
       INSERT INTO conversations (id, organiser, facilitator_seat, format, rehearsal) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [id, organiser, facilitatorSeat, JSON.stringify(format), rehearsal],
    );
  }

  async find(id: ConversationId): Promise<port.KnownConversation | null> {
    const rows = await this.#database.steady<port.KnownConversation>(
      'SELECT id, organiser, facilitator_seat AS "facilitatorSeat", format, rehearsal FROM conversations WHERE id = $1',
      [id],
    );
    return rows[0] ?? null;
  }

  listOf(organiser: OrganiserId): Promise<readonly port.ListedConversation[]> {
    return this.#database.steady<port.ListedConversation>(
      `SELECT conversations.id, format -> 'name' AS "formatName", words AS title, status, rehearsal, created_at AS "createdAt"
       FROM conversations
       JOIN streams ON streams.conversation = conversations.id
       LEFT JOIN texts ON texts.conversation = conversations.id AND texts.id = streams.title
       WHERE organiser = $1 ORDER BY created_at DESC, conversations.id`,
      [organiser],
    );
  }

  dueBefore(time: number): Promise<readonly { id: ConversationId; dueAt: number }[]> {
    return this.#database.query('SELECT conversation AS id, due_at::float8 AS "dueAt" FROM streams WHERE due_at <= $1', [time]);
  }
}
