import type { ConversationId, Place, Taken, Visitor } from '#app/house.ts';
import type { ParticipantAction } from '#conversation/action.ts';
import type { SeatId } from '#conversation/state.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';

/** A page of one seat. */
export type SeatEvent = Pick<RequestEvent<{ conversation: string; seat: string }>, 'locals' | 'params'>;
export type FormEvent = SeatEvent & Pick<RequestEvent, 'request' | 'setHeaders'>;

/** Found through the person: what this visitor cannot reach is not there. */
export async function whoseSeat({ locals, params }: SeatEvent): Promise<{ readonly visitor: Visitor; readonly at: Place }> {
  const at = { conversation: params.conversation as ConversationId, seat: params.seat as SeatId };
  const { visitor, house } = locals;
  if (!visitor || !(await house.app.mayReach(visitor, at))) error(404);
  return { visitor, at };
}

export function seatPath({ conversation, seat }: SeatEvent['params']): string {
  return `/gesprek/${conversation}/${seat}`;
}

/** What a form asked for, on the one way in. */
export async function take(event: SeatEvent, actionId: FormDataEntryValue | null, action: ParticipantAction): Promise<Taken> {
  const { visitor, at } = await whoseSeat(event);
  return event.locals.house.desk.take(visitor, at, actionId, action);
}

/** Shows a page again after a form: the same form cannot be sent twice by a reload. */
export function shown(path: string, done: string): never {
  redirect(303, `${path}?gedaan=${done}`);
}
