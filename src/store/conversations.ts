import type { ConversationId, OrganiserId } from '#app/ids.ts';
import type * as port from '#app/ports/streams.ts';
import type { Revocation } from '#app/ports/people.ts';
import type { TextId } from '#conversation/words.ts';
import type { Database, Query } from './database.ts';
import { erase } from './erasing.ts';
import { recordRevocations, type Lost } from './revocations.ts';

export class Conversations implements port.Conversations {
  readonly #database: Database;
  readonly #onErased: () => Promise<void>;

  /** `onErased`: what else is done about erased words, before anybody is told that they are gone. */
  constructor(database: Database, onErased: () => Promise<void>) {
    this.#database = database;
    this.#onErased = onErased;
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

  listOf(organiser: OrganiserId, today: string): Promise<readonly port.ListedConversation[]> {
    return this.#database.steady<port.ListedConversation>(
      `SELECT conversations.id, format -> 'name' AS "formatName", words AS title, status, rehearsal, created_at AS "createdAt",
         jsonb_build_object(
           'waiting', owed.waiting, 'late', owed.late, 'voices', voices, 'published', published, 'finished', finished,
           'promised', CASE WHEN NOT (finished AND published) AND hear_back < $2::date THEN hear_back END
         ) AS owed
       FROM conversations
       JOIN streams ON streams.conversation = conversations.id
       LEFT JOIN texts ON texts.conversation = conversations.id AND texts.id = streams.title
       CROSS JOIN LATERAL (
         SELECT count(*) AS waiting, count(*) FILTER (WHERE due < $2::date) AS late
         FROM outcomes WHERE outcomes.conversation = conversations.id AND waiting
       ) owed
       WHERE organiser = $1 ORDER BY created_at DESC, conversations.id`,
      [organiser, today],
    );
  }

  async discard(organiser: OrganiserId, id: ConversationId): Promise<readonly Revocation[] | null> {
    const lost = await this.#database.transaction(async (query) => {
      const held = await query(
        `SELECT 1 FROM streams s JOIN conversations c ON c.id = s.conversation
         WHERE s.conversation = $1 AND c.organiser = $2 AND s.status = 'preparing' FOR UPDATE OF s`,
        [id, organiser],
      );
      return held.length === 0 ? null : recordRevocations(query, await takeAway(query, id));
    });
    if (lost) await this.#onErased();
    return lost;
  }

  dueBefore(time: number): Promise<readonly { id: ConversationId; dueAt: number }[]> {
    return this.#database.query('SELECT conversation AS id, due_at::float8 AS "dueAt" FROM streams WHERE due_at <= $1', [time]);
  }
}

/** Its words are on the list of what was erased, so that they do not come back with an old backup. The emptied texts stay: of these a list that was lost is made again. */
async function takeAway(query: Query, id: ConversationId): Promise<readonly Lost[]> {
  const texts = await query<{ id: TextId }>('SELECT id FROM texts WHERE conversation = $1 AND words IS NOT NULL', [id]);
  await erase(
    query,
    id,
    texts.map((text) => text.id),
  );
  const lost = await query<Lost>('DELETE FROM device_seats WHERE conversation = $1 RETURNING device, conversation, seat', [id]);
  for (const table of LAID_READY) await query(`DELETE FROM ${table} WHERE conversation = $1`, [id]);
  await query('DELETE FROM conversations WHERE id = $1', [id]);
  return lost;
}

/** All there can be of a conversation that nobody came into; its lock goes last. */
const LAID_READY = [
  'links',
  'join_codes',
  'tickets',
  'receipts',
  'told',
  'trajectory_conversations',
  'snapshots',
  'answers',
  'authors',
  'events',
  'streams',
] as const;
