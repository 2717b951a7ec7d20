import * as v from 'valibot';
import type { ConversationId, Taken } from '#app/house.ts';
import { idOf } from '#app/pieces.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { answers, only, WHEN_DOING, WHEN_READING } from './described.ts';
import { ITEM, originIn } from './libraryItem.ts';
import { LINK_HEADER, PAGE_PARAMETERS, pageIn, partOf } from './paging.ts';
import { json, organiserIn, type Route } from './route.ts';
import { ref } from './schemas.ts';
import { sentAs } from './sent.ts';

const ADOPTION = v.strictObject({ id: v.string(), into: idOf<ConversationId>(), owner: v.string() });

export const postAdoption: Route = {
  method: 'POST',
  path: `${ITEM}/adoptions`,
  described: {
    operationId: 'adoptOutcome',
    tag: 'outcomes',
    summary: 'Take it over in a conversation of one’s own (overnemen)',
    description: 'By an organiser. The copy says where it came from, and after three months is asked how it goes.',
    body: 'Adopting',
    answer: answers('Accepted', 'It is stored.'),
    problems: WHEN_DOING,
    schemas: {
      Adopting: only({ id: ref('ActionId'), into: ref('Id'), owner: { type: 'string', description: 'A function, not a name.' } }),
    },
  },
  async handle(parts, request, parameters) {
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const sent = await sentAs(request, ADOPTION);
    if (isRefusal(sent)) return sent;
    const { id, ...wish } = sent;
    return stored(await parts.desk.adopt(visitor, id, originIn(parameters), wish));
  },
};

const QUESTION = v.strictObject({ id: v.string(), words: v.string() });

export const postQuestion: Route = {
  method: 'POST',
  path: `${ITEM}/questions`,
  described: {
    operationId: 'askAboutOutcome',
    tag: 'outcomes',
    summary: 'Ask who leads the original (een vraag stellen)',
    description: 'By an organiser. Who leads answers with `answerAsked`; from then on everybody who may read the outcome reads both.',
    body: 'AskingAbout',
    answer: answers('Accepted', 'It is stored.'),
    problems: WHEN_DOING,
    schemas: { AskingAbout: only({ id: ref('ActionId'), words: { type: 'string' } }) },
  },
  async handle(parts, request, parameters) {
    const visitor = await organiserIn(parts, request);
    if (isRefusal(visitor)) return visitor;
    const sent = await sentAs(request, QUESTION);
    if (isRefusal(sent)) return sent;
    return stored(await parts.desk.askInLibrary(visitor, sent.id, originIn(parameters), sent.words));
  },
};

/** In the conversations of this organiser. */
export const listLibraryQuestions: Route = {
  method: 'GET',
  path: '/library-questions',
  described: {
    operationId: 'listLibraryQuestions',
    tag: 'outcomes',
    summary: 'See about which of one’s own outcomes others asked something that waits for an answer',
    query: PAGE_PARAMETERS,
    answer: answers('LibraryQuestions', 'The outcomes. What was asked stands in each.', LINK_HEADER),
    problems: [...WHEN_READING, 409],
    schemas: {
      LibraryQuestions: only({ total: { type: 'integer' }, outcomes: { type: 'array', items: ref('LibraryPlace') } }),
      LibraryPlace: only({ conversation: ref('Id'), outcome: ref('Id'), title: { type: ['string', 'null'] } }),
    },
  },
  async handle(parts, request) {
    const visitor = await organiserIn(parts, request);
    const page = pageIn(request);
    if (isRefusal(visitor)) return visitor;
    if (isRefusal(page)) return page;
    const all = await parts.house.library.askedAbout(visitor);
    const { part, link } = partOf(request, page, all);
    return json({ total: all.length, outcomes: part }, 200, { link });
  },
};

function stored(taken: Taken) {
  return taken.accepted ? json(taken) : taken;
}
