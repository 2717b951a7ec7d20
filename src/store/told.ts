import type { ConversationId } from '#app/ids.ts';
import type { Addition } from '#app/ports/streams.ts';
import type { Authored } from '#conversation/authors.ts';
import type { SeatId } from '#conversation/state.ts';
import type { Need } from '#conversation/told.ts';
import type { Query } from './database.ts';

/** What people told about themselves after this event, as it stands now. */
export async function readTold(query: Query, conversation: ConversationId, after: number): Promise<readonly Authored[]> {
  const rows = await query<ToldRow>('SELECT seat, young, photo, needs, slower FROM told WHERE conversation = $1 AND number > $2', [
    conversation,
    after,
  ]);
  return rows.map(({ seat, ...told }) => ({ seat, told }));
}

/** Written over: what somebody no longer says is not kept. */
export async function keepTold(query: Query, conversation: ConversationId, authored: Addition['authored']): Promise<void> {
  for (const { number, what } of authored) {
    if (!('told' in what)) continue;
    await query(
      `INSERT INTO told (conversation, seat, number, young, photo, needs, slower) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (conversation, seat) DO UPDATE
       SET number = excluded.number, young = excluded.young, photo = excluded.photo, needs = excluded.needs, slower = excluded.slower`,
      [conversation, what.seat, number, what.told.young, what.told.photo, what.told.needs, what.told.slower],
    );
  }
}

interface ToldRow {
  readonly seat: SeatId;
  readonly young: boolean;
  readonly photo: boolean | null;
  readonly needs: readonly Need[];
  readonly slower: boolean;
}
