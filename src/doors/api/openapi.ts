import { BESIDE_TAGS } from '#conversation/languages.ts';
import type { Described, ProblemStatus } from './described.ts';
import { TAGS } from './described.ts';
import type { Route } from './route.ts';
import { ref, SCHEMAS, type Schema } from './schemas.ts';

/** Of the interface, not of the house: what comes in later adds to it, and breaks nothing that was there. */
export const API_VERSION = '1.2.0';

/** Whom to write to about this house. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly url: string;
}

/** What `/v1` is (OpenAPI 3.1, after the API Design Rules of the Dutch government): what each route says of itself, together. */
export function openApi(routes: readonly Route[], contact: Contact) {
  const paths = Map.groupBy(routes, ({ path }) => path);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Samenspraak',
      version: API_VERSION,
      description: ABOUT,
      contact,
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    servers: [{ url: '/v1' }],
    security: [{ device: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries([...paths].map(([path, here]) => [path, pathItem(path, here)])),
    components: {
      schemas: Object.assign({}, SCHEMAS, ...routes.map(({ described }) => described.schemas)) as typeof SCHEMAS,
      headers: HEADERS,
      securitySchemes: SECURITY,
    },
  };
}

const ABOUT = [
  'Structured conversations (gesprekken) in the social domain. A device reaches seats (plekken) by its cookie; everything that happens is an action of a seat; what a seat sees comes as views and as a stream of what changes in them.',
  'Other systems ask with a token (sleutel) that an organiser made: `Authorization: Bearer …`. It reads no more than that organiser, and only what its scopes name.',
  'What changes something is sent as `application/json`, also when there is nothing to send along. Sending it again with the same `id` does it once.',
].join('\n\n');

const HEADERS = {
  ApiVersion: { description: 'The full version of this interface.', schema: { type: 'string', examples: [API_VERSION] } },
  RetryAfter: { description: 'In how many seconds it may be tried again.', schema: { type: 'integer' } },
  Link: { description: 'The first, previous, next and last page (RFC 8288), as far as they are there.', schema: { type: 'string' } },
};

const SECURITY = {
  device: {
    type: 'apiKey',
    in: 'cookie',
    name: 'apparaat',
    description: 'Given on joining; called `__Host-apparaat` where the site has https.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'Made by an organiser, for one system, for a while, for what its scopes name.' },
};

const PROBLEMS: { readonly [status in ProblemStatus | 401 | 403]: string } = {
  400: 'It could not be read.',
  401: 'There is no such token, or not any more.',
  403: 'The token is not meant for this.',
  404: 'It is not there, or not for whoever asks.',
  409: 'The rules refuse it; `code` says why.',
  413: 'It is too long.',
  429: 'It came too fast.',
  503: 'The database does not answer.',
};

function pathItem(path: string, routes: readonly Route[]): { readonly [part: string]: unknown } {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const parameters = names.map((name) => ({ name, in: 'path', required: true, schema: PLACES[name] ?? ref('Id') }));
  const operations = routes.map((route) => [route.method.toLowerCase(), operationOf(route)] as const);
  return { ...(parameters.length > 0 && { parameters }), ...Object.fromEntries(operations) };
}

/** What may stand in an address, where that is no id. */
const PLACES: { readonly [name: string]: Schema } = {
  format: { type: 'string', pattern: '^[\\w-]{1,60}$' },
  step: { type: 'string', pattern: '^[\\w-]{1,60}\\.\\d{1,3}$' },
  language: { enum: BESIDE_TAGS },
};

function operationOf({ described, scope }: Route): { readonly [part: string]: unknown } {
  const { operationId, tag, summary, description, open, tokenOnly, query, body, answer, problems } = described;
  const byToken = scope ? ([401, 403, 429] as const) : [];
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...((open || scope) && {
      security: [...(open ? [{}] : []), ...(tokenOnly ? [] : [{ device: [] }]), ...(scope ? [{ token: [scope] }] : [])],
    }),
    ...(query && { parameters: query.map((each) => ({ ...each, in: 'query' })) }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: ref(body) } } } }),
    responses: { ...answered(answer), ...Object.assign({}, ...[...byToken, ...problems].map(problem)) },
  };
}

function answered({ status, headers, ...rest }: Described['answer']) {
  return { [status]: { ...rest, headers: { 'API-Version': { $ref: '#/components/headers/ApiVersion' }, ...headers } } };
}

function problem(status: keyof typeof PROBLEMS) {
  const waits = status === 429 || status === 503 ? { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } : {};
  return { [status]: { description: PROBLEMS[status], ...waits, content: { 'application/problem+json': { schema: ref('Problem') } } } };
}
