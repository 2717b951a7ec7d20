import type { OutcomeId } from './outcome.ts';
import type { OutcomeWords } from './action.ts';
import type { TextId } from './words.ts';

/** Where an outcome was taken over from: another conversation's. */
export type Origin = {
  readonly conversation: string;
  readonly outcome: OutcomeId;
};

/** What somebody who may want to take it over asked about it. Until it is answered only those who lead read it. */
export interface Asked {
  readonly id: AskedId;
  readonly words: TextId;
  /** The day, year-month-day. */
  readonly on: string;
  readonly answer: { readonly words: TextId; readonly on: string } | null;
}
export type AskedId = string & { readonly askedId: true };

export type LibraryAction =
  /** Everybody who may read the outcome reads question and answer from then on. */
  | { type: 'answerAsked'; outcome: OutcomeId; asked: AskedId; words: string }
  /** It goes with its words, answered or not. */
  | { type: 'dropAsked'; outcome: OutcomeId; asked: AskedId };

/** By the house, for an organiser who leads both or only one of them. */
export type LibraryHouseAction =
  | ({ type: 'adoptOutcome'; kind: string; due: string | null; origin: Origin } & OutcomeWords)
  | { type: 'askOutcome'; outcome: OutcomeId; words: string };
