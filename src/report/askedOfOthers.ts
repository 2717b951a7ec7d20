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
  return ofOthers(state)
    .map(({ followUp: { id, question, asks }, on }) => ({ id, question, asks, on, hasCome: on <= today }))
    .toSorted((a, b) => a.on.localeCompare(b.on));
}

/** The first day from today on which the format asks about what its owner, or who leads, does with such an outcome; null when it asks no more. */
export function dayAskedAbout(state: State, kind: string, today: string): string | null {
  const owners = new Set<string>([
    'facilitator',
    ...state.format.outcomes.flatMap((outcome) => (outcome.kind === kind ? outcome.owner : [])),
  ]);
  const days = ofOthers(state).flatMap(({ followUp, on }) => (owners.has(followUp.asks) && on >= today ? on : []));
  return days.toSorted()[0] ?? null;
}

function ofOthers(state: State): readonly { readonly followUp: FollowUp; readonly on: string }[] {
  return state.format.followUps.flatMap((followUp) => {
    const on = followUp.asks === 'writer' ? null : askedOn(state, followUp);
    return on === null ? [] : [{ followUp, on }];
  });
}
