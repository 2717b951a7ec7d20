import type { RefusalCode } from '../refusal.ts';
import { allowed } from '../allowed.ts';
import { isReady, toldBy } from '../authors.ts';
import type { Role } from '../format.ts';
import { counts, headsAt } from '../heads.ts';
import { interpretsFor, spokenView, tableWith } from '../interpreting.ts';
import type { Situation } from '../input.ts';
import { currentStep, entriesAt, hostsOf, outsideOf, roleOf, standsAmong, stepAt, takesPart, tableOf, useOf, usesIn } from '../lookup.ts';
import type { Entry, Seat, SeatId, Table } from '../state.ts';
import type { FlatView } from '../channel.ts';
import { amongView, inSight } from '../insight.ts';
import { ownWordsStayIn } from '../ownWords.ts';
import { servesView } from './serves.ts';
import { isForRoleOf, isForTheRoom, isPlaceFor, isShaped, isShared, placesInView } from '../visible.ts';
import { speakerOf, turnEndsAt, turnsTaken } from '../turns.ts';
import type { Json, WordsOf } from '../words.ts';

/** What only this seat sees: itself, its own cards of this step, and what it may do now. */
export function meView(situation: Situation, id: SeatId, words: WordsOf): FlatView {
  const { state, authors } = situation;
  const seat = state.seats.get(id);
  if (!seat) return {};
  const places = new Set(placesInView(state));
  const own = (authors.entriesOf.get(id) ?? []).flatMap((entry) => state.entries.get(entry) ?? []);
  const mine = [...own, ...shapedEntries(situation, seat)];
  const inView = mine.filter((entry) => places.has(entry.place) && entry.status !== 'withdrawn');
  return {
    me: seatView(situation, seat),
    may: mayView(situation, seat),
    ...servesView(situation, seat),
    ...roleCards(situation, seat, words),
    ...deskCards(situation, seat, words),
    ...Object.fromEntries(inView.map((entry) => [`mine/${entry.id}`, ownCard(situation, entry, words)])),
  };
}

/** The newest cards for those of one role; there are few such roles, so each of them gets them by this road. */
const MOST_CARDS = 40;

function roleCards(situation: Situation, seat: Seat, words: WordsOf): FlatView {
  const { state } = situation;
  if (outsideOf(currentStep(state)).includes(seat.role)) return {};
  const meant = placesInView(state)
    .filter((place) => isPlaceFor(state, place, 'sameRole'))
    .flatMap((place) => entriesAt(state, place).filter((entry) => isForRoleOf(situation, entry, seat) && !isForTheRoom(state, entry)));
  return inSight(situation, meant, MOST_CARDS, words);
}

/** What others wrote and this seat works on with them; not what was shortened, of which only the writer knows the old words. */
function shapedEntries({ state, authors }: Situation, seat: Seat): readonly Entry[] {
  const places = placesInView(state).filter((place) =>
    stepAt(state, place)?.phase.inputs.some(({ sharedBy, roles }) => sharedBy && roles?.includes(seat.role)),
  );
  const entries = places.flatMap((place) => entriesAt(state, place));
  return entries.filter(
    (entry) => entry.original === undefined && isShaped(state, entry, seat) && authors.seatOf.get(entry.id) !== seat.id,
  );
}

/** For a role that works with cards of the room, all of them: there may be more than a hall's phones are sent. */
function deskCards(situation: Situation, seat: Seat, words: WordsOf): FlatView {
  const { state, inputs } = situation;
  const step = currentStep(state);
  if (!step || outsideOf(step).includes(seat.role)) return {};
  const uses = step.phase.inputs.filter(({ roles }) => roles?.includes(seat.role));
  const keys = new Set(uses.flatMap((use) => inputs[use.kind]?.refersTo?.(use) ?? []));
  if (keys.size === 0) return {};
  const places = placesInView(state);
  const isAsked = (entry: Entry) => standsAmong(state, entry).some((key) => keys.has(key));
  const cards = places.flatMap((place) => entriesAt(state, place).filter((entry) => isAsked(entry) && isForTheRoom(state, entry)));
  const shown = Object.entries(inSight(situation, cards, MOST_ON_DESK, words));
  return Object.fromEntries(shown.flatMap(([key, card]) => (key.startsWith('card/') ? [[`desk/${key.slice(5)}`, card]] : [])));
}

/** Two cards in three rounds of some sixty tables. */
const MOST_ON_DESK = 400;

/** One's own card, with where it stands: also used on the page of all my cards. */
export function ownCard(situation: Situation, entry: Entry, words: WordsOf): Json {
  const { state, inputs } = situation;
  const use = useOf(state, entry);
  const rules = use && inputs[use.kind];
  const written = entry.original ?? entry.body;
  return {
    input: entry.input,
    kind: use?.kind ?? null,
    place: entry.place,
    body: use && rules ? rules.view(use, written, words) : null,
    ...amongView(state, entry),
    said: use ? (rules?.said?.(use, written, words) ?? null) : null,
    shortened: use && rules && entry.original !== undefined ? rules.view(use, entry.body, words) : null,
    ...spokenView(entry, words),
    kept: entry.kept,
    laid: entry.laid,
    late: entry.late,
    hiddenBy: entry.status === 'hidden' ? (entry.hiddenBy ?? null) : null,
    seenBy: isForTheRoom(state, entry) || wasForTheRoom(entry) ? 'everyone' : isShared(state, entry) ? 'table' : 'me',
  };
}

/** Hidden afterwards. */
function wasForTheRoom(entry: Entry): boolean {
  return entry.status === 'hidden' && entry.wasForTheRoom === true;
}

function seatView(situation: Situation, seat: Seat): Json {
  const { state, authors } = situation;
  const table = tableOf(state, seat.table);
  const index = table ? table.seats.indexOf(seat.id) : -1;
  const isHost = hostsOf(state, seat.table).includes(seat);
  const speaks = table !== undefined && index >= 0 && speakerOf(state, table) === index;
  return {
    role: seat.role,
    roleName: roleOf(state, seat)?.name ?? null,
    tips: roleOf(state, seat)?.tips ?? [],
    perspectives: seat.perspectives,
    table: tableWith(state, seat),
    interprets: interpretsFor(state, seat) !== null,
    place: index < 0 ? null : index,
    here: seat.here,
    counted: counts(seat),
    told: { ...toldBy(authors, seat.id) },
    ownWordsStay: ownWordsStayIn(situation, seat, currentStep(state)),
    ready: state.run !== null && isReady(authors, state.run.id, seat.id),
    speaks,
    turn: speaks || isHost || phonelessSpeaks(state, table) ? turnsTaken(state, seat.table) : null,
    turnEndsAt: table && (speaks || isHost) ? turnEndsAt(situation, table) : null,
    roundAsked: state.rounds[seat.table] === 'asked' && isHost,
    heads: allowed(situation, { kind: 'seat', seat: seat.id }, { type: 'countHeads' }, 0) === null ? headsAt(state, seat.table) : null,
  };
}

/** Whoever sits beside somebody without a phone passes the turn on for them. */
function phonelessSpeaks(state: Situation['state'], table: Table | undefined): boolean {
  const speaker = table && speakerOf(state, table);
  const seat = speaker == null ? undefined : state.seats.get(table?.seats[speaker] ?? '');
  return seat?.phoneless === true;
}

/** The answers of `allowed`, so that no screen works out a rule by itself. Null is yes. */
function mayView(situation: Situation, seat: Seat): Json {
  const { run } = situation.state;
  const actor = { kind: 'seat', seat: seat.id } as const;
  const ask = (
    type: 'ready' | 'passTurn' | 'countHeads' | 'seatPerson' | 'askRound' | 'holdRound' | 'openSheet' | 'call' | 'leave' | 'comeBack',
  ) =>
    allowed(situation, actor, run ? { type, run: run.id, turn: turnsTaken(situation.state, seat.table) } : { type }, run?.startedAt ?? 0);
  const step = currentStep(situation.state);
  const inputs = step && !outsideOf(step).includes(seat.role) ? usesIn(step.phase) : [];
  const write = inputs.map(
    (use) => [use.key, run ? allowed(situation, actor, { type: 'write', run: run.id, input: use.key }, run.startedAt) : 'noRun'] as const,
  );
  return {
    write: Object.fromEntries(write),
    ready: ask('ready'),
    passTurn: ask('passTurn'),
    askRound: ask('askRound'),
    holdRound: ask('holdRound'),
    openSheet: ask('openSheet'),
    call: ask('call'),
    takeRole: Object.fromEntries(
      rolesToTake(situation.state).map((role) => [role.id, allowed(situation, actor, { type: 'takeRole', role: role.id }, 0)]),
    ),
    countHeads: ask('countHeads'),
    countPaper: mayCountPaper(situation, seat),
    seatPerson: ask('seatPerson'),
    leave: ask('leave'),
    comeBack: ask('comeBack'),
  };
}

function mayCountPaper(situation: Situation, seat: Seat): RefusalCode | null {
  const { state, inputs } = situation;
  const use = currentStep(state)?.phase.inputs.find((each) => inputs[each.kind]?.onPaper?.(each));
  if (!state.run || !use) return 'notInThisStep';
  return allowed(situation, { kind: 'seat', seat: seat.id }, { type: 'countPaper', run: state.run.id, input: use.key }, 0);
}

/** Roles with a task of their own at the tables, such as presenting, and the way back to taking part. */
function rolesToTake(state: Situation['state']): readonly Role[] {
  const atTables = state.format.roles.filter(takesPart);
  return atTables.length > 1 ? atTables : [];
}
