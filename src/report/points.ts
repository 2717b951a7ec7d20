import type { Point, PointId } from '#conversation/harvest.ts';
import type { Situation } from '#conversation/input.ts';
import { isNoteGuessable } from '#conversation/smallTables.ts';
import { agreementOn, notesAt, signedPoints, wordingOf, type Agreement } from '#conversation/points.ts';
import type { EntryId, State } from '#conversation/state.ts';
import type { Reply } from '#conversation/voice.ts';
import { replyTo } from '#conversation/voices.ts';
import type { WordsOf } from '#conversation/words.ts';
import { dayOf } from '#conversation/day.ts';
import type { Report } from './model.ts';
import type { Audience } from './numbers.ts';

/** What a table made of its cards: agreement and dissent side by side, on the cards it rests on. */
export interface PointReport {
  readonly id: PointId;
  /** Null when all it rests on was taken back. */
  readonly words: string | null;
  /** Only for those who were there. */
  readonly table?: number;
  readonly cards: readonly EntryId[];
  /** In words, never a number: at one table it would tell who. */
  readonly agreement: Agreement;
  readonly notes: readonly NoteReport[];
}

/** What somebody at the table sees differently, in their own words. */
export interface NoteReport {
  readonly id: EntryId;
  /** Null when they were taken back, or kept out by those who lead. */
  readonly words: string | null;
  readonly because: 'withdrawn' | 'keptBack' | 'smallTable' | null;
  readonly reply: ReplyReport | null;
}

export interface ReplyReport {
  readonly kind: Reply['kind'];
  readonly words: string | null;
  /** Year-month-day. */
  readonly on: string;
}

export interface PointsReport {
  readonly points: readonly PointReport[];
  /** How many rest on no card that stands in the report, so that they cannot stand there either. */
  readonly withoutCards: number;
}

/** The points of tables that signed for them. `shown` are the cards that stand in the report. */
export function pointsReport({ state }: Situation, words: WordsOf, audience: Audience, shown: ReadonlySet<EntryId>): PointsReport {
  const signed = signedPoints(state);
  const points = signed.flatMap((point) => pointReport(state, point, words, audience, shown) ?? []);
  return { points: audience === 'room' ? points : inNoOrder(points), withoutCards: signed.length - points.length };
}

/** The cards that stand in a report. */
export function cardsIn({ cards }: Pick<Report, 'cards'>): ReadonlySet<EntryId> {
  return new Set(Object.keys(cards) as EntryId[]);
}

/** A point stands in a report when a card that it rests on does, or when all of these were taken back. */
export function standsThere(state: State, point: Point, stands: (card: EntryId) => boolean): boolean {
  return point.cards.some(stands) || isTakenBack(state, point);
}

function isTakenBack({ entries }: State, { cards }: Point): boolean {
  return cards.length > 0 && cards.every((id) => entries.get(id)?.status === 'withdrawn');
}

function pointReport(state: State, point: Point, words: WordsOf, audience: Audience, shown: ReadonlySet<EntryId>): PointReport | null {
  if (!standsThere(state, point, (id) => shown.has(id))) return null;
  const text = wordingOf(point);
  return {
    id: point.id,
    words: isTakenBack(state, point) ? null : text && words(text),
    ...(audience === 'room' && { table: point.table }),
    cards: point.cards.filter((id) => shown.has(id)),
    agreement: agreementOn(point),
    notes: notesAt(point).map(({ id, note, withdrawn, hiddenBy }) => ({
      id,
      ...noteSaid(state, point, audience, saidOf(note && words(note), withdrawn, hiddenBy !== null)),
      reply: replyReport(replyTo({ replies: state.answering.replies[id] ?? [] }), words),
    })),
  };
}

/** Who sat there knows the point; where they could guess whose note it is, the public does not get to read it. */
function noteSaid(state: State, point: Point, audience: Audience, said: Said): Said {
  return said.words !== null && audience === 'public' && isNoteGuessable(state, point) ? { words: null, because: 'smallTable' } : said;
}

type Said = Pick<NoteReport, 'words' | 'because'>;

export function saidOf(words: string | null, withdrawn: boolean, hidden: boolean): Pick<NoteReport, 'words' | 'because'> {
  if (withdrawn) return { words: null, because: 'withdrawn' };
  return hidden ? { words: null, because: 'keptBack' } : { words, because: null };
}

export function replyReport(reply: Reply | null, words: WordsOf): ReplyReport | null {
  return reply && { kind: reply.kind, words: words(reply.text), on: dayOf(reply.at) };
}

/** The order in which they were made tells which are of one table. */
function inNoOrder(points: readonly PointReport[]): readonly PointReport[] {
  return points.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
