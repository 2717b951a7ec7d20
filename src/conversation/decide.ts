import type { Action, Actor } from './action.ts';
import { allowed } from './allowed.ts';
import { chanceFrom } from './chance.ts';
import type { Circumstances, Decision } from './decision.ts';
import type { Deciders } from './deciding/context.ts';
import { answering } from './deciding/answering.ts';
import { countingPaper } from './deciding/countingPaper.ts';
import { harvesting } from './deciding/harvesting.ts';
import { library } from './deciding/library.ts';
import { outcomes } from './deciding/outcomes.ts';
import { people } from './deciding/people.ts';
import { pledges } from './deciding/pledges.ts';
import { preparing } from './deciding/preparing.ts';
import { publishing } from './deciding/publishing.ts';
import { seating } from './deciding/seating.ts';
import { scoping } from './deciding/scoping.ts';
import { serving } from './deciding/serving.ts';
import { steering } from './deciding/steering.ts';
import { moderating } from './deciding/moderating.ts';
import { telling } from './deciding/telling.ts';
import { writing } from './deciding/writing.ts';
import type { Situation } from './input.ts';
import { unsignedTables } from './points.ts';
import { refuse, type Refusal, type RefusalCode } from './refusal.ts';
import type { State } from './state.ts';
import { openVoices } from './voices.ts';

/**
 * What follows from an action: events, or a refusal with a code. A pure function of the situation, the
 * action, who asks, and the circumstances (server clock, dice) that are handed in.
 */
export function decide(situation: Situation, action: Action, actor: Actor, circumstances: Circumstances): Decision | Refusal {
  const reason = allowed(situation, actor, action, circumstances.now);
  if (reason) return refuse(reason, detailOf(reason, situation.state, actor));
  const decider = DECIDERS[action.type] as (context: Parameters<Deciders['open']>[0], action: Action) => Decision | Refusal;
  const acting = actingFor(action) ?? actor;
  return decider({ situation, state: situation.state, actor: acting, circumstances, chance: chanceFrom(circumstances.seed) }, action);
}

/** What is done for somebody without a phone is theirs: their card, their vote. */
function actingFor(action: Action): Actor | null {
  return 'forSeat' in action && action.forSeat !== undefined ? { kind: 'seat', seat: action.forSeat } : null;
}

/** Whose table was given hears which one it is; who closes too early, how many wait. */
function detailOf(reason: RefusalCode, state: State, actor: Actor): Refusal['detail'] {
  if (reason === 'voicesOpen') return { count: openVoices(state).length };
  if (reason === 'tablesUnsigned') return { count: unsignedTables(state).length };
  const seat = actor.kind === 'seat' ? state.seats.get(actor.seat) : undefined;
  return reason === 'seatGiven' && seat ? { table: seat.table } : undefined;
}

const DECIDERS: Deciders = {
  ...people,
  ...countingPaper,
  ...telling,
  ...serving,
  ...seating,
  ...scoping,
  ...preparing,
  ...steering,
  ...moderating,
  ...publishing,
  ...pledges,
  ...outcomes,
  ...library,
  ...harvesting,
  ...answering,
  ...writing,
};
