import type { Situation } from '#conversation/input.ts';
import type { WordsOf } from '#conversation/words.ts';
import { canariesIn, isPrivate, isSeat } from './canaries.ts';
import { type Evening, playEvening } from './evening.ts';
import type { Room } from './room.ts';
import type { Leak } from './watch.ts';

/** What came of one evening. */
export interface Play {
  readonly format: string;
  readonly people: number;
  readonly seed: string;
  readonly phases: { readonly reached: number; readonly of: number };
  readonly cards: number;
  readonly refusals: { readonly [code: string]: number };
  readonly report: boolean;
  /** Canaries that were seen where they may be. */
  readonly seen: number;
  readonly leaks: readonly Leak[];
  /** Why it stopped halfway; null when it did not. */
  readonly problem: string | null;
}

/** Makes a report; handed in, since this room does not know how. */
export type Reporter = (situation: Situation, words: WordsOf, audience: 'room' | 'public') => object;

/** Plays an evening and looks for hidden words on every screen, in the log, among the texts and in the report. */
export function play(evening: Evening, report: Reporter): Play {
  const { format, people, seed } = evening;
  const nothing = {
    format: format.id,
    people,
    seed,
    phases: { reached: 0, of: format.phases.length },
    cards: 0,
    refusals: {},
    report: false,
    seen: 0,
    leaks: [],
  };
  try {
    const room = playEvening(evening);
    const leaks = [...room.watch.leaks, ...leaksInStore(room), ...leaksInReport(room, report)];
    return {
      ...nothing,
      phases: room.phases,
      cards: room.state.entries.size,
      refusals: room.refusals,
      report: true,
      seen: room.watch.seen.size,
      leaks,
      problem: null,
    };
  } catch (problem) {
    return { ...nothing, problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
  }
}

/** Words only for me never reached the log, nor the texts beside it. */
function leaksInStore({ conversation }: Room): readonly Leak[] {
  const stored = JSON.stringify([conversation.log, [...conversation.texts]]);
  return canariesIn(stored)
    .filter(isPrivate)
    .map((what) => ({ channel: 'outside', what: `${what} on the server` }));
}

function leaksInReport({ conversation, ledger }: Room, report: Reporter): readonly Leak[] {
  const { situation, words } = conversation;
  return (['room', 'public'] as const).flatMap((audience) => {
    const found = canariesIn(JSON.stringify(report(situation, words, audience)));
    const wrong = found.filter((canary) => isSeat(canary) || isPrivate(canary) || !ledger.mayReport(canary));
    return wrong.map((what): Leak => ({ channel: 'everyone', what: `${what} in the report for the ${audience}` }));
  });
}
