import type { PaperStanding } from './paper.ts';
import type { Authored } from './authors.ts';
import type { Event } from './event.ts';
import type { PointId } from './harvest.ts';
import type { OutcomeId } from './outcome.ts';
import type { EntryId, RunId } from './state.ts';
import type { Json, NewText, TextId } from './words.ts';

/** The world outside the rules, handed in: the server's clock, the dice, the secret ballots so far. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Fresh for every action: at least 100 bits, as text. Ids, orders and draws come from it. */
  readonly seed: string;
  /** The ballots of the current run by input key; only needed when an action can end that run. */
  readonly ballots?: { readonly [input: string]: readonly Json[] };
}

/** What follows from an action: to be stored in one transaction, then told. */
export interface Decision {
  readonly events: readonly Event[];
  readonly texts: readonly NewText[];
  /** Texts whose words go now, in the same transaction: withdrawn or written over. */
  readonly erased: readonly TextId[];
  readonly authored: readonly Authored[];
  /** A secret ballot: kept outside the log, one per seat and run, changeable until the run ends. */
  readonly ballot: { readonly run: RunId; readonly input: string; readonly choice: Json } | null;
  /** What the one who asked hears, also when asking the same again. */
  readonly answer: Answer;
}

export type Answer = {
  readonly entry?: EntryId;
  readonly outcome?: OutcomeId;
  readonly point?: PointId;
  /** Came after the step had ended; only the writer and the totals know. */
  readonly late?: boolean;
  /** A count of paper: how it stands beside the count of somebody else. */
  readonly paper?: PaperStanding;
};
