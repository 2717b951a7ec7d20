import type { ConversationId, OrganiserId } from '#app/ids.ts';
import type * as port from '#app/ports/outcomes.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import { keepCopies } from './copiedTexts.ts';
import type { Database, Query } from './database.ts';
import { UntilNews } from './untilNews.ts';

export class Outcomes implements port.Outcomes {
  readonly #database: Database;
  readonly #choices: UntilNews<port.OutcomeChoices>;

  constructor(database: Database) {
    this.#database = database;
    this.#choices = new UntilNews(database);
  }

  async list({ page, pageSize, by = 'day', ...asked }: port.OutcomesAsked): Promise<port.OutcomesPage> {
    const { where, values } = narrowed(asked);
    const [counted] = await this.#database.steady<{ total: number }>(`SELECT count(*)::int AS total ${FROM} WHERE ${where}`, values);
    // The page is found first: only its own words are looked up.
    const outcomes = await this.#database.steady<port.ListedOutcome>(
      `WITH page AS (
         SELECT o.*, s.title AS called, s.place, s.published,
           row_number() OVER (ORDER BY ${TOGETHER[by]}o.waiting DESC, o.due, o.conversation, o.id) AS nth
         ${FROM} WHERE ${where}
         ORDER BY nth LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
       )
       SELECT page.conversation, page.id, kind, status, because.words AS because, waiting, due::text, since::text, seen_by AS "seenBy", title.words AS title,
         owner.words AS owner, theme.words AS theme, place.words AS place, called.words AS "conversationTitle", published
       FROM page ${['title', 'because', 'owner', 'theme', 'place', 'called'].map(wordsOfPage).join(' ')}
       ORDER BY nth`,
      values,
    );
    return { total: counted?.total ?? 0, outcomes };
  }

  async sums(asked: Pick<port.OutcomesAsked, 'reader' | 'place'>): Promise<readonly port.OutcomeSum[]> {
    const { where, values } = narrowed(asked);
    const rows = await this.#database.steady<Omit<port.OutcomeSum, 'noticed'> & port.Noticed>(
      `SELECT theme.words AS theme, o.kind, o.status, count(*)::int AS count, array_agg(DISTINCT o.conversation) AS conversations,
         ${openSum('noticed_yes')} AS yes, ${openSum('noticed_little')} AS "aLittle", ${openSum('noticed_no')} AS no
       ${FROM} WHERE ${where} GROUP BY theme.words, o.kind, o.status, ${ANSWERED} ORDER BY theme.words NULLS LAST, o.kind, o.status`,
      values,
    );
    return rows.map(({ yes, aLittle, no, ...row }) => ({ ...row, noticed: { yes, aLittle, no } }));
  }

  choices(reader: OrganiserId | null): Promise<port.OutcomeChoices> {
    return this.#choices.of(reader, () => this.#choicesNow(reader));
  }

  async #choicesNow(reader: OrganiserId | null): Promise<port.OutcomeChoices> {
    const { where, values } = narrowed({ reader });
    const all = async (words: 'owner' | 'theme' | 'place') => {
      const rows = await this.#database.steady<{ words: string }>(
        `SELECT DISTINCT ${words}.words ${FROM} WHERE ${where} AND ${words}.words IS NOT NULL ORDER BY ${words}.words LIMIT ${MOST_CHOICES}`,
        values,
      );
      return rows.map((row) => row.words);
    };
    const [owners, themes, places] = await Promise.all([all('owner'), all('theme'), all('place')]);
    return { owners, themes, places };
  }
}

const OPEN = `o.seen_by = 'everyone' AND s.published`;

/** To every reader the same: from two numbers, one with what others cannot read, that alone would follow. */
function openSum(column: string): string {
  return `coalesce(sum(${column}) FILTER (WHERE ${OPEN}), 0)::int`;
}

/** Of which people said what they notice: of each by itself it must be known how many they are. */
const ANSWERED = `CASE WHEN ${OPEN} AND noticed_yes + noticed_little + noticed_no > 0 THEN o.conversation || ' ' || o.id END`;

/** More is no choice any more; one that is not among them is still found by its address. */
const MOST_CHOICES = 200;

function wordsOfPage(name: string): string {
  return `LEFT JOIN texts ${name} ON ${name}.conversation = page.conversation AND ${name}.id = page.${name}`;
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
    `((${OPEN}) OR c.organiser = $1)`,
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
  const takenOver = kept.flatMap(({ id, origin }) => (origin ? [id] : []));
  if (takenOver.length > 0) await keepCopies(query, conversation, takenOver);
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
  INSERT INTO outcomes (conversation, id, kind, status, waiting, due, since, seen_by, title, owner, theme, texts, search, from_conversation,
    from_outcome, asked, because, noticed_yes, noticed_little, noticed_no)
  SELECT $1, id, kind, status, waiting, due, since, seen_by, title, owner, theme, texts, search::tsvector, from_conversation, from_outcome, asked, because,
    noticed_yes, noticed_little, noticed_no
  FROM jsonb_to_recordset($2::jsonb) AS r (id text, kind text, status text, waiting boolean, due date, since date, seen_by text, title text, owner text,
    theme text, texts text[], search text, from_conversation text, from_outcome text, asked integer, because text,
    noticed_yes integer, noticed_little integer, noticed_no integer)
  ON CONFLICT (conversation, id) DO UPDATE SET status = excluded.status, waiting = excluded.waiting, due = excluded.due, since = excluded.since,
    seen_by = excluded.seen_by, title = excluded.title, owner = excluded.owner, theme = excluded.theme, texts = excluded.texts,
    search = excluded.search, asked = excluded.asked, because = excluded.because,
    noticed_yes = excluded.noticed_yes, noticed_little = excluded.noticed_little, noticed_no = excluded.noticed_no`;

function asColumns({ seenBy, origin, noticed, ...row }: port.OutcomeRow) {
  const [from_conversation, from_outcome] = [origin?.conversation ?? null, origin?.outcome ?? null];
  const { yes: noticed_yes, aLittle: noticed_little, no: noticed_no } = noticed;
  return { ...row, seen_by: seenBy, from_conversation, from_outcome, noticed_yes, noticed_little, noticed_no };
}
