import { placeNow } from '#conversation/satDuring.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { harvestView } from '#conversation/views/harvest.ts';
import { answers, WHEN_READING } from './described.ts';
import { json, ownPlace, type Route } from './route.ts';

/** What a table makes of its cards. What is done with it is an action of the seat. */
export const getHarvest: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/harvest',
  described: {
    operationId: 'readHarvest',
    tag: 'seat',
    summary: 'See the points of a table, and who sees it differently (oogst)',
    query: [
      { name: 'table', description: 'Of this table; of one’s own where it is not there.', schema: { type: 'integer', minimum: 0 } },
      {
        name: 'seating',
        description: 'As people sat then; as they sit now where it is not there.',
        schema: { type: 'integer', minimum: 0 },
      },
    ],
    answer: answers('Harvest', 'The points, and the cards that lie at none yet.'),
    problems: WHEN_READING,
    schemas: { Harvest: { type: 'object', required: ['loose', 'points', 'may'], additionalProperties: true } },
  },
  async handle(parts, request, parameters) {
    const at = await ownPlace(parts, request, parameters);
    if (isRefusal(at)) return at;
    const [table, seating] = ['table', 'seating'].map((name) => wholeIn(request.query.get(name)));
    if (table === null || seating === null) return refuse('wrongShape');
    const harvest = await parts.house.read(at.conversation, (situation, words) => {
      const seat = situation.state.seats.get(at.seat);
      if (!seat) return null;
      const now = placeNow(situation.state, seat);
      return harvestView(situation, at.seat, { table: table ?? now.table, seating: seating ?? now.seating }, words);
    });
    return harvest ? json(harvest) : refuse('notFound');
  },
};

/** Undefined when it was not asked; null when it is no number. */
function wholeIn(asked: string | null): number | undefined | null {
  if (asked === null) return undefined;
  return /^\d{1,5}$/.test(asked) ? Number(asked) : null;
}
