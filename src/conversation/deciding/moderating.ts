import type { Event } from '../event.ts';
import { INTERPRETER, interpretersAt, interpretsFor } from '../interpreting.ts';
import type { Perspective, Place } from '../format.ts';
import type { Situation } from '../input.ts';
import { entriesAt, roleOf, takesPart, tableOf, visibilityOfEntry } from '../lookup.ts';
import { counts } from '../heads.ts';
import { refuse } from '../refusal.ts';
import { tableForNewcomer } from '../seating.ts';
import type { Release, Seat, SeatId, State, TableNumber } from '../state.ts';
import { happened, type DecidersFor } from './context.ts';

/** What the facilitator does with people at tables and with words in the room. */
export const moderating: DecidersFor<
  | 'release'
  | 'hide'
  | 'show'
  | 'clearWall'
  | 'present'
  | 'shutDoor'
  | 'noteNewCode'
  | 'moveSeat'
  | 'mergeTables'
  | 'giveRole'
  | 'interpret'
  | 'answerCall'
> = {
  release: ({ situation }, { place }) => happened([{ type: 'placeReleased', place, perspectives: perspectivesToShow(situation, place) }]),
  hide: (_, { entry, rule }) => happened([{ type: 'entryHidden', entry, rule }]),
  show: (_, { entry }) => happened([{ type: 'entryShown', entry }]),
  clearWall: (_, { cleared }) => happened([{ type: 'wallCleared', cleared }]),
  present: (_, { entry }) => happened([{ type: 'presented', card: entry ?? null }]),
  shutDoor: (_, { shut }) => happened([{ type: 'doorShut', shut }]),
  noteNewCode: () => happened([{ type: 'codeRenewed' }]),

  moveSeat({ state }, { seat, table }) {
    const known = state.seats.get(seat);
    if (!known || !takesPart(roleOf(state, known))) return refuse('cannotMove');
    return tableOf(state, table) ? happened([{ type: 'seatMoved', seat, table }]) : refuse('unknownTable');
  },

  mergeTables({ state }, { table, into }) {
    const source = tableOf(state, table);
    if (!source || !tableOf(state, into) || table === into) return refuse('unknownTable');
    return happened(source.seats.map((seat) => ({ type: 'seatMoved', seat, table: into })));
  },

  giveRole({ state }, { seat: id, role }) {
    const seat = state.seats.get(id);
    if (!seat) return refuse('notFound');
    const given = { type: 'roleGiven' as const, seat: id, role };
    const wasAtTable = takesPart(roleOf(state, seat));
    if (wasAtTable === takesPart(roleOf(state, { ...seat, role }))) return happened([given]);
    return happened([given, { type: 'seatMoved', seat: id, table: wasAtTable ? 0 : tableForNewcomer(state, seat.perspectives, id) }]);
  },

  interpret({ state }, { seat: id, whom: other }) {
    const seat = state.seats.get(id);
    const whom = other === null ? null : state.seats.get(other);
    if (!seat || (!takesPart(roleOf(state, seat)) && !interpretsFor(state, seat))) return refuse('cannotMove');
    if (whom === null) return happened(interpretsFor(state, seat) ? takesPartAgain(state, seat) : []);
    if (!whom || whom === seat || !takesPart(roleOf(state, whom)) || interpretersAt(state, id).length > 0) return refuse('cannotMove');
    const becomes = interpretsFor(state, seat) ? [] : becomesInterpreter(seat);
    return happened([...becomes, { type: 'interpretingGiven', seat: id, whom: whom.id }]);
  },

  answerCall: (_, { call }) => happened([{ type: 'callAnswered', call }]),
};

/** Beside the tables: no chair of the mix, no voice, no number. */
function becomesInterpreter({ id }: Seat): readonly Event[] {
  return [
    { type: 'roleGiven', seat: id, role: INTERPRETER.id },
    { type: 'seatMoved', seat: id, table: 0 },
  ];
}

function takesPartAgain(state: State, { id, perspectives }: Seat): readonly Event[] {
  const role = state.format.roles.find(({ task }) => task === 'takePart')?.id ?? '';
  return [
    { type: 'roleGiven', seat: id, role },
    { type: 'seatMoved', seat: id, table: tableForNewcomer(state, perspectives, id) },
  ];
}

/**
 * Perspectives show on all cards of a table or on none: only if every perspective at that table has at
 * least three writers there. Decided here, once, and frozen: what was kept back once stays so.
 */
function perspectivesToShow(situation: Situation, place: Place): Release['perspectives'] {
  const { byPlace, released } = situation.state;
  const before = released[place]?.perspectives;
  const tables = Object.keys(byPlace[place] ?? {})
    .map(Number)
    .filter((table) => !before || before[table]);
  return Object.fromEntries(
    tables.flatMap((table) => {
      const shown = perspectivesOfTable(situation, place, table);
      return shown ? [[table, shown]] : [];
    }),
  );
}

const FEWEST_WRITERS = 3;

function perspectivesOfTable({ state, authors }: Situation, place: Place, table: TableNumber) {
  const signed = entriesAt(state, place, table)
    .filter((entry) => visibilityOfEntry(state, entry)?.sender === 'perspective')
    .flatMap((entry) => {
      const writer = state.seats.get(authors.seatOf.get(entry.id) ?? '');
      return writer ? [{ entry, writer: writer.id, perspective: writer.perspectives[0] }] : [];
    });
  // A further seat of one phone is no writer of its own before heads are counted.
  if (signed.some(({ writer }) => !isCounted(state, writer))) return null;
  // In another seating the table was other people: whose perspective had no writer cannot be known any more.
  if (signed.length === 0 || signed.some(({ entry }) => entry.seating !== state.seatings)) return null;
  const present = (tableOf(state, table)?.seats ?? [])
    .filter((id) => isCounted(state, id))
    .map((id) => state.seats.get(id)?.perspectives[0]);
  const writersOf = (perspective: Perspective | undefined) =>
    new Set(
      signed
        .filter((each) => each.perspective === perspective && each.entry.status === 'there' && each.entry.laid)
        .map((each) => each.writer),
    ).size;
  const enough = [...present, ...signed.map((each) => each.perspective)].every((perspective) => writersOf(perspective) >= FEWEST_WRITERS);
  return enough
    ? Object.fromEntries(signed.flatMap(({ entry, perspective }) => (perspective && !entry.released ? [[entry.id, perspective]] : [])))
    : null;
}

function isCounted(state: State, id: SeatId): boolean {
  const seat = state.seats.get(id);
  return seat !== undefined && counts(seat);
}
