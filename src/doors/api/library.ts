import * as v from 'valibot';
import type { ConversationId, Taken } from '#app/house.ts';
import { STATUSES, type OutcomeId } from '#conversation/outcome.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import type { DoorRequest } from '../door.ts';
import { answers, only, WHEN_DOING, WHEN_READING, type Parameter } from './described.ts';
import { LINK_HEADER, linkTo, PAGE_PARAMETERS, pageIn } from './paging.ts';
import { json, organiserIn, whoAsks, type Parameters, type Route } from './route.ts';
import { ref } from './schemas.ts';
import { ID, sentAs } from './sent.ts';

const ITEM = '/library/{conversation}/outcomes/{outcome}';
const NARROWED = ['kind', 'theme', 'place'] as const;
const QUERY: readonly Parameter[] = [
  {
    name: 'words',
    description: 'What is looked for; also other forms of a word, parts of a compound and synonyms.',
    schema: { type: 'string' },
  },
  { name: 'typing', description: 'The last word may still grow.', schema: { type: 'boolean' } },
  { name: 'status', description: 'Only what stands so.', schema: { enum: STATUSES } },
  ...NARROWED.map((name) => ({ name, description: `Only of this ${name}.`, schema: { type: 'string' } })),
];
const NULLABLE = { type: ['string', 'null'] };
const FOUND = {
  conversation: ref('Id'),
  outcome: ref('Id'),
  kind: { type: 'string' },
  status: { enum: STATUSES },
  title: { ...NULLABLE, description: 'Null where the words were erased.' },
  theme: NULLABLE,
  place: NULLABLE,
  conversationTitle: NULLABLE,
  usedBy: { type: 'integer', description: 'In how many other conversations it was taken over.' },
};

/** What others can learn from: for everybody what is public, and for an organiser all of their own. */
export const searchLibrary: Route = {
  method: 'GET',
  path: '/library',
  scope: 'outcomes:read',
  described: {
    operationId: 'searchLibrary',
    tag: 'outcomes',
    summary: 'Search practice examples, guidelines and what else others can learn from (bibliotheek)',
    open: true,
    query: [...QUERY, ...PAGE_PARAMETERS],
    answer: answers('LibraryFound', 'What answers best first.', LINK_HEADER),
    problems: [...WHEN_READING, 429],
    schemas: {
      LibraryFound: only({
        total: { type: 'integer' },
        nearly: {
          type: 'boolean',
          description: 'Nothing had just these words: this has words that begin with the last one, or the words of `meant`.',
        },
        meant: { ...NULLABLE, description: 'What was looked for instead, where a word seems to be written wrongly.' },
        found: { type: 'array', items: ref('FoundInLibrary') },
      }),
      FoundInLibrary: only(FOUND),
    },
  },
  async handle(parts, request, _, delegate) {
    const page = pageIn(request);
    if (isRefusal(page)) return page;
    const wish = wishIn(request);
    if (!wish) return refuse('wrongShape');
    const found = await parts.house.library.search(delegate ?? (await whoAsks(parts, request)), { ...wish, ...page });
    return json(found, 200, { link: linkTo(request, page, found.total) });
  },
};

export const getLibraryItem: Route = {
  method: 'GET',
  path: ITEM,
  described: {
    operationId: 'readLibraryItem',
    tag: 'outcomes',
    summary: 'See one of them whole: its words, who took it over, and what was asked and answered',
    open: true,
    answer: answers('LibraryItem', 'What it is, and what others made of it.'),
    problems: WHEN_READING,
    schemas: {
      LibraryItem: {
        type: 'object',
        description: 'An outcome as everybody may read it, or whole for who leads it.',
        required: ['conversation', 'outcome', 'view', 'takenOver', 'asked'],
        additionalProperties: true,
      },
    },
  },
  async handle(parts, request, parameters) {
    const item = await parts.house.library.item(await whoAsks(parts, request), originIn(parameters));
    return item ? json(item) : refuse('notFound');
  },
};

const ADOPTION = v.strictObject({ id: v.string(), into: ID, owner: v.string() });

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
    const wish = { into: sent.into as ConversationId, owner: sent.owner };
    return stored(await parts.house.library.adopt(visitor, sent.id, originIn(parameters), wish));
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
    return stored(await parts.house.library.ask(visitor, sent.id, originIn(parameters), sent.words));
  },
};

function stored(taken: Taken) {
  return taken.accepted ? json(taken) : taken;
}

function originIn({ conversation = '', outcome = '' }: Parameters) {
  return { conversation: conversation as ConversationId, outcome: outcome as OutcomeId };
}

const LONGEST = 200;

/** Null where something asked is not so. */
function wishIn({ query }: DoorRequest) {
  const [asked, typing] = [query.get('status'), query.get('typing')];
  const status = STATUSES.find((each) => each === asked);
  if ((asked && !status) || (typing !== null && typing !== 'true' && typing !== 'false')) return null;
  const narrowed = NARROWED.flatMap((name) => {
    const value = query.get(name)?.slice(0, LONGEST);
    return value ? [[name, value] as const] : [];
  });
  return { words: query.get('words') ?? '', typing: typing === 'true', ...(status && { status }), ...Object.fromEntries(narrowed) };
}
