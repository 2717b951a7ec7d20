import type { Harvest, Point, PointAnswer, Signed } from './harvest.ts';
import type { Situation } from './input.ts';
import { entriesAt, roleOf, stepAt, steps, useOf, visibilityOfEntry } from './lookup.ts';
import { satIn, type SatAt } from './satDuring.ts';
import type { Entry, EntryId, Seat, State } from './state.ts';
import { isForTheRoom, isShared } from './visible.ts';
import type { TextId } from './words.ts';

/** Small questions about what tables harvested. */

/** A table of one seating, as it is found in a state. */
export function tableKey({ seating, table }: SatAt): string {
  return `${seating}/${table}`;
}

export function pointIn({ harvest }: State, id: string | undefined): Point | undefined {
  return id !== undefined && Object.hasOwn(harvest.points, id) ? harvest.points[id] : undefined;
}

/** What stands of a table, in the order it was made. */
export function pointsAt({ harvest }: State, { table, seating }: SatAt): readonly Point[] {
  return Object.values(harvest.points).filter((point) => !point.dropped && point.table === table && point.seating === seating);
}

export function droppedAt({ harvest }: State, { table, seating }: SatAt): readonly Point[] {
  return Object.values(harvest.points).filter((point) => point.dropped && point.table === table && point.seating === seating);
}

export function signedAt({ harvest }: State, where: SatAt): Signed | null {
  return harvest.signed[tableKey(where)] ?? null;
}

/** The points of all tables that signed theirs: no others ever leave their table. */
export function signedPoints(state: State): readonly Point[] {
  return Object.values(state.harvest.points).filter((point) => !point.dropped && signedAt(state, point) !== null);
}

/** Tables of any seating with cards to harvest or points, oldest first. */
export function tablesToHarvest(situation: Situation): readonly SatAt[] {
  const { state } = situation;
  const known = new Map<string, SatAt>();
  for (const { place } of steps(state)) {
    for (const entry of entriesAt(state, place))
      if (entry.table > 0 && isTableCard(situation, entry)) known.set(tableKey(entry), whereOf(entry));
  }
  for (const point of Object.values(state.harvest.points)) if (!point.dropped) known.set(tableKey(point), whereOf(point));
  return [...known.values()].sort((a, b) => a.seating - b.seating || a.table - b.table);
}

/** Tables with points that nobody signed for yet. */
export function unsignedTables(state: State): readonly SatAt[] {
  const unsigned = Object.values(state.harvest.points).filter((point) => !point.dropped && signedAt(state, point) === null);
  return [...new Map(unsigned.map((point) => [tableKey(point), whereOf(point)])).values()];
}

/** The cards a table made and may read, step by step. */
export function cardsOfTable(situation: Situation, where: SatAt): readonly Entry[] {
  const { state } = situation;
  return steps(state).flatMap(({ place }) =>
    entriesAt(state, place, where.table).filter((entry) => isOf(entry, where) && isTableCard(situation, entry)),
  );
}

/** Its own, and what the whole room may read. Never what was kept at a table: a point may go further than that. */
export function mayHarvest(situation: Situation, entry: Entry, where: SatAt): boolean {
  if (isOf(entry, where)) return isTableCard(situation, entry);
  return isForTheRoom(situation.state, entry) && speaksForItself(situation, entry) && !isClosedOff(situation.state, entry);
}

/** Whether this seat is, or in an earlier seating was, at that table. */
export function satThere(state: State, seat: Seat, { table, seating }: SatAt): boolean {
  return table > 0 && satIn(state, seating, seat)?.table === table;
}

/** Who hosts or writes at a table harvests for it; where nobody does, anyone there may. */
export function harvestsFor(state: State, seat: Seat, where: SatAt): boolean {
  if (roleOf(state, seat)?.task === 'facilitate') return true;
  if (!satThere(state, seat, where)) return false;
  return writesForTable(state, seat) || ![...state.seats.values()].some((each) => isWriterThere(state, each, where));
}

/** By the id of what somebody said of it. */
export function pointAnsweredBy({ harvest }: State, answer: EntryId): Point | undefined {
  return Object.values(harvest.points).find(({ answers }) => Object.hasOwn(answers, answer));
}

export function wordingOf({ wordings }: Point): TextId | null {
  return wordings.at(-1) ?? null;
}

/** How a table sees a point. Words and no number: at one table a number would tell who. */
export type Agreement = 'notAsked' | 'all' | 'notAll';

/** Who agreed, agreed with those words; who sees it differently is heard until they say otherwise themselves. */
export function agreementOn(point: Point): Agreement {
  const now = point.wordings.length - 1;
  const answers = Object.values(point.answers);
  if (answers.some(({ says }) => says === 'otherwise') || (point.counted?.otherwise ?? 0) > 0) return 'notAll';
  return answers.some(({ wording }) => wording === now) || point.counted?.wording === now ? 'all' : 'notAsked';
}

/** With their ids, in an order that has nothing to do with who was first. */
export function notesAt(point: Point): readonly (PointAnswer & { readonly id: EntryId })[] {
  return Object.entries(point.answers)
    .flatMap(([id, answer]) => (answer.note !== null || answer.withdrawn ? [{ ...answer, id: id as EntryId }] : []))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What this seat said of it itself. */
export function ownAnswer(point: Point, own: readonly EntryId[]): (PointAnswer & { readonly id: EntryId }) | null {
  const id = own.find((each) => Object.hasOwn(point.answers, each) && point.answers[each]?.forTable === false);
  const answer = id && point.answers[id];
  return answer ? { ...answer, id } : null;
}

/** Whether the table signed for what was asked in this run: then it takes no more cards. */
export function isSignedFor(state: State, where: SatAt, ordinal: number): boolean {
  const signed = signedAt(state, where);
  return signed !== null && ordinal <= signed.during;
}

export function withPoint(harvest: Harvest, point: Point): Harvest {
  return { ...harvest, points: { ...harvest.points, [point.id]: point } };
}

/** A card that those who sit there may read, and that may leave the table. */
function isTableCard(situation: Situation, entry: Entry): boolean {
  const { state } = situation;
  const who = visibilityOfEntry(state, entry)?.who;
  if (entry.kept || !entry.laid || who === 'me' || who === 'facilitators' || who === 'sameRole') return false;
  return isShared(state, entry) && speaksForItself(situation, entry) && !isClosedOff(state, entry);
}

/** Votes, scores and placements say something together: no one of them is a card to lay with others. */
function speaksForItself({ state, inputs }: Situation, entry: Entry): boolean {
  const use = useOf(state, entry);
  return use !== undefined && inputs[use.kind]?.summary(use, [], () => null) === null;
}

/** What was said in a closed step stays there. */
function isClosedOff(state: State, entry: Entry): boolean {
  return stepAt(state, entry.place)?.phase.grouping.kind === 'closed';
}

function isOf(entry: Entry, { table, seating }: SatAt): boolean {
  return entry.table === table && entry.seating === seating;
}

function whereOf({ table, seating }: SatAt): SatAt {
  return { table, seating };
}

function isWriterThere(state: State, seat: Seat, where: SatAt): boolean {
  return seat.here && writesForTable(state, seat) && satThere(state, seat, where);
}

function writesForTable(state: State, seat: Seat): boolean {
  const task = roleOf(state, seat)?.task;
  return task === 'scribe' || task === 'hostTable';
}
