import { counts } from '../heads.ts';
import { currentStep, outsideOf, roleOf, seatsAt, stepAt, tableOf } from '../lookup.ts';
import { OPEN_SHEET } from '../openSheet.ts';
import type { RefusalCode } from '../refusal.ts';
import type { RunId, Seat, State } from '../state.ts';
import type { Asking } from './asking.ts';

/** Who may do what for people without a phone: who hosts or writes at their table, and who leads. */

export function seatsOthers({ situation: { state }, seat, ask }: Asking): RefusalCode | null {
  if (!seat) return 'notYourSeat';
  if (leads(state, seat)) return null;
  if (!writesForTable(state, seat)) return 'notYourRole';
  return ask.table === undefined || ask.table === seat.table ? null : 'notYourTable';
}

/** Whoever is not counted yet does not count the others. */
export function countsToo({ seat }: Asking): RefusalCode | null {
  return seat && !counts(seat) ? 'notCounted' : null;
}

/** Only for who has no phone: nobody else's words are put in their mouth. Who stays outside a closed step writes nothing into it, then or later. */
export function mayServe(state: State, asker: Seat | null, served: Seat | null, run?: RunId): RefusalCode | null {
  if (!asker || !served?.phoneless) return 'notYourSeat';
  const place = state.runs.find((each) => each.id === run)?.place;
  const steps = [currentStep(state), place && stepAt(state, place)];
  if (steps.some((step) => step && outsideOf(step).includes(asker.role))) return 'notYourRole';
  if (leads(state, asker)) return null;
  if (!writesForTable(state, asker)) return 'notYourRole';
  return asker.table === served.table ? null : 'notYourTable';
}

/** Who hosts or writes at a table speaks for it; where nobody does, anyone there may. */
export function speaksForTable({ situation: { state }, seat }: Asking): RefusalCode | null {
  const table = seat && tableOf(state, seat.table);
  if (!table) return 'notInThisStep';
  if (writesForTable(state, seat)) return null;
  return seatsAt(state, table).some((each) => writesForTable(state, each)) ? 'notYourRole' : null;
}

export function writesOnSheet(asking: Asking): RefusalCode | null {
  return asking.ask.input === OPEN_SHEET ? speaksForTable(asking) : null;
}

function leads(state: State, seat: Seat): boolean {
  return roleOf(state, seat)?.task === 'facilitate';
}

function writesForTable(state: State, seat: Seat): boolean {
  const task = roleOf(state, seat)?.task;
  return seat.here && seat.table > 0 && (task === 'scribe' || task === 'hostTable');
}
