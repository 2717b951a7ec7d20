import type { OnPaper } from './paper.ts';
import type { Authors } from './authors.ts';
import type { Chance } from './chance.ts';
import type { InputUse } from './format.ts';
import type { OutcomeKinds } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import type { Entry, EntryId, Seat, State } from './state.ts';
import type { Json, Language, TextId, Words, WordsOf } from './words.ts';

/** Everything a rule may look at. */
export interface Situation {
  readonly state: State;
  readonly authors: Authors;
  readonly inputs: Inputs;
  readonly kinds: OutcomeKinds;
}

/** The inputs of the house by kind: one plain list, handed to the pure functions. */
export type Inputs = { readonly [kind: string]: InputRules };

/** What an input must know about itself; its folder is `inputs/<kind>/`. */
export interface InputRules {
  readonly kind: string;
  /** Turns what came in into a body to keep, or says why not. */
  decide(context: WriteContext, act: Json): Written | Refusal;
  /** What a screen sees of one entry; built up from nothing. */
  view(use: InputUse, body: Json, words: WordsOf): Json;
  /** What an entry without a text says by its fields, for its own writer; absent when it has none. */
  said?(use: InputUse, body: Json, words: WordsOf): Words | null;
  /** What all entries together say, as counts or places; null when cards speak for themselves. */
  summary(use: InputUse, entries: readonly Entry[], words: WordsOf): Json;
  /** From how many entries on others may see what was chosen; one when absent. Fewer would tell who chose what. */
  fewest?(use: InputUse): number;
  /** People say it in words of their own, so that it can be said in two languages. */
  readonly inWords?: true;
  /** Whether this use only asks questions: all that a `questionsOnly` turn lets through. */
  asksOnly?(use: InputUse): boolean;
  /** Ballots of a secret use stay outside the log and come back as one tally. */
  secret(use: InputUse): boolean;
  tally(use: InputUse, ballots: readonly Json[]): { readonly [option: string]: number };
  /** What a secret vote can come to on paper. Absent, or null, where paper cannot be counted. */
  onPaper?(use: InputUse): OnPaper | null;
  /** Something a person in a rehearsal might do here; null when there is nothing to do. */
  imagine(use: InputUse, imagination: Imagination): Json | null;
  /** The card somebody chose to work on: by that people can be seated. Absent, or null, when this chooses nothing of the kind. */
  chosen?(use: InputUse, body: Json): EntryId | null;
  /** The cards this one was made of or belongs with. */
  linksTo?(use: InputUse, body: Json): readonly EntryId[];
  /** The day, year-month-day, on which whoever wrote it means to do it. Absent, or null, where none was chosen. */
  meantOn?(use: InputUse, body: Json): string | null;
  /** Keys of the inputs whose cards this use works with; absent when it works with none. */
  refersTo?(use: InputUse): readonly string[];
  /** What is wrong with the way a format uses it; for the format check. */
  faults?(use: InputUse): readonly string[];
}

export interface WriteContext {
  readonly use: InputUse;
  readonly situation: Situation;
  readonly seat: Seat;
  /** The seat's own entries of this input at this place that were not withdrawn. */
  readonly own: readonly Entry[];
  /** All entries of this input at this place by the seat's table, not withdrawn. */
  readonly ofTable: readonly Entry[];
  /** The entry that is being corrected, if any. */
  readonly correcting: Entry | null;
  /** Keeps these words in the erasable table and gives the id to put in the body. */
  text(words: string): TextId;
}

/**
 * `replaces` writes over an earlier entry (one per person, one per card …) instead of adding one; `gives` names the
 * cards that go to the room by it.
 */
export type Written = { readonly body: Json; readonly replaces?: EntryId; readonly gives?: readonly EntryId[] } | { readonly ballot: Json };

export interface Imagination {
  readonly chance: Chance;
  readonly language: Language;
  /** Cards in sight that can be placed, voted on or linked. */
  readonly cards: readonly EntryId[];
  /** A sentence someone might say here, or in the field with this key. */
  sentence(field?: string): string;
  /** The day that comes so many days from now, as YYYY-MM-DD. */
  day(ahead: number): string;
}
