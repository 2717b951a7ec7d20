import { stillKnown, withAuthored, type Authored } from '#conversation/authors.ts';
import type { Event } from '#conversation/event.ts';
import { evolve } from '#conversation/evolve.ts';
import type { Situation } from '#conversation/input.ts';
import { isPublished } from '#conversation/publishing.ts';
import type { State } from '#conversation/state.ts';
import { openVoices, reportFinishedAt } from '#conversation/voices.ts';
import type { Standing } from './ports/streams.ts';

/** What this process knows of a conversation: folded up to and including event `last`. */
export interface Held {
  readonly situation: Situation;
  readonly last: number;
}

/** Things that happened after what was held. */
export interface News {
  readonly events: readonly Event[];
  readonly authored: readonly Authored[];
}

export function fold({ situation, last }: Held, { events, authored }: News): Held {
  const state = events.reduce(evolve, situation.state);
  const authors = stillKnown(withAuthored(situation.authors, authored), state.status);
  return { situation: { ...situation, state, authors }, last: last + events.length };
}

/** What must be found without folding: for lists, and for the clock. */
export function standingOf(state: State, sealAfter: number): Standing {
  return {
    status: state.status,
    title: state.scope.title,
    place: state.scope.where ?? null,
    published: isPublished(state),
    voices: openVoices(state).length,
    finished: reportFinishedAt(state) !== null,
    hearBackOn: state.scope.hearBackOn,
    dueAt: dueAt(state, sealAfter),
  };
}

function dueAt({ status, run, closedAt }: State, sealAfter: number): number | null {
  if (status === 'closed') return (closedAt ?? 0) + sealAfter;
  if (status !== 'open' || !run || run.ended || run.timeUp || run.pausedWith !== null) return null;
  return run.endsAt;
}
