import { isRefusal, refuse } from '#conversation/refusal.ts';
import { paperOf } from '../reads/paper.ts';
import { answers, WHEN_READING } from './described.ts';
import { json, ownPlace, type Route } from './route.ts';

/** What can be typed in from paper. It is typed in by the action `write`, with the run and the seat that stand here. */
export const getPaper: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/paper',
  described: {
    operationId: 'readPaper',
    tag: 'seat',
    summary: 'See for which steps paper can be typed in, and for whom (papier overtypen)',
    query: [
      { name: 'step', description: 'With what this step asks for.', schema: { type: 'string' } },
      { name: 'forSeat', description: 'Of this person without a phone.', schema: { type: 'string' } },
    ],
    answer: answers('Paper', 'The steps that have been, the people, and the step that was asked for.'),
    problems: WHEN_READING,
    schemas: { Paper: { type: 'object', required: ['steps', 'people', 'open'], additionalProperties: true } },
  },
  async handle(parts, request, parameters) {
    const at = await ownPlace(parts, request, parameters);
    if (isRefusal(at)) return at;
    const chosen = { place: request.query.get('step'), seat: request.query.get('forSeat') };
    const paper = await parts.house.read(at.conversation, (situation, words) => paperOf(situation, at.seat, chosen, words));
    return paper ? json(paper) : refuse('notFound');
  },
};
