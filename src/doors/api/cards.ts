import type { Situation } from '#conversation/input.ts';
import { stepAt } from '#conversation/lookup.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import type { SeatId } from '#conversation/state.ts';
import { ownCard } from '#conversation/views/me.ts';
import type { WordsOf } from '#conversation/words.ts';
import { json, ownPlace, type Route } from './route.ts';

/** All cards of a seat, also of earlier steps; until the conversation is sealed, when nobody knows any more whose they are. */
export const getCards: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/cards',
  async handle(parts, request, parameters) {
    const at = await ownPlace(parts, request, parameters);
    if (isRefusal(at)) return at;
    const cards = await parts.house.read(at.conversation, (situation, words) => cardsOf(situation, at.seat, words));
    return cards ? json({ cards }) : refuse('notFound');
  },
};

function cardsOf(situation: Situation, seat: SeatId, words: WordsOf) {
  const { state, authors } = situation;
  const own = (authors.entriesOf.get(seat) ?? []).flatMap((id) => state.entries.get(id) ?? []);
  return own
    .filter((entry) => entry.status !== 'withdrawn')
    .map((entry) => ({ id: entry.id, step: stepAt(state, entry.place)?.phase.name ?? null, card: ownCard(situation, entry, words) }));
}
