import type { ParticipantAction } from '#conversation/action.ts';
import type { SeatId } from '#conversation/state.ts';
import { refused, requestOf, type Taken } from './request.ts';
import type { Room } from './room.ts';
import type { Tickets } from './tickets.ts';

type SeatPerson = Extract<ParticipantAction, { type: 'seatPerson' }>;

/**
 * Somebody without a phone gets the seat of their ticket, so that the code on it opens what is written for them.
 * When the database stays away the ticket stays claimed: whoever asks again, by the same id, goes on where it stopped.
 */
export async function seatByTicket(tickets: Tickets, room: Room, asker: SeatId, actionId: string, action: SeatPerson): Promise<Taken> {
  const actor = { kind: 'seat', seat: asker } as const;
  if (action.ticket === undefined) return room.perform(requestOf(actor, actionId, action));
  const by = `${asker} ${actionId}`;
  const { id } = room.conversation;
  const seat = await tickets.claim(id, action.ticket, by);
  if (typeof seat !== 'string') return refused(seat);
  const taken = await room.perform(requestOf(actor, actionId, { ...action, seat }));
  if (!taken.accepted && taken.refused !== 'databaseAway') await tickets.release(id, action.ticket, by);
  return taken;
}
