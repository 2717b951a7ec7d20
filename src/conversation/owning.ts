import type { Role } from './format.ts';
import type { Outcome } from './outcome.ts';
import type { Seat } from './state.ts';

/** Provided by the house: who sees to an outcome may answer for it by a door of their own. They were not there, and see nothing else. */
export const OWNER: Role = {
  id: 'house_owner',
  name: { nl: 'Wie het doet', en: 'Who does it' },
  task: 'own',
};

/** Owners stand beside everything: what they answer for is all there is for them. */
export function owns(seat: Seat | null | undefined, outcome: Outcome | undefined): boolean {
  return seat?.role === OWNER.id && outcome?.owner.seat === seat.id;
}
