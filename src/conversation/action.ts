import type { PaperStanding } from './paper.ts';
import type { Perspective, Place } from './format.ts';
import type { CallId, EntryId, HideRule, PhoneTag, ReportPart, RunId, SeatId, TableNumber, Wish } from './state.ts';
import type { HarvestAction, PointId, RoomHarvestAction } from './harvest.ts';
import type { Beside } from './languages.ts';
import type { LibraryAction, LibraryHouseAction } from './library.ts';
import type { Effect, OutcomeId, OutcomeStatus, SeenBy } from './outcome.ts';
import type { ScopeWords } from './scope.ts';
import type { Need } from './told.ts';
import type { TranslatedSlot } from './translated.ts';
import type { VoiceAction } from './voice.ts';
import type { Json, Language, TextId } from './words.ts';

/**
 * What someone asks for. Words come in as plain strings and leave the decision as text ids.
 * An action that belongs to a step names the run it was made in: the run decides whether it is late.
 */
export type Action = ParticipantAction | FacilitatorAction | ClockAction | HouseAction;

export type ParticipantAction =
  | HarvestAction
  | ({ type: 'write'; run: RunId; input: string; act: Json; kept: boolean; spoken?: SpokenWords } & ForSeat)
  | { type: 'correct'; entry: EntryId; act: Json }
  /** For somebody else it is only kept: who types for them lets go of nothing. */
  | ({ type: 'keep'; entry: EntryId; kept: boolean } & ForSeat)
  | { type: 'lay'; entry: EntryId }
  | ({ type: 'withdraw'; entry: EntryId } & ForSeat)
  /** Done, or skipped: the facilitator only sees how many. */
  | ({ type: 'ready'; run: RunId } & ForSeat)
  /** `turn` is how many were taken at this table when the button was drawn: two taps pass one turn. */
  | { type: 'passTurn'; run: RunId; turn: number }
  /** Only the host of the table sees it, and not from whom. */
  | { type: 'askRound'; run: RunId }
  /** The host of a table begins or ends a round: everybody there says something, in turn. */
  | { type: 'holdRound'; run: RunId; going: boolean }
  /** "Wij doen het anders": the table leaves the form of this step for an open sheet, or comes back to it. */
  | { type: 'openSheet'; run: RunId; open: boolean }
  /** About oneself: what is left out stays as it was. */
  | ({ type: 'tell'; young?: boolean; photo?: boolean | null; needs?: readonly Need[]; slower?: boolean } & ForSeat)
  | { type: 'call'; words: string }
  /** Someone at the table says: that is me, I present (or host, or write for us). */
  | { type: 'takeRole'; role: string }
  /** Where people choose their own table: I sit here now. */
  | { type: 'sitAt'; table: TableNumber }
  | ({ type: 'leave' } & ForSeat)
  | ({ type: 'comeBack' } & ForSeat)
  /** How many people really sit at a table: at one's own, or for who leads at any. */
  | { type: 'countHeads'; heads: number; table?: TableNumber }
  /** Dots on paper, as this person counted them at a table. A second one counts as well, without seeing this. */
  | { type: 'countPaper'; run: RunId; input: string; people: number; counts: { readonly [option: string]: number }; table?: TableNumber }
  /** Somebody without a phone sits down. By the number of a ticket they get its seat; that is looked up by the house. */
  | { type: 'seatPerson'; perspectives: readonly Perspective[]; table?: TableNumber; ticket?: number; seat?: SeatId };

/** By an interpreter: how it was said, in the speaker's own language; null for one that the house has no name for. */
export type SpokenWords = { readonly words: string; readonly language: Beside | null };

/** Done for somebody without a phone, by who hosts or writes at their table, or by who leads. */
export type ForSeat = { readonly forSeat?: SeatId };

export type FacilitatorAction =
  | ({ type: 'setScope'; title: string; about: string; decides: string; hearBack: string } & ScopeWords)
  /** After the opening. `saw`: how often it had changed when the page was drawn. */
  | { type: 'changeScope'; to: ScopeWords; reason: string; saw: number }
  | { type: 'choose'; setting: string; option: string }
  | { type: 'setMinutes'; phase: string; minutes: number }
  /** When people were told that a step begins, such as the soup: the minute of the day on the clock there. Null takes it back. */
  | { type: 'promise'; phase: string; at: number | null }
  /** In the languages of the house, or a translation: empty words take it back. */
  | { type: 'adaptText'; phase: string; slot: TextSlot; language: Language | Beside; words: string }
  | { type: 'chooseLanguages'; beside: readonly Beside[]; wall: Beside | null }
  | { type: 'setTables'; count: number }
  /** What people can ask for, and whether photographs are made. */
  | { type: 'offer'; needs: readonly Need[]; photos: boolean }
  | { type: 'open' }
  /** `from` is the run the facilitator saw: two taps, or two facilitators, move one step. */
  | { type: 'next'; from: RunId | null }
  | { type: 'back'; from: RunId }
  | { type: 'pause'; run: RunId }
  | { type: 'resume'; run: RunId }
  | { type: 'extend'; run: RunId; minutes: number }
  /** The step is over in so many minutes, where it would have lasted longer. */
  | { type: 'wrapUp'; run: RunId; minutes: number }
  | { type: 'gong'; run: RunId }
  | { type: 'release'; place: Place }
  | { type: 'hide'; entry: EntryId; rule: HideRule }
  | { type: 'show'; entry: EntryId }
  /** Before publishing: other, fewer words in the place of these. The writer gets to read it. */
  | { type: 'shorten'; entry: EntryId; text: TextId; words: string }
  | { type: 'restore'; entry: EntryId }
  /** I looked through this part, as it stood after so many changes. */
  | { type: 'check'; part: ReportPart; changes: number }
  | { type: 'uncheck'; part: ReportPart }
  | { type: 'clearWall'; cleared: boolean }
  /** This card is presented to the hall; without one the wall shows all of them. */
  | { type: 'present'; run: RunId; entry?: EntryId }
  /** While it is shut nobody new comes in; who has a seat may come back. */
  | { type: 'shutDoor'; shut: boolean }
  | { type: 'moveSeat'; seat: SeatId; table: TableNumber }
  | { type: 'mergeTables'; table: TableNumber; into: TableNumber }
  /** For every new seating: two stay together or apart, or one stays at the table. No reason is asked. */
  | { type: 'wish'; wish: Wish['wish']; seats: readonly SeatId[] }
  | { type: 'dropWish'; wish: Wish['wish']; seats: readonly SeatId[] }
  /** Everybody sits down anew, at so many tables. */
  | { type: 'reshuffle'; tables: number }
  | { type: 'giveRole'; seat: SeatId; role: string }
  /** From now on this seat interprets for whom; null: takes part again. */
  | { type: 'interpret'; seat: SeatId; whom: SeatId | null }
  | { type: 'answerCall'; call: CallId }
  | { type: 'close' }
  | OutcomeAction
  | LibraryAction
  | RoomHarvestAction
  | VoiceAction;

/** What lives on after a conversation. `saw`: how many times it had stood or changed when the page was drawn, so that of two at once one hears of the other. */
export type OutcomeAction =
  /** `point`: of a table that signed, when it was made of that. */
  | ({ type: 'makeOutcome'; kind: string; due: string | null; point?: PointId } & OutcomeWords)
  /** `lost`: how often its cards had let go of words when the page was drawn, so that words taken back meanwhile do not come back. */
  | ({ type: 'changeOutcome'; outcome: OutcomeId; saw: number; lost?: number; because: string } & OutcomeWords)
  | { type: 'setStatus'; outcome: OutcomeId; saw: number; status: OutcomeStatus; because: string; due: string | null }
  /** It was talked over with residents, or that is taken back. */
  | { type: 'talkOver'; outcome: OutcomeId; heard: boolean }
  | { type: 'dropOutcome'; outcome: OutcomeId; because: string }
  | { type: 'restoreOutcome'; outcome: OutcomeId }
  /** "Het loopt anders", to everyone whose card it grew from. */
  | { type: 'tellTurn'; outcome: OutcomeId; words: string };

export type OutcomeWords = {
  readonly fields: TypedFields;
  readonly cards: readonly EntryId[];
  /** The function of who sees to it. */
  readonly owner: string;
  readonly theme: string;
  readonly seenBy: SeenBy;
};
/** By field of the kind: words, a day, the id of a choice; or rows of these by column. */
export type TypedFields = { readonly [field: string]: string | readonly { readonly [column: string]: string }[] };

export type TextSlot = 'say' | TranslatedSlot;

/** The clock acts only through this; the run makes it happen once. */
export type ClockAction = { type: 'timeUp'; run: RunId };

/** What the house itself does at its doors. */
export type HouseAction =
  /** `table`: where the newcomer already stands; a table that is not there counts as none. `simulated`: nobody real, in a rehearsal. */
  | ({
      type: 'takeSeat';
      seat: SeatId;
      role: string;
      perspectives: readonly Perspective[];
      table?: TableNumber;
      simulated?: true;
    } & ByPhone)
  /** How far the two counts of a table's paper are. */
  | { type: 'notePaper'; run: RunId; input: string; table: TableNumber; standing: PaperStanding }
  /** For whoever holds the receipt: these words may, or may not, stand as a quote in the final report. */
  | { type: 'allowQuote'; entry: EntryId; allows: boolean }
  /** For whoever holds the receipt: how it went with what they promised in this card. */
  | { type: 'answerPledge'; entry: EntryId; followUp: string; status: string; words: string }
  /** The hall has another code; which one stands in no log. */
  | { type: 'noteNewCode' }
  /** What somebody notices of what became of a card of theirs, told with their receipt. */
  | { type: 'tellEffect'; outcome: OutcomeId; entry: EntryId; effect: Effect | null }
  /** Who sees to it gets a seat of their own, in the place of one there was. */
  | { type: 'seatOwner'; outcome: OutcomeId; seat: SeatId }
  /** The same the other way, told with their receipt by whoever said this card. */
  | { type: 'tellTurnBack'; outcome: OutcomeId; entry: EntryId; words: string }
  | LibraryHouseAction
  | { type: 'seal' };

/** The phone it is taken by; with a ticket of the door it is somebody's own seat whatever phone they use. */
export type ByPhone = {
  readonly phone?: PhoneTag;
  readonly byTicket?: true;
};

export type ActionType = Action['type'];

/** Who asks. A newcomer has no seat yet: the door gives the role. */
export type Actor = { kind: 'seat'; seat: SeatId } | { kind: 'door' } | { kind: 'clock' } | { kind: 'house' };
