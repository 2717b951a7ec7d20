import { toldBy } from '../authors.ts';
import { ownWordsAbroad } from '../ownWords.ts';
import { refuse } from '../refusal.ts';
import { NEEDS } from '../told.ts';
import { happened, type DecidersFor } from './context.ts';
import { asking } from './people.ts';

/** What people tell about themselves, and what they can be offered. */
export const telling: DecidersFor<'tell' | 'offer'> = {
  tell(context, { young, photo, needs, slower }) {
    const { state, situation } = context;
    const seat = asking(context);
    const before = toldBy(situation.authors, seat.id);
    const told = {
      young: young ?? before.young,
      photo: photo === undefined ? before.photo : photo,
      needs: needs ?? before.needs,
      slower: slower ?? before.slower,
    };
    if (needs?.some((need) => !state.offered.needs.includes(need))) return refuse('unknownChoice');
    // A parent decides on photographs of who is young, and no parent is here to be asked.
    if (told.young && photo === true) return refuse('unknownChoice');
    // Kept one by one, as anyone does: together in the log they would tell that one person wrote them.
    if (told.young && ownWordsAbroad(situation, seat).length > 0) return refuse('keepFirst');
    return happened([{ type: 'told' }], { authored: [{ told: { ...told, photo: told.young ? null : told.photo }, seat: seat.id }] });
  },

  offer: (_, { needs, photos }) => happened([{ type: 'offered', needs: NEEDS.filter((need) => needs.includes(need)), photos }]),
};
