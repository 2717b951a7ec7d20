import { isRefusal, refuse } from '#conversation/refusal.ts';
import { countingSheet } from '#report/countingSheet.ts';
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

/** Votes on paper as one of the two who count them reads them. What is counted is sent by the action `countPaper`. */
export const getCountingSheet: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/counting-sheet',
  described: {
    operationId: 'readCountingSheet',
    tag: 'seat',
    summary: 'See which votes on paper can be counted, and whether two counts agree (papier tellen)',
    description: 'What the other counted does not stand here.',
    query: [
      {
        name: 'table',
        description: 'Of this table, for who leads; else of one’s own.',
        schema: { type: 'integer', minimum: 0 },
      },
    ],
    answer: answers('CountingSheet', 'The votes of this step, with what can be chosen and how the counting stands.'),
    problems: WHEN_READING,
    schemas: { CountingSheet: { type: 'object', required: ['table', 'tables', 'people', 'run', 'votes'], additionalProperties: true } },
  },
  async handle(parts, request, parameters) {
    const at = await ownPlace(parts, request, parameters);
    if (isRefusal(at)) return at;
    const table = request.query.get('table');
    const sheet = await parts.house.read(at.conversation, (situation, words) => countingSheet(situation, at.seat, table, words));
    return sheet ? json(sheet) : refuse('notFound');
  },
};
