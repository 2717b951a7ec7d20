import * as v from 'valibot';
import { whole } from '#app/pieces.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { answers, makes, only, WHEN_DOING, WHEN_READING } from './described.ts';
import { json, ownSeat, type Route } from './route.ts';
import { sentAs } from './sent.ts';

const PATH = '/conversations/{conversation}/seats/{seat}/tickets';

/** Tickets for at the door. */
export const getTickets: Route = {
  method: 'GET',
  path: PATH,
  described: {
    operationId: 'readTickets',
    tag: 'leading',
    summary: 'See how many tickets there are (kaartjes van de deur)',
    answer: answers('TicketStanding', 'How many were made, are used, were ended.'),
    problems: [...WHEN_READING, 409],
    schemas: { TicketStanding: only({ made: { type: 'integer' }, used: { type: 'integer' }, ended: { type: 'integer' } }) },
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const standing = await parts.house.ticketsOf(own.visitor, own.at);
    return isRefusal(standing) ? standing : json(standing);
  },
};

export const postTickets: Route = {
  method: 'POST',
  path: PATH,
  described: {
    operationId: 'makeTickets',
    tag: 'leading',
    summary: 'Make tickets, to print',
    description: 'Their secrets and codes are shown once. `after` says how many there were: sending it again makes no more.',
    body: 'MakingTickets',
    answer: makes('MadeTickets', 'The tickets.'),
    problems: WHEN_DOING,
    schemas: {
      MakingTickets: only({ after: { type: 'integer', minimum: 0 }, count: { type: 'integer', minimum: 1, maximum: 300 } }),
      MadeTickets: only({
        endsOn: { type: 'string', format: 'date' },
        tickets: {
          type: 'array',
          items: only({
            number: { type: 'integer' },
            address: { type: 'string', format: 'uri', description: 'For in its QR.' },
            code: { type: 'string', description: 'The read-back code.' },
          }),
        },
      }),
    },
  },
  async handle(parts, request, parameters) {
    const sent = await sentAs(request, MAKING);
    if (isRefusal(sent)) return sent;
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const made = await parts.house.makeTickets(own.visitor, own.at, sent.after, sent.count);
    if (isRefusal(made)) return made;
    const tickets = made.tickets.map(({ number, secret, code }) => ({ number, address: `${parts.address}/doe-mee#${secret}`, code }));
    return json({ endsOn: made.endsOn, tickets }, 201);
  },
};

/** Those that somebody uses stay. */
export const postTicketEnding: Route = {
  method: 'POST',
  path: `${PATH}/endings`,
  described: {
    operationId: 'endTickets',
    tag: 'leading',
    summary: 'End the tickets that nobody uses yet',
    answer: answers('EndedTickets', 'How many there were.'),
    problems: WHEN_DOING,
    schemas: { EndedTickets: only({ ended: { type: 'integer' } }) },
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const ended = await parts.house.endTickets(own.visitor, own.at);
    return isRefusal(ended) ? ended : json(ended);
  },
};

const MAKING = v.strictObject({ after: whole, count: whole });
