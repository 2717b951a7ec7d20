import type { Situation } from '#conversation/input.ts';
import { stepAt } from '#conversation/lookup.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { ownCard } from '#conversation/views/me.ts';
import type { WordsOf } from '#conversation/words.ts';
import { cardAt } from '../reads/card.ts';
import { answers, WHEN_READING } from './described.ts';
import { LINK_HEADER, PAGE_PARAMETERS, pageIn, partOf } from './paging.ts';
import { json, ownPlace, type Route } from './route.ts';

/** All cards of a seat, also of earlier steps; until the conversation is sealed, when nobody knows any more whose they are. */
export const getCards: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/cards',
  described: {
    operationId: 'listCards',
    tag: 'seat',
    summary: 'See all cards of the seat (mijn kaartjes)',
    query: PAGE_PARAMETERS,
    answer: answers('Cards', 'The cards, oldest first.', LINK_HEADER),
    problems: WHEN_READING,
  },
  async handle(parts, request, parameters) {
    const at = await ownPlace(parts, request, parameters);
    const page = pageIn(request);
    if (isRefusal(at)) return at;
    if (isRefusal(page)) return page;
    const cards = await parts.house.read(at.conversation, (situation, words) => cardsOf(situation, at.seat, words));
    if (!cards) return refuse('notFound');
    const { part, link } = partOf(request, page, cards);
    return json({ cards: part }, 200, { link });
  },
};

/** With what the seat may still do with it. */
export const getCard: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/cards/{entry}',
  described: {
    operationId: 'readCard',
    tag: 'seat',
    summary: 'See one card of the seat, and what may still be done with it',
    description:
      'Also one that it works on with others. What is done with it is an action of the seat: `correct`, `keep`, `lay`, `withdraw`.',
    answer: answers('CardAtHand', 'The card, what its step asked, and for each action null or why not.'),
    problems: WHEN_READING,
    schemas: { CardAtHand: { type: 'object', required: ['card', 'use', 'step', 'may'], additionalProperties: true } },
  },
  async handle(parts, request, parameters) {
    const at = await ownPlace(parts, request, parameters);
    if (isRefusal(at)) return at;
    const entry = (parameters['entry'] ?? '') as EntryId;
    const now = parts.house.now();
    const found = await parts.house.read(at.conversation, (situation, words) => cardAt(situation, at.seat, entry, words, now));
    return found ? json(found) : refuse('notFound');
  },
};

function cardsOf(situation: Situation, seat: SeatId, words: WordsOf) {
  const { state, authors } = situation;
  const own = (authors.entriesOf.get(seat) ?? []).flatMap((id) => state.entries.get(id) ?? []);
  return own
    .filter((entry) => entry.status !== 'withdrawn')
    .map((entry) => ({ id: entry.id, step: stepAt(state, entry.place)?.phase.name ?? null, card: ownCard(situation, entry, words) }));
}
