import type { OrganiserId } from '#app/ids.ts';
import type * as port from '#app/ports/library.ts';
import type { Database } from './database.ts';

export class Library implements port.Library {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find({ page, pageSize, ...asked }: port.LibraryAsked): Promise<port.LibraryPage> {
    const { where, values, words } = narrowed(asked);
    const rank = words ? `ts_rank('${WEIGHTS}', o.search, ${words}::tsquery)` : '0';
    const rows = await this.#database.steady<port.FoundInLibrary & { total: number }>(
      `WITH hits AS (
         SELECT o.*, s.title AS called, s.place, c.created_at, ${rank} AS rank, coalesce(used.times, 0)::int AS used,
           count(*) OVER ()::int AS total
         ${FROM}
         LEFT JOIN (${USED}) AS used ON used.from_conversation = o.conversation AND used.from_outcome = o.id
         WHERE ${where} AND o.from_outcome IS NULL
         ORDER BY rank DESC, used DESC, c.created_at DESC, o.conversation, o.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
       )
       SELECT ${FOUND}, used AS "usedBy", total FROM hits o ${IN_WORDS}
       ORDER BY rank DESC, used DESC, created_at DESC, o.conversation, o.id`,
      values,
    );
    return { total: rows[0]?.total ?? 0, found: rows.map(({ total: _, ...found }) => found) };
  }

  async choices(reader: OrganiserId | null, kinds: readonly string[]): Promise<port.LibraryChoices> {
    const { where, values } = narrowed({ reader, kinds, words: null });
    const [found] = await this.#database.steady<{ themes: string[] | null; places: string[] | null }>(
      `SELECT array_agg(DISTINCT theme.words) FILTER (WHERE theme.words IS NOT NULL) AS themes,
         array_agg(DISTINCT place.words) FILTER (WHERE place.words IS NOT NULL) AS places
       FROM (SELECT o.*, s.title AS called, s.place ${FROM} WHERE ${where} AND o.from_outcome IS NULL) AS o ${IN_WORDS}`,
      values,
    );
    return { themes: found?.themes ?? [], places: found?.places ?? [] };
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
}

/** For parts and whole words, in a text and in a title: see `searchDocument`. */
const WEIGHTS = '{0.05, 0.2, 0.4, 1}';

const FROM = `FROM outcomes o
  JOIN conversations c ON c.id = o.conversation AND NOT c.rehearsal
  JOIN streams s ON s.conversation = o.conversation`;

const MAY_READ = `((o.seen_by = 'everyone' AND s.published) OR c.organiser = $1)`;

const USED = `SELECT o.from_conversation, o.from_outcome, count(DISTINCT o.conversation) AS times
  ${FROM} WHERE o.from_outcome IS NOT NULL GROUP BY 1, 2`;

const FOUND = `o.conversation, o.id AS outcome, o.kind, o.status, title.words AS title, theme.words AS theme, place.words AS place,
  called.words AS "conversationTitle"`;

const IN_WORDS = `LEFT JOIN texts title ON title.conversation = o.conversation AND title.id = o.title
  LEFT JOIN texts theme ON theme.conversation = o.conversation AND theme.id = o.theme
  LEFT JOIN texts place ON place.conversation = o.conversation AND place.id = o.place
  LEFT JOIN texts called ON called.conversation = o.conversation AND called.id = o.called`;

type Narrowing = Omit<port.LibraryAsked, 'page' | 'pageSize'>;

/** Who may read it comes first, whatever else is asked. `words`: where the query stands among the values. */
function narrowed(asked: Narrowing): { where: string; values: unknown[]; words: string | null } {
  const values: unknown[] = [asked.reader, asked.kinds];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const also = (value: string | undefined, sql: (at: string) => string): readonly string[] =>
    value === undefined ? [] : [sql(put(value))];
  const words = asked.words === null ? null : put(asked.words);
  const where = [
    MAY_READ,
    'o.kind = ANY($2)',
    ...(words ? [`o.search @@ ${words}::tsquery`] : []),
    ...also(asked.kind, (at) => `o.kind = ${at}`),
    ...also(asked.status, (at) => `o.status = ${at}`),
    ...also(
      asked.theme,
      (at) => `EXISTS (SELECT FROM texts t WHERE t.conversation = o.conversation AND t.id = o.theme AND t.words = ${at})`,
    ),
    ...also(
      asked.place,
      (at) => `EXISTS (SELECT FROM texts t WHERE t.conversation = o.conversation AND t.id = s.place AND t.words = ${at})`,
    ),
  ];
  return { where: where.join(' AND '), values, words };
}
