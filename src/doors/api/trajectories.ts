import type { TrajectoryId } from '#app/house.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { trajectoryData } from '#report/trajectory.ts';
import { readTrajectory } from '../trajectories.ts';
import { answers, only, WHEN_READING } from './described.ts';
import { LINK_HEADER, PAGE_PARAMETERS, pageIn, partOf } from './paging.ts';
import { json, organiserIn, whoAsks, type Route } from './route.ts';
import { ref } from './schemas.ts';

const TITLE = { type: ['string', 'null'] };
const DAY = { type: ['string', 'null'], format: 'date' };

/** For whom its conversations are: those who were there read of theirs, the organiser of all, everybody of what is public. */
export const getTrajectory: Route = {
  method: 'GET',
  path: '/trajectories/{trajectory}',
  scope: 'reports:read',
  described: {
    operationId: 'readTrajectory',
    tag: 'conversations',
    summary: 'Read a trajectory (traject): its conversations, and what lives on of all of them',
    description:
      'Of each conversation what its final report tells this reader; what they may not read is left out. People come more than once: numbers of them are not to be added up.',
    open: true,
    answer: answers('TrajectoryReport', 'The trajectory.'),
    problems: WHEN_READING,
    schemas: {
      TrajectoryReport: only({
        title: TITLE,
        conversations: { type: 'array', items: ref('TrajectoryConversation') },
        livesOn: { type: 'array', items: { type: 'object', description: 'As in a final report, with its `conversation`.' } },
        openCounterVoices: { type: 'integer' },
        representative: { const: false },
      }),
      TrajectoryConversation: only({
        id: ref('Id'),
        title: TITLE,
        format: ref('Words'),
        heldOn: DAY,
        closedOn: DAY,
        checkedByTwo: { type: 'boolean' },
        finalOn: DAY,
        people: {
          oneOf: [only({ count: { type: ['integer', 'null'] }, tables: { type: 'integer' } }), { type: 'null' }],
          description: 'Null while it goes on; `count` is null when they were too few to be counted.',
        },
        openCounterVoices: { type: 'integer' },
      }),
    },
  },
  async handle(parts, request, { trajectory }, delegate) {
    const reader = delegate ?? (await whoAsks(parts, request));
    const read = await readTrajectory(parts.house, reader, (trajectory ?? '') as TrajectoryId);
    return read ? json(trajectoryData(read)) : refuse('notFound');
  },
};

export const listTrajectories: Route = {
  method: 'GET',
  path: '/trajectories',
  scope: 'conversations:read',
  described: {
    operationId: 'listTrajectories',
    tag: 'conversations',
    summary: 'See which trajectories this organiser has',
    query: PAGE_PARAMETERS,
    answer: answers('Trajectories', 'The trajectories, the newest first.', LINK_HEADER),
    problems: [...WHEN_READING, 409],
    schemas: {
      Trajectories: only({ total: { type: 'integer' }, trajectories: { type: 'array', items: ref('Trajectory') } }),
      Trajectory: only({ id: ref('Id'), title: TITLE, conversations: { type: 'array', items: ref('Id') } }),
    },
  },
  async handle(parts, request, _, delegate) {
    const asker = delegate ?? (await organiserIn(parts, request));
    const page = pageIn(request);
    if (isRefusal(asker)) return asker;
    if (isRefusal(page)) return page;
    const all = await parts.house.trajectories.listOf(asker);
    const { part, link } = partOf(request, page, all);
    const trajectories = part.map(({ id, title, conversations }) => ({ id, title, conversations }));
    return json({ total: all.length, trajectories }, 200, { link });
  },
};
