import type { PaperStanding } from './paper.ts';
import type { PledgeAnswers } from './pledge.ts';
import type { Choices, Format, Perspective, Place } from './format.ts';
import { NOTHING_HARVESTED, type Harvest } from './harvest.ts';
import type { Spoken } from './interpreting.ts';
import type { ChosenLanguages } from './languages.ts';
import type { Outcome } from './outcome.ts';
import { NO_SCOPE, type Scope, type ScopeChange } from './scope.ts';
import { Shelf } from './shelf.ts';
import { USUALLY_OFFERED, type Offered } from './told.ts';
import { NOTHING_ANSWERED, type Answering } from './voice.ts';
import type { Json, TextId } from './words.ts';

export type SeatId = string & { readonly seatId: true };
export type RunId = string & { readonly runId: true };
export type EntryId = string & { readonly entryId: true };
export type PhoneTag = string & { readonly phoneTag: true };
export type CallId = string & { readonly callId: true };
/** A table or other group of seats. Zero is "nobody's table": facilitators, the wall, those who are alone. */
export type TableNumber = number;

/** What a conversation is, folded from its log. It names no person and knows no author. */
export interface State {
  readonly format: Format;
  readonly status: 'preparing' | 'open' | 'closed' | 'sealed';
  readonly scope: Scope;
  /** What was said otherwise since the opening, oldest first. */
  readonly scopeChanges: readonly ScopeChange[];
  /** What people can ask for, and whether photographs are made. */
  readonly offered: Offered;
  readonly choices: Choices;
  /** Minutes the facilitator set, by phase id. */
  readonly minutes: { readonly [phase: string]: number };
  /** Those minutes as they were when the first step began: the plan that people were told. Null until then. */
  readonly planned: State['minutes'] | null;
  /** When people were told that a step begins: minutes of the day, by phase id. */
  readonly promises: { readonly [phase: string]: number };
  /** Other languages for the questions, beside those of the house. */
  readonly languages: ChosenLanguages;
  /** Texts the facilitator adapted or translated, by `phase/slot/language`. */
  readonly adapted: { readonly [slot: string]: TextId };
  readonly tableCount: number;
  readonly seats: Shelf<Seat>;
  readonly tables: readonly Table[];
  readonly run: Run | null;
  /** Every run there was, oldest first, the current one last. */
  readonly runs: readonly Run[];
  readonly entries: Shelf<Entry>;
  /** Entry ids by place and table, in the order they came. */
  readonly byPlace: { readonly [place: Place]: { readonly [table: TableNumber]: readonly EntryId[] } };
  /** How many seats are ready, by place and table; counted anew when a step is done again. */
  readonly ready: { readonly [place: Place]: { readonly [table: TableNumber]: number } };
  readonly released: { readonly [place: Place]: Release };
  /** How often people were seated anew. */
  readonly seatings: number;
  /** By seating: who ever sat at each table, in the order they came. Who goes stays on it, so that nobody's alias changes. */
  readonly cameTo: readonly { readonly [table: TableNumber]: readonly SeatId[] }[];
  readonly tallies: { readonly [key: string]: Tally };
  /** Who looked through what will be public, part by part (nakijken). */
  readonly checks: { readonly [part in ReportPart]?: Check };
  /** How far the paper of each table is counted, by input, in the current run. */
  readonly paper: { readonly [input: string]: { readonly [table: TableNumber]: PaperStanding } };
  readonly calls: readonly Call[];
  /** Tables where somebody asked for a round, or where one is going on, in the current run. */
  readonly rounds: { readonly [table: TableNumber]: 'asked' | 'going' };
  /** Tables that left the form of a step for an open sheet, by step. */
  readonly openSheets: { readonly [place: Place]: readonly TableNumber[] };
  /** How many people were counted at a table, since people last sat down anew. */
  readonly heads: { readonly [table: TableNumber]: number };
  /** What the facilitator wants of every new seating. */
  readonly wishes: readonly Wish[];
  /** The card of the theme each table works on; none where people were not seated by theme. */
  readonly themes: { readonly [table: TableNumber]: EntryId };
  /** The card that is being presented to the hall. */
  readonly presenting: EntryId | null;
  readonly wallCleared: boolean;
  /** By the facilitator; a step may shut the door by itself (`doorClosed`). */
  readonly doorShut: boolean;
  /** How many times the hall got another code. The code itself stands in no log. */
  readonly codesRenewed: number;
  readonly closedAt: number | null;
  /** What lives on, oldest first; also what was dropped. */
  readonly outcomes: readonly Outcome[];
  /** What tables made of their cards, and who signed for it. */
  readonly harvest: Harvest;
  /** The counter-voices and what was answered to them. */
  readonly answering: Answering;
}

export interface Seat {
  readonly id: SeatId;
  readonly role: string;
  readonly perspectives: readonly Perspective[];
  readonly table: TableNumber;
  readonly here: boolean;
  /** Nobody real: only in a rehearsal. */
  readonly simulated?: true;
  /** Of an interpreter: for whom. */
  readonly interpretsFor?: SeatId;
  /** Somebody without a phone: no device reaches this seat, others at the table write for them. */
  readonly phoneless?: true;
  /** The phone it was taken by, as a tag that means something in this conversation alone. */
  readonly phone?: PhoneTag;
  /** A further seat of one phone: until heads are counted it adds to no number. `since`: after how many other seats it came. */
  readonly extra?: { readonly since: number; readonly counted: boolean };
}

export type Table = {
  readonly number: TableNumber;
  /** In the order around the table. */
  readonly seats: readonly SeatId[];
};

export interface Run {
  readonly id: RunId;
  readonly place: Place;
  /** The how-many-eth run of the conversation this is, from 1. */
  readonly ordinal: number;
  readonly startedAt: number;
  /** The last seating there was while it was going on. */
  readonly seating: number;
  /** Null when the phase has no clock. */
  readonly endsAt: number | null;
  /** While paused: the milliseconds that were left. */
  readonly pausedWith: number | null;
  readonly pausedAt: number | null;
  readonly timeUp: boolean;
  readonly gong: boolean;
  readonly ended: boolean;
  /** For aliases and orders of this run. */
  readonly seed: string;
  /** Whose turn it is at each table: how many turns were taken. */
  readonly turns: { readonly [table: TableNumber]: number };
  /** When the turn that is going on began; a table that is not here has no clock for it. */
  readonly turnBegan: { readonly [table: TableNumber]: number };
}

/** By which house rule a card was hidden; its writer sees which. */
export const HIDE_RULES = ['aboutSomeoneElse', 'unkind', 'name', 'mistake'] as const;
export type HideRule = (typeof HIDE_RULES)[number];

/** One contribution: a card, a score, a vote, a placement. Its author is not known here. */
export interface Entry {
  readonly id: EntryId;
  readonly input: string;
  readonly place: Place;
  readonly table: TableNumber;
  readonly late: boolean;
  /** "Houd dit aan tafel": never on the wall, never in a report. */
  readonly kept: boolean;
  /** A draft that only its writer sees until it is laid on the table. */
  readonly laid: boolean;
  /** Given to the whole room by a facilitator. What is written afterwards waits for the next time. */
  readonly released: boolean;
  /** The run (by ordinal) that was going on when it was written. */
  readonly during: number;
  /** How many were written before it. For the rules alone: no screen and no report may tell it. */
  readonly arrived: number;
  /** The seating in which it was written: a table of the same number may be other people later. */
  readonly seating: number;
  /** How many people could have written it; absent where nobody counted them. */
  readonly possibleWriters?: number;
  readonly status: 'there' | 'withdrawn' | 'hidden';
  readonly hiddenBy?: HideRule;
  /** Everybody could read it before it was hidden: for its writer alone. */
  readonly wasForTheRoom?: true;
  /** Cards that it gives to the room, such as those a table picked. */
  readonly gives?: readonly EntryId[];
  /** Where it was given to the room by such an entry: the room sees it when that step is over. */
  readonly given?: Place;
  /** What the input made of it; human words only as text ids. */
  readonly body: Json;
  /** How it was said, when an interpreter wrote it down. */
  readonly spoken?: Spoken;
  /** Whoever wrote it lets these very words stand as a quote in the final report. */
  readonly quotable?: true;
  /** What its writer answered when they were asked back about it. */
  readonly answers?: PledgeAnswers;
  /** The body as it was written, when words were shortened before publishing: for its writer alone. */
  readonly original?: Json;
}

/** What of a report is looked through at once: a step, what stands above them all, or the points of the tables. */
export type ReportPart = Place | 'top' | 'points';

/** Who looked through a part since it last changed, and how often it changed. */
export type Check = { readonly changes: number; readonly by: readonly SeatId[] };

export type Release = {
  /** How many cards there were then, whatever became of them. */
  readonly cards: number;
  /** Tables at whose cards the perspective may show: decided once, then frozen. */
  readonly perspectives: { readonly [table: TableNumber]: { readonly [entry: EntryId]: Perspective } };
};

/** The result of a secret vote: no ballots, only counts. */
export type Tally = {
  readonly turnout: number;
  readonly counts: { readonly [option: string]: number } | null;
  /** Why there are none although enough people voted: those beside the paper that somebody counted were one to four. */
  readonly fewOn?: 'phones' | 'paper';
  /** Tables whose paper is not in it, because no two people counted the same. */
  readonly unsettled?: readonly TableNumber[];
};

/** Samen blijven, niet samen (both of a pair), blijft zitten (of one). Without a reason: nobody asks for it. */
export const WISHES = ['together', 'apart', 'stays'] as const;
export interface Wish {
  readonly wish: (typeof WISHES)[number];
  readonly seats: readonly SeatId[];
}

export interface Call {
  readonly id: CallId;
  readonly table: TableNumber;
  readonly words: TextId | null;
  readonly answered: boolean;
}

export function begin(format: Format): State {
  return {
    format,
    status: 'preparing',
    scope: NO_SCOPE,
    scopeChanges: [],
    offered: USUALLY_OFFERED,
    choices: {},
    minutes: {},
    planned: null,
    promises: {},
    languages: { beside: [], wall: null },
    adapted: {},
    tableCount: 1,
    seats: Shelf.empty(),
    tables: [],
    run: null,
    runs: [],
    entries: Shelf.empty(),
    byPlace: {},
    ready: {},
    released: {},
    seatings: 0,
    cameTo: [{}],
    tallies: {},
    checks: {},
    paper: {},
    calls: [],
    rounds: {},
    openSheets: {},
    heads: {},
    wishes: [],
    themes: {},
    presenting: null,
    wallCleared: false,
    doorShut: false,
    codesRenewed: 0,
    closedAt: null,
    outcomes: [],
    harvest: NOTHING_HARVESTED,
    answering: NOTHING_ANSWERED,
  };
}
