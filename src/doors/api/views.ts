import { isRefusal, refuse } from '#conversation/refusal.ts';
import { answers, WHEN_READING } from './described.ts';
import { ownPlace, type Route } from './route.ts';

/** All channels of a seat, whole, as new as the database, with their positions and the server's time. */
export const getView: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/view',
  described: {
    operationId: 'view',
    tag: 'seat',
    summary: 'See all channels of the seat, whole',
    answer: answers('Views', 'What the seat sees now.'),
    problems: WHEN_READING,
  },
  async handle(parts, request, parameters) {
    const at = await ownPlace(parts, request, parameters);
    if (isRefusal(at)) return at;
    const views = await parts.hub.viewsOf(at.conversation, at.seat);
    return views === null
      ? refuse('notFound')
      : { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: views };
  },
};
