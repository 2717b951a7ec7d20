import * as v from 'valibot';
import { whole } from '#app/pieces.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import type { Reply } from '../door.ts';
import { isPrivateLine } from '../line.ts';
import { callPeople, sendPeopleAway, USUAL_PEOPLE } from '../rehearsing.ts';
import { answers, makes, only, WHEN_DOING, WHEN_READING } from './described.ts';
import { json, madePlace, organiserIn, ownSeat, SEAT_HEADER, type ApiParts, type OwnSeat, type Route } from './route.ts';
import { ref } from './schemas.ts';
import { sentAs } from './sent.ts';

/** A conversation to practise with, its doors open and simulated people on their way. */
export const postRehearsal: Route = {
  method: 'POST',
  path: '/rehearsals',
  described: {
    operationId: 'beginRehearsal',
    tag: 'conversations',
    summary: 'Rehearse a format with simulated people (oefenen)',
    body: 'BeginningRehearsal',
    answer: makes('Place', 'The seat of whoever leads.', SEAT_HEADER),
    problems: WHEN_DOING,
    schemas: {
      BeginningRehearsal: only(
        { id: ref('ActionId'), format: { type: 'string' }, people: { type: 'integer', minimum: 1, maximum: 60, default: USUAL_PEOPLE } },
        ['id', 'format'],
      ),
    },
  },
  async handle(parts, request) {
    const sent = await sentAs(request, BEGINNING);
    if (isRefusal(sent)) return sent;
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const { id, ...asked } = sent;
    const wish = { ...asked, language: request.language };
    const at = await parts.house.beginRehearsal(visitor, id, wish, request.secure || isPrivateLine(request.origin));
    if (isRefusal(at)) return at;
    return (await callPeople(parts, visitor, at, wish.people)) ?? madePlace(at);
  },
};

const PATH = '/conversations/{conversation}/seats/{seat}/simulated-people';

export const getSimulated: Route = {
  method: 'GET',
  path: PATH,
  described: {
    operationId: 'readSimulatedPeople',
    tag: 'leading',
    summary: 'See how many simulated people are on their way or at the tables',
    answer: answers('SimulatedPeople', 'How many.'),
    problems: [...WHEN_READING, 409],
    schemas: { SimulatedPeople: only({ people: { type: 'integer', minimum: 0 } }) },
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    return isRefusal(own) ? own : counted(parts, own, await parts.house.rehearsal(own.visitor, own.at));
  },
};

export const postSimulated: Route = {
  method: 'POST',
  path: PATH,
  described: {
    operationId: 'callSimulatedPeople',
    tag: 'leading',
    summary: 'Call simulated people to a rehearsal; calling again while they are there changes nothing',
    body: 'SimulatedPeople',
    answer: answers('SimulatedPeople', 'How many are on their way.'),
    problems: WHEN_DOING,
  },
  async handle(parts, request, parameters) {
    const sent = await sentAs(request, PEOPLE);
    if (isRefusal(sent)) return sent;
    const own = await ownSeat(parts, request, parameters);
    return isRefusal(own) ? own : counted(parts, own, await callPeople(parts, own.visitor, own.at, sent.people));
  },
};

export const deleteSimulated: Route = {
  method: 'DELETE',
  path: PATH,
  described: {
    operationId: 'sendSimulatedPeopleAway',
    tag: 'leading',
    summary: 'Send the simulated people away; what they wrote stays',
    answer: answers('SimulatedPeople', 'Nobody.'),
    problems: WHEN_DOING,
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    return isRefusal(own) ? own : counted(parts, own, await sendPeopleAway(parts, own.visitor, own.at));
  },
};

function counted({ crowds }: ApiParts, { at }: OwnSeat, done: object | null): Reply | Refusal {
  return done && isRefusal(done) ? done : json({ people: crowds.peopleIn(at.conversation) });
}

const BEGINNING = v.strictObject({ id: v.string(), format: v.string(), people: v.optional(v.pipe(whole, v.minValue(1)), USUAL_PEOPLE) });
const PEOPLE = v.strictObject({ people: whole });
