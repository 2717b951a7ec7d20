import { HIDE_RULES, WISHES } from '#conversation/state.ts';
import { PERSPECTIVES } from '#conversation/format.ts';
import { REFUSALS } from '#conversation/refusal.ts';
import { actionSchemas } from './actionSchemas.ts';

export type Schema = { readonly [keyword: string]: unknown };

/** The shapes that travel over the API (JSON Schema 2020-12, as in OpenAPI 3.1). */
export const SCHEMAS: { readonly [name: string]: Schema } = {
  Id: { type: 'string', pattern: '^[0-9a-z]{20}$', description: 'An id of the house: twenty signs of chance.' },
  ActionId: {
    type: 'string',
    pattern: '^[A-Za-z0-9_-]{16,64}$',
    description: 'Made by whoever asks; asking again with the same id does it once.',
  },
  Moment: { type: 'integer', description: 'The clock of the server, in milliseconds since 1970-01-01T00:00:00Z.' },
  Position: {
    type: 'string',
    pattern: '^[A-Za-z0-9_-]{1,20}$',
    description: 'Says what was seen of a channel; has no meaning but to the server.',
  },
  Words: object({ nl: { type: 'string' }, en: { type: 'string' } }),
  Channel: { enum: ['everyone', 'table', 'me', 'facilitator', 'wall'], description: 'An audience that sees the same.' },
  Perspective: { enum: PERSPECTIVES },
  HideRule: { enum: HIDE_RULES },
  Wish: { enum: WISHES, description: 'For every new seating: two together, two apart, or one who stays at the table.' },
  FlatView: {
    type: 'object',
    description: 'What a screen sees of one channel. Cards of others stand under `card/{id}`, own ones under `mine/{id}`.',
    additionalProperties: true,
  },
  Joining: {
    ...object({ perspectives: { type: 'array', items: ref('Perspective') } }),
    description:
      'With the word people type (`code`) or the long key of the QR (`key`): one of the two. The secret of a ticket, which starts with `t.`, is a key too: it leads to one seat.',
    properties: {
      id: ref('ActionId'),
      code: { type: 'string', maxLength: 60 },
      key: { type: 'string', maxLength: 100 },
      perspectives: { type: 'array', items: ref('Perspective') },
      role: { type: 'string' },
      simulated: { const: true, description: 'Nobody real comes in: only a rehearsal lets them.' },
      table: {
        type: 'integer',
        minimum: 0,
        maximum: 10_000,
        description: 'The table whose QR was scanned; any table where it is not there.',
      },
    },
    required: [],
    oneOf: [{ required: ['code'] }, { required: ['key'] }],
  },
  Place: object({ conversation: ref('Id'), seat: ref('Id') }),
  Sending: object({ id: ref('ActionId'), action: ref('Action') }),
  Action: { oneOf: actionSchemas(ref), discriminator: { propertyName: 'type' } },
  Accepted: object({ accepted: { const: true }, answer: ref('Answer') }),
  Answer: {
    type: 'object',
    properties: {
      entry: ref('Id'),
      late: { type: 'boolean', description: 'It came after its step had ended: only its writer and the totals know.' },
    },
  },
  Views: object({ at: ref('Moment'), channels: { type: 'object', propertyNames: ref('Channel'), additionalProperties: ref('View') } }),
  View: object({ position: ref('Position'), view: ref('FlatView') }),
  Frame: {
    ...object({ channel: ref('Channel'), at: ref('Moment') }),
    description: 'One message of the stream: a channel `whole`, what to `set` and `remove` in it, or that it is `gone` from this seat.',
    properties: {
      channel: ref('Channel'),
      at: ref('Moment'),
      position: ref('Position'),
      whole: ref('FlatView'),
      set: ref('FlatView'),
      remove: { type: 'array', items: { type: 'string' } },
      gone: { const: true },
    },
  },
  Cards: object({ cards: { type: 'array', items: ref('OwnCard') } }),
  OwnCard: object({
    id: ref('Id'),
    step: { oneOf: [ref('Words'), { type: 'null' }] },
    card: { type: 'object', description: 'The card as its own seat sees it, with who else sees it now.', additionalProperties: true },
  }),
  Formats: object({ formats: { type: 'array', items: ref('FormatSummary') } }),
  FormatSummary: object({
    id: { type: 'string' },
    version: { type: 'integer' },
    name: ref('Words'),
    purpose: ref('Words'),
    evidence: { enum: ['high', 'medium', 'low'] },
    groupSize: object({ minimum: { type: 'integer' }, maximum: { type: 'integer' } }),
    sensitive: { type: 'boolean', description: 'Asks for an encrypted connection.' },
  }),
  Format: {
    type: 'object',
    description: 'A format (werkvorm) as plain data: roles, phases, inputs, outcomes.',
    required: ['id', 'version', 'phases'],
    additionalProperties: true,
  },
  Problem: {
    ...object({ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' } }),
    description: 'RFC 9457. `detail` is a plain sentence in the language of the reader; `code` says the same to software.',
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string', examples: REFUSALS },
      kept: { type: 'boolean', description: 'Whoever sent it still has the words.' },
    },
  },
};

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** With all of these fields. */
function object(properties: { readonly [field: string]: Schema }): Schema {
  return { type: 'object', properties, required: Object.keys(properties) };
}
