import { CONDITIONS } from '#conversation/outcome.ts';
import { answers, only } from './described.ts';
import { json, whoAsks, type Route } from './route.ts';
import { ref } from './schemas.ts';

const PART = { oneOf: [{ type: 'integer' }, { enum: ['few', 'some'] }] };
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
    summary: 'See how many outcomes there are by theme and by condition for success, and what people notice (regie)',
    description:
      'Of people only what may be told in public: from ten, with small parts in words, and only where the answers about one outcome do not follow from it; nothing of one place, and of outcomes that everybody may read.',
    open: true,
    query: [{ name: 'place', description: 'Only of this place.', schema: { type: 'string' } }],
    answer: answers('OutcomeSums', 'The sums.'),
    problems: [400, 429, 503],
    schemas: {
      OutcomeSums: only({
        threads: { type: 'array', items: ref('ThemeThread') },
        signs: { type: 'array', items: ref('ConditionSigns') },
        others: { type: 'integer', description: 'Outcomes that are a sign of none of these conditions.' },
      }),
      ThemeThread: only({
        theme: { type: ['string', 'null'] },
        behaviours: { type: 'integer', description: 'Outcomes that tell how people work from now on.' },
        conversations: { type: 'integer' },
        outcomes: { type: 'integer' },
        waiting: { type: 'integer' },
        effect: { oneOf: [{ type: 'null' }, only({ total: { type: 'integer' }, yes: PART, aLittle: PART, no: PART })] },
      }),
      ConditionSigns: only({ condition: { enum: CONDITIONS }, outcomes: { type: 'integer' }, cameAbout: { type: 'integer' } }),
    },
  },
  async handle(parts, request, _, delegate) {
    const place = request.query.get('place')?.slice(0, 200) || undefined;
    return json(await parts.house.direction(delegate ?? (await whoAsks(parts, request)), place));
  },
};
