import { ref, SCHEMAS, type Schema } from './schemas.ts';

/** Of the interface, not of the house: what comes in later adds to it, and breaks nothing that was there. */
export const API_VERSION = '1.0.0';

const VERSIONED = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } };
const PROBLEMS = {
  400: 'It could not be read.',
  404: 'It is not there, or not for this device.',
  409: 'The rules of the conversation refuse it; `code` says why.',
  413: 'It is too long.',
  429: 'It came too fast.',
  503: 'The database does not answer.',
};
const CONVERSATION = '/conversations/{conversation}/seats/{seat}';

/** What `/v1` is, written by hand (OpenAPI 3.1, after the API Design Rules of the Dutch government). */
export const OPEN_API = {
  openapi: '3.1.0',
  info: {
    title: 'Samenspraak',
    version: API_VERSION,
    description:
      'Structured conversations (gesprekken) in the social domain. A device reaches seats (plekken) by its cookie; everything that happens is an action of a seat; what a seat sees comes as views and as a stream of what changes in them.',
    contact: {
      name: 'Samenspraak maintainers',
      email: 'maintainers@samenspraak.example.org',
      url: 'https://github.com/samenspraak/samenspraak',
    },
    license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
  },
  servers: [{ url: '/v1' }],
  security: [{ device: [] }],
  tags: [
    { name: 'joining', description: 'Coming in (meedoen).' },
    { name: 'seat', description: 'Taking part from a seat (plek).' },
    { name: 'formats', description: 'Formats (werkvormen).' },
    { name: 'description', description: 'About this interface.' },
  ],
  paths: {
    '/joinings': {
      post: {
        ...operation('join', 'joining', 'Take a seat in a conversation (doe mee)'),
        description:
          'A device that is new gets its cookie with the answer. Wrong codes are limited by address, and while that limit is reached no typed code from there is tried; keys of a QR are never limited by address.',
        security: [{}, { device: [] }],
        requestBody: body('Joining'),
        responses: {
          201: {
            ...answer('Place', 'The seat.'),
            headers: { ...VERSIONED, Location: { description: 'The views of the seat.', schema: { type: 'string' } } },
          },
          ...problems(400, 404, 409, 413, 429, 503),
        },
      },
    },
    [`${CONVERSATION}/actions`]: {
      parameters: seatParameters(),
      post: {
        ...operation('act', 'seat', 'Do something (iets doen)'),
        description:
          'Accepted means stored. The same id with the same action gets its first answer again; with another action it is refused.',
        requestBody: body('Sending'),
        responses: { 200: answer('Accepted', 'It is stored.'), ...problems(400, 404, 409, 413, 429, 503) },
      },
    },
    [`${CONVERSATION}/view`]: {
      parameters: seatParameters(),
      get: {
        ...operation('view', 'seat', 'See all channels of the seat, whole'),
        responses: { 200: answer('Views', 'What the seat sees now.'), ...problems(400, 404, 503) },
      },
    },
    [`${CONVERSATION}/stream`]: {
      parameters: [
        ...seatParameters(),
        {
          name: 'after',
          in: 'query',
          description: 'What was seen last, such as `everyone:ab12,table:cd34,me:ef56`. Every channel that differs comes whole.',
          schema: { type: 'string' },
        },
      ],
      get: {
        ...operation('listen', 'seat', 'Hear what changes (meeluisteren)'),
        description:
          'Server-sent events. Messages are `Frame`; `beat` comes every twenty seconds with the time of the server; `replaced` says that a newer stream of this seat took the place of this one (three at most), `revoked` that the device no longer has this seat.',
        responses: {
          200: { description: 'The stream.', headers: VERSIONED, content: { 'text/event-stream': { schema: ref('Frame') } } },
          ...problems(400, 404, 503),
        },
      },
    },
    [`${CONVERSATION}/cards`]: {
      parameters: seatParameters(),
      get: {
        ...operation('listCards', 'seat', 'See all cards of the seat (mijn kaartjes)'),
        responses: { 200: answer('Cards', 'The cards, oldest first.'), ...problems(400, 404, 503) },
      },
    },
    '/formats': {
      get: {
        ...operation('listFormats', 'formats', 'See which formats there are'),
        security: [{}],
        responses: { 200: answer('Formats', 'The formats of this house.') },
      },
    },
    '/formats/{format}': {
      parameters: [{ name: 'format', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        ...operation('readFormat', 'formats', 'Read one format'),
        security: [{}],
        responses: { 200: answer('Format', 'The format as data.'), ...problems(400, 404) },
      },
    },
    '/openapi.json': {
      get: {
        ...operation('readDescription', 'description', 'Read this description'),
        security: [{}],
        responses: {
          200: { description: 'This description.', headers: VERSIONED, content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
  },
  components: {
    schemas: SCHEMAS,
    headers: {
      ApiVersion: { description: 'The full version of this interface.', schema: { type: 'string', examples: [API_VERSION] } },
      RetryAfter: { description: 'In how many seconds it may be tried again.', schema: { type: 'integer' } },
    },
    securitySchemes: {
      device: {
        type: 'apiKey',
        in: 'cookie',
        name: 'apparaat',
        description: 'Given on joining; called `__Host-apparaat` where the site has https.',
      },
    },
  },
};

function operation(operationId: string, tag: string, summary: string) {
  return { operationId, tags: [tag], summary };
}

function seatParameters() {
  return ['conversation', 'seat'].map((name) => ({ name, in: 'path', required: true, schema: ref('Id') }));
}

function body(schema: string) {
  return { required: true, content: { 'application/json': { schema: ref(schema) } } };
}

function answer(schema: string, description: string) {
  return { description, headers: VERSIONED, content: { 'application/json': { schema: ref(schema) } } };
}

function problems(...statuses: readonly (keyof typeof PROBLEMS)[]): { readonly [status: string]: Schema } {
  return Object.fromEntries(
    statuses.map((status) => {
      const waits = status === 429 || status === 503 ? { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } : {};
      return [status, { description: PROBLEMS[status], ...waits, content: { 'application/problem+json': { schema: ref('Problem') } } }];
    }),
  );
}
