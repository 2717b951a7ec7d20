import { counts } from '../heads.ts';
import type { Situation } from '../input.ts';
import { entriesAt, isOnSheet, seatsAt, tableOf, paperAt } from '../lookup.ts';
import { sideOf } from '../seating.ts';
import type { Entry, State, Table, TableNumber } from '../state.ts';
import type { FlatView } from '../channel.ts';
import { speakerOf } from '../turns.ts';
import { inSight } from '../insight.ts';
import { isForTable, isForTheRoom, placesInView } from '../visible.ts';
import { themeAt } from './themes.ts';
import type { Json, WordsOf } from '../words.ts';

/** What one table sees: who sits where, whose turn it is, and the cards the table shares. */
export function tableView(situation: Situation, number: TableNumber, words: WordsOf): FlatView {
  const { state } = situation;
  const table = tableOf(state, number);
  if (!table) return {};
  return { table: tableFacts(situation, table, words), ...tableCards(situation, table, words) };
}

/** What a phone can still look through; what is older leaves the screens, and its writer keeps it under their own cards. */
const MOST_CARDS = 40;
/** Under this many people nobody is without a name, and the phone says so. */
const SMALL_TABLE = 3;

function tableFacts(situation: Situation, table: Table, words: WordsOf): Json {
  const { state } = situation;
  const seats = seatsAt(state, table);
  return {
    number: table.number,
    seats: seats.map((seat) => ({
      side: sideOf(seat.perspectives),
      perspective: seat.perspectives[0] ?? null,
      here: seat.here,
      counted: counts(seat),
    })),
    small: seats.filter((seat) => seat.here && counts(seat)).length < SMALL_TABLE,
    speaker: speakerOf(state, table),
    round: state.rounds[table.number] === 'going',
    theme: themeAt(situation, table.number, words),
    paper: paperAt(state, table.number),
    onSheet: state.run !== null && isOnSheet(state, state.run.place, table.number),
  };
}

function tableCards(situation: Situation, table: Table, words: WordsOf): FlatView {
  const { state } = situation;
  const shared = placesInView(state).flatMap((place) =>
    entriesAt(state, place, table.number).filter((entry) => isOnlyHere(state, entry, table)),
  );
  return inSight(situation, shared, MOST_CARDS, words);
}

/** Cards that are for everyone travel by that road; here come the table's own. */
function isOnlyHere(state: State, entry: Entry, table: Table): boolean {
  return isForTable(state, entry, table.number) && !isForTheRoom(state, entry);
}
