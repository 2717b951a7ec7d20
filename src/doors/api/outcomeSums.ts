import { STATUSES } from '#conversation/outcome.ts';
import { answers, only } from './described.ts';
import { json, whoAsks, type Route } from './route.ts';
import { ref } from './schemas.ts';

const TEXTS = { type: 'array', items: { type: 'string' } };

/** To narrow a list of outcomes by. */
export const getOutcomeChoices: Route = {
  method: 'GET',
  path: '/outcome-choices',
  scope: 'outcomes:read',
  described: {
    operationId: 'readOutcomeChoices',
    tag: 'outcomes',
    summary: 'See by which owners, themes and places outcomes can be narrowed',
    open: true,
    answer: answers('OutcomeChoices', 'Each once, in the order of the alphabet.'),
    problems: [429, 503],
    schemas: { OutcomeChoices: only({ owners: TEXTS, themes: TEXTS, places: TEXTS }) },
  },
  async handle(parts, request, _, delegate) {
    return json(await parts.house.outcomeChoices(delegate ?? (await whoAsks(parts, request))));
  },
};

/** Numbers alone: the picture of who directs. */
export const getOutcomeSums: Route = {
  method: 'GET',
  path: '/outcome-sums',
  scope: 'outcomes:read',
  described: {
    operationId: 'readOutcomeSums',
    tag: 'outcomes',
    summary: 'See how many outcomes there are by theme, kind and status, and what people notice (regie)',
    open: true,
    query: [{ name: 'place', description: 'Only of this place.', schema: { type: 'string' } }],
    answer: answers('OutcomeSums', 'The sums.'),
    problems: [400, 429, 503],
    schemas: {
      OutcomeSums: only({ sums: { type: 'array', items: ref('OutcomeSum') } }),
      OutcomeSum: {
        type: 'object',
        required: ['theme', 'kind', 'status', 'count', 'conversations', 'noticed'],
        properties: {
          theme: { type: ['string', 'null'] },
          kind: { type: 'string' },
          status: { enum: STATUSES },
          count: { type: 'integer' },
          conversations: { type: 'array', items: ref('Id') },
          noticed: { type: 'object', additionalProperties: true },
        },
      },
    },
  },
  async handle(parts, request, _, delegate) {
    const place = request.query.get('place')?.slice(0, 200) || undefined;
    return json({ sums: await parts.house.outcomeSums(delegate ?? (await whoAsks(parts, request)), place) });
  },
};
