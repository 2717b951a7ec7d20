import { allowed } from '../allowed.ts';
import { SIDES, type Phase, type Place, type Role } from '../format.ts';
import { counts, headsAt, peopleHere } from '../heads.ts';
import type { Situation } from '../input.ts';
import { currentStep, entriesAt, laidAt, minutesOf, outsideOf, roleOf, seatsAt, steps, visibilityOfEntry, paperAt } from '../lookup.ts';
import { unsignedTables } from '../points.ts';
import { chairsIn, sideOf } from '../seating.ts';
import { clashes } from '../seatingWishes.ts';
import type { Entry, Seat, State, Table } from '../state.ts';
import type { FlatView } from '../channel.ts';
import { talliesFor } from '../sums.ts';
import { inSight } from '../insight.ts';
import { mayBeShortened } from '../plan.ts';
import { isPlaceFor, isShared, placesInView } from '../visible.ts';
import { careView } from './care.ts';
import { checkingView } from './checking.ts';
import { adapted } from './everyone.ts';
import { paperVotesView } from './paperVotes.ts';
import { themesView } from './themes.ts';
import type { Json, WordsOf } from '../words.ts';

/** What those who lead see: the run sheet, the tables, who calls, who is missing, and the words meant for them alone. */
export function facilitatorView(situation: Situation, words: WordsOf): FlatView {
  const { state } = situation;
  const people = peopleHere(state);
  return {
    sheet: sheetView(state, words),
    people: peopleView(state, people),
    missing: missingPerspectives(state, people),
    emptyRoles: emptyRoles(state),
    clashes: clashes(state),
    themes: themesView(situation, words),
    paperVotes: paperVotesView(situation),
    care: careView(situation),
    may: steeringView(situation),
    wallCleared: state.wallCleared,
    checking: checkingView(state),
    unsigned: unsignedTables(state).length,
    ...Object.fromEntries(state.tables.map((table) => [`table/${table.number}`, tableLine(state, table)])),
    ...Object.fromEntries(
      state.calls
        .filter((call) => !call.answered)
        .map((call) => [`call/${call.id}`, { table: call.table, words: call.words ? words(call.words) : null }]),
    ),
    ...facilitatorCards(situation, words),
  };
}

/** Perspectives the format wants at the table and that nobody here speaks from. */
export function missingPerspectives(state: State, people = peopleHere(state)): readonly string[] {
  const present = new Set(people.flatMap((seat) => seat.perspectives.flatMap((each) => [each, sideOf([each])])));
  return state.format.mustBePresent.filter((perspective) => !present.has(perspective));
}

/** Roles that need someone and have nobody yet, and at which tables people sit without. It never blocks. */
function emptyRoles(state: State): readonly Json[] {
  const here = [...state.seats.values()].filter((seat) => seat.here);
  const lacks = (seats: readonly Seat[], { id, minimum = 0 }: Role) => {
    const fewest = Math.max(minimum, isAskedAlone(state, id) ? 1 : 0);
    return seats.filter(({ role }) => role === id).length < fewest;
  };
  return state.format.roles.flatMap((role) => {
    if (role.per !== 'table') return lacks(here, role) ? [{ role: role.name, tables: [] }] : [];
    if (!role.minimum && !isAskedAlone(state, role.id)) return [];
    const tables = state.tables.filter((table) => {
      const seats = seatsAt(state, table).filter((seat) => seat.here);
      return seats.length > 0 && lacks(seats, role);
    });
    return tables.length > 0 ? [{ role: role.name, tables: tables.map(({ number }) => number) }] : [];
  });
}

/** In this step nobody writes but this one role: where nobody has it, nothing is written. */
function isAskedAlone(state: State, role: string): boolean {
  const uses = currentStep(state)?.phase.inputs.filter((use) => !use.private) ?? [];
  return uses.length > 0 && uses.every(({ roles }) => roles?.length === 1 && roles[0] === role);
}

const MOST_CARDS = 40;

function facilitatorCards(situation: Situation, words: WordsOf): FlatView {
  const { state } = situation;
  if (leadersStayOutside(state)) return {};
  // Also what was kept at the table: it was only ever meant for those who lead, as the phone says where it is written.
  const meant = (entry: Entry) => visibilityOfEntry(state, entry)?.who === 'facilitators' && isShared(state, entry);
  const places = placesInView(state).filter((place) => isPlaceFor(state, place, 'facilitators'));
  const shared = places.flatMap((place) => entriesAt(state, place).filter(meant));
  return { ...talliesFor(situation, 'facilitators', words), ...inSight(situation, shared, MOST_CARDS, words) };
}

function leadersStayOutside(state: State): boolean {
  const outside = outsideOf(currentStep(state));
  return state.format.roles.some((role) => role.task === 'facilitate' && outside.includes(role.id));
}

function sheetView(state: State, words: WordsOf): readonly Json[] {
  const firstRuns = new Map(state.runs.map((run) => [run.place, run] as const));
  return steps(state).map(({ place, phase, repeat }) => ({
    place,
    phase: phase.id,
    name: adapted(state, phase, 'name', words),
    minutes: minutesOf(state, phase),
    planned: state.planned?.[phase.id] ?? (state.planned ? phase.minutes : minutesOf(state, phase)),
    promised: repeat === 1 ? (state.promises[phase.id] ?? null) : null,
    shortenable: mayBeShortened(phase),
    startedAt: firstRuns.get(place)?.startedAt ?? null,
    state: state.run?.place === place ? 'now' : firstRuns.has(place) ? 'done' : 'todo',
    cards: isClosedNow(state) && state.run?.place === place ? null : countAt(state, place),
    released: state.released[place] !== undefined,
    waiting: isForRelease(phase) ? waitingAt(state, place, phase) : 0,
  }));
}

/** Cards, and the results of votes that the report may not tell yet. */
function waitingAt(state: State, place: Place, phase: Phase): number {
  const released = state.released[place];
  const results = released ? 0 : phase.inputs.filter((use) => state.tallies[`${place}/${use.key}`]).length;
  return laidAt(state, place) - (released?.cards ?? 0) + results;
}

/** Drafts, what is for those who lead alone, and what was said in a closed step never go to the room. */
function isForRelease({ visibility, grouping }: Phase): boolean {
  return visibility.who !== 'me' && visibility.who !== 'facilitators' && grouping.kind !== 'closed';
}

/** In a closed step even the counts come only afterwards. */
function isClosedNow(state: State): boolean {
  return currentStep(state)?.phase.grouping.kind === 'closed';
}

function countAt(state: State, place: Place): number {
  return Object.values(state.byPlace[place] ?? {}).reduce((sum, ids) => sum + ids.length, 0);
}

function peopleView(state: State, people: readonly Seat[]): Json {
  const ready = Object.values((state.run && state.ready[state.run.place]) ?? {}).reduce((sum, count) => sum + count, 0);
  return {
    here: people.length,
    chairs: chairsIn(state),
    simulated: people.filter((seat) => seat.simulated).length,
    ready: isClosedNow(state) ? null : ready,
    sides: Object.fromEntries(SIDES.map((side) => [side, people.filter((seat) => sideOf(seat.perspectives) === side).length])),
  };
}

function tableLine(state: State, table: Table): Json {
  const seats = seatsAt(state, table).filter((seat) => seat.here && counts(seat));
  const place = isClosedNow(state) ? null : (state.run?.place ?? null);
  return {
    sides: seats.map((seat) => sideOf(seat.perspectives)),
    heads: headsAt(state, table.number),
    paper: paperAt(state, table.number),
    cards: place && entriesAt(state, place, table.number).filter((entry) => entry.status === 'there').length,
    ready: place && (state.ready[place]?.[table.number] ?? 0),
  };
}

function steeringView(situation: Situation): Json {
  const { state } = situation;
  const leader = [...state.seats.values()].find((seat) => roleOf(state, seat)?.task === 'facilitate');
  if (!leader) return {};
  const actor = { kind: 'seat', seat: leader.id } as const;
  const run = state.run?.id;
  const ask = (type: 'open' | 'next' | 'back' | 'pause' | 'resume' | 'extend' | 'gong' | 'close') =>
    allowed(situation, actor, { type, from: run ?? null, ...(run ? { run } : {}) }, state.run?.startedAt ?? 0);
  return {
    open: ask('open'),
    next: ask('next'),
    back: ask('back'),
    pause: ask('pause'),
    resume: ask('resume'),
    extend: ask('extend'),
    gong: ask('gong'),
    close: ask('close'),
  };
}
