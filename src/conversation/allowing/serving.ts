import { counts } from '../heads.ts';
import { interpretsFor } from '../interpreting.ts';
import { currentStep, inputIn, outsideOf, roleOf, seatsAt, stepAt, tableOf } from '../lookup.ts';
import { OPEN_SHEET } from '../openSheet.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Seat, State } from '../state.ts';
import type { Ask, Asking } from './asking.ts';

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

/** Only for who has no phone, or for whom one interprets: nobody else's words are put in their mouth. Who stays outside a closed step writes nothing into it, then or later. */
export function mayServe(state: State, asker: Seat | null, served: Seat | null, ask?: Pick<Ask, 'type' | 'run'>): RefusalCode | null {
  if (served && interpretsFor(state, asker) === served) return ask === undefined || ask.type === 'write' ? null : 'notYourRole';
  if (!asker || !served?.phoneless) return 'notYourSeat';
  const place = state.runs.find((each) => each.id === ask?.run)?.place;
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

/** An interpreter says words again, and chooses nothing for anybody; only they say in which language it was said. */
export function interpretsWords({ situation: { state, inputs }, asker, ask }: Asking): RefusalCode | null {
  if (!interpretsFor(state, asker)) return ask.spoken ? 'notYourRole' : null;
  const place = state.runs.find((run) => run.id === ask.run)?.place;
  const phase = place && stepAt(state, place)?.phase;
  const use = phase && inputIn(phase, ask.input ?? '');
  return use && inputs[use.kind]?.inWords ? null : 'notYourRole';
}

function leads(state: State, seat: Seat): boolean {
  return roleOf(state, seat)?.task === 'facilitate';
}

function writesForTable(state: State, seat: Seat): boolean {
  const task = roleOf(state, seat)?.task;
  return seat.here && seat.table > 0 && (task === 'scribe' || task === 'hostTable');
}
