import type { PaperStanding } from '../paper.ts';
import type { Heads } from '../heads.ts';
import type { HideRule } from '../state.ts';
import type { InputUse, Perspective, Phase, Place, Side, Visibility } from '../format.ts';
import type { RefusalCode } from '../refusal.ts';
import type { EntryId, RunId, State, Tally } from '../state.ts';
import type { SpokenShape } from '../interpreting.ts';
import type { Beside, Translated } from '../languages.ts';
import type { Need, Told } from '../told.ts';
import type { Json, Words } from '../words.ts';

/** What a screen finds under the keys of its channels. Null for a permission means yes. */
export type May = RefusalCode | null;

/** Channel `everyone`; the wall has the same three beside its own. */
export type EveryoneShape = {
  readonly conversation: ConversationShape;
  readonly step: StepShape | null;
  readonly run: RunShape | null;
  /** The card that is being presented to the hall. */
  readonly presenting: EntryId | null;
  readonly next: Words | null;
} & Cards &
  Sums;

export type Cards = { readonly [key: `card/${string}`]: CardShape };
export type Sums = { readonly [key: `sum/${string}`]: SumShape } & { readonly [key: `tally/${string}`]: TallyShape };

/** What people's answers say together, under `sum/<place>/<input>`; nulls when they were too few. */
export type SumShape = { readonly input: string; readonly kind: string; readonly count: number | null; readonly summary: Json };

/** The result of a secret vote, under `tally/<place>/<input>`. */
export type TallyShape = {
  readonly input: string;
  readonly kind: string;
  /** The cards among its options, by id, as far as they may be seen. */
  readonly names: { readonly [option: string]: Json };
} & Tally;

export type ConversationShape = {
  readonly status: State['status'];
  readonly doorShut: boolean;
  readonly format: Words;
  readonly title: string | null;
  readonly scope: { readonly about: string | null; readonly decides: string | null; readonly hearBack: string | null };
  /** How often it was said otherwise since the opening. */
  readonly scopeChanges: number;
};

export type StepShape = {
  readonly place: Place;
  readonly number: number;
  readonly of: number;
  readonly repeat: number;
  readonly kind: Phase['kind'];
  readonly name: Translated;
  readonly prompts: readonly { readonly text: Translated; readonly forRole: string | null; readonly depth: number | null }[];
  readonly say: Words;
  readonly minutes: number;
  readonly timer: Phase['timer'];
  readonly devices: Phase['devices'];
  readonly turn: Phase['turn']['kind'];
  readonly secondsEach: number | null;
  /** The input whose cards are presented here. */
  readonly presents: string | null;
  readonly visibility: Visibility;
  /** The uses as the format declares them; each input's looks read their own fields. */
  readonly inputs: readonly InputUse[];
  /** The sheet of a table that does this step differently; null where there is none. */
  readonly openSheet: InputUse | null;
  /** The uses of earlier steps whose entries appear here. */
  readonly earlier: readonly InputUse[];
  /** True for those who stay outside a closed step. */
  readonly outside?: boolean;
};

export type RunShape = {
  readonly id: RunId;
  readonly ordinal: number;
  readonly endsAt: number | null;
  readonly pausedWith: number | null;
  readonly timeUp: boolean;
  readonly gong: boolean;
  readonly ended: boolean;
};

export type CardShape = {
  readonly input: string;
  readonly kind: string;
  readonly place: Place;
  readonly table: number;
  readonly kept: boolean;
  readonly sender: { readonly alias: Words } | { readonly role: Words } | { readonly perspective: Perspective } | null;
  readonly spoken?: SpokenShape;
  readonly body: Json;
  /** Of an open sheet: for the cards of which inputs it counts where people choose among them. */
  readonly among?: readonly string[];
  /** Words were taken away before publishing. */
  readonly shortened?: true;
};

/** How far the paper of a table is counted, by input. */
export type Paper = { readonly [input: string]: PaperStanding };

/** Channel `table`. */
export type TableShape = {
  readonly table: {
    readonly number: number;
    readonly seats: readonly {
      readonly side: Side | null;
      readonly perspective: Perspective | null;
      readonly here: boolean;
      readonly counted: boolean;
    }[];
    /** Under three people nobody is without a name. */
    readonly small: boolean;
    readonly speaker: number | null;
    /** A round is going on: everybody says something, in turn. */
    readonly round: boolean;
    /** The card of the theme this table works on, as it is seen. */
    readonly theme: Json;
    /** This table left the form of the step for its open sheet. */
    readonly onSheet: boolean;
    readonly paper: Paper;
  };
} & Cards &
  Sums;

/** Channel `me`. */
export type MeShape = {
  readonly me: {
    readonly role: string;
    readonly roleName: Words | null;
    readonly tips: readonly Words[];
    readonly perspectives: readonly Perspective[];
    readonly table: number;
    /** I say for somebody else what they say, in a language of the house. */
    readonly interprets: boolean;
    /** My place around the table, from 0. */
    readonly place: number | null;
    readonly here: boolean;
    /** False for a further seat of one phone, until heads are counted. */
    readonly counted: boolean;
    /** What I told about myself. */
    readonly told: Told;
    /** Inputs of this step in which what I write myself never leaves the table. */
    readonly ownWordsStay: readonly string[];
    readonly ready: boolean;
    readonly speaks: boolean;
    /** Who speaks passes this turn, by how many were taken before it; so does the host, and the table for who has no phone. Null for all others. */
    readonly turn: number | null;
    /** When this turn has had its time (ms since 1970), for who speaks and who hosts this table. Soft: nothing happens then. */
    readonly turnEndsAt: number | null;
    /** For who hosts this table: somebody here asked for a round. */
    readonly roundAsked: boolean;
    /** For who may count the heads of this table; null for all others. */
    readonly heads: Heads | null;
  };
  readonly may: {
    readonly write: { readonly [input: string]: May };
    readonly ready: May;
    readonly passTurn: May;
    readonly askRound: May;
    readonly holdRound: May;
    readonly openSheet: May;
    readonly call: May;
    /** By role id: the roles of this format that people at a table can take themselves. */
    readonly takeRole: { readonly [role: string]: May };
    /** Somebody without a phone sits down at this table. */
    readonly countHeads: May;
    /** The dots on paper of the secret vote that is going on. */
    readonly countPaper: May;
    readonly seatPerson: May;
    readonly leave: May;
    readonly comeBack: May;
  };
} & Cards &
  Sums & { readonly [key: `mine/${string}`]: OwnCardShape } & { readonly [key: `desk/${string}`]: CardShape } & {
    readonly [key: `serves/${string}`]: ServedShape;
  };

/** Somebody without a phone, for who writes for them: under `serves/<seat>`. */
export type ServedShape = {
  readonly table: number;
  /** Their place around the table, from 0. */
  readonly place: number | null;
  readonly perspectives: readonly Perspective[];
  readonly here: boolean;
  readonly ready: boolean;
  /** They said so to whoever writes for them: it changes what becomes of their words. */
  readonly young: boolean;
  readonly ownWordsStay: readonly string[];
  readonly may: {
    readonly write: { readonly [input: string]: May };
    readonly ready: May;
    readonly leave: May;
    readonly comeBack: May;
  };
};

export type OwnCardShape = {
  readonly input: string;
  readonly kind: string | null;
  readonly place: Place;
  readonly body: Json;
  readonly among?: readonly string[];
  /** What the fields of a card without a text say. */
  readonly said: Words | null;
  /** What stands for others in the place of my words, when they were shortened before publishing. */
  readonly shortened: Json;
  readonly spoken?: SpokenShape;
  readonly kept: boolean;
  readonly laid: boolean;
  readonly late: boolean;
  readonly hiddenBy: HideRule | null;
  readonly seenBy: 'everyone' | 'table' | 'me';
};

/** Channel `facilitator`. */
export type FacilitatorShape = {
  readonly sheet: readonly SheetLine[];
  /** At how many tables nobody signed yet for the points there are. */
  readonly unsigned: number;
  /** Null while a closed step is going on. */
  readonly people: {
    readonly here: number;
    /** How many chairs stand there; null where the format has no tables. */
    readonly chairs: number | null;
    /** Of those here: nobody real, in a rehearsal. */
    readonly simulated: number;
    readonly ready: number | null;
    readonly sides: { readonly [side in Side]: number };
  };
  readonly missing: readonly string[];
  /** Roles that need someone and have nobody yet; with the tables where that is so, for a role of each table. */
  readonly emptyRoles: readonly { readonly role: Words; readonly tables: readonly number[] }[];
  /** Tables where two sit together who would be kept apart. */
  readonly clashes: readonly number[];
  readonly care: CareShape;
  readonly may: { readonly [action in 'open' | 'next' | 'back' | 'pause' | 'resume' | 'extend' | 'gong' | 'close']?: May };
  /** Where people choose a theme, or sit by what they chose. */
  readonly themes: ThemesShape | null;
  readonly paperVotes: PaperVotesShape;
  readonly wallCleared: boolean;
  /** Null until the conversation is over. */
  readonly checking: CheckingShape | null;
} & Cards &
  Sums & { readonly [key: `table/${number}`]: TableLine } & {
    readonly [key: `call/${string}`]: { readonly table: number; readonly words: string | null };
  };

/** What changes as soon as those who look the report through would read something else. */
export type CheckingShape = {
  readonly parts: { readonly [part: string]: { readonly changes: number; readonly by: number } };
  /** Cards that stand in the report. */
  readonly cards: number;
  readonly leaders: number;
};

export type CareShape = {
  readonly needs: readonly { readonly need: Need; readonly people: number; readonly tables: readonly number[] }[];
  /** By table, whether people may be recognised in a photograph; null while nobody said anything. */
  readonly photos: { readonly [table: number]: 'all' | 'ask' | 'few' } | null;
};

export type PaperVotesShape = {
  /** How many have a phone, where they are too few beside a vote on paper, now or next; else null. */
  readonly fewPhones: number | null;
  /** Votes of the step that was over last of which not all could be told. */
  readonly left: readonly {
    readonly label: Words;
    readonly fewOn: NonNullable<Tally['fewOn']> | null;
    readonly unsettled: readonly number[];
  }[];
};

export type ThemesShape = {
  readonly stage: 'choosing' | 'seated';
  /** How many have not chosen. */
  readonly open: number;
  readonly list: readonly {
    readonly id: EntryId;
    readonly body: Json;
    readonly people: number;
    /** Its tables, with the sides of the room that are missing there. */
    readonly tables: readonly { readonly number: number; readonly lacks: readonly Side[] }[];
  }[];
};

export type SheetLine = {
  readonly place: Place;
  readonly phase: string;
  readonly name: Words;
  readonly minutes: number;
  /** As it was when the first step began. */
  readonly planned: number;
  /** When people were told that it begins: the minute of the day. */
  readonly promised: number | null;
  /** May give minutes when the evening is late. */
  readonly shortenable: boolean;
  readonly startedAt: number | null;
  readonly state: 'now' | 'done' | 'todo';
  /** Null while it is the closed step that is going on. */
  readonly cards: number | null;
  readonly released: boolean;
  /** How many came since the last release, where there is something to release. */
  readonly waiting: number;
};

export type TableLine = {
  readonly sides: readonly (Side | null)[];
  readonly heads: Heads;
  readonly paper: Paper;
  readonly cards: number | null;
  readonly ready: number | null;
};

/** Channel `wall`. */
export type WallShape = EveryoneShape & {
  readonly wall: {
    /** The language that stands beside Dutch. */
    readonly second: Beside | null;
    readonly cleared: boolean;
    /** Goes up when the hall gets another code: then the page that shows the code is out of date. */
    readonly codes: number;
    readonly tables: readonly { readonly number: number; readonly seats: number; readonly theme: Json }[];
    readonly cards: number | null;
    /** How many cards were given to the room, also those that are not sent because a wall cannot hold them. */
    readonly released: number;
  };
};

/** A card as it lies under `card/<id>`, with its id again. */
export type CardInSight = CardShape & { readonly id: EntryId };
