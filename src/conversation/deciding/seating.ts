import { roleOf, takesPart } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { peopleToSeat, seatingAt, tablesThatStay } from '../seating.ts';
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

  reshuffle({ state, chance }, { tables: count }) {
    const most = peopleToSeat(state).length;
    const fewest = Math.max(1, tablesThatStay(state).length);
    if (count < fewest) return refuse('tooFewTables', { minimum: fewest });
    if (count > most) return refuse('tooManyTables', { maximum: most });
    return happened([{ type: 'seated', seed: chance.id(), tables: seatingAt(state, count, chance) }]);
  },
};

function sitsAtTable(state: State, id: SeatId): boolean {
  const seat = state.seats.get(id);
  return seat !== undefined && takesPart(roleOf(state, seat));
}
