import { refuse } from '#conversation/refusal.ts';
import { isActionId, parseAction } from '../actions.ts';
import type { Guard } from '../guard.ts';
import type { Place } from '../house.ts';
import { StoreProblem } from '../ports.ts';
import type { Visitor } from '../ports/people.ts';
import { reasonNotTo } from '../publishing.ts';
import { refused, requestOf, type Taken } from '../request.ts';
import type { Rooms } from '../rooms.ts';
import { seatByTicket } from '../seatByTicket.ts';
import type { Tickets } from '../tickets.ts';

export interface Doing {
  /** The one way in: for pages, phones, other software. `body` is as it came in. Accepted means stored. */
  take(visitor: Visitor, at: Place, actionId: unknown, body: unknown): Promise<Taken>;
}

interface Parts {
  readonly rooms: Rooms;
  readonly guard: Guard;
  readonly tickets: Tickets;
}

export function doing({ rooms, guard, tickets }: Parts): Doing {
  return {
    async take(visitor, at, actionId, body) {
      const parsed = parseAction(body);
      if ('refused' in parsed) return refused(parsed);
      if (!isActionId(actionId)) return refused(refuse('wrongShape'));
      try {
        const room = await guard.roomAt(visitor, at);
        if (!room) return refused(refuse('notFound'));
        const { action } = parsed;
        const reason = await reasonNotTo(rooms, room, visitor, at, action);
        if (reason) return refused(reason);
        if (action.type === 'seatPerson') return await seatByTicket(tickets, room, at.seat, actionId, action);
        return await room.perform(requestOf({ kind: 'seat', seat: at.seat }, actionId, action, visitor.device));
      } catch (error) {
        if (error instanceof StoreProblem) return refused(refuse('databaseAway'));
        throw error;
      }
    },
  };
}
