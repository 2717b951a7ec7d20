import type { ConversationId } from '#app/ids.ts';
import type { Addition } from '#app/ports/streams.ts';
import { bytes } from './bytes.ts';
import type { Lastly, Query } from './database.ts';
import { erase } from './erasing.ts';
import { keepNoticed, keepOutcomes } from './outcomes.ts';
import { recordRevocations, type Lost } from './revocations.ts';
import { keepTold } from './told.ts';

/** Stores one flush: one statement for all that is added, and more only when something goes. */
export async function append(query: Query, lastly: Lastly, conversation: ConversationId, addition: Addition): Promise<void> {
  if (addsOnly(addition)) return lastly(ADD, [conversation, ...columns(addition)]);
  await query(ADD, [conversation, ...columns(addition)]);
  if (addition.erased.length > 0) await erase(query, conversation, addition.erased);
  await keepOutcomes(query, conversation, addition.outcomes);
  await keepNoticed(query, conversation, addition.noticed);
  await endDoors(query, conversation, addition.ownersGone);
  await keepTold(query, conversation, addition.authored);
  if (addition.talliedRuns.length > 0) {
    await query('DELETE FROM ballots WHERE conversation = $1 AND run = ANY($2)', [conversation, addition.talliedRuns]);
    await query('DELETE FROM ballot_keys WHERE conversation = $1 AND run = ANY($2)', [conversation, addition.talliedRuns]);
  }
  if (addition.standing.status === 'closed' || addition.standing.status === 'sealed') {
    await query('UPDATE join_codes SET ended = true WHERE conversation = $1 AND NOT ended', [conversation]);
    await query('DELETE FROM told WHERE conversation = $1', [conversation]);
  }
  if (addition.ownerTags) await seal(query, conversation, addition.ownerTags);
}

function addsOnly({ erased, authored, talliedRuns, standing, ownerTags, outcomes, noticed, ownersGone }: Addition): boolean {
  const open = standing.status === 'preparing' || standing.status === 'open';
  return (
    open &&
    erased.length === 0 &&
    !authored.some(({ what }) => 'told' in what) &&
    talliedRuns.length === 0 &&
    outcomes.size === 0 &&
    noticed.size === 0 &&
    ownersGone.outcomes.length + ownersGone.seats.length === 0 &&
    ownerTags === null
  );
}

const ADD = `
  WITH new_events AS (
    INSERT INTO events (conversation, number, type, version, body)
    SELECT $1, number, type, version, body::jsonb
    FROM unnest($2::int[], $3::text[], $4::smallint[], $5::text[]) AS e (number, type, version, body)
  ), new_texts AS (
    INSERT INTO texts (conversation, id, words)
    SELECT $1, id, words FROM unnest($6::text[], $7::text[]) AS t (id, words)
  ), new_authors AS (
    INSERT INTO authors (conversation, number, part, entry, ready, seat)
    SELECT $1, number, part, entry, ready, seat
    FROM unnest($8::int[], $9::smallint[], $10::text[], $11::text[], $12::text[]) AS a (number, part, entry, ready, seat)
  ), new_answers AS (
    INSERT INTO answers (conversation, asker, action, body_hash, answer)
    SELECT $1, asker, action, body_hash, answer::jsonb
    FROM unnest($13::text[], $14::text[], $15::text[], $16::text[]) AS r (asker, action, body_hash, answer)
  )
  UPDATE streams SET last = $17, status = $18, title = $19, due_at = $20, place = $21, published = $22, voices = $23, finished = $24, hear_back = $25 WHERE conversation = $1`;

function columns({ first, events, texts, authored: all, answers, standing }: Addition): unknown[] {
  const authored = all.filter(({ what }) => !('told' in what));
  return [
    events.map((_, index) => first + index),
    events.map(({ type }) => type),
    events.map(({ version }) => version),
    events.map(({ body }) => JSON.stringify(body)),
    texts.map(({ id }) => id),
    texts.map(({ words }) => words),
    authored.map(({ number }) => number),
    authored.map((_, index) => index),
    authored.map(({ what }) => ('entry' in what ? what.entry : null)),
    authored.map(({ what }) => ('ready' in what ? what.ready : null)),
    authored.map(({ what }) => what.seat),
    answers.map(({ asker }) => asker),
    answers.map(({ action }) => action),
    answers.map(({ bodyHash }) => bodyHash),
    answers.map(({ answer }) => JSON.stringify(answer)),
    first + events.length - 1,
    standing.status,
    standing.title,
    standing.dueAt,
    standing.place,
    standing.published,
    standing.voices,
    standing.finished,
    standing.hearBackOn,
  ];
}

/** Every process hears of what can no longer be reached. */
async function endDoors(query: Query, conversation: ConversationId, { outcomes, seats }: Addition['ownersGone']): Promise<void> {
  if (outcomes.length > 0) await query('DELETE FROM addresses WHERE conversation = $1 AND outcome = ANY($2)', [conversation, outcomes]);
  if (seats.length === 0) return;
  await query(`DELETE FROM links WHERE conversation = $1 AND kind = 'owner' AND seat = ANY($2)`, [conversation, seats]);
  const lost = await query<Lost>(
    'DELETE FROM device_seats WHERE conversation = $1 AND seat = ANY($2) RETURNING device, conversation, seat',
    [conversation, seats],
  );
  await recordRevocations(query, lost);
}

/** Authorship goes; only the tags stay, sorted, so that their order says nothing. */
async function seal(query: Query, conversation: ConversationId, tags: readonly Uint8Array[]): Promise<void> {
  const sorted = tags.map(bytes).sort(Buffer.compare);
  await query('INSERT INTO owner_tags (conversation, tag) SELECT $1, tag FROM unnest($2::bytea[]) AS t (tag)', [conversation, sorted]);
  await query('DELETE FROM authors WHERE conversation = $1', [conversation]);
  await query('DELETE FROM answers WHERE conversation = $1', [conversation]);
  await query('DELETE FROM ballots WHERE conversation = $1', [conversation]);
  await query('DELETE FROM ballot_keys WHERE conversation = $1', [conversation]);
  await query('UPDATE receipts SET seat = NULL, tag_key = NULL WHERE conversation = $1', [conversation]);
  await query('UPDATE tickets SET seat = NULL, claim = NULL WHERE conversation = $1', [conversation]);
}
