import { allowed } from '#conversation/allowed.ts';
import { takesPart } from '#conversation/lookup.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { PhoneTag, SeatId } from '#conversation/state.ts';
import { isActionId } from './actions.ts';
import type { Place } from './house.ts';
import type { Entering, FoundInvitation } from './house/entering.ts';
import type { ConversationId } from './ids.ts';
import type { Invitation, JoinCodes } from './joinCodes.ts';
import type { Visitor } from './ports/people.ts';
import { requestOf } from './request.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { derivedId } from './secrets.ts';
import { isTicket, type Tickets } from './tickets.ts';
import type { Visitors } from './visitors.ts';
import { parseJoinWish } from './wishes.ts';

/** How people come in from the hall: by what they typed or scanned. */
export class Hall implements Pick<Entering, 'findInvitation' | 'isTicketOfOthers' | 'join' | 'enterAsOrganiser'> {
  readonly #rooms: Rooms;
  readonly #visitors: Visitors;
  readonly #codes: JoinCodes;
  readonly #tickets: Tickets;

  constructor(rooms: Rooms, visitors: Visitors, codes: JoinCodes, tickets: Tickets) {
    this.#rooms = rooms;
    this.#visitors = visitors;
    this.#codes = codes;
    this.#tickets = tickets;
  }

  async findInvitation(invitation: Invitation): Promise<FoundInvitation | Refusal> {
    const found = await this.#invitedTo(invitation);
    if ('refused' in found) return found;
    const { room, secret } = found;
    const { id, format, rehearsal } = room.conversation;
    const title = await this.#rooms.look(room, ({ state }, words) => state.scope.title && words(state.scope.title));
    return { conversation: id, format, title, rehearsal, secret };
  }

  async isTicketOfOthers(visitor: Visitor | null, invitation: Invitation): Promise<boolean> {
    if (!('secret' in invitation) || !isTicket(invitation.secret)) return false;
    return this.#tickets.isOfOthers(invitation.secret, visitor?.device ?? null);
  }

  /** The seat is the device's before it is taken, so that no seat is ever taken that nobody can reach. */
  async join(visitor: Visitor, invitation: Invitation, actionId: unknown, raw: unknown, privateLine: boolean): Promise<Place | Refusal> {
    const parsed = parseJoinWish(raw);
    if ('refused' in parsed) return parsed;
    if (!isActionId(actionId)) return refuse('wrongShape');
    const found = await this.#invitedTo(invitation);
    if ('refused' in found) return found;
    const { room, ticket } = found;
    const { id: conversation, format } = room.conversation;
    const wished = parsed.wish.role;
    const role = format.roles.find((each) => (wished === undefined ? each.task === 'takePart' : each.id === wished));
    if (!role || !takesPart(role)) return refuse('wrongShape');
    if (format.sensitive && !privateLine) return refuse('needsHttps');
    if (parsed.wish.simulated && !room.conversation.rehearsal) return refuse('onlyRehearsal');
    const seat =
      ticket === null
        ? derivedId<SeatId>(conversation, visitor.device, actionId)
        : await this.#seatOfTicket(room, ticket, visitor, role.id);
    if (typeof seat !== 'string') return seat;
    await this.#visitors.addSeat(visitor, { conversation, seat, link: null });
    if (ticket !== null && room.held.situation.state.seats.has(seat)) return { conversation, seat };
    const { perspectives, table, simulated } = parsed.wish;
    const phone = derivedId<PhoneTag>(conversation, visitor.device, 'phone');
    const how = {
      ...(table !== undefined && { table }),
      ...(simulated && { simulated }),
      phone,
      ...(ticket !== null && { byTicket: true as const }),
    };
    const taken = await room.perform(requestOf({ kind: 'door' }, seat, { type: 'takeSeat', seat, role: role.id, perspectives, ...how }));
    return taken.accepted ? { conversation, seat } : refuse(taken.refused, taken.detail);
  }

  async enterAsOrganiser(visitor: Visitor, conversation: ConversationId): Promise<Place | Refusal> {
    const room = visitor.organiser && (await this.#rooms.findFresh(conversation));
    if (!room || room.conversation.organiser !== visitor.organiser) return refuse('notFound');
    const seat = room.conversation.facilitatorSeat;
    await this.#visitors.addSeat(visitor, { conversation, seat, link: null });
    return { conversation, seat };
  }

  async #invitedTo(invitation: Invitation): Promise<Invited | Refusal> {
    if ('secret' in invitation && isTicket(invitation.secret)) return this.#invitedByTicket(invitation.secret);
    const found = await this.#codes.find(invitation);
    if ('refused' in found) return found;
    const room = await this.#rooms.find(found.conversation);
    return room ? { room, secret: found.secret, ticket: null } : refuse('notFound');
  }

  async #invitedByTicket(secret: string): Promise<Invited | Refusal> {
    const found = await this.#tickets.find(secret);
    if ('refused' in found) return found;
    const room = await this.#rooms.findFresh(found.conversation);
    return room ? { room, secret, ticket: found.number } : refuse('notFound');
  }

  /** Coming too early, or when the door is shut, does not use up a ticket. */
  async #seatOfTicket(room: Room, number: number, { device }: Visitor, role: string): Promise<SeatId | Refusal> {
    const { situation } = room.held;
    const { id } = room.conversation;
    const seat = await this.#tickets.claim(id, number, device);
    if (typeof seat !== 'string' || situation.state.seats.has(seat)) return seat;
    const reason = allowed(situation, { kind: 'door' }, { type: 'takeSeat', role }, 0);
    if (!reason) return seat;
    await this.#tickets.release(id, number, device);
    return refuse(reason);
  }
}

interface Invited {
  readonly room: Room;
  readonly secret: string;
  /** The number of the ticket, for who came by one. */
  readonly ticket: number | null;
}
