import type { ConversationId, OrganiserId, TrajectoryId } from '#app/ids.ts';
import type * as port from '#app/ports/trajectories.ts';
import type { NewText, TextId } from '#conversation/words.ts';
import type { Database, Query } from './database.ts';
import { erase } from './erasing.ts';

export class Trajectories implements port.Trajectories {
  readonly #database: Database;
  readonly #onErased: () => Promise<void>;

  /** `onErased`: what else is done about erased words, before anybody is told that they are gone. */
  constructor(database: Database, onErased: () => Promise<void>) {
    this.#database = database;
    this.#onErased = onErased;
  }

  async add({ id, organiser, title }: Parameters<port.Trajectories['add']>[0]): Promise<void> {
    await this.#database.steady(
      `WITH made AS (INSERT INTO trajectories (id, organiser, title) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id)
       INSERT INTO texts (conversation, id, words) SELECT id, $3, $4 FROM made`,
      [id, organiser, title.id, title.words],
    );
  }

  async find(id: TrajectoryId): Promise<port.Trajectory | null> {
    const rows = await this.#database.steady<port.Trajectory>(`${FIND} WHERE t.id = $1`, [id]);
    return rows[0] ?? null;
  }

  listOf(organiser: OrganiserId): Promise<readonly port.Trajectory[]> {
    return this.#database.steady<port.Trajectory>(`${FIND} WHERE t.organiser = $1 ORDER BY t.made_at DESC, t.id`, [organiser]);
  }

  async rename(organiser: OrganiserId, id: TrajectoryId, title: NewText | null): Promise<boolean> {
    const renamed = await this.#changing(organiser, id, async (query, before) => {
      await eraseTitle(query, id, before);
      await query('UPDATE trajectories SET title = $2 WHERE id = $1', [id, title?.id ?? null]);
      if (title) await query('INSERT INTO texts (conversation, id, words) VALUES ($1, $2, $3)', [id, title.id, title.words]);
      return true;
    });
    if (renamed) await this.#onErased();
    return renamed ?? false;
  }

  async remove(organiser: OrganiserId, id: TrajectoryId): Promise<boolean> {
    const removed = await this.#changing(organiser, id, async (query, title) => {
      await eraseTitle(query, id, title);
      await query('DELETE FROM trajectories WHERE id = $1', [id]);
      return true;
    });
    if (removed) await this.#onErased();
    return removed ?? false;
  }

  async put(organiser: OrganiserId, id: TrajectoryId, conversation: ConversationId, most: number): Promise<'put' | 'full' | 'notThere'> {
    const put = await this.#changing(organiser, id, async (query) => {
      const others = await query('SELECT 1 FROM trajectory_conversations WHERE trajectory = $1 AND conversation <> $2', [id, conversation]);
      if (others.length >= most) return 'full';
      return (await putIn(query, organiser, id, conversation)) ? 'put' : 'notThere';
    });
    return put ?? 'notThere';
  }

  async take(organiser: OrganiserId, id: TrajectoryId, conversation: ConversationId): Promise<boolean> {
    const rows = await this.#database.query(
      `DELETE FROM trajectory_conversations i USING trajectories t
       WHERE t.organiser = $1 AND t.id = $2 AND i.trajectory = t.id AND i.conversation = $3 RETURNING i.conversation`,
      [organiser, id, conversation],
    );
    return rows.length === 1;
  }

  /** Nobody else changes it meanwhile. Null when it is not there. */
  async #changing<T>(
    organiser: OrganiserId,
    id: TrajectoryId,
    work: (query: Query, title: TextId | null) => Promise<T>,
  ): Promise<T | null> {
    return this.#database.transaction(async (query) => {
      const [held] = await query<{ title: TextId | null }>('SELECT title FROM trajectories WHERE organiser = $1 AND id = $2 FOR UPDATE', [
        organiser,
        id,
      ]);
      return held ? work(query, held.title) : null;
    });
  }
}

async function putIn(query: Query, organiser: OrganiserId, id: TrajectoryId, conversation: ConversationId): Promise<boolean> {
  const rows = await query(
    `INSERT INTO trajectory_conversations (conversation, trajectory)
     SELECT id, $2 FROM conversations WHERE organiser = $1 AND NOT rehearsal AND id = $3
     ON CONFLICT (conversation) DO UPDATE SET trajectory = excluded.trajectory RETURNING conversation`,
    [organiser, id, conversation],
  );
  return rows.length === 1;
}

const FIND = `SELECT t.id, t.organiser, title.words AS title, ARRAY(
    SELECT c.id FROM trajectory_conversations i JOIN conversations c ON c.id = i.conversation
    WHERE i.trajectory = t.id ORDER BY c.created_at, c.id
  ) AS conversations
  FROM trajectories t LEFT JOIN texts title ON title.conversation = t.id AND title.id = t.title`;

/** Texts stand under what they belong to: here that is no conversation. */
async function eraseTitle(query: Query, id: TrajectoryId, title: TextId | null): Promise<void> {
  if (title !== null) await erase(query, id as string as ConversationId, [title]);
}
