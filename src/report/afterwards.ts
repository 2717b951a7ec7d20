import type { Situation } from '#conversation/input.ts';
import { isOverdue, isWaiting, outcomesOf, standingNow } from '#conversation/outcome.ts';
import { unsignedTables } from '#conversation/points.ts';
import { checkOf, CHECKERS, isPublished, openPoints, reportParts } from '#conversation/publishing.ts';
import type { State } from '#conversation/state.ts';
import { openVoices, reportFinishedAt } from '#conversation/voices.ts';
import { askedOfOthers } from './askedOfOthers.ts';

/** What a conversation that is over still owes people. */
export interface Owed {
  /** Answers that people still wait for, and how many of these are past their day. */
  readonly waiting: number;
  readonly late: number;
  /** Counter-voices without an answer. */
  readonly voices: number;
  /** Everybody may read the report. */
  readonly published: boolean;
  /** The final report is closed. */
  readonly finished: boolean;
  /** The promised day (year-month-day) on which people would hear, when it went by and not everybody can read a closed final report. */
  readonly promised: string | null;
}

/** With what only who leads it sees to. */
export interface OwedHere extends Owed {
  /** What was made so far, and the points of tables of which nothing was made yet. */
  readonly made: number;
  readonly points: number;
  /** What the format asks by now and nobody answered. */
  readonly asked: number;
  /** Parts of the report that two people did not look through yet. */
  readonly unchecked: number;
  /** Tables with points that nobody signed for. */
  readonly unsigned: number;
  /** These can still sign. */
  readonly maySign: boolean;
}

/** `today` is year-month-day. */
export function owedIn({ state }: Situation, today: string): OwedHere {
  const outcomes = outcomesOf(state);
  return {
    waiting: outcomes.filter((outcome) => isWaiting(standingNow(outcome).status)).length,
    late: outcomes.filter((outcome) => isOverdue(outcome, today)).length,
    voices: openVoices(state).length,
    published: isPublished(state),
    finished: reportFinishedAt(state) !== null,
    promised: promisePassed(state, today),
    made: outcomes.length,
    points: openPoints(state).length,
    asked: askedOfOthers(state, today).filter(({ waits }) => waits).length,
    unchecked: reportParts(state).filter((part) => checkOf(state, part).by.length < CHECKERS).length,
    unsigned: unsignedTables(state).length,
    maySign: state.status !== 'sealed',
  };
}

/**
 * The promised day, once it went by without the promise being kept: it is when the final report is closed and others
 * can read it. `today` is year-month-day, like the answer.
 */
export function promisePassed(state: State, today: string): string | null {
  const { hearBackOn } = state.scope;
  const isKept = reportFinishedAt(state) !== null && isPublished(state);
  return hearBackOn !== null && hearBackOn < today && !isKept ? hearBackOn : null;
}
