import type { ActionType, Actor } from '../action.ts';
import type { Place } from '../format.ts';
import type { Situation } from '../input.ts';
import type { PointId } from '../harvest.ts';
import type { AskedId } from '../library.ts';
import type { OutcomeId } from '../outcome.ts';
import type { RefusalCode } from '../refusal.ts';
import type { CallId, EntryId, ReportPart, RunId, Seat, SeatId, TableNumber } from '../state.ts';
import type { TextId } from '../words.ts';

/** An action without its words: enough to ask whether it may be done. */
export interface Ask {
  readonly type: ActionType;
  readonly run?: RunId;
  readonly turn?: number;
  readonly from?: RunId | null;
  readonly input?: string;
  readonly entry?: EntryId;
  readonly place?: Place;
  readonly call?: CallId;
  readonly role?: string;
  readonly table?: TableNumber;
  readonly text?: TextId;
  readonly part?: ReportPart;
  readonly changes?: number;
  readonly allows?: boolean;
  readonly followUp?: string;
  readonly outcome?: OutcomeId;
  readonly asked?: AskedId;
  readonly saw?: number;
  readonly lost?: number;
  readonly point?: PointId;
  readonly seating?: number;
  /** A minority note, as far as it is named. */
  readonly note?: string;
  readonly voice?: EntryId;
  /** How an interpreter heard it. */
  readonly spoken?: object;
  /** Somebody without a phone, or for whom one interprets: of whom it is asked. */
  readonly forSeat?: SeatId;
}

/** Everything a check may look at. */
export interface Asking {
  readonly situation: Situation;
  readonly actor: Actor;
  /** Of whom it is: the asker, or somebody for whom others write. */
  readonly seat: Seat | null;
  /** Who asks it. */
  readonly asker: Seat | null;
  readonly ask: Ask;
  readonly now: number;
}
/** Null means yes. */
export type Check = (asking: Asking) => RefusalCode | null;
