import type { ConversationId } from '#app/ids.ts';
import type { Origin } from '#conversation/library.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import type { Query } from './database.ts';
import type { ErasedText } from './erasedList.ts';

/**
 * What stands in the original, and what was taken over from it before. Until the transaction ends nobody erases it or
 * words it anew: whoever erases waits, and then finds what was copied meanwhile.
 */
export async function holdWords(query: Query, conversation: ConversationId, of: Origin): Promise<ReadonlySet<string>> {
  // The outcome before its words, as who erases does: so neither waits for the other.
  await query('SELECT 1 FROM outcomes WHERE conversation = $1 AND id = $2 FOR SHARE', [of.conversation, of.outcome]);
  const rows = await query<{ words: string }>(HOLD, [conversation, of.conversation, of.outcome]);
  return new Set(rows.map(({ words }) => words));
}

/** Which words of copies are those of the original, for when they are erased there. */
export async function keepCopies(query: Query, conversation: ConversationId, copies: readonly OutcomeId[]): Promise<void> {
  await query(KEEP, [conversation, copies]);
}

/** What was made of these, in whatever conversation. */
export function copiesMadeOf(query: Query, texts: readonly ErasedText[]): Promise<(ErasedText & { [column: string]: unknown })[]> {
  return query(
    `SELECT DISTINCT copied_texts.conversation, copied_texts.id FROM copied_texts
     JOIN unnest($1::text[], $2::text[]) AS a (conversation, id) ON a.conversation = from_conversation AND a.id = from_id`,
    [texts.map(({ conversation }) => conversation), texts.map(({ id }) => id)],
  );
}

/** What an outcome says, and what was taken over from its conversation before it was worded anew. */
const SAID = `(
  SELECT unnest(original.texts) AS id
  UNION SELECT from_id FROM copied_texts WHERE from_conversation = original.conversation AND conversation = $1
) AS said`;

const HOLD = `
  SELECT theirs.words FROM outcomes AS original
  CROSS JOIN LATERAL ${SAID}
  JOIN texts AS theirs ON theirs.conversation = original.conversation AND theirs.id = said.id
  WHERE original.conversation = $2 AND original.id = $3 AND theirs.words IS NOT NULL
  ORDER BY theirs.id FOR SHARE OF theirs`;

/** Who words a copy anew may keep what the original says no longer: that goes with what it was taken over from. */
const KEEP = `
  INSERT INTO copied_texts (conversation, id, from_conversation, from_id)
  SELECT own.conversation, own.id, theirs.conversation, theirs.id
  FROM outcomes AS copy
  JOIN outcomes AS original ON original.conversation = copy.from_conversation AND original.id = copy.from_outcome
  CROSS JOIN LATERAL ${SAID}
  JOIN texts AS own ON own.conversation = copy.conversation AND own.id = ANY (copy.texts)
  JOIN texts AS theirs ON theirs.conversation = original.conversation AND theirs.id = said.id
  WHERE copy.conversation = $1 AND copy.id = ANY ($2) AND theirs.words = own.words
  ON CONFLICT DO NOTHING`;
