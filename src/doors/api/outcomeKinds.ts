import type { OutcomeKind } from '#conversation/outcome.ts';
import { answers, only } from './described.ts';
import { json, type Route } from './route.ts';
import { ref } from './schemas.ts';

/** What can be made of cards, and what each kind asks for. */
export const listOutcomeKinds: Route = {
  method: 'GET',
  path: '/outcome-kinds',
  described: {
    operationId: 'listOutcomeKinds',
    tag: 'outcomes',
    summary: 'See which kinds of outcomes there are, with their fields (soorten opbrengsten)',
    open: true,
    answer: answers('OutcomeKinds', 'The kinds, in the order in which they are offered.'),
    problems: [],
    schemas: {
      OutcomeKinds: only({ kinds: { type: 'array', items: ref('OutcomeKind') } }),
      OutcomeKind: {
        type: 'object',
        description: 'A kind as plain data. `fields` says what `makeOutcome` and `changeOutcome` take.',
        required: ['kind', 'name', 'explained', 'fields'],
        properties: {
          kind: { type: 'string' },
          name: ref('Words'),
          explained: ref('Words'),
          fields: { type: 'array', items: { type: 'object', required: ['key', 'type', 'label'], additionalProperties: true } },
        },
        additionalProperties: true,
      },
    },
  },
  handle: async ({ house }) => json({ kinds: Object.values<OutcomeKind>(house.kinds) }),
};
