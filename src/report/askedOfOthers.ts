import type { FollowUp } from '#conversation/format.ts';
import { askedOn } from '#conversation/pledge.ts';
import type { State } from '#conversation/state.ts';
import type { Words } from '#conversation/words.ts';

/** What a format asks back of a table, a presenter or those who lead. Whoever leads answers it, at what lives on. */
export interface AskedOfOthers {
  readonly id: string;
  readonly question: Words;
  readonly asks: FollowUp['asks'];
  /** Year-month-day. */
  readonly on: string;
  /** Its day is here, or over. */
  readonly hasCome: boolean;
}

/** By day; none while the conversation goes on. */
export function askedOfOthers(state: State, today: string): readonly AskedOfOthers[] {
  return state.format.followUps
    .flatMap((followUp) => {
      const { id, question, asks } = followUp;
      const on = asks === 'writer' ? null : askedOn(state, followUp);
      return on === null ? [] : [{ id, question, asks, on, hasCome: on <= today }];
    })
    .toSorted((a, b) => a.on.localeCompare(b.on));
}

/** What the format asks about such an outcome: of the owner it names for it, and of who leads. By day. */
export function askedAbout(state: State, kind: string, today: string): readonly AskedOfOthers[] {
  const owners = new Set<string>([
    'facilitator',
    ...state.format.outcomes.flatMap((outcome) => (outcome.kind === kind ? outcome.owner : [])),
  ]);
  return askedOfOthers(state, today).filter(({ asks }) => owners.has(asks));
}

/** The first day from today on which the format asks about such an outcome; null when it asks no more. */
export function dayAskedAbout(state: State, kind: string, today: string): string | null {
  return askedAbout(state, kind, today).find(({ on }) => on >= today)?.on ?? null;
}
