import { answers, WHEN_DOING } from './described.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { fieldsOf, json, placeIn, whoAsks, type Route } from './route.ts';

/** The one way in for everything that happens. Accepted means that it is stored. */
export const postAction: Route = {
  method: 'POST',
  path: '/conversations/{conversation}/seats/{seat}/actions',
  described: {
    operationId: 'act',
    tag: 'seat',
    summary: 'Do something (iets doen)',
    description: 'Accepted means stored. The same id with the same action gets its first answer again; with another action it is refused.',
    body: 'Sending',
    answer: answers('Accepted', 'It is stored.'),
    problems: WHEN_DOING,
  },
  async handle(parts, request, parameters) {
    const sent = await fieldsOf(request);
    if (isRefusal(sent)) return sent;
    const visitor = await whoAsks(parts, request);
    if (!visitor) return refuse('notFound');
    const taken = await parts.desk.take(visitor, placeIn(parameters), sent['id'], sent['action']);
    return taken.accepted ? json(taken) : taken;
  },
};
