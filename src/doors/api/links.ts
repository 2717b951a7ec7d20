import * as v from 'valibot';
import type { LinkId } from '#app/house.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { answers, makes, only, WHEN_DOING, WHEN_READING } from './described.ts';
import { json, ownSeat, type Route } from './route.ts';
import { ref } from './schemas.ts';
import { sentAs } from './sent.ts';

const PATH = '/conversations/{conversation}/seats/{seat}/links';

/** What was handed out of this conversation and can be taken back. */
export const listLinks: Route = {
  method: 'GET',
  path: PATH,
  described: {
    operationId: 'listLinks',
    tag: 'leading',
    summary: 'See which links were handed out',
    answer: answers('Links', 'The links, without their secrets.'),
    problems: [...WHEN_READING, 409],
    schemas: {
      Links: only({ links: { type: 'array', items: only({ id: ref('Id'), kind: { enum: ['coFacilitator', 'wall', 'owner'] } }) } }),
    },
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const links = await parts.house.linksTo(own.visitor, own.at);
    return isRefusal(links) ? links : json({ links: links.map(({ id, kind }) => ({ id, kind })) });
  },
};

export const postLink: Route = {
  method: 'POST',
  path: PATH,
  described: {
    operationId: 'handOutLink',
    tag: 'leading',
    summary: 'Make a link for a wall, or for somebody who leads too',
    description:
      'The address is shown once. Asking again with the same `id` makes no second link; then only the address shown last opens it.',
    body: 'HandingOut',
    answer: makes('HandedLink', 'The link.'),
    problems: WHEN_DOING,
    schemas: {
      HandingOut: only({ id: ref('ActionId'), kind: { enum: ['coFacilitator', 'wall'] } }, ['kind']),
      HandedLink: only({ id: ref('Id'), address: { type: 'string', format: 'uri', description: 'With the secret behind the #.' } }),
    },
  },
  async handle(parts, request, parameters) {
    const sent = await sentAs(request, HANDING_OUT);
    if (isRefusal(sent)) return sent;
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const { house, address } = parts;
    const isWall = sent.kind === 'wall';
    const link = await (isWall ? house.wallLink(own.visitor, own.at, sent.id) : house.coFacilitatorLink(own.visitor, own.at, sent.id));
    return isRefusal(link)
      ? link
      : json({ id: link.id, address: `${address}${isWall ? '/zaal/open' : '/leiden/begin'}#${link.secret}` }, 201);
  },
};

/** With all that came by it; screens that were opened by it go dark. */
export const deleteLink: Route = {
  method: 'DELETE',
  path: `${PATH}/{link}`,
  described: {
    operationId: 'takeBackLink',
    tag: 'leading',
    summary: 'Take a link back, with all that came by it',
    answer: answers('Revoked', 'From how many devices it was taken away.'),
    problems: WHEN_DOING,
    schemas: { Revoked: only({ revoked: { type: 'integer' } }) },
  },
  async handle(parts, request, parameters) {
    const own = await ownSeat(parts, request, parameters);
    if (isRefusal(own)) return own;
    const done = await parts.house.revokeLink(own.visitor, (parameters['link'] ?? '') as LinkId, own.at);
    return isRefusal(done) ? done : json(done);
  },
};

const HANDING_OUT = v.strictObject({ id: v.optional(v.string()), kind: v.picklist(['coFacilitator', 'wall']) });
