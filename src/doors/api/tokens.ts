import type { TokenId } from '#app/house.ts';
import { SCOPES } from '#app/tokens.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { answers, makes, only, WHEN_DOING, WHEN_LISTING } from './described.ts';
import { fieldsOf, json, organiserIn, type Route } from './route.ts';
import { ref, type Schema } from './schemas.ts';

const PATH = '/tokens';
const WISHED: { readonly [field: string]: Schema } = {
  name: { type: 'string', minLength: 1, maxLength: 60, description: 'Of the system that gets it.' },
  scopes: { type: 'array', items: { enum: SCOPES }, minItems: 1, description: 'What it is for.' },
  endsOn: { type: 'string', format: 'date', description: 'The last day it works: at most a year from today.' },
};

/** By which other systems ask for this organiser. Only a device of the organiser makes them: a token makes no tokens. */
export const listTokens: Route = {
  method: 'GET',
  path: PATH,
  described: {
    operationId: 'listTokens',
    tag: 'organisers',
    summary: 'See which tokens there are (sleutels)',
    answer: answers('Tokens', 'The tokens, without their secrets.'),
    problems: WHEN_LISTING,
    schemas: {
      Tokens: only({ tokens: { type: 'array', items: ref('Token') } }),
      Token: only({ id: ref('Id'), ...WISHED }),
    },
  },
  async handle(parts, request) {
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const tokens = await parts.house.tokensOf(visitor);
    return 'refused' in tokens ? tokens : json({ tokens });
  },
};

export const postToken: Route = {
  method: 'POST',
  path: PATH,
  described: {
    operationId: 'makeToken',
    tag: 'organisers',
    summary: 'Make a token for another system',
    description: 'The secret is shown once. Asking again with the same `id` makes no second token; then only the secret shown last works.',
    body: 'MakingToken',
    answer: makes('MadeToken', 'The token, with its secret.'),
    problems: WHEN_DOING,
    schemas: {
      MakingToken: only({ id: ref('ActionId'), ...WISHED }),
      MadeToken: only({ id: ref('Id'), ...WISHED, secret: { type: 'string', description: 'For `Authorization: Bearer`.' } }),
    },
  },
  async handle(parts, request) {
    const sent = await fieldsOf(request);
    if (isRefusal(sent)) return sent;
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const { id, ...wish } = sent;
    const made = await parts.house.makeToken(visitor, id, wish);
    return isRefusal(made) ? made : json(made, 201);
  },
};

export const deleteToken: Route = {
  method: 'DELETE',
  path: `${PATH}/{token}`,
  described: {
    operationId: 'takeBackToken',
    tag: 'organisers',
    summary: 'Take a token back: from now on it opens nothing',
    answer: answers('EndedToken', 'It is gone.'),
    problems: WHEN_DOING,
    schemas: { EndedToken: only({ ended: { const: true } }) },
  },
  async handle(parts, request, { token }) {
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const done = await parts.house.endToken(visitor, (token ?? '') as TokenId);
    return isRefusal(done) ? done : json(done);
  },
};
