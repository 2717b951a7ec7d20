import type { PaperStanding } from './paper.ts';
import type { Perspective, Place } from './format.ts';
import type { HarvestEvent, PointId } from './harvest.ts';
import type { Spoken } from './interpreting.ts';
import type { ChosenLanguages } from './languages.ts';
import type { AskedId, Origin } from './library.ts';
import type { Effect, Outcome, OutcomeId, OutcomeTurn, SeenBy, Standing } from './outcome.ts';
import type { CallId, EntryId, HideRule, PhoneTag, Release, ReportPart, RunId, SeatId, State, TableNumber, Tally, Wish } from './state.ts';
import type { Scope, ScopeChange } from './scope.ts';
import type { Need } from './told.ts';
import type { VoiceEvent } from './voice.ts';
import type { Json, TextId } from './words.ts';

/**
 * What happened, in the past tense. Events hold ids, codes and numbers, never a free string and never
 * an author; only those in which time matters carry a time (ms since 1970).
 */
export type Event =
  | HarvestEvent
  | VoiceEvent
  /** What is left out stays as it was. */
  | ({ type: 'scopeSet' } & Partial<Scope>)
  | ({ type: 'scopeChanged' } & ScopeChange)
  | { type: 'choiceMade'; setting: string; option: string }
  | { type: 'minutesSet'; phase: string; minutes: number }
  | { type: 'promised'; phase: string; at: number | null }
  | { type: 'textAdapted'; slot: string; text: TextId | null }
  | { type: 'tablesSet'; count: number }
  | ({ type: 'languagesChosen' } & ChosenLanguages)
  | { type: 'offered'; needs: readonly Need[]; photos: boolean }
  /** Somebody told something about themselves: who and what stands apart, for as long as it is needed. */
  | { type: 'told' }
  | { type: 'opened'; at: number }
  | {
      type: 'seatTaken';
      seat: SeatId;
      role: string;
      perspectives: readonly Perspective[];
      table: TableNumber;
      simulated?: true;
      phoneless?: true;
      phone?: PhoneTag;
      extra?: true;
    }
  /** `counted`: the further seats of one phone at this table that add to its numbers from now on; its others do not. */
  | { type: 'headsCounted'; table: TableNumber; heads: number; counted: readonly SeatId[] }
  | { type: 'seatMoved'; seat: SeatId; table: TableNumber }
  | { type: 'roleGiven'; seat: SeatId; role: string }
  | { type: 'interpretingGiven'; seat: SeatId; whom: SeatId }
  | { type: 'seatLeft'; seat: SeatId }
  | { type: 'seatReturned'; seat: SeatId; table: TableNumber }
  | { type: 'seated'; seed: string; tables: State['tables']; themes?: State['themes'] }
  | ({ type: 'wishMade' } & Wish)
  | ({ type: 'wishDropped' } & Wish)
  | { type: 'runStarted'; run: RunId; place: Place; at: number; endsAt: number | null; seed: string }
  | { type: 'runPaused'; run: RunId; left: number; at?: number }
  | { type: 'runResumed'; run: RunId; endsAt: number | null; at?: number }
  | { type: 'runExtended'; run: RunId; endsAt: number | null; left: number | null }
  | { type: 'gongSounded'; run: RunId }
  | { type: 'timeWasUp'; run: RunId }
  | { type: 'runEnded'; run: RunId; at: number }
  | { type: 'turnTaken'; run: RunId; table: TableNumber; at?: number }
  | {
      type: 'entryWritten';
      entry: EntryId;
      input: string;
      place: Place;
      table: TableNumber;
      late: boolean;
      kept: boolean;
      laid: boolean;
      body: Json;
      gives?: readonly EntryId[];
      /** Late, and of a table in an earlier seating; else of the seating there is. */
      seating?: number;
    }
  | { type: 'entryCorrected'; entry: EntryId; body: Json; gives?: readonly EntryId[] }
  | { type: 'entrySpoken'; entry: EntryId; spoken: Spoken }
  | { type: 'entryKept'; entry: EntryId; kept: boolean }
  | { type: 'entryLaid'; entry: EntryId }
  | { type: 'entryWithdrawn'; entry: EntryId }
  | { type: 'entryHidden'; entry: EntryId; rule: HideRule }
  | { type: 'entryShown'; entry: EntryId }
  | { type: 'entryShortened'; entry: EntryId; body: Json }
  | { type: 'entryRestored'; entry: EntryId }
  | { type: 'quoteAllowed'; entry: EntryId; allows: boolean }
  | { type: 'pledgeAnswered'; entry: EntryId; followUp: string; status: string; learned: TextId | null }
  | { type: 'partChecked'; part: ReportPart; seat: SeatId }
  | { type: 'partUnchecked'; part: ReportPart; seat: SeatId }
  | { type: 'readyMarked'; place: Place; table: TableNumber; extra?: true }
  | { type: 'placeReleased'; place: Place; perspectives: Release['perspectives'] }
  | { type: 'tallied'; place: Place; input: string; run: RunId; tally: Tally }
  | { type: 'paperCounted'; input: string; table: TableNumber; standing: PaperStanding }
  | { type: 'roundAsked'; table: TableNumber }
  | { type: 'roundHeld'; table: TableNumber; going: boolean }
  | { type: 'sheetOpened'; place: Place; table: TableNumber; open: boolean }
  | { type: 'called'; call: CallId; table: TableNumber; words: TextId | null }
  | { type: 'callAnswered'; call: CallId }
  | { type: 'presented'; card: EntryId | null }
  | { type: 'wallCleared'; cleared: boolean }
  | { type: 'doorShut'; shut: boolean }
  | { type: 'codeRenewed' }
  | { type: 'closed'; at: number }
  | { type: 'sealed' }
  | ({ type: 'outcomeMade'; outcome: OutcomeId; kind: string; due: string | null; at: number; origin?: Origin; point?: PointId } & MadeOf)
  | ({ type: 'outcomeChanged'; outcome: OutcomeId; because: TextId; at: number } & MadeOf)
  | ({ type: 'outcomeStood'; outcome: OutcomeId } & Standing)
  | { type: 'outcomeTalkedOver'; outcome: OutcomeId; heard: boolean }
  | { type: 'outcomeDropped'; outcome: OutcomeId; because: TextId }
  | { type: 'outcomeRestored'; outcome: OutcomeId }
  | { type: 'outcomeAsked'; outcome: OutcomeId; asked: AskedId; words: TextId; on: string }
  | { type: 'askedAnswered'; outcome: OutcomeId; asked: AskedId; words: TextId; on: string }
  | { type: 'askedDropped'; outcome: OutcomeId; asked: AskedId }
  | { type: 'ownerSeated'; outcome: OutcomeId; seat: SeatId }
  /** Null: taken back. */
  | { type: 'effectTold'; outcome: OutcomeId; entry: EntryId; effect: Effect | null }
  | ({ type: 'turnTold'; outcome: OutcomeId } & OutcomeTurn);

/** `owner` and `theme` are words. */
interface MadeOf {
  readonly fields: Outcome['fields'];
  readonly cards: readonly EntryId[];
  readonly owner: TextId;
  readonly theme: TextId | null;
  readonly seenBy: SeenBy;
}

/** An event as it lies in the log: the type and version it had when it was written. */
export interface StoredEvent {
  readonly type: string;
  readonly version: number;
  readonly body: { readonly [field: string]: Json };
}

export const EVENT_VERSION = 1;

/** Lifts an older body one version up. A changed event gets its upcaster here, keyed `type.version`. */
export type Upcasters = { readonly [typeAndVersion: string]: (body: StoredEvent['body']) => StoredEvent['body'] };
const UPCASTERS: Upcasters = {};

/** Snapshots made under another number are thrown away: raise it when `evolve` or an event changes. */
export const RULES_VERSION = 10;

export function readEvent(stored: StoredEvent, upcasters: Upcasters = UPCASTERS): Event {
  let { body } = stored;
  for (let version = stored.version; ; version++) {
    const lift = upcasters[`${stored.type}.${version}`];
    if (!lift) break;
    body = lift(body);
  }
  return { ...body, type: stored.type } as Event;
}

export function storeEvent(event: Event): StoredEvent {
  const { type, ...body } = event;
  return { type, version: EVENT_VERSION, body };
}
