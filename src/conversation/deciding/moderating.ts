import type { Perspective, Place } from '../format.ts';
import type { Situation } from '../input.ts';
import { entriesAt, roleOf, takesPart, tableOf, visibilityOfEntry } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import type { Release, TableNumber } from '../state.ts';
import { happened, type DecidersFor } from './context.ts';

/** What the facilitator does with people at tables and with words in the room. */
export const moderating: DecidersFor<'release' | 'hide' | 'show' | 'clearWall' | 'moveSeat' | 'mergeTables' | 'giveRole' | 'answerCall'> = {
  release: ({ situation }, { place }) => happened([{ type: 'placeReleased', place, perspectives: perspectivesToShow(situation, place) }]),
  hide: (_, { entry, rule }) => happened([{ type: 'entryHidden', entry, rule }]),
  show: (_, { entry }) => happened([{ type: 'entryShown', entry }]),
  clearWall: (_, { cleared }) => happened([{ type: 'wallCleared', cleared }]),

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

  giveRole: (_, { seat, role }) => happened([{ type: 'roleGiven', seat, role }]),
  answerCall: (_, { call }) => happened([{ type: 'callAnswered', call }]),
};

/**
 * Perspectives show on all cards of a table or on none: only if every perspective at that table has at
 * least three writers there. Decided here, once, and frozen.
 */
function perspectivesToShow(situation: Situation, place: Place): Release['perspectives'] {
  const tables = Object.keys(situation.state.byPlace[place] ?? {}).map(Number);
  return Object.fromEntries(tables.flatMap((table) => {
    const shown = perspectivesOfTable(situation, place, table);
    return shown ? [[table, shown]] : [];
  }));
}

const FEWEST_WRITERS = 3;

function perspectivesOfTable({ state, authors }: Situation, place: Place, table: TableNumber) {
  const entries = entriesAt(state, place, table).filter((entry) => visibilityOfEntry(state, entry)?.sender === 'perspective');
  const signed = entries.flatMap((entry) => {
    const writer = state.seats.get(authors.seatOf.get(entry.id) ?? '');
    const perspective = writer?.perspectives[0];
    return writer && perspective ? [{ entry: entry.id, writer: writer.id, perspective }] : [];
  });
  const present = (tableOf(state, table)?.seats ?? []).flatMap((id) => state.seats.get(id)?.perspectives[0] ?? []);
  const everyone = new Set<Perspective>([...present, ...signed.map((each) => each.perspective)]);
  const writersOf = (perspective: Perspective) => new Set(signed.filter((each) => each.perspective === perspective).map((each) => each.writer)).size;
  const enough = signed.length > 0 && [...everyone].every((perspective) => writersOf(perspective) >= FEWEST_WRITERS);
  return enough ? Object.fromEntries(signed.map((each) => [each.entry, each.perspective])) : null;
}
