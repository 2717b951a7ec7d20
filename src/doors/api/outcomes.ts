import { SEEN_BY, STATUSES } from '#conversation/outcome.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { OUTCOMES_BY } from '#app/ports/outcomes.ts';
import type { DoorRequest } from '../door.ts';
import { answers, only, WHEN_READING, type Parameter } from './described.ts';
import { LINK_HEADER, linkTo, PAGE_PARAMETERS, pageIn } from './paging.ts';
import { json, whoAsks, type Route } from './route.ts';
import { ref } from './schemas.ts';

const WORDS = ['kind', 'owner', 'theme', 'place'] as const;
const NARROWED: readonly Parameter[] = [
  { name: 'waiting', description: 'Only what still waits, or only what is settled.', schema: { type: 'boolean' } },
  { name: 'overdue', description: 'Only what still waits after its day.', schema: { type: 'boolean' } },
  { name: 'by', description: 'What stands together; by its day where it is not there.', schema: { enum: OUTCOMES_BY } },
  ...WORDS.map((name) => ({ name, description: `Only of this ${name}.`, schema: { type: 'string' } })),
];
const NULLABLE = { type: ['string', 'null'] };

/** What lives on after conversations: for everybody what everybody may read, and for an organiser all of their own. */
export const listOutcomes: Route = {
  method: 'GET',
  path: '/outcomes',
  scope: 'outcomes:read',
  described: {
    operationId: 'listOutcomes',
    tag: 'outcomes',
    summary: 'See what came of conversations, and what is still owed (uitkomsten)',
    open: true,
    query: [...NARROWED, ...PAGE_PARAMETERS],
    answer: answers('Outcomes', 'What waits first, by its day; then what is settled.', LINK_HEADER),
    problems: [...WHEN_READING, 429],
    schemas: {
      Outcomes: only({ total: { type: 'integer' }, outcomes: { type: 'array', items: ref('ListedOutcome') } }),
      ListedOutcome: only({
        conversation: ref('Id'),
        id: ref('Id'),
        kind: { type: 'string' },
        status: { enum: STATUSES },
        because: { ...NULLABLE, description: 'Why not, or why otherwise.' },
        waiting: { type: 'boolean' },
        due: { type: ['string', 'null'], format: 'date', description: 'Before this day something is heard again.' },
        since: { type: ['string', 'null'], format: 'date', description: 'The day from which it stands so; null where that is not known.' },
        seenBy: { enum: SEEN_BY },
        title: { ...NULLABLE, description: 'Null where the words were erased.' },
        owner: { ...NULLABLE, description: 'A function, not a name.' },
        theme: NULLABLE,
        place: NULLABLE,
        conversationTitle: NULLABLE,
        published: { type: 'boolean', description: 'Everybody may read of the conversation it grew in.' },
      }),
    },
  },
  async handle(parts, request, _, delegate) {
    const page = pageIn(request);
    if (isRefusal(page)) return page;
    const asked = narrowed(request);
    if (!asked) return refuse('wrongShape');
    const reader = delegate ?? (await whoAsks(parts, request));
    const { overdue, ...more } = asked;
    const found = await parts.house.outcomes(reader, { ...more, ...(overdue && { overdueOn: parts.house.today() }), ...page });
    return json(found, 200, { link: linkTo(request, page, found.total) });
  },
};

/** Null where something asked is not so. */
function narrowed({ query }: DoorRequest) {
  const [waiting, overdue] = [yesIn(query.get('waiting')), yesIn(query.get('overdue'))];
  const by = OUTCOMES_BY.find((each) => each === query.get('by'));
  if (waiting === null || overdue === null || (query.get('by') !== null && !by)) return null;
  const words = WORDS.flatMap((name) => {
    const value = query.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return {
    ...(by && { by }),
    ...(waiting !== undefined && { waiting }),
    ...(overdue !== undefined && { overdue }),
    ...Object.fromEntries(words),
  };
}

function yesIn(asked: string | null): boolean | undefined | null {
  if (asked === null) return undefined;
  return asked === 'true' || (asked === 'false' ? false : null);
}
