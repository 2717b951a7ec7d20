import { allowed } from '../allowed.ts';
import { isReady, toldBy } from '../authors.ts';
import type { Role } from '../format.ts';
import type { Situation } from '../input.ts';
import { currentStep, entriesAt, hostsOf, outsideOf, roleOf, takesPart, tableOf, useOf, usesIn } from '../lookup.ts';
import type { Entry, Seat, SeatId, Table } from '../state.ts';
import type { FlatView } from '../channel.ts';
import { inSight } from '../insight.ts';
import { servesView } from './serves.ts';
import { isForRoleOf, isForTheRoom, isPlaceFor, isShared, placesInView } from '../visible.ts';
import { speakerOf, turnEndsAt, turnsTaken } from '../turns.ts';
import type { Json, WordsOf } from '../words.ts';

/** What only this seat sees: itself, its own cards of this step, and what it may do now. */
export function meView(situation: Situation, id: SeatId, words: WordsOf): FlatView {
  const { state, authors } = situation;
  const seat = state.seats.get(id);
  if (!seat) return {};
  const places = new Set(placesInView(state));
  const mine = (authors.entriesOf.get(id) ?? []).flatMap((entry) => state.entries.get(entry) ?? []);
  const inView = mine.filter((entry) => places.has(entry.place) && entry.status !== 'withdrawn');
  return {
    me: seatView(situation, seat),
    may: mayView(situation, seat),
    ...servesView(situation, seat),
    ...roleCards(situation, seat, words),
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
    said: use ? (rules?.said?.(use, written, words) ?? null) : null,
    shortened: use && rules && entry.original !== undefined ? rules.view(use, entry.body, words) : null,
    kept: entry.kept,
    laid: entry.laid,
    late: entry.late,
    hiddenBy: entry.status === 'hidden' ? (entry.hiddenBy ?? null) : null,
    seenBy: isForTheRoom(state, entry) ? 'everyone' : isShared(state, entry) ? 'table' : 'me',
  };
}

function seatView({ state, authors }: Situation, seat: Seat): Json {
  const table = tableOf(state, seat.table);
  const index = table ? table.seats.indexOf(seat.id) : -1;
  const isHost = hostsOf(state, seat.table).includes(seat);
  const speaks = table !== undefined && index >= 0 && speakerOf(state, table) === index;
  return {
    role: seat.role,
    roleName: roleOf(state, seat)?.name ?? null,
    tips: roleOf(state, seat)?.tips ?? [],
    perspectives: seat.perspectives,
    table: seat.table,
    place: index < 0 ? null : index,
    here: seat.here,
    told: { ...toldBy(authors, seat.id) },
    ready: state.run !== null && isReady(authors, state.run.id, seat.id),
    speaks,
    turn: speaks || isHost || phonelessSpeaks(state, table) ? turnsTaken(state, seat.table) : null,
    turnEndsAt: table && (speaks || isHost) ? turnEndsAt(state, table) : null,
    slower: seat.slower ?? false,
    roundAsked: state.rounds[seat.table] === 'asked' && isHost,
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
    type: 'ready' | 'passTurn' | 'seatPerson' | 'askTime' | 'askRound' | 'holdRound' | 'openSheet' | 'call' | 'leave' | 'comeBack',
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
    askTime: ask('askTime'),
    askRound: ask('askRound'),
    holdRound: ask('holdRound'),
    openSheet: ask('openSheet'),
    call: ask('call'),
    takeRole: Object.fromEntries(
      rolesToTake(situation.state).map((role) => [role.id, allowed(situation, actor, { type: 'takeRole', role: role.id }, 0)]),
    ),
    seatPerson: ask('seatPerson'),
    leave: ask('leave'),
    comeBack: ask('comeBack'),
  };
}

/** Roles with a task of their own at the tables, such as presenting, and the way back to taking part. */
function rolesToTake(state: Situation['state']): readonly Role[] {
  const atTables = state.format.roles.filter(takesPart);
  return atTables.length > 1 ? atTables : [];
}
