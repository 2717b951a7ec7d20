import type * as port from '#app/ports/addresses.ts';
import { bytes } from './bytes.ts';
import type { Database } from './database.ts';

export class Addresses implements port.Addresses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(holder: port.Holder): Promise<port.StoredAddress | null> {
    const rows = await this.#database.steady<Row>(
      `SELECT id, address, confirmed, news, code_until AS "codeUntil" FROM addresses WHERE ${OF}`,
      of(holder),
    );
    const [row] = rows;
    return row ? { ...row, codeUntil: row.codeUntil === null ? null : Number(row.codeUntil) } : null;
  }

  async keep(holder: port.Holder, { id, address, language, news, codeHash, codeUntil }: port.NewAddress): Promise<void> {
    await this.#database.patiently(() =>
      this.#database.transaction(async (query) => {
        await query(`DELETE FROM addresses WHERE ${OF}`, of(holder));
        await query(
          `INSERT INTO addresses (conversation, receipt, outcome, id, address, language, news, code_hash, code_until, news_seen)
           SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, outcome_news FROM streams WHERE conversation = $1`,
          [...of(holder), id, address, language, news, bytes(codeHash), codeUntil],
        );
      }),
    );
  }

  /** In one statement, so that many tries at once are counted too. */
  async spendTry(holder: port.Holder, now: number): Promise<Uint8Array | null> {
    const rows = await this.#database.query<{ hash: Buffer }>(
      `UPDATE addresses SET tries = tries + 1 WHERE ${OF} AND NOT confirmed AND code_until > $4 AND tries < ${MOST_TRIES} RETURNING code_hash AS hash`,
      [...of(holder), now],
    );
    return rows[0]?.hash ?? null;
  }

  async confirm(holder: port.Holder, codeHash: Uint8Array): Promise<void> {
    await this.#database.steady(
      `UPDATE addresses SET confirmed = true, code_hash = NULL, code_until = NULL WHERE ${OF} AND code_hash = $4`,
      [...of(holder), bytes(codeHash)],
    );
  }

  async remove(holder: port.Holder): Promise<void> {
    await this.#database.steady(`DELETE FROM addresses WHERE ${OF}`, of(holder));
  }

  async plan(holder: port.Holder, questions: readonly port.PlannedQuestion[]): Promise<void> {
    await this.#database.patiently(() =>
      this.#database.transaction(async (query) => {
        const [found] = await query<{ id: string; news: boolean; address: string | null }>(
          `SELECT id, news, address FROM addresses WHERE ${OF} AND confirmed FOR UPDATE`,
          of(holder),
        );
        if (!found) return;
        const names = questions.map(({ question }) => question);
        await query(`DELETE FROM letters WHERE conversation = $1 AND address = $2 AND sort = 'asked' AND question <> ALL($3)`, [
          holder.conversation,
          found.id,
          names,
        ]);
        await query(
          `INSERT INTO letters (conversation, address, question, sort, due_on)
           SELECT $1, $2, question, 'asked', due_on FROM unnest($3::text[], $4::date[]) AS q (question, due_on) WHERE $5
           ON CONFLICT DO NOTHING`,
          [holder.conversation, found.id, names, questions.map(({ on }) => on), found.address !== null],
        );
        await query(WITHOUT_PURPOSE, [holder.conversation, found.id]);
      }),
    );
  }

  async sawNews(holder: port.Holder): Promise<void> {
    await this.#database.steady(
      `WITH seen AS (
         UPDATE addresses a SET news_seen = s.outcome_news FROM streams s
         WHERE a.conversation = $1 AND (a.receipt = $2 OR a.outcome = $3) AND a.news AND s.conversation = a.conversation RETURNING a.id
       )
       DELETE FROM letters WHERE conversation = $1 AND sort = 'news' AND address IN (SELECT id FROM seen)`,
      of(holder),
    );
  }

  async gather(today: string, tomorrow: string): Promise<void> {
    await this.#database.query(
      `DELETE FROM letters l USING addresses a WHERE l.sort = 'owed' AND a.conversation = l.conversation AND a.id = l.address
       AND NOT EXISTS (SELECT FROM outcomes o WHERE o.conversation = a.conversation AND o.id = a.outcome AND o.waiting AND o.due::text = l.question)`,
    );
    await this.#database.query(
      `WITH owed AS (
         UPDATE addresses a SET asked_for = o.due FROM outcomes o
         WHERE o.conversation = a.conversation AND o.id = a.outcome AND o.waiting AND o.due <= $1::date
           AND a.confirmed AND a.address IS NOT NULL AND a.asked_for IS DISTINCT FROM o.due
         RETURNING a.conversation, a.id, o.due
       )
       INSERT INTO letters (conversation, address, question, sort, due_on)
       SELECT conversation, id, due::text, 'owed', $1::date FROM owed ON CONFLICT DO NOTHING`,
      [today],
    );
    await this.#database.query(
      `WITH changed AS (
         UPDATE addresses a SET news_seen = s.outcome_news, news_on = $2::date FROM streams s
         WHERE s.conversation = a.conversation AND s.outcome_news > a.news_seen AND a.news AND a.confirmed
           AND a.address IS NOT NULL AND (a.news_on IS NULL OR a.news_on <= $1::date - ${DAYS_BETWEEN_NEWS})
         RETURNING a.conversation, a.id
       )
       INSERT INTO letters (conversation, address, question, sort, due_on)
       SELECT conversation, id, 'news', 'news', $2::date FROM changed ON CONFLICT DO NOTHING`,
      [today, tomorrow],
    );
  }

  /** Each time it waits twice as long as the time before: as well for whoever holds it now as for a mailbox that is full. */
  async claim(today: string, now: number, pause: number): Promise<readonly port.DueLetter[]> {
    return this.#database.query<port.DueLetter & { [column: string]: unknown }>(
      `UPDATE letters l SET not_before = $2::bigint + $3::bigint * (2 ^ least(l.tries, 6))::int, tries = l.tries + 1 FROM addresses a
       WHERE (l.conversation, l.address, l.question) IN (
         SELECT conversation, address, question FROM letters WHERE due_on <= $1 AND not_before <= $2
         ORDER BY due_on, not_before LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
       ) AND a.conversation = l.conversation AND a.id = l.address
       RETURNING l.conversation, l.address AS id, l.question, l.sort, a.address AS to, a.language, l.tries`,
      [today, now, pause],
    );
  }

  async notTried(letters: readonly port.DueLetter[], from: number): Promise<void> {
    await this.#database.steady(
      `UPDATE letters l SET tries = l.tries - 1, not_before = $4
       FROM unnest($1::text[], $2::text[], $3::text[]) AS c (conversation, address, question)
       WHERE (l.conversation, l.address, l.question) = (c.conversation, c.address, c.question)`,
      [letters.map(({ conversation }) => conversation), letters.map(({ id }) => id), letters.map(({ question }) => question), from],
    );
  }

  async brought({ conversation, id, question }: port.DueLetter): Promise<void> {
    await this.#database.patiently(() =>
      this.#database.transaction(async (query) => {
        await query('DELETE FROM letters WHERE conversation = $1 AND address = $2 AND question = $3', [conversation, id, question]);
        await query(WITHOUT_PURPOSE, [conversation, id]);
      }),
    );
  }

  async failed({ conversation, id }: port.DueLetter): Promise<void> {
    await this.#database.steady(
      `WITH gone AS (DELETE FROM letters WHERE conversation = $1 AND address = $2)
       UPDATE addresses SET address = NULL WHERE conversation = $1 AND id = $2`,
      [conversation, id],
    );
  }

  spendMail(who: readonly Uint8Array[], today: string, since: string, most: number): Promise<boolean> {
    return this.#database.transaction(async (query) => {
      const counted = await query<{ who: Uint8Array }>(
        `INSERT INTO mailed (who, since, times) SELECT who, $2::date, 1 FROM unnest($1::bytea[]) AS w (who)
         ON CONFLICT (who) DO UPDATE
         SET times = CASE WHEN mailed.since < $3::date THEN 1 ELSE mailed.times + 1 END,
             since = CASE WHEN mailed.since < $3::date THEN $2::date ELSE mailed.since END
         WHERE mailed.since < $3::date OR mailed.times < $4
         RETURNING who`,
        [inOrder(who), today, since, most],
      );
      if (counted.length === who.length) return true;
      await query(UNSPEND, [counted.map((row) => row.who)]);
      return false;
    });
  }

  async unspendMail(who: readonly Uint8Array[]): Promise<void> {
    await this.#database.steady(UNSPEND, [inOrder(who)]);
  }

  async erasePast(now: number, since: string): Promise<void> {
    await this.#database.steady('DELETE FROM addresses WHERE NOT confirmed AND code_until < $1', [now]);
    await this.#database.steady('DELETE FROM mailed WHERE since < $1', [since]);
    await this.#database.steady(
      `DELETE FROM addresses a WHERE outcome IS NOT NULL
       AND NOT EXISTS (SELECT FROM outcomes o WHERE o.conversation = a.conversation AND o.id = a.outcome AND o.waiting)`,
    );
  }
}

interface Row extends Omit<port.StoredAddress, 'codeUntil'> {
  [column: string]: unknown;
  /** A bigint comes as text. */
  readonly codeUntil: string | null;
}

const OF = 'conversation = $1 AND (receipt = $2 OR outcome = $3)';

function of(holder: port.Holder): readonly [string, Buffer | null, string | null] {
  return 'receipt' in holder ? [holder.conversation, bytes(holder.receipt), null] : [holder.conversation, null, holder.outcome];
}

/** Of a receipt: nothing is asked any more, and no news was wished for. That it did not work stays said. */
const WITHOUT_PURPOSE = `DELETE FROM addresses a WHERE conversation = $1 AND id = $2 AND receipt IS NOT NULL AND NOT news AND address IS NOT NULL
  AND NOT EXISTS (SELECT FROM letters l WHERE l.conversation = a.conversation AND l.address = a.id)`;

const UNSPEND = 'UPDATE mailed SET times = times - 1 WHERE who = ANY($1) AND times > 0';

/** So that two who are counted at once do not wait for each other. */
function inOrder(who: readonly Uint8Array[]): readonly Buffer[] {
  return who.map(bytes).sort(Buffer.compare);
}

const MOST_TRIES = 5;
const AT_ONCE = 20;
const DAYS_BETWEEN_NEWS = 7;
