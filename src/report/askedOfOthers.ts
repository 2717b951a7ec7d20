import { dayOf } from '#conversation/day.ts';
import type { FollowUp } from '#conversation/format.ts';
import { isWaiting, outcomesOf, standingNow, type Outcome, type OutcomeStatus } from '#conversation/outcome.ts';
import { askedOn, cardsAskedAbout, openAnswers } from '#conversation/pledge.ts';
import type { State } from '#conversation/state.ts';
import type { Words } from '#conversation/words.ts';

/** What a format asks back of a table, a presenter or those who lead. Whoever leads answers it, at what lives on; or who it comes back to does, on their receipt. */
export interface AskedOfOthers {
  readonly id: string;
  readonly question: Words;
  readonly asks: FollowUp['asks'];
  /** Year-month-day. */
  readonly on: string;
  /** Its day is here, or over. */
  readonly hasCome: boolean;
  /** It has come, and nobody answered since at what it asks about. */
  readonly waits: boolean;
  /** It comes back to somebody's own card as well. */
  readonly onReceipt: boolean;
  /** What these answered there. */
  readonly answers: readonly OutcomeStatus[];
}

/** By day; none while the conversation goes on. */
export function askedOfOthers(state: State, today: string): readonly AskedOfOthers[] {
  return state.format.followUps
    .flatMap((followUp) => {
      const { id, question, asks } = followUp;
      const on = asks === 'writer' ? null : askedOn(state, followUp);
      if (on === null) return [];
      const hasCome = on <= today;
      const waits = hasCome && !isAnswered(state, asks, on) && !isAnsweredByAll(state, followUp);
      return [{ id, question, asks, on, hasCome, waits, onReceipt: followUp.about !== undefined, answers: openAnswers(state, followUp) }];
    })
    .toSorted((a, b) => a.on.localeCompare(b.on));
}

/** What the format asks about such an outcome: of the owner it names for it, and of who leads. By day. */
export function askedAbout(state: State, kind: string, today: string): readonly AskedOfOthers[] {
  return askedOfOthers(state, today).filter(({ asks }) => isAsked(state, kind, asks));
}

/** What of this is not answered at this one: not what was asked before it was made, or before it was said how it stands. */
export function askedAt(state: State, outcome: Outcome, today: string): readonly AskedOfOthers[] {
  return askedAbout(state, outcome.kind, today).filter(({ on }) => !isAnsweredAt(outcome, on));
}

/** The first day from today on which the format asks about such an outcome; null when it asks no more. */
export function dayAskedAbout(state: State, kind: string, today: string): string | null {
  return askedAbout(state, kind, today).find(({ on }) => on >= today)?.on ?? null;
}

function isAsked({ format }: State, kind: string, asks: FollowUp['asks']): boolean {
  return asks === 'facilitator' || format.outcomes.some((outcome) => outcome.kind === kind && outcome.owner === asks);
}

/** While nothing was made of it there is nowhere to answer. */
function isAnswered(state: State, asks: FollowUp['asks'], on: string): boolean {
  const about = outcomesOf(state).filter(({ kind }) => isAsked(state, kind, asks));
  return about.length > 0 && about.every((outcome) => isAnsweredAt(outcome, on));
}

function isAnsweredByAll(state: State, followUp: FollowUp): boolean {
  const cards = cardsAskedAbout(state, followUp);
  return cards.length > 0 && cards.every(({ answers }) => answers?.[followUp.id] !== undefined);
}

function isAnsweredAt(outcome: Outcome, on: string): boolean {
  const { status, at } = standingNow(outcome);
  return !isWaiting(status) || dayOf(at) >= on;
}
