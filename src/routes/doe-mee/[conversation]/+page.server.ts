import { roleOf, takesPart } from '#conversation/lookup.ts';
import type { State } from '#conversation/state.ts';
import type { WordsOf } from '#conversation/words.ts';
import type { PageServerLoad } from './$types';
import { invitedTo } from '../invitation.server.ts';

export const load: PageServerLoad = async (event) => {
  const { conversation, format, title } = await invitedTo(event, event.params.conversation);
  const { house, visitor } = event.locals;
  const mine = new Set<string>(visitor?.seats.filter((each) => each.conversation === conversation).map(({ seat }) => seat));
  const read = await house.app.read(conversation, ({ state }, words) => ({
    scope: scopeOf(state, words),
    seat: seatOf(state, mine),
    status: state.status,
  }));
  return { format: format.name, title, scope: read?.scope ?? null, seat: read?.seat ?? null, isOpen: read?.status === 'open' };
};

function scopeOf({ scope }: State, words: WordsOf) {
  const text = (id: State['scope']['title']) => (id ? words(id) : null);
  return { about: text(scope.about), decides: text(scope.decides), hearBack: text(scope.hearBack) };
}

/** Where this phone already sits, if it does. */
function seatOf(state: State, mine: ReadonlySet<string>): string | null {
  return [...state.seats.values()].find((seat) => mine.has(seat.id) && takesPart(roleOf(state, seat)))?.id ?? null;
}
