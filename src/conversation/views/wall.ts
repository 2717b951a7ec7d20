import type { Situation } from '../input.ts';
import { currentStep, entriesAt, seatsAt } from '../lookup.ts';
import type { Entry, State } from '../state.ts';
import type { FlatView } from '../channel.ts';
import { talliesFor } from '../sums.ts';
import { inSight } from '../insight.ts';
import { isForTheRoom, placesInView } from '../visible.ts';
import { outsideView, whereWeAre } from './everyone.ts';
import type { Json, WordsOf } from '../words.ts';

/** What the hall sees: where we are, tables by number, counts when it is not silent, words only after release. */
export function wallView(situation: Situation, words: WordsOf): FlatView {
  const { state } = situation;
  const closed = currentStep(state)?.phase.grouping.kind === 'closed';
  const entries = state.wallCleared || closed ? [] : releasedEntries(state);
  const shown = {
    ...(state.wallCleared || closed ? {} : talliesFor(state, 'room', true)),
    ...inSight(situation, entries, MOST_CARDS, words),
  };
  return {
    ...(closed ? outsideView(situation, words) : whereWeAre(state, words)),
    wall: { cleared: state.wallCleared, tables: tablesOf(state), cards: cardCount(state), released: cardsAmong(entries, shown) },
    ...shown,
  };
}

/** As many as a hall can read at eight metres. */
const MOST_CARDS = 9;

function tablesOf(state: State): Json {
  return state.tables.map((table) => ({ number: table.number, seats: seatsAt(state, table).filter((seat) => seat.here).length }));
}

/** In a silent step nothing on the wall moves: counting people at work is for the console alone. */
function cardCount(state: State): number | null {
  const step = currentStep(state);
  if (!step || step.phase.turn.kind === 'silent' || step.phase.grouping.kind === 'closed') return null;
  return entriesAt(state, step.place).filter((entry) => entry.status === 'there').length;
}

function releasedEntries(state: State): readonly Entry[] {
  return placesInView(state)
    .filter((place) => state.released[place] !== undefined)
    .flatMap((place) => entriesAt(state, place).filter((entry) => entry.released && isForTheRoom(state, entry)));
}

/** Answers that are summed up stand in their sum; all others are cards, also those for which there is no room. */
function cardsAmong(entries: readonly Entry[], shown: FlatView): number {
  return entries.filter(({ place, input }) => shown[`sum/${place}/${input}`] === undefined).length;
}
