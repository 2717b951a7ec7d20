import { currentStep, roleOf, takesPart } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { peopleToSeat, seatingAt, tablesThatStay } from '../seating.ts';
import { seatingByTheme, themesChosen } from '../seatingByTheme.ts';
import { type ByTheme, themedIn } from '../themes.ts';
import { isSamePair, isSameWish } from '../seatingWishes.ts';
import type { SeatId, State } from '../state.ts';
import { happened, type DecidersFor } from './context.ts';

/** What is wanted of a new seating, and the new seating itself. */
export const seating: DecidersFor<'wish' | 'dropWish' | 'reshuffle'> = {
  wish({ state }, { wish, seats }) {
    const made = { wish, seats: [...new Set(seats)].sort() };
    if (made.seats.length !== (wish === 'stays' ? 1 : 2)) return refuse(wish === 'stays' ? 'cannotMove' : 'needsTwo');
    if (!made.seats.every((seat) => sitsAtTable(state, seat))) return refuse('cannotMove');
    if (state.wishes.some((known) => isSameWish(known, made))) return happened([]);
    if (state.wishes.some((known) => isSamePair(known, made))) return refuse('wishClash');
    return happened([{ type: 'wishMade', ...made }]);
  },

  dropWish({ state }, { wish, seats }) {
    const known = state.wishes.find((each) => isSameWish(each, { wish, seats }));
    return happened(known ? [{ type: 'wishDropped', ...known }] : []);
  },

  reshuffle({ state, situation, chance }, { tables: count }) {
    const most = peopleToSeat(state).length;
    const theme = themedNow(state);
    const fewest = Math.max(1, tablesThatStay(state).length, theme ? themesChosen(situation, theme.by) : 0);
    if (count < fewest) return refuse('tooFewTables', { minimum: fewest });
    if (count > most) return refuse('tooManyTables', { maximum: most });
    const anew = (theme && seatingByTheme(situation, theme, chance, count)) ?? { tables: seatingAt(state, count, chance) };
    return happened([{ type: 'seated', seed: chance.id(), ...anew }]);
  },
};

/** Where people work on what they chose, they do so at new tables too. */
function themedNow(state: State): ByTheme | null {
  const step = currentStep(state);
  return step ? themedIn(step) : null;
}

function sitsAtTable(state: State, id: SeatId): boolean {
  const seat = state.seats.get(id);
  return seat !== undefined && takesPart(roleOf(state, seat));
}
