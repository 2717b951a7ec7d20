import { cardsBehind } from '../lineage.ts';
import { outcomeIn } from '../outcome.ts';
import { owns } from '../owning.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Asking } from './asking.ts';
import { facilitator } from './who.ts';

/** What lives on after a conversation: whether it is there, and whether who asks saw how it stands. */

export function outcomeIsThere({ situation: { state }, ask }: Asking): RefusalCode | null {
  const outcome = ask.outcome && outcomeIn(state, ask.outcome);
  return outcome && outcome.dropped === null ? null : 'unknownOutcome';
}

export function outcomeIsDropped({ situation: { state }, ask }: Asking): RefusalCode | null {
  const outcome = ask.outcome && outcomeIn(state, ask.outcome);
  return outcome && outcome.dropped !== null ? null : 'unknownOutcome';
}

/** Whoever leads, and who sees to this very outcome. */
export function leadsOrOwns(asking: Asking): RefusalCode | null {
  const { situation, seat, ask } = asking;
  const outcome = ask.outcome && outcomeIn(situation.state, ask.outcome);
  return owns(seat, outcome || undefined) ? null : facilitator(asking);
}

/** Of two people who answer at once the second hears of the first. */
export function sawItStand({ situation: { state }, ask }: Asking): RefusalCode | null {
  const outcome = ask.outcome && outcomeIn(state, ask.outcome);
  return outcome && outcome.history.length + outcome.changes.length === ask.saw ? null : 'changedSince';
}

/** Words that were taken back meanwhile may still stand in what was typed. */
export function sawWhatItLost({ situation: { state }, ask }: Asking): RefusalCode | null {
  const outcome = ask.outcome && outcomeIn(state, ask.outcome);
  return outcome && (outcome.lost ?? 0) === (ask.lost ?? 0) ? null : 'changedSince';
}

export function askedIsThere({ situation: { state }, ask }: Asking): RefusalCode | null {
  const outcome = ask.outcome && outcomeIn(state, ask.outcome);
  return outcome?.asked.some(({ id }) => id === ask.asked) ? null : 'changedSince';
}

/** One answer is enough: who answers second hears of the first. */
export function askedWaits({ situation: { state }, ask }: Asking): RefusalCode | null {
  const outcome = ask.outcome && outcomeIn(state, ask.outcome);
  return outcome?.asked.some(({ id, answer }) => id === ask.asked && answer === null) ? null : 'changedSince';
}

/** Only who said something is asked what they notice of it, also when others may not read it any more; and only where everybody may see what came of it. */
export function grewFromCard({ situation, ask }: Asking): RefusalCode | null {
  const { state } = situation;
  const outcome = ask.outcome && outcomeIn(state, ask.outcome);
  const entry = ask.entry && state.entries.get(ask.entry);
  if (outcome?.seenBy !== 'everyone' || !entry || entry.status === 'withdrawn') return 'unknownCard';
  return cardsBehind(situation, outcome).has(entry.id) ? null : 'unknownCard';
}

/** Of one card so much may be told; more once who leads or sees to it told something in turn. */
export function mayTellMore({ situation: { state }, ask }: Asking): RefusalCode | null {
  const turns = (ask.outcome && outcomeIn(state, ask.outcome)?.turns) || [];
  const since = turns.slice(turns.findLastIndex(({ card }) => card === null) + 1);
  return since.filter(({ card }) => card === ask.entry).length < MOST_TURNS ? null : 'notNow';
}

const MOST_TURNS = 10;

/** Only of some kinds it is told that it goes another way: those people are in. */
export function mayTurn({ situation: { state, kinds }, ask }: Asking): RefusalCode | null {
  const outcome = ask.outcome && outcomeIn(state, ask.outcome);
  return outcome && kinds[outcome.kind]?.mayRunDifferently ? null : 'unknownOutcome';
}
