import { roleOf, takesPart } from '#conversation/lookup.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { scopeReport } from '#report/scope.ts';
import { answers, only, WHEN_READING } from './described.ts';
import { json, ownPlace, type Route } from './route.ts';
import { ref } from './schemas.ts';

/** What somebody who takes part may count on. What they need themselves is told by the action `tell`. */
export const getAgreements: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/agreements',
  described: {
    operationId: 'readAgreements',
    tag: 'seat',
    summary: 'See what was agreed: what it is about, house rules, and what was arranged (afspraken)',
    answer: answers('Agreements', 'The scope, with what was changed in it; the house rules; what people can ask for.'),
    problems: WHEN_READING,
    schemas: {
      Agreements: only({
        scope: { type: 'object', required: ['about', 'decides', 'hearBack', 'changes'], additionalProperties: true },
        houseRules: { type: 'array', items: ref('Words') },
        offered: { type: 'object', additionalProperties: true },
        mayTell: { type: 'boolean', description: 'Whether this seat can say now what it needs.' },
      }),
    },
  },
  async handle(parts, request, parameters) {
    const at = await ownPlace(parts, request, parameters);
    if (isRefusal(at)) return at;
    const agreed = await parts.house.read(at.conversation, ({ state }, words) => {
      const seat = state.seats.get(at.seat);
      return {
        scope: scopeReport(state, words),
        houseRules: state.format.houseRules,
        offered: state.offered,
        mayTell: state.status === 'open' && seat !== undefined && takesPart(roleOf(state, seat)),
      };
    });
    return agreed ? json(agreed) : refuse('notFound');
  },
};
