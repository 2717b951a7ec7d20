import type { ConversationId } from '#app/house.ts';
import { lostOf } from '#conversation/lostWords.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import { outcomeView, type OutcomeView } from '#report/thread.ts';
import { standingCards } from '#report/toldOf.ts';
import { leadsFrom, type ReportReader } from '../reports.ts';
import { answers, only, WHEN_DOING, WHEN_READING } from './described.ts';
import { LINK_HEADER, PAGE_PARAMETERS, pageIn, partOf } from './paging.ts';
import { fieldsOf, json, whoAsks, type ApiParts, type Parameters, type Route } from './route.ts';
import { ref } from './schemas.ts';

const PATH = '/conversations/{conversation}/outcomes';

/** What came of one conversation, whole: for whoever leads it. */
export const listConversationOutcomes: Route = {
  method: 'GET',
  path: PATH,
  scope: 'outcomes:read',
  described: {
    operationId: 'listConversationOutcomes',
    tag: 'outcomes',
    summary: 'See what came of one conversation, with its history (opbrengsten)',
    query: [
      { name: 'dropped', description: 'Those that are there, or those that were dropped.', schema: { type: 'boolean', default: false } },
      ...PAGE_PARAMETERS,
    ],
    answer: answers('ConversationOutcomes', 'The outcomes, oldest first.', LINK_HEADER),
    problems: WHEN_READING,
    schemas: {
      ConversationOutcomes: only({ total: { type: 'integer' }, outcomes: { type: 'array', items: ref('Outcome') } }),
      Outcome: {
        type: 'object',
        description:
          'An outcome as whoever leads reads it: its words, the cards it grew from, how it stands and stood. `saw` of an action counts its `history` and its `changes` together.',
        required: ['id', 'kind', 'now', 'history', 'changes', 'lost', 'dropped'],
        properties: {
          lost: {
            type: 'integer',
            description:
              'How often words were taken out of it, because a card it grew from let go of them, or, of a copy, because they were taken back where it came from: `lost` of `changeOutcome`, so that none of these come back.',
          },
          dropped: {
            oneOf: [only({ because: { type: ['string', 'null'] } }), { type: 'null' }],
            description: 'Why it is no longer there.',
          },
        },
        additionalProperties: true,
      },
    },
  },
  async handle(parts, request, parameters, delegate) {
    const page = pageIn(request);
    if (isRefusal(page)) return page;
    const dropped = request.query.get('dropped') ?? 'false';
    if (dropped !== 'true' && dropped !== 'false') return refuse('wrongShape');
    const found = await outcomesOf(parts, delegate ?? (await whoAsks(parts, request)), parameters);
    if (!found) return refuse('notFound');
    const all = found.filter((outcome) => (outcome.dropped !== null) === (dropped === 'true'));
    const { part, link } = partOf(request, page, all);
    return json({ total: all.length, outcomes: part }, 200, { link });
  },
};

export const getOutcome: Route = {
  method: 'GET',
  path: `${PATH}/{outcome}`,
  scope: 'outcomes:read',
  described: {
    operationId: 'readOutcome',
    tag: 'outcomes',
    summary: 'See one outcome, with its history',
    answer: answers('Outcome', 'The outcome.'),
    problems: WHEN_READING,
  },
  async handle(parts, request, parameters, delegate) {
    const all = await outcomesOf(parts, delegate ?? (await whoAsks(parts, request)), parameters);
    const found = all?.find(({ id }) => id === parameters['outcome']);
    return found ? json(found) : refuse('notFound');
  },
};

/** For other systems; a device does the same from its own seat. */
export const postOutcomeAction: Route = {
  method: 'POST',
  path: '/conversations/{conversation}/outcome-actions',
  scope: 'outcomes:write',
  described: {
    operationId: 'actOnOutcome',
    tag: 'outcomes',
    summary: 'Make an outcome, change it, or say how it stands',
    description:
      'What may be sent are the actions about outcomes: `makeOutcome`, `changeOutcome`, `setStatus`, `talkOver`, `tellTurn`, `dropOutcome`, `restoreOutcome`. The rules are those of the organiser’s own seat. The same id with the same action gets its first answer again.',
    tokenOnly: true,
    body: 'Sending',
    answer: answers('Accepted', 'It is stored.'),
    problems: WHEN_DOING,
  },
  async handle({ house }, request, { conversation }, delegate) {
    if (!delegate) return refuse('notFound');
    const sent = await fieldsOf(request);
    if (isRefusal(sent)) return sent;
    const taken = await house.takeFor(delegate, (conversation ?? '') as ConversationId, sent['id'], sent['action']);
    return taken.accepted ? json(taken) : taken;
  },
};

type LedOutcome = OutcomeView & { readonly lost: number; readonly dropped: { readonly because: string | null } | null };

/** Null for who does not lead it. */
async function outcomesOf(
  { house }: ApiParts,
  reader: ReportReader | null,
  { conversation }: Parameters,
): Promise<readonly LedOutcome[] | null> {
  const known = reader && (await house.conversation((conversation ?? '') as ConversationId));
  if (!known) return null;
  const isOurs = reader.organiser === known.organiser;
  const seats = reader.seats.flatMap(({ conversation: at, seat }) => (at === known.id ? [seat] : []));
  return house.read(known.id, (situation, words) => {
    if (!isOurs && leadsFrom(situation.state, seats) === null) return null;
    const [today, stands] = [house.today(), standingCards(situation, words)];
    return situation.state.outcomes.flatMap((outcome) => {
      const view = outcomeView(situation, outcome, words, 'leaders', today, stands);
      return view
        ? { ...view, lost: lostOf(outcome, words), dropped: outcome.dropped === null ? null : { because: words(outcome.dropped) } }
        : [];
    });
  });
}
