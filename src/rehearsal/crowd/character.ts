import { chanceFrom } from '#conversation/chance.ts';
import type { Perspective } from '#conversation/format.ts';

/** What somebody in a rehearsal is like. Seconds are those of an ordinary evening; steps are counted as this person sees them. */
export interface Character {
  readonly perspectives: readonly Perspective[];
  readonly comesAfterSeconds: number;
  /** How slow they read and write: 1 is ordinary. */
  readonly pace: number;
  /** How many things they write in one step, at most. */
  readonly talkative: number;
  /** How long they wait for somebody else to take a role that is free. */
  readonly shySeconds: number;
  /** The step in which their phone is out of reach for a while, if any. */
  readonly losesNetworkInStep: number | null;
  /** The step in which they have to go home, if any. */
  readonly leavesInStep: number | null;
}

/** As they come to an evening: most at the beginning, one in twelve late, one in twelve away early, one in six with a bad connection. */
export function charactersOf(people: number, seed: string): readonly Character[] {
  const chance = chanceFrom(`${seed} characters`);
  const order = chance.shuffle(Array.from({ length: people }, (_, index) => index));
  return order.map((number, index) => ({
    perspectives: [VOICES[number % VOICES.length] ?? 'resident'],
    comesAfterSeconds: number % 12 === 5 ? LATE_SECONDS * (1 + chance.next()) : ((index + chance.next()) / people) * ARRIVING_SECONDS,
    pace: 0.7 + 0.9 * chance.next(),
    talkative: 1 + chance.below(3),
    shySeconds: 5 + chance.below(40),
    losesNetworkInStep: number % 6 === 2 ? 2 + chance.below(4) : null,
    leavesInStep: number % 12 === 7 ? 4 + chance.below(4) : null,
  }));
}

/** Half of them speak as residents, and every side is there from six people on. */
const VOICES = [
  'resident',
  'professional',
  'resident',
  'municipality',
  'resident',
  'volunteer',
  'relative',
  'professional',
  'resident',
  'municipality',
  'experienceExpert',
  'professional',
] as const satisfies readonly Perspective[];

const ARRIVING_SECONDS = 20;
const LATE_SECONDS = 60;
