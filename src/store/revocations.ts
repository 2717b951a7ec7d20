import type { Revocation } from '#app/ports/people.ts';
import type { Query } from './database.ts';

export type Lost = Omit<Revocation, 'number'>;

/** Numbers them under a lock held until commit, so that a reader who has seen number 7 has seen all before it. */
export async function recordRevocations(query: Query, lost: readonly Lost[]): Promise<readonly Revocation[]> {
  if (lost.length === 0) return [];
  await query('LOCK TABLE revocations IN SHARE ROW EXCLUSIVE MODE');
  const recorded = await query<Revocation>(
    `INSERT INTO revocations (number, device, conversation, seat)
     SELECT coalesce((SELECT max(number) FROM revocations), 0) + position, device, conversation, seat
     FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS lost (device, conversation, seat, position)
     RETURNING number, device, conversation, seat`,
    [lost.map(({ device }) => device), lost.map(({ conversation }) => conversation), lost.map(({ seat }) => seat)],
  );
  await query('DELETE FROM revocations WHERE number <= (SELECT max(number) FROM revocations) - $1', [KEPT]);
  return recorded;
}

/** Far more than what happens between two polls of a process. */
const KEPT = 10_000;
