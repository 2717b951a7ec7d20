import type { Situation } from '../input.ts';
import { currentStep, entriesAt, seatsAt, tableOf, visibilityOfEntry } from '../lookup.ts';
import { sideOf } from '../seating.ts';
import type { Entry, State, Table, TableNumber } from '../state.ts';
import type { FlatView } from '../view.ts';
import { cardView, isForTheRoom, isShared, placesInView } from '../visible.ts';
import type { Json, WordsOf } from '../words.ts';

/** What one table sees: who sits where, whose turn it is, and the cards the table shares. */
export function tableView(situation: Situation, number: TableNumber, words: WordsOf): FlatView {
  const { state } = situation;
  const table = tableOf(state, number);
  if (!table) return {};
  return { table: tableFacts(state, table), ...tableCards(situation, table, words) };
}

/** The newest cards on the table; older ones stand on a page of their own. */
const MOST_CARDS = 40;
/** Under this many people nobody is without a name, and the phone says so. */
const SMALL_TABLE = 3;

function tableFacts(state: State, table: Table): Json {
  const seats = seatsAt(state, table);
  return {
    number: table.number,
    seats: seats.map((seat) => ({ side: sideOf(seat.perspectives), perspective: seat.perspectives[0] ?? null, here: seat.here })),
    small: seats.filter((seat) => seat.here).length < SMALL_TABLE,
    speaker: speakerOf(state, table),
  };
}

/** In turns: the place around the table of the one who speaks; null when nobody in particular does. */
export function speakerOf(state: State, table: Table): number | null {
  const turn = currentStep(state)?.phase.turn;
  if (!state.run || !turn || (turn.kind !== 'inTurns' && turn.kind !== 'talkingPiece')) return null;
  const present = seatsAt(state, table).flatMap((seat, index) => (seat.here ? [{ index, listens: seat.role === turn.listensFirst }] : []));
  const order = [...present.filter((each) => !each.listens), ...present.filter((each) => each.listens)];
  const taken = state.run.turns[table.number] ?? 0;
  return order[taken % Math.max(1, order.length)]?.index ?? null;
}

function tableCards(situation: Situation, table: Table, words: WordsOf): FlatView {
  const { state } = situation;
  const shared = placesInView(state).flatMap((place) => {
    const entries = entriesAt(state, place, table.number).filter((entry) => isForThisTable(state, entry) && isShared(state, entry));
    return inShownOrder(state, entries).slice(-MOST_CARDS);
  });
  return Object.fromEntries(shared.slice(0, MOST_CARDS).map((entry) => [`card/${entry.id}`, cardView(situation, entry, words)]));
}

/** Cards that are for everyone travel by that road; here come the table's own. */
function isForThisTable(state: State, entry: Entry): boolean {
  return !isForTheRoom(state, entry) && visibilityOfEntry(state, entry)?.who !== 'facilitators';
}

/** Without a name the order must not tell who was first: the random ids give one. */
function inShownOrder(state: State, entries: readonly Entry[]): readonly Entry[] {
  const ordered = entries.filter((entry) => showsSender(state, entry));
  const shuffled = entries.filter((entry) => !showsSender(state, entry)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...ordered, ...shuffled];
}

function showsSender(state: State, entry: Entry): boolean {
  const sender = visibilityOfEntry(state, entry)?.sender;
  return sender === 'alias' || sender === 'name';
}
