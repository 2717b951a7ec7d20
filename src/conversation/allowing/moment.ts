import { isReady } from '../authors.ts';
import { currentStep, neighbour } from '../lookup.ts';
import type { RefusalCode } from '../refusal.ts';
import { turnsTaken } from '../turns.ts';
import type { Asking } from './asking.ts';

/** When it is asked: how far the conversation and its run are. */

export function conversationOpen({ situation: { state } }: Asking): RefusalCode | null {
  if (state.status === 'preparing') return 'notOpenYet';
  return state.status === 'open' ? null : 'closed';
}

export function opened({ situation: { state } }: Asking): RefusalCode | null {
  return state.status === 'preparing' ? 'notOpenYet' : null;
}

export function notOpenedYet({ situation: { state } }: Asking): RefusalCode | null {
  return state.status === 'preparing' ? null : 'movedOn';
}

/** What people read before they took part no longer changes unseen. */
export function scopeIsOpen(asking: Asking): RefusalCode | null {
  return notOpenedYet(asking) === null ? null : 'scopeFixed';
}

/** Of two people who change it at once the second hears of the first. */
export function sawScope({ situation: { state }, ask }: Asking): RefusalCode | null {
  return state.scopeChanges.length === ask.saw ? null : 'changedSince';
}

export function notClosed({ situation: { state } }: Asking): RefusalCode | null {
  return state.status === 'closed' || state.status === 'sealed' ? 'alreadyClosed' : null;
}

export function isClosedNow({ situation: { state } }: Asking): RefusalCode | null {
  if (state.status === 'sealed') return 'sealed';
  return state.status === 'closed' ? null : 'notNow';
}

export function notStarted({ situation: { state } }: Asking): RefusalCode | null {
  return state.run ? 'movedOn' : null;
}

export function currentRun({ situation: { state }, ask }: Asking): RefusalCode | null {
  if (!state.run) return 'noRun';
  return state.run.id === ask.run && !state.run.ended ? null : 'movedOn';
}

export function sawCurrentRun({ situation: { state }, ask }: Asking): RefusalCode | null {
  return (state.run?.id ?? null) === (ask.from ?? null) ? null : 'movedOn';
}

export function hasNext({ situation: { state } }: Asking): RefusalCode | null {
  return neighbour(state, 1) ? null : 'noNext';
}

export function hasBack({ situation: { state } }: Asking): RefusalCode | null {
  return neighbour(state, -1) ? null : 'noBack';
}

export function runsOnTime({ situation: { state } }: Asking): RefusalCode | null {
  return state.run?.endsAt == null ? 'notNow' : null;
}

export function notPausedNow({ situation: { state } }: Asking): RefusalCode | null {
  return state.run?.pausedWith == null ? null : 'paused';
}

export function pausedNow({ situation: { state } }: Asking): RefusalCode | null {
  return state.run?.pausedWith == null ? 'notPaused' : null;
}

export function timeNotUpYet({ situation: { state }, now }: Asking): RefusalCode | null {
  const run = state.run;
  if (!run || run.timeUp || run.pausedWith !== null) return 'movedOn';
  return run.endsAt !== null && now >= run.endsAt ? null : 'notNow';
}

export function takesTurns({ situation: { state } }: Asking): RefusalCode | null {
  const turn = currentStep(state)?.phase.turn.kind;
  return turn === 'inTurns' || turn === 'talkingPiece' ? null : 'notInThisStep';
}

/** Where people speak in turn anyway, there is no round to ask for. */
export function takesNoTurns(asking: Asking): RefusalCode | null {
  return takesTurns(asking) === null ? 'notInThisStep' : null;
}

export function sawThisTurn({ situation: { state }, seat, ask }: Asking): RefusalCode | null {
  return seat && turnsTaken(state, seat.table) === ask.turn ? null : 'movedOn';
}

export function notReadyYet({ situation: { state, authors }, seat }: Asking): RefusalCode | null {
  return seat && state.run && isReady(authors, state.run.id, seat.id) ? 'alreadyHere' : null;
}

export function callIsOpen({ situation: { state }, ask }: Asking): RefusalCode | null {
  return state.calls.some((call) => call.id === ask.call && !call.answered) ? null : 'movedOn';
}
