import { STATUSES } from '#conversation/outcome.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import type { DoorRequest } from '../door.ts';
import { answers, only, WHEN_READING, type Parameter } from './described.ts';
import { ITEM, originIn } from './libraryItem.ts';
import { LINK_HEADER, linkTo, PAGE_PARAMETERS, pageIn } from './paging.ts';
import { json, whoAsks, type Route } from './route.ts';
import { ref } from './schemas.ts';

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
const TEXTS = { type: 'array', items: { type: 'string' } };
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

/** To narrow what is looked for. */
export const getLibraryChoices: Route = {
  method: 'GET',
  path: '/library-choices',
  scope: 'outcomes:read',
  described: {
    operationId: 'readLibraryChoices',
    tag: 'outcomes',
    summary: 'See by which themes and places the library can be narrowed',
    open: true,
    answer: answers('LibraryChoices', 'Each once, in the order of the alphabet.'),
    problems: [429, 503],
    schemas: { LibraryChoices: only({ themes: TEXTS, places: TEXTS }) },
  },
  async handle(parts, request, _, delegate) {
    return json(await parts.house.library.choices(delegate ?? (await whoAsks(parts, request))));
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
