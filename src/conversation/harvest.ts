import type { EntryId, HideRule, SeatId, TableNumber } from './state.ts';
import type { TextId } from './words.ts';

/**
 * What tables make of their cards: points, each in words of the whole table, resting on cards, with who agrees and who
 * sees it differently side by side. It names no seat: who said what is known as long as who wrote a card is.
 */
export interface Harvest {
  readonly points: { readonly [point: string]: Point };
  /** By table of a seating: that its points are fixed. */
  readonly signed: { readonly [table: string]: Signed };
  /** When those who lead signed for the whole room (ms since 1970); null until then. */
  readonly roomSignedAt: number | null;
}
export type PointId = string & { readonly pointId: true };

export interface Point {
  readonly id: PointId;
  readonly table: TableNumber;
  /** The seating in which the table was these people. */
  readonly seating: number;
  readonly cards: readonly EntryId[];
  /** Every wording there was, oldest first; the last is how it is said now. */
  readonly wordings: readonly TextId[];
  readonly dropped: boolean;
  /** What people said of it, one for each person, by an id that says nothing of them. */
  readonly answers: { readonly [answer: string]: PointAnswer };
  /** How many saw it differently, as one phone counted for the table, and at which wording. */
  readonly counted: { readonly otherwise: number; readonly wording: number } | null;
}

export const SAYINGS = ['agree', 'otherwise'] as const;
export type Saying = (typeof SAYINGS)[number];

export interface PointAnswer {
  readonly says: Saying;
  /** A minority note, in words of whoever sees it differently. */
  readonly note: TextId | null;
  /** Which of the wordings it was said of, from 0. */
  readonly wording: number;
  /** Written down by whoever writes for the table. */
  readonly forTable: boolean;
  /** The words of the note were taken back. */
  readonly withdrawn: boolean;
  readonly hiddenBy: HideRule | null;
}

/** `during`: the run, by ordinal, that was going on. What was asked up to then takes no more cards. */
export interface Signed {
  readonly during: number;
  readonly at: number;
}

export const NOTHING_HARVESTED: Harvest = { points: {}, signed: {}, roomSignedAt: null };

/** By whoever hosts or writes at a table, by those who sit there, or by who leads. */
export type HarvestAction =
  | ({ type: 'makePoint'; cards: readonly EntryId[]; words: string } & OfTable)
  /** `saw`: how many wordings there were when the page was drawn, so that of two at once one hears of the other. */
  | { type: 'rewordPoint'; point: PointId; saw: number; words: string }
  /** Into this point, and out of any other of the same table. */
  | { type: 'placeCard'; point: PointId; entry: EntryId }
  | { type: 'takeCard'; point: PointId; entry: EntryId }
  | { type: 'dropPoint'; point: PointId }
  | { type: 'restorePoint'; point: PointId }
  /** One for each person: said again, it is in the place of what was said before. */
  | { type: 'answerPoint'; point: PointId; says: Saying; note: string; forSeat?: SeatId }
  /** One phone for the table: how many see it differently. */
  | { type: 'countPoint'; point: PointId; otherwise: number }
  /** A minority note of somebody at the table, by whoever writes for it. */
  | { type: 'writeNote'; point: PointId; words: string }
  | { type: 'withdrawNote'; point: PointId; note: EntryId }
  | ({ type: 'signTable' } & OfTable)
  | ({ type: 'reopenTable' } & OfTable);

export type RoomHarvestAction =
  | { type: 'signRoom' }
  | { type: 'reopenRoom' }
  | { type: 'hideNote'; point: PointId; note: EntryId; rule: HideRule }
  | { type: 'showNote'; point: PointId; note: EntryId };

/** `seating`: an earlier one, when the table was other people; the one there is when absent. */
type OfTable = { readonly table: TableNumber; readonly seating?: number };

export type HarvestEvent =
  | { type: 'pointMade'; point: PointId; table: TableNumber; seating: number; cards: readonly EntryId[]; text: TextId }
  | { type: 'pointReworded'; point: PointId; text: TextId }
  | { type: 'cardPlaced'; point: PointId; entry: EntryId }
  | { type: 'cardTaken'; point: PointId; entry: EntryId }
  | { type: 'pointDropped'; point: PointId }
  | { type: 'pointRestored'; point: PointId }
  | { type: 'pointAnswered'; point: PointId; answer: EntryId; says: Saying; note: TextId | null; forTable: boolean }
  | { type: 'pointCounted'; point: PointId; otherwise: number }
  | { type: 'noteWithdrawn'; point: PointId; answer: EntryId }
  | { type: 'noteHidden'; point: PointId; answer: EntryId; rule: HideRule }
  | { type: 'noteShown'; point: PointId; answer: EntryId }
  | { type: 'tableSigned'; table: TableNumber; seating: number; during: number; at: number }
  | { type: 'tableReopened'; table: TableNumber; seating: number }
  | { type: 'roomSigned'; at: number }
  | { type: 'roomReopened' };
