import { currentStep, hostsOf, outsideOf, roleOf, seatsAt, steps, tableOf, takesPart } from '../lookup.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Asking } from './asking.ts';

/** Who asks: whether this person, or this door or clock, may do such a thing at all. */

export function participant({ situation, seat }: Asking): RefusalCode | null {
  if (!seat) return 'notYourSeat';
  return takesPart(roleOf(situation.state, seat)) ? null : 'notYourRole';
}

export function facilitator({ situation, seat }: Asking): RefusalCode | null {
  if (!seat) return 'notYourSeat';
  return roleOf(situation.state, seat)?.task === 'facilitate' ? null : 'notYourRole';
}

export function clockOnly({ actor }: Asking): RefusalCode | null {
  return actor.kind === 'clock' ? null : 'notYourRole';
}

export function doorOnly({ actor }: Asking): RefusalCode | null {
  return actor.kind === 'door' ? null : 'notYourRole';
}

export function houseOnly({ actor }: Asking): RefusalCode | null {
  return actor.kind === 'house' ? null : 'notYourRole';
}

export function stillHere({ seat }: Asking): RefusalCode | null {
  return seat?.here ? null : 'left';
}

export function gone({ seat }: Asking): RefusalCode | null {
  return seat?.here ? 'alreadyHere' : null;
}

/** Who went home left papers on the table: what they wrote in an earlier step is still typed in for them. */
export function stillHereOrOnPaper(asking: Asking): RefusalCode | null {
  const { situation, ask } = asking;
  return ask.forSeat !== undefined && ask.run !== situation.state.run?.id ? null : stillHere(asking);
}

/** People may join once the doors are open; facilitators and walls come in earlier. */
export function doorStandsOpen({ situation: { state }, ask }: Asking): RefusalCode | null {
  const role = state.format.roles.find((each) => each.id === ask.role);
  if (role?.task === 'facilitate' || role?.task === 'show') return null;
  if (state.status === 'preparing') return 'notOpenYet';
  if (state.doorShut) return 'doorShut';
  return currentStep(state)?.phase.grouping.kind === 'doorClosed' ? 'doorClosed' : null;
}

export function tableIsHosted({ situation: { state }, seat }: Asking): RefusalCode | null {
  return seat && hostsOf(state, seat.table).some((host) => host.id !== seat.id) ? null : 'nobodyHosts';
}

export function hostsTable({ situation: { state }, seat }: Asking): RefusalCode | null {
  return seat && hostsOf(state, seat.table).some((host) => host.id === seat.id) ? null : 'notYourRole';
}

export function anotherRole({ seat, ask }: Asking): RefusalCode | null {
  return seat?.role === ask.role ? 'alreadyHere' : null;
}

/** People choose their own table until the first step, where a step says so, and when theirs is gone. */
export function choosesTable({ situation: { state }, seat }: Asking): RefusalCode | null {
  const grouping = currentStep(state)?.phase.grouping;
  const free = !grouping || (grouping.kind === 'groups' && grouping.mix === 'free');
  return free || !seat || !tableOf(state, seat.table) ? null : 'seatGiven';
}

/** Roles of people at the tables can be taken by themselves; leading and showing are given. Who stays outside a closed step cannot walk in this way. */
export function openToTake({ situation: { state }, seat, ask }: Asking): RefusalCode | null {
  if (seat && steps(state).some((step) => outsideOf(step).includes(seat.role))) return 'notYourRole';
  return takesPart(state.format.roles.find((role) => role.id === ask.role)) ? null : 'notYourRole';
}

export function roleIsFree({ situation: { state }, ask }: Asking): RefusalCode | null {
  const role = state.format.roles.find((each) => each.id === ask.role);
  if (!role) return 'wrongShape';
  if (role.maximum === undefined) return null;
  const taken = [...state.seats.values()].filter((seat) => seat.role === role.id && seat.here).length;
  const places = role.per === 'table' ? Math.max(1, state.tables.length) : 1;
  return taken < role.maximum * places ? null : 'roleTaken';
}

/** One presenter for each table: a second one at the same table has come too late. */
export function roleIsFreeAtTable({ situation: { state }, seat, ask }: Asking): RefusalCode | null {
  const role = state.format.roles.find((each) => each.id === ask.role);
  const table = seat && tableOf(state, seat.table);
  if (role?.per !== 'table' || role.maximum === undefined || !table) return null;
  const taken = seatsAt(state, table).filter((each) => each.here && each.role === role.id).length;
  return taken < role.maximum ? null : 'roleTaken';
}
