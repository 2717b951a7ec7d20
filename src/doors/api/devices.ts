import { refuse } from '#conversation/refusal.ts';
import { forgottenCookie } from '../session.ts';
import { answers, only, WHEN_LISTING } from './described.ts';
import { json, whoAsks, type Route } from './route.ts';
import { ref } from './schemas.ts';

const OWN_DEVICE = only({
  organiser: { type: 'boolean', description: 'Whether it may prepare conversations.' },
  seats: { type: 'array', items: ref('Place') },
});

/** What this device reaches. */
export const getDevice: Route = {
  method: 'GET',
  path: '/devices/own',
  described: {
    operationId: 'readOwnDevice',
    tag: 'joining',
    summary: 'See what this device reaches',
    answer: answers('OwnDevice', 'Its seats, and whether it is of an organiser.'),
    problems: WHEN_LISTING,
    schemas: { OwnDevice: OWN_DEVICE },
  },
  async handle(parts, request) {
    const visitor = await whoAsks(parts, request);
    if (!visitor) return refuse('notFound');
    const seats = visitor.seats.map(({ conversation, seat }) => ({ conversation, seat }));
    return json({ organiser: visitor.organiser !== null, seats });
  },
};

/** What was written stays; this device cannot be told from a new one. */
export const deleteDevice: Route = {
  method: 'DELETE',
  path: '/devices/own',
  described: {
    operationId: 'forgetOwnDevice',
    tag: 'joining',
    summary: 'Wipe this device (wissen)',
    description: 'It reaches nothing any more; what was written with it stays.',
    answer: answers('OwnDevice', 'It reaches nothing.'),
    problems: WHEN_LISTING,
  },
  async handle(parts, request) {
    const visitor = await whoAsks(parts, request);
    if (!visitor) return refuse('notFound');
    await parts.house.forgetDevice(visitor);
    return json({ organiser: false, seats: [] }, 200, { 'set-cookie': forgottenCookie(request.secure) });
  },
};
