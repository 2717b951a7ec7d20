import * as v from 'valibot';
import type { HandedLink, LinkId } from '#app/house.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { answers, makes, only, WHEN_DOING, WHEN_LISTING } from './described.ts';
import { json, organiserIn, type ApiParts, type Route } from './route.ts';
import { ref } from './schemas.ts';
import { sentAs } from './sent.ts';

const PATH = '/organiser-links';

/** Ways in for organisers: one's own from another device, and those for colleagues. */
export const listOrganiserLinks: Route = {
  method: 'GET',
  path: PATH,
  described: {
    operationId: 'listOrganiserLinks',
    tag: 'organisers',
    summary: 'See which ways in this organiser handed out',
    answer: answers('OrganiserLinks', 'The links, without their secrets.'),
    problems: WHEN_LISTING,
    schemas: {
      OrganiserLinks: only({ links: { type: 'array', items: only({ id: ref('Id'), forWhom: { enum: ['myself', 'colleague'] } }) } }),
    },
  },
  async handle(parts, request) {
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const links = await parts.house.organiserLinks(visitor);
    return json({
      links: links.map(({ id, organiser }) => ({ id, forWhom: organiser === visitor.organiser ? 'myself' : 'colleague' })),
    });
  },
};

export const postOrganiserLink: Route = {
  method: 'POST',
  path: PATH,
  described: {
    operationId: 'handOutOrganiserLink',
    tag: 'organisers',
    summary: 'Make a way in for oneself on another device, or for a colleague',
    description:
      'The address is shown once. Asking again with the same `id` makes no second link; then only the address shown last opens it.',
    body: 'HandingOutOrganiser',
    answer: makes('HandedLink', 'The link.'),
    problems: WHEN_DOING,
    schemas: { HandingOutOrganiser: only({ id: ref('ActionId'), forWhom: { enum: ['myself', 'colleague'] } }, ['forWhom']) },
  },
  async handle(parts, request) {
    const sent = await sentAs(request, HANDING_OUT);
    if (isRefusal(sent)) return sent;
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const link = await parts.house.organiserLink(visitor, sent.forWhom, sent.id);
    return isRefusal(link) ? link : json(told(parts, link), 201);
  },
};

export const deleteOrganiserLink: Route = {
  method: 'DELETE',
  path: `${PATH}/{link}`,
  described: {
    operationId: 'takeBackOrganiserLink',
    tag: 'organisers',
    summary: 'Take a way in back, with all that came by it',
    answer: answers('Revoked', 'From how many devices it was taken away.'),
    problems: WHEN_DOING,
  },
  async handle(parts, request, { link }) {
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const done = await parts.house.revokeLink(visitor, (link ?? '') as LinkId, null);
    return isRefusal(done) ? done : json(done);
  },
};

/** This device keeps its way in; every other way to these conversations goes, tokens too. */
export const postOrganiserLinkRenewal: Route = {
  method: 'POST',
  path: `${PATH}/renewals`,
  described: {
    operationId: 'renewOrganiserLinks',
    tag: 'organisers',
    summary: 'End every way in but that of this device, and make a new one',
    answer: makes('HandedLink', 'The link.'),
    problems: WHEN_DOING,
  },
  async handle(parts, request) {
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const link = await parts.house.renewOrganiserLink(visitor);
    return isRefusal(link) ? link : json(told(parts, link), 201);
  },
};

function told({ address }: ApiParts, { id, secret }: HandedLink) {
  return { id, address: `${address}/leiden/begin#${secret}` };
}

const HANDING_OUT = v.strictObject({ id: v.optional(v.string()), forWhom: v.picklist(['myself', 'colleague']) });
