import { counts } from './heads.ts';
import { toldBy } from './authors.ts';
import type { Situation } from './input.ts';
import { currentStep, seatsAt } from './lookup.ts';
import type { Seat, State, Table, TableNumber } from './state.ts';

/** In turns: the place around the table of the one who speaks; null when nobody in particular does. */
export function speakerOf(state: State, table: Table): number | null {
  const speaker = speakerAfter(state, table)[0];
  return speaker ? table.seats.indexOf(speaker.id) : null;
}

/** How many turns were taken at this table in this run. */
export function turnsTaken({ run }: State, table: TableNumber): number {
  return run?.turns[table] ?? 0;
}

/** How many turns pass when the speaker is done: those of empty chairs go along. */
export function turnsToPass(state: State, table: Table): number {
  return 1 + (speakerAfter(state, table)[1] ?? 0);
}

/**
 * When the speaker at this table has had the time each may take (ms since 1970): twice that for who asked for more.
 * Null when nobody speaks in turn, when there is no such time, or in a pause. It is soft: nothing happens then.
 */
export function turnEndsAt({ state, authors }: Situation, table: Table): number | null {
  const seconds = currentStep(state)?.phase.turn.secondsEach;
  const began = state.run?.turnBegan[table.number];
  const speaker = speakerAfter(state, table)[0];
  if (!speaker || seconds === undefined || began === undefined || state.run?.pausedWith !== null) return null;
  return began + seconds * 1_000 * (toldBy(authors, speaker.id).slower ? 2 : 1);
}

/** The first who is here and counts, from where the turns have come, and how many empty chairs were skipped. */
function speakerAfter(state: State, table: Table): [speaker: Seat, skipped: number] | [] {
  const turn = currentStep(state)?.phase.turn;
  if (!state.run || (turn?.kind !== 'inTurns' && turn?.kind !== 'talkingPiece')) return [];
  const seats = seatsAt(state, table);
  const taken = turnsTaken(state, table.number);
  for (let skipped = 0; skipped < seats.length; skipped++) {
    const seat = inRound(seats, taken + skipped, turn.listensFirst);
    if (seat?.here && counts(seat)) return [seat, skipped];
  }
  return [];
}

/** Round after round by the chairs; in the first one who listens first comes last. */
function inRound(seats: readonly Seat[], turn: number, listener: string | undefined): Seat | undefined {
  if (turn >= seats.length || !listener) return seats[turn % seats.length];
  return [...seats.filter((seat) => seat.role !== listener), ...seats.filter((seat) => seat.role === listener)][turn];
}
