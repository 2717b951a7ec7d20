import * as v from 'valibot';
import type { ConversationId, House, TrajectoryId, Visitor } from '#app/house.ts';
import { idOf } from '#app/pieces.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import type { DoorRequest, Reply } from '../door.ts';
import { answers, makes, only, WHEN_DOING } from './described.ts';
import { json, organiserIn, type ApiParts, type Parameters, type Route } from './route.ts';
import { ref } from './schemas.ts';
import { sentAs } from './sent.ts';

const PATH = '/trajectories/{trajectory}';
const TITLE = { type: 'string', maxLength: 200 };

export const postTrajectory: Route = {
  method: 'POST',
  path: '/trajectories',
  described: {
    operationId: 'makeTrajectory',
    tag: 'conversations',
    summary: 'Make a trajectory (traject), still without conversations',
    description: 'Asking again with the same `id` makes nothing new.',
    body: 'MakingTrajectory',
    answer: makes('MadeTrajectory', 'The trajectory.', { Location: { description: 'Where it can be read.', schema: { type: 'string' } } }),
    problems: WHEN_DOING,
    schemas: {
      MakingTrajectory: only({ id: ref('ActionId'), title: { ...TITLE, minLength: 1 } }),
      MadeTrajectory: only({ trajectory: ref('Id') }),
    },
  },
  async handle(parts, request) {
    const sent = await sentAs(request, v.strictObject({ id: v.string(), title: v.string() }));
    if (isRefusal(sent)) return sent;
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const made = await parts.house.trajectories.make(visitor, sent.id, sent.title);
    return isRefusal(made) ? made : json(made, 201, { location: `/v1/trajectories/${made.trajectory}` });
  },
};

export const postTrajectoryRenaming: Route = {
  method: 'POST',
  path: `${PATH}/renamings`,
  described: {
    operationId: 'renameTrajectory',
    tag: 'conversations',
    summary: 'Call a trajectory something else',
    description: 'Without words its title is erased.',
    body: 'RenamingTrajectory',
    answer: answers('ChangedTrajectory', 'It is stored.'),
    problems: WHEN_DOING,
    schemas: { RenamingTrajectory: only({ title: TITLE }), ChangedTrajectory: only({ done: { const: true } }) },
  },
  async handle(parts, request, parameters) {
    const sent = await sentAs(request, v.strictObject({ title: v.string() }));
    if (isRefusal(sent)) return sent;
    return changed(parts, request, (trajectories, visitor) => trajectories.rename(visitor, trajectoryIn(parameters), sent.title));
  },
};

export const deleteTrajectory: Route = {
  method: 'DELETE',
  path: PATH,
  described: {
    operationId: 'removeTrajectory',
    tag: 'conversations',
    summary: 'Take a trajectory away; its conversations stay',
    answer: answers('ChangedTrajectory', 'It is gone.'),
    problems: WHEN_DOING,
  },
  handle: (parts, request, parameters) =>
    changed(parts, request, (trajectories, visitor) => trajectories.remove(visitor, trajectoryIn(parameters))),
};

export const postTrajectoryConversation: Route = {
  method: 'POST',
  path: `${PATH}/conversations`,
  described: {
    operationId: 'putInTrajectory',
    tag: 'conversations',
    summary: 'Put a conversation in a trajectory; it goes out of the one it was in',
    body: 'PuttingInTrajectory',
    answer: answers('ChangedTrajectory', 'It stands in it.'),
    problems: WHEN_DOING,
    schemas: { PuttingInTrajectory: only({ conversation: ref('Id') }) },
  },
  async handle(parts, request, parameters) {
    const sent = await sentAs(request, v.strictObject({ conversation: idOf<ConversationId>() }));
    if (isRefusal(sent)) return sent;
    return changed(parts, request, (trajectories, visitor) => trajectories.put(visitor, trajectoryIn(parameters), sent.conversation));
  },
};

export const deleteTrajectoryConversation: Route = {
  method: 'DELETE',
  path: `${PATH}/conversations/{conversation}`,
  described: {
    operationId: 'takeOutOfTrajectory',
    tag: 'conversations',
    summary: 'Take a conversation out of a trajectory',
    answer: answers('ChangedTrajectory', 'It stands in it no longer.'),
    problems: WHEN_DOING,
  },
  handle(parts, request, parameters) {
    const conversation = (parameters['conversation'] ?? '') as ConversationId;
    return changed(parts, request, (trajectories, visitor) => trajectories.take(visitor, trajectoryIn(parameters), conversation));
  },
};

type Change = (trajectories: House['trajectories'], visitor: Visitor) => Promise<{ readonly done: true } | Refusal>;

async function changed(parts: ApiParts, request: DoorRequest, change: Change): Promise<Reply | Refusal> {
  const visitor = await organiserIn(parts, request);
  if (isRefusal(visitor)) return visitor;
  const done = await change(parts.house.trajectories, visitor);
  return isRefusal(done) ? done : json(done);
}

function trajectoryIn({ trajectory = '' }: Parameters): TrajectoryId {
  return trajectory as TrajectoryId;
}
