import type { ConversationId, OrganiserId } from '#app/ids.ts';
import type * as port from '#app/ports/outcomes.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import type { Database, Query } from './database.ts';

export class Outcomes implements port.Outcomes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list({ page, pageSize, by = 'day', ...asked }: port.OutcomesAsked): Promise<port.OutcomesPage> {
    const { where, values } = narrowed(asked);
    const [counted] = await this.#database.steady<{ total: number }>(`SELECT count(*)::int AS total ${FROM} WHERE ${where}`, values);
    const outcomes = await this.#database.steady<port.ListedOutcome>(
      `SELECT o.conversation, o.id, o.kind, o.status, because.words AS because, o.waiting, o.due::text, o.seen_by AS "seenBy", title.words AS title, owner.words AS owner,
         theme.words AS theme, place.words AS place, called.words AS "conversationTitle", s.published
       ${FROM}
       LEFT JOIN texts title ON title.conversation = o.conversation AND title.id = o.title
       LEFT JOIN texts because ON because.conversation = o.conversation AND because.id = o.because
       LEFT JOIN texts called ON called.conversation = o.conversation AND called.id = s.title
       WHERE ${where}
       ORDER BY ${TOGETHER[by]}o.waiting DESC, o.due, o.conversation, o.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
      values,
    );
    return { total: counted?.total ?? 0, outcomes };
  }

  async sums(asked: Pick<port.OutcomesAsked, 'reader' | 'place'>): Promise<readonly port.OutcomeSum[]> {
    const { where, values } = narrowed(asked);
    const rows = await this.#database.steady<Omit<port.OutcomeSum, 'noticed'> & port.Noticed>(
      `SELECT theme.words AS theme, o.kind, o.status, count(*)::int AS count, array_agg(DISTINCT o.conversation) AS conversations,
         sum(noticed_yes)::int AS yes, sum(noticed_little)::int AS "aLittle", sum(noticed_no)::int AS no
       ${FROM} WHERE ${where} GROUP BY theme.words, o.kind, o.status ORDER BY theme.words NULLS LAST, o.kind, o.status`,
      values,
    );
    return rows.map(({ yes, aLittle, no, ...row }) => ({ ...row, noticed: { yes, aLittle, no } }));
  }

  async choices(reader: OrganiserId | null): Promise<port.OutcomeChoices> {
    const { where, values } = narrowed({ reader });
    const [found] = await this.#database.steady<{ owners: string[] | null; themes: string[] | null; places: string[] | null }>(
      `SELECT array_agg(DISTINCT owner.words) FILTER (WHERE owner.words IS NOT NULL) AS owners,
         array_agg(DISTINCT theme.words) FILTER (WHERE theme.words IS NOT NULL) AS themes,
         array_agg(DISTINCT place.words) FILTER (WHERE place.words IS NOT NULL) AS places
       ${FROM} WHERE ${where}`,
      values,
    );
    return { owners: found?.owners ?? [], themes: found?.themes ?? [], places: found?.places ?? [] };
  }
}

/** What is of nobody or nowhere comes last. */
const TOGETHER: { readonly [by in port.OutcomesBy]: string } = {
  day: '',
  owner: 'owner.words NULLS LAST, ',
  place: 'place.words NULLS LAST, ',
  theme: 'theme.words NULLS LAST, ',
};

const FROM = `FROM outcomes o
  JOIN conversations c ON c.id = o.conversation AND NOT c.rehearsal
  JOIN streams s ON s.conversation = o.conversation
  LEFT JOIN texts owner ON owner.conversation = o.conversation AND owner.id = o.owner
  LEFT JOIN texts theme ON theme.conversation = o.conversation AND theme.id = o.theme
  LEFT JOIN texts place ON place.conversation = o.conversation AND place.id = s.place`;

/** Who may see it comes first, whatever else is asked. */
function narrowed(asked: Omit<port.OutcomesAsked, 'page' | 'pageSize'>): { where: string; values: unknown[] } {
  const values: unknown[] = [asked.reader];
  const also = (sql: string, value: unknown) => (value === undefined ? [] : [sql.replace('?', `$${values.push(value)}`)]);
  const where = [
    `((o.seen_by = 'everyone' AND s.published) OR c.organiser = $1)`,
    ...also('o.waiting = ?', asked.waiting),
    ...also('o.waiting AND o.due < ?::date', asked.overdueOn),
    ...also('o.kind = ?', asked.kind),
    ...also('owner.words = ?', asked.owner),
    ...also('theme.words = ?', asked.theme),
    ...also('place.words = ?', asked.place),
  ];
  return { where: where.join(' AND '), values };
}

/** With the events they follow from. A dropped one is nowhere any more. */
export async function keepOutcomes(
  query: Query,
  conversation: ConversationId,
  rows: ReadonlyMap<OutcomeId, port.OutcomeRow | null>,
): Promise<void> {
  const dropped = [...rows].flatMap(([id, row]) => (row ? [] : [id]));
  if (dropped.length > 0) await query('DELETE FROM outcomes WHERE conversation = $1 AND id = ANY($2)', [conversation, dropped]);
  const kept = [...rows.values()].filter((row) => row !== null);
  if (kept.length > 0) await query(KEEP, [conversation, JSON.stringify(kept.map(asColumns))]);
  const isNews = dropped.length > 0 || kept.some(({ seenBy }) => seenBy === 'everyone');
  if (isNews) await query('UPDATE streams SET outcome_news = outcome_news + 1 WHERE conversation = $1', [conversation]);
}

/** It touches no words and is no news: nobody hears of one answer. */
export async function keepNoticed(
  query: Query,
  conversation: ConversationId,
  noticed: ReadonlyMap<OutcomeId, port.Noticed>,
): Promise<void> {
  for (const [id, { yes, aLittle, no }] of noticed) {
    await query('UPDATE outcomes SET noticed_yes = $3, noticed_little = $4, noticed_no = $5 WHERE conversation = $1 AND id = $2', [
      conversation,
      id,
      yes,
      aLittle,
      no,
    ]);
  }
}

/** What was erased is not found any more either. */
export async function forgetSearched(query: Query, conversation: ConversationId, erased: readonly string[]): Promise<void> {
  await query('UPDATE outcomes SET search = NULL WHERE conversation = $1 AND texts && $2::text[]', [conversation, erased]);
}

const KEEP = `
  INSERT INTO outcomes (conversation, id, kind, status, waiting, due, seen_by, title, owner, theme, texts, search, from_conversation,
    from_outcome, asked, because)
  SELECT $1, id, kind, status, waiting, due, seen_by, title, owner, theme, texts, search::tsvector, from_conversation, from_outcome, asked, because
  FROM jsonb_to_recordset($2::jsonb) AS r (id text, kind text, status text, waiting boolean, due date, seen_by text, title text, owner text,
    theme text, texts text[], search text, from_conversation text, from_outcome text, asked integer, because text)
  ON CONFLICT (conversation, id) DO UPDATE SET status = excluded.status, waiting = excluded.waiting, due = excluded.due,
    seen_by = excluded.seen_by, title = excluded.title, owner = excluded.owner, theme = excluded.theme, texts = excluded.texts,
    search = excluded.search, asked = excluded.asked, because = excluded.because`;

function asColumns({ seenBy, origin, ...row }: port.OutcomeRow) {
  return { ...row, seen_by: seenBy, from_conversation: origin?.conversation ?? null, from_outcome: origin?.outcome ?? null };
}
