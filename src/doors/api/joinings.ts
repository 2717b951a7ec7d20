import { randomUUID } from 'node:crypto';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { isPrivateLine } from '../line.ts';
import { deviceCookie } from '../session.ts';
import { makes, WHEN_DOING } from './described.ts';
import { invitationIn } from './invitation.ts';
import { fieldsOf, madePlace, SEAT_HEADER, whoAsks, type Route } from './route.ts';

/** Comes in by what was typed or scanned. A device that is new gets its cookie here. */
export const postJoining: Route = {
  method: 'POST',
  path: '/joinings',
  described: {
    operationId: 'join',
    tag: 'joining',
    summary: 'Take a seat in a conversation (doe mee)',
    description:
      'A device that is new gets its cookie with the answer. Wrong codes are limited by address, and while that limit is reached no typed code from there is tried; keys of a QR are never limited by address.',
    open: true,
    body: 'Joining',
    answer: makes('Place', 'The seat.', SEAT_HEADER),
    problems: WHEN_DOING,
  },
  async handle(parts, request) {
    const sent = await fieldsOf(request);
    if (isRefusal(sent)) return sent;
    const { id = randomUUID(), code, key, ...wish } = sent;
    const invitation = invitationIn(code, key);
    if (!invitation) return refuse('wrongShape');
    const { address, origin, secure } = request;
    const privateLine = secure || isPrivateLine(origin);
    const found = await parts.desk.findInvitation(address, invitation);
    if ('refused' in found) return found;
    const known = await whoAsks(parts, request);
    const { visitor, secret } = known ? { visitor: known, secret: null } : await parts.house.newDevice();
    const place = await parts.desk.join({ visitor, address, privateLine }, { secret: found.secret }, id, wish);
    if ('refused' in place) return place;
    return madePlace(place, secret === null ? {} : { 'set-cookie': deviceCookie(secret, secure) });
  },
};
