import { counts } from '../heads.ts';
import type { Place } from '../format.ts';
import type { Inputs, Situation } from '../input.ts';
import { currentStep, entriesAt, seatsAt, standsAmong, stepAt } from '../lookup.ts';
import type { Entry, State, TableNumber } from '../state.ts';
import type { FlatView } from '../channel.ts';
import { talliesFor } from '../sums.ts';
import { inSight } from '../insight.ts';
import { themeOf } from '../themes.ts';
import { isForTheRoom, isLive, placesInView } from '../visible.ts';
import { outsideView, whereWeAre } from './everyone.ts';
import { themeAt } from './themes.ts';
import type { Json, WordsOf } from '../words.ts';

/** What the hall sees: where we are, tables by number, counts when it is not silent, words only after release. */
export function wallView(situation: Situation, words: WordsOf): FlatView {
  const { state } = situation;
  const closed = currentStep(state)?.phase.grouping.kind === 'closed';
  const entries = state.wallCleared || closed ? [] : shownEntries(situation);
  const shown = {
    ...(state.wallCleared || closed ? {} : talliesFor(situation, 'wall', words)),
    ...inSight(situation, entries, MOST_CARDS, words),
  };
  return {
    ...(closed ? outsideView(situation, words) : whereWeAre(state, words)),
    wall: {
      second: state.languages.wall,
      cleared: state.wallCleared,
      codes: state.codesRenewed,
      tables: tablesOf(situation, state.wallCleared || closed ? () => null : words),
      cards: cardCount(state),
      released: cardsAmong(entries, shown),
    },
    ...shown,
  };
}

/** As many as a hall can read at eight metres, when they are short. */
const MOST_CARDS = 15;

function tablesOf(situation: Situation, words: WordsOf): Json {
  const { state } = situation;
  return state.tables.map((table) => ({
    number: table.number,
    seats: seatsAt(state, table).filter((seat) => seat.here && counts(seat)).length,
    theme: wallTheme(situation, table.number, words),
  }));
}

function wallTheme(situation: Situation, table: TableNumber, words: WordsOf): Json {
  const entry = themeOf(situation.state, table);
  return entry && isLive(situation.state, entry) ? themeAt(situation, table, words) : null;
}

/** In a silent step nothing on the wall moves: counting people at work is for the console alone. */
function cardCount(state: State): number | null {
  const step = currentStep(state);
  if (!step || step.phase.turn.kind === 'silent' || step.phase.grouping.kind === 'closed') return null;
  return entriesAt(state, step.place).filter((entry) => entry.status === 'there').length;
}

/** What was released or is made before everybody's eyes; of what is presented the one whose turn it is. What a result counts stands in that result. */
function shownEntries({ state, inputs }: Situation): readonly Entry[] {
  const counted = new Set(placesInView(state).flatMap((place) => countedAt(state, inputs, place)));
  const entries = placesInView(state)
    .filter((place) => state.released[place] !== undefined || hasLive(state, place))
    .flatMap((place) => entriesAt(state, place).filter((entry) => isLive(state, entry) && isForTheRoom(state, entry)))
    .filter((entry) => !standsAmong(state, entry).some((key) => counted.has(key)));
  const presented = entries.filter(({ id }) => id === state.presenting);
  return presented.length > 0 ? presented : entries;
}

function hasLive(state: State, place: Place): boolean {
  return stepAt(state, place)?.phase.inputs.some(({ live }) => live) ?? false;
}

function countedAt(state: State, inputs: Inputs, place: Place): readonly string[] {
  const uses = stepAt(state, place)?.phase.inputs ?? [];
  const told = uses.filter((use) => state.tallies[`${place}/${use.key}`]?.counts && state.run?.place !== place);
  return told.flatMap((use) => inputs[use.kind]?.refersTo?.(use) ?? []);
}

/** Answers that are summed up stand in their sum; all others are cards, also those for which there is no room. */
function cardsAmong(entries: readonly Entry[], shown: FlatView): number {
  return entries.filter(({ place, input }) => shown[`sum/${place}/${input}`] === undefined).length;
}
