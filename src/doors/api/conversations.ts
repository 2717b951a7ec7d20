import type { ConversationId, ListedConversation } from '#app/house.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { isPrivateLine } from '../line.ts';
import { answers, makes, only, WHEN_DOING, WHEN_READING } from './described.ts';
import { LINK_HEADER, PAGE_PARAMETERS, pageIn, partOf } from './paging.ts';
import { fieldsOf, json, madePlace, organiserIn, SEAT_HEADER, type Route } from './route.ts';
import { ref } from './schemas.ts';

/** The conversations of an organiser, the newest first. */
export const listConversations: Route = {
  method: 'GET',
  path: '/conversations',
  scope: 'conversations:read',
  described: {
    operationId: 'listConversations',
    tag: 'conversations',
    summary: 'See which conversations this organiser has',
    query: PAGE_PARAMETERS,
    answer: answers('Conversations', 'The conversations, the newest first.', LINK_HEADER),
    problems: [...WHEN_READING, 409],
    schemas: {
      Conversations: only({ total: { type: 'integer' }, conversations: { type: 'array', items: ref('Conversation') } }),
      Conversation: only({
        id: ref('Id'),
        title: { type: ['string', 'null'] },
        format: ref('Words'),
        status: { enum: ['preparing', 'open', 'closed', 'sealed'] },
        rehearsal: { type: 'boolean', description: 'Only to practise.' },
        madeAt: { type: 'string', format: 'date-time' },
        owed: ref('Owed'),
      }),
      Owed: {
        ...only({
          waiting: { type: 'integer', description: 'Answers that people wait for.' },
          late: { type: 'integer', description: 'Those of which the day went by.' },
          voices: { type: 'integer', description: 'Counter-voices without an answer.' },
          published: { type: 'boolean', description: 'Everybody may read the report.' },
          finished: { type: 'boolean', description: 'The final report is closed.' },
          promised: {
            type: ['string', 'null'],
            format: 'date',
            description: 'The promised day, when it went by and not everybody can read a closed final report.',
          },
        }),
        description: 'What it still owes people.',
      },
    },
  },
  async handle(parts, request, _, delegate) {
    const asker = delegate ?? (await organiserIn(parts, request));
    const page = pageIn(request);
    if (isRefusal(asker)) return asker;
    if (isRefusal(page)) return page;
    const all = await parts.house.listConversations(asker);
    const { part, link } = partOf(request, page, all);
    return json({ total: all.length, conversations: part.map(told) }, 200, { link });
  },
};

export const getConversation: Route = {
  method: 'GET',
  path: '/conversations/{conversation}',
  scope: 'conversations:read',
  described: {
    operationId: 'readConversation',
    tag: 'conversations',
    summary: 'See one conversation of this organiser',
    answer: answers('Conversation', 'The conversation.'),
    problems: [...WHEN_READING, 409],
  },
  async handle(parts, request, { conversation }, delegate) {
    const asker = delegate ?? (await organiserIn(parts, request));
    if (isRefusal(asker)) return asker;
    const found = (await parts.house.listConversations(asker)).find(({ id }) => id === conversation);
    return found ? json(told(found)) : refuse('notFound');
  },
};

/** Lays a conversation ready, with its first seat: that of whoever leads. */
export const postConversation: Route = {
  method: 'POST',
  path: '/conversations',
  described: {
    operationId: 'prepareConversation',
    tag: 'conversations',
    summary: 'Prepare a conversation (voorbereiden)',
    description:
      'Asking again with the same `id` makes nothing new. What is not laid ready here is an action of the seat that comes with it.',
    body: 'Preparing',
    answer: makes('Place', 'The seat of whoever leads.', SEAT_HEADER),
    problems: WHEN_DOING,
    schemas: {
      Preparing: only({ id: ref('ActionId'), preparation: ref('Preparation') }),
      Preparation: only(
        {
          format: { type: 'string', pattern: '^[\\w-]{1,60}$' },
          title: { type: 'string', maxLength: 4000 },
          about: { type: 'string', maxLength: 4000 },
          decides: { type: 'string', maxLength: 4000 },
          hearBack: { type: 'string', maxLength: 4000 },
          minutes: { type: 'object', description: 'By phase.', additionalProperties: { type: 'integer', minimum: 0, maximum: 10_000 } },
          choices: { type: 'object', description: 'By setting of the format.', additionalProperties: { type: 'string' } },
          tables: { type: 'integer', minimum: 0, maximum: 10_000 },
          rehearsal: { type: 'boolean' },
        },
        ['format', 'title'],
      ),
    },
  },
  async handle(parts, request) {
    const sent = await fieldsOf(request);
    if (isRefusal(sent)) return sent;
    const { id, preparation, ...more } = sent;
    if (Object.keys(more).length > 0) return refuse('wrongShape');
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const place = await parts.house.prepare(visitor, id, preparation, request.secure || isPrivateLine(request.origin));
    return isRefusal(place) ? place : madePlace(place);
  },
};

/** Only what nobody ever came into. */
export const deleteConversation: Route = {
  method: 'DELETE',
  path: '/conversations/{conversation}',
  described: {
    operationId: 'discardConversation',
    tag: 'conversations',
    summary: 'Throw away a conversation that was never open (weggooien)',
    description: 'All that was laid ready goes with it. One that was open stays.',
    answer: answers('DiscardedConversation', 'It is gone.'),
    problems: WHEN_DOING,
    schemas: { DiscardedConversation: only({ discarded: { const: true } }) },
  },
  async handle(parts, request, { conversation }) {
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const done = await parts.house.discard(visitor, (conversation ?? '') as ConversationId);
    return isRefusal(done) ? done : json(done);
  },
};

/** The organiser's own seat, on whatever device. */
export const postOwnSeat: Route = {
  method: 'POST',
  path: '/conversations/{conversation}/seats',
  described: {
    operationId: 'takeOwnSeat',
    tag: 'conversations',
    summary: 'Reach the seat of the organiser from this device',
    answer: makes('Place', 'The seat of the organiser; each time the same.', SEAT_HEADER),
    problems: WHEN_DOING,
  },
  async handle(parts, request, { conversation }) {
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const place = await parts.house.enterAsOrganiser(visitor, conversation as ConversationId);
    return isRefusal(place) ? place : madePlace(place);
  },
};

function told({ id, title, formatName, status, rehearsal, createdAt, owed }: ListedConversation) {
  return { id, title, format: formatName, status, rehearsal, madeAt: createdAt.toISOString(), owed };
}
