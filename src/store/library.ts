import type { OrganiserId } from '#app/ids.ts';
import type * as port from '#app/ports/library.ts';
import type { Database } from './database.ts';
import { UntilNews } from './untilNews.ts';

export class Library implements port.Library {
  readonly #database: Database;
  readonly #choices: UntilNews<port.LibraryChoices>;

  constructor(database: Database) {
    this.#database = database;
    this.#choices = new UntilNews(database);
  }

  async find({ page, pageSize, ...asked }: port.LibraryAsked): Promise<port.LibraryPage> {
    const { where, values } = narrowed(asked);
    const [rank, beside] =
      asked.words === null
        ? ['coalesce(used.times, 0)', `LEFT JOIN (${USED}) AS used ON used.from_conversation = o.conversation AND used.from_outcome = o.id`]
        : [`ts_rank('${WEIGHTS}', o.search, $${values.push(asked.rankBy)}::tsquery)`, ''];
    const rows = await this.#database.steady<port.FoundInLibrary & { total: number }>(
      `WITH hits AS MATERIALIZED (
         SELECT o.conversation, o.id, ${rank} AS rank, c.created_at ${FROM} ${beside} WHERE ${where}
       ), best AS (SELECT * FROM hits b ORDER BY ${BEST_FIRST} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize})
       SELECT ${FOUND}, (SELECT count(*)::int FROM hits) AS total,
         (SELECT count(DISTINCT t.conversation)::int FROM outcomes t
          WHERE t.from_conversation = o.conversation AND t.from_outcome = o.id) AS "usedBy"
       FROM best b
       JOIN (SELECT o.*, s.title AS called, s.place FROM outcomes o JOIN streams s USING (conversation)) AS o
         ON o.conversation = b.conversation AND o.id = b.id
       ${IN_WORDS} ORDER BY ${BEST_FIRST}`,
      values,
    );
    const found: port.FoundInLibrary[] = [];
    let total = 0;
    for (const { total: all, ...each } of rows) {
      total = all;
      found.push(each);
    }
    return { total, found };
  }

  choices(reader: OrganiserId | null, kinds: readonly string[]): Promise<port.LibraryChoices> {
    return this.#choices.of(reader, () => this.#choicesNow(reader, kinds));
  }

  async taken(reader: OrganiserId | null, { conversation, outcome }: port.Origin): Promise<port.TakenOver> {
    const rows = await this.#database.steady<port.FoundInLibrary & { readable: boolean }>(
      `SELECT ${FOUND}, 0 AS "usedBy", readable
       FROM (SELECT o.*, s.title AS called, s.place, c.created_at, coalesce(${MAY_READ}, false) AS readable
         ${FROM} WHERE o.from_conversation = $2 AND o.from_outcome = $3) AS o ${IN_WORDS}
       ORDER BY created_at DESC, o.conversation, o.id`,
      [reader, conversation, outcome],
    );
    const told = rows.flatMap(({ readable, ...found }) => (readable ? [found] : []));
    return { count: new Set(rows.map((row) => row.conversation)).size, told };
  }

  askedAbout(organiser: OrganiserId): Promise<readonly port.LibraryPlace[]> {
    return this.#database.steady<port.LibraryPlace>(
      `SELECT o.conversation, o.id AS outcome, title.words AS title
       ${FROM} LEFT JOIN texts title ON title.conversation = o.conversation AND title.id = o.title
       WHERE c.organiser = $1 AND o.asked > 0 ORDER BY c.created_at DESC, o.conversation, o.id`,
      [organiser],
    );
  }

  async #choicesNow(reader: OrganiserId | null, kinds: readonly string[]): Promise<port.LibraryChoices> {
    const { where, values } = narrowed({ reader, kinds, words: null, rankBy: '' });
    const [found] = await this.#database.steady<{ themes: string[] | null; places: string[] | null }>(
      `SELECT array_agg(DISTINCT theme.words) FILTER (WHERE theme.words IS NOT NULL) AS themes,
         array_agg(DISTINCT place.words) FILTER (WHERE place.words IS NOT NULL) AS places
       FROM (SELECT o.*, s.title AS called, s.place ${FROM} WHERE ${where}) AS o ${IN_WORDS}`,
      values,
    );
    return { themes: found?.themes ?? [], places: found?.places ?? [] };
  }
}

/** For parts and whole words, in a text and in a title: see `searchDocument`. */
const WEIGHTS = '{0.05, 0.2, 0.4, 1}';

const FROM = `FROM outcomes o
  JOIN conversations c ON c.id = o.conversation AND NOT c.rehearsal
  JOIN streams s ON s.conversation = o.conversation`;

const MAY_READ = `((o.seen_by = 'everyone' AND s.published) OR c.organiser = $1)`;

/** Nothing is taken over into a rehearsal. */
const USED = `SELECT from_conversation, from_outcome, count(DISTINCT conversation) AS times
  FROM outcomes WHERE from_outcome IS NOT NULL GROUP BY 1, 2`;

const BEST_FIRST = 'b.rank DESC, b.created_at DESC, b.conversation, b.id';

const FOUND = `o.conversation, o.id AS outcome, o.kind, o.status, title.words AS title, theme.words AS theme, place.words AS place,
  called.words AS "conversationTitle"`;

const IN_WORDS = `LEFT JOIN texts title ON title.conversation = o.conversation AND title.id = o.title
  LEFT JOIN texts theme ON theme.conversation = o.conversation AND theme.id = o.theme
  LEFT JOIN texts place ON place.conversation = o.conversation AND place.id = o.place
  LEFT JOIN texts called ON called.conversation = o.conversation AND called.id = o.called`;

type Narrowing = Omit<port.LibraryAsked, 'page' | 'pageSize'>;

/** Who may read it comes first, whatever else is asked. What was taken over itself is found where it came from. */
function narrowed(asked: Narrowing): { where: string; values: unknown[] } {
  const values: unknown[] = [asked.reader, asked.kinds];
  const also = (sql: string, value: unknown) => (value === undefined || value === null ? [] : [sql.replace('?', `$${values.push(value)}`)]);
  const where = [
    MAY_READ,
    'o.kind = ANY($2) AND o.from_outcome IS NULL',
    ...also('o.search @@ ?::tsquery', asked.words),
    ...also('o.search @@ ?::tsquery', asked.theme),
    ...also('o.kind = ?', asked.kind),
    ...also('o.status = ?', asked.status),
    ...also(
      `o.conversation IN (SELECT s.conversation FROM streams s JOIN texts t ON t.conversation = s.conversation AND t.id = s.place AND t.words = ?)`,
      asked.place,
    ),
  ];
  return { where: where.join(' AND '), values };
}
