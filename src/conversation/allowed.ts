import type { ActionType, Actor } from './action.ts';
import { isReady } from './authors.ts';
import type { Place } from './format.ts';
import type { Situation } from './input.ts';
import {
  currentStep,
  entriesAt,
  inputIn,
  isClosed,
  neighbour,
  outsideOf,
  roleOf,
  seatsAt,
  stepAt,
  steps,
  tableOf,
  takesPart,
  useOf,
} from './lookup.ts';
import type { RefusalCode } from './refusal.ts';
import type { CallId, Entry, EntryId, Run, RunId, Seat } from './state.ts';

/** An action without its words: enough to ask whether it may be done. */
export interface Ask {
  readonly type: ActionType;
  readonly run?: RunId;
  readonly from?: RunId | null;
  readonly input?: string;
  readonly entry?: EntryId;
  readonly place?: Place;
  readonly call?: CallId;
  readonly role?: string;
}

/**
 * What may this person do now? Asked in one place: it guards the server, draws the buttons and drives
 * the rehearsal. Null means yes; otherwise the reason why not.
 */
export function allowed(situation: Situation, actor: Actor, ask: Ask, now: number): RefusalCode | null {
  const seat = actor.kind === 'seat' ? (situation.state.seats.get(actor.seat) ?? null) : null;
  const asking: Asking = { situation, actor, seat, ask, now };
  for (const check of CHECKS[ask.type]) {
    const reason = check(asking);
    if (reason) return reason;
  }
  return null;
}

interface Asking {
  readonly situation: Situation;
  readonly actor: Actor;
  readonly seat: Seat | null;
  readonly ask: Ask;
  readonly now: number;
}
type Check = (asking: Asking) => RefusalCode | null;

const CHECKS: { readonly [Type in ActionType]: readonly Check[] } = {
  write: [participant, stillHere, conversationOpen, inputOffered, insideStep, roleMayWrite, inTime, turnAllows],
  correct: [participant, conversationOpen, ownEntry, correctInTime],
  keep: [conversationOpen, ownEntry, notReleasedYet],
  lay: [participant, conversationOpen, ownEntry],
  withdraw: [ownEntryOrHouse],
  ready: [participant, stillHere, conversationOpen, currentRun, insideStep, notReadyYet],
  passTurn: [participant, stillHere, conversationOpen, currentRun, insideStep, takesTurns],
  call: [participant, conversationOpen],
  takeRole: [participant, stillHere, conversationOpen, anotherRole, openToTake, roleIsFree, roleIsFreeAtTable],
  leave: [participant, stillHere, notClosed],
  comeBack: [participant, gone, notClosed],

  setScope: [facilitator, notClosed],
  choose: [facilitator, notStarted],
  setMinutes: [facilitator, notClosed],
  adaptText: [facilitator, notClosed],
  setTables: [facilitator, notClosed],
  open: [facilitator, notOpenedYet],
  next: [facilitator, conversationOpen, sawCurrentRun, hasNext],
  back: [facilitator, conversationOpen, sawCurrentRun, hasBack],
  pause: [facilitator, conversationOpen, currentRun, runsOnTime, notPausedNow],
  resume: [facilitator, conversationOpen, currentRun, pausedNow],
  extend: [facilitator, conversationOpen, currentRun, runsOnTime],
  gong: [facilitator, conversationOpen, currentRun],
  release: [facilitator, opened, releasable],
  hide: [facilitator, opened, entryIsThere],
  show: [facilitator, opened, entryIsHidden],
  clearWall: [facilitator],
  moveSeat: [facilitator, notClosed],
  mergeTables: [facilitator, notClosed],
  giveRole: [facilitator, notClosed, roleIsFree],
  answerCall: [facilitator, callIsOpen],
  close: [facilitator, conversationOpen],

  timeUp: [clockOnly, currentRun, timeNotUpYet],
  takeSeat: [doorOnly, notClosed, doorStandsOpen, roleIsFree],
  seal: [houseOnly, isClosedNow],
};

function participant({ situation, seat }: Asking): RefusalCode | null {
  if (!seat) return 'notYourSeat';
  return takesPart(roleOf(situation.state, seat)) ? null : 'notYourRole';
}

function facilitator({ situation, seat }: Asking): RefusalCode | null {
  if (!seat) return 'notYourSeat';
  return roleOf(situation.state, seat)?.task === 'facilitate' ? null : 'notYourRole';
}

function stillHere({ seat }: Asking): RefusalCode | null {
  return seat?.here ? null : 'left';
}

function gone({ seat }: Asking): RefusalCode | null {
  return seat?.here ? 'alreadyHere' : null;
}

function conversationOpen({ situation: { state } }: Asking): RefusalCode | null {
  if (state.status === 'preparing') return 'notOpenYet';
  return state.status === 'open' ? null : 'closed';
}

function opened({ situation: { state } }: Asking): RefusalCode | null {
  if (state.status === 'preparing') return 'notOpenYet';
  return state.status === 'sealed' ? 'sealed' : null;
}

function notOpenedYet({ situation: { state } }: Asking): RefusalCode | null {
  return state.status === 'preparing' ? null : 'movedOn';
}

function notClosed({ situation: { state } }: Asking): RefusalCode | null {
  return state.status === 'closed' || state.status === 'sealed' ? 'alreadyClosed' : null;
}

function isClosedNow({ situation: { state } }: Asking): RefusalCode | null {
  if (state.status === 'sealed') return 'sealed';
  return state.status === 'closed' ? null : 'notNow';
}

function notStarted({ situation: { state } }: Asking): RefusalCode | null {
  return state.run ? 'movedOn' : null;
}

function namedRun({ situation: { state }, ask }: Asking): Run | undefined {
  return state.run && state.run.id === ask.run ? state.run : state.runs.find((run) => run.id === ask.run);
}

function inputOffered(asking: Asking): RefusalCode | null {
  const { state, inputs } = asking.situation;
  const run = namedRun(asking);
  if (!run) return 'noRun';
  const phase = stepAt(state, run.place)?.phase;
  const use = phase && inputIn(phase, asking.ask.input ?? '');
  if (!use || !inputs[use.kind]) return 'notInThisStep';
  return use.private ? 'staysOnPhone' : null;
}

/** Who stays outside a closed step does nothing in it. */
function insideStep(asking: Asking): RefusalCode | null {
  const run = namedRun(asking);
  const step = run && stepAt(asking.situation.state, run.place);
  return asking.seat && outsideOf(step).includes(asking.seat.role) ? 'notYourRole' : null;
}

function roleMayWrite(asking: Asking): RefusalCode | null {
  const run = namedRun(asking);
  const phase = run && stepAt(asking.situation.state, run.place)?.phase;
  const use = phase && inputIn(phase, asking.ask.input ?? '');
  return !use?.roles || use.roles.includes(asking.seat?.role ?? '') ? null : 'notYourRole';
}

/** An open run takes everything; a closed one still takes what may come late. */
function inTime(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  const run = namedRun(asking);
  const phase = run && stepAt(state, run.place)?.phase;
  const use = phase && inputIn(phase, asking.ask.input ?? '');
  if (!run || !use) return 'noRun';
  const open = state.run?.place === run.place && !isClosed(state, state.run, asking.now);
  if (open || use.late === 'accept') return null;
  return run.ended && !run.timeUp ? 'tooLate' : 'timeIsUp';
}

function turnAllows(asking: Asking): RefusalCode | null {
  const { state, inputs } = asking.situation;
  const run = namedRun(asking);
  const phase = run && stepAt(state, run.place)?.phase;
  if (!phase || !asking.seat) return 'noRun';
  if (phase.turn.kind === 'presenterSilent' && roleOf(state, asking.seat)?.task === 'explain') return 'presenterListens';
  if (phase.turn.kind !== 'questionsOnly') return null;
  const use = inputIn(phase, asking.ask.input ?? '');
  return use && !inputs[use.kind]?.asksOnly?.(use) ? 'onlyQuestions' : null;
}

function ownEntry({ situation, seat, ask }: Asking): RefusalCode | null {
  if (!seat) return 'notYourSeat';
  const entry = ask.entry && situation.state.entries.get(ask.entry);
  if (!entry || situation.authors.seatOf.get(entry.id) !== seat.id) return 'unknownCard';
  return entry.status === 'withdrawn' ? 'withdrawn' : null;
}

/** The house withdraws for whoever holds the receipt, also after sealing. */
function ownEntryOrHouse(asking: Asking): RefusalCode | null {
  if (asking.actor.kind !== 'house') return ownEntry(asking);
  const entry = entryAsked(asking);
  if (!entry) return 'unknownCard';
  return entry.status === 'withdrawn' ? 'withdrawn' : null;
}

function entryAsked({ situation, ask }: Asking): Entry | undefined {
  return ask.entry && situation.state.entries.get(ask.entry);
}

/** A card may be corrected until it is released; a vote or score only while its step is open. */
function correctInTime(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  const entry = entryAsked(asking);
  if (!entry) return 'unknownCard';
  if (entry.released) return 'alreadyReleased';
  if (useOf(state, entry)?.late === 'accept') return null;
  return state.run?.place === entry.place && !isClosed(state, state.run, asking.now) ? null : 'tooLate';
}

function notReleasedYet(asking: Asking): RefusalCode | null {
  const entry = entryAsked(asking);
  return entry?.released && entry.kept ? 'alreadyReleased' : null;
}

function currentRun({ situation: { state }, ask }: Asking): RefusalCode | null {
  if (!state.run) return 'noRun';
  return state.run.id === ask.run && !state.run.ended ? null : 'movedOn';
}

function sawCurrentRun({ situation: { state }, ask }: Asking): RefusalCode | null {
  return (state.run?.id ?? null) === (ask.from ?? null) ? null : 'movedOn';
}

function hasNext({ situation: { state } }: Asking): RefusalCode | null {
  return neighbour(state, 1) ? null : 'noNext';
}

function hasBack({ situation: { state } }: Asking): RefusalCode | null {
  return neighbour(state, -1) ? null : 'noBack';
}

function runsOnTime({ situation: { state } }: Asking): RefusalCode | null {
  return state.run?.endsAt == null ? 'notNow' : null;
}

function notPausedNow({ situation: { state } }: Asking): RefusalCode | null {
  return state.run?.pausedWith == null ? null : 'paused';
}

function pausedNow({ situation: { state } }: Asking): RefusalCode | null {
  return state.run?.pausedWith == null ? 'notPaused' : null;
}

function notReadyYet({ situation: { state, authors }, seat }: Asking): RefusalCode | null {
  return seat && state.run && isReady(authors, state.run.place, seat.id) ? 'alreadyHere' : null;
}

function takesTurns({ situation: { state } }: Asking): RefusalCode | null {
  const turn = currentStep(state)?.phase.turn.kind;
  return turn === 'inTurns' || turn === 'talkingPiece' ? null : 'notInThisStep';
}

function releasable({ situation: { state }, ask }: Asking): RefusalCode | null {
  const step = ask.place && stepAt(state, ask.place);
  const cards = step ? entriesAt(state, step.place).length : 0;
  const tallied = step ? step.phase.inputs.some((use) => state.tallies[`${step.place}/${use.key}`]) : false;
  if (!step || (cards === 0 && !tallied)) return 'nothingToRelease';
  return state.released[step.place]?.cards === cards ? 'alreadyReleased' : null;
}

function entryIsThere(asking: Asking): RefusalCode | null {
  return entryAsked(asking)?.status === 'there' ? null : 'unknownCard';
}

function entryIsHidden(asking: Asking): RefusalCode | null {
  return entryAsked(asking)?.status === 'hidden' ? null : 'unknownCard';
}

function anotherRole({ seat, ask }: Asking): RefusalCode | null {
  return seat?.role === ask.role ? 'alreadyHere' : null;
}

/** Roles of people at the tables can be taken by themselves; leading and showing are given. Who stays outside a closed step cannot walk in this way. */
function openToTake({ situation: { state }, seat, ask }: Asking): RefusalCode | null {
  if (seat && steps(state).some((step) => outsideOf(step).includes(seat.role))) return 'notYourRole';
  return takesPart(state.format.roles.find((role) => role.id === ask.role)) ? null : 'notYourRole';
}

/** One presenter for each table: a second one at the same table has come too late. */
function roleIsFreeAtTable({ situation: { state }, seat, ask }: Asking): RefusalCode | null {
  const role = state.format.roles.find((each) => each.id === ask.role);
  const table = seat && tableOf(state, seat.table);
  if (role?.per !== 'table' || role.maximum === undefined || !table) return null;
  const taken = seatsAt(state, table).filter((each) => each.here && each.role === role.id).length;
  return taken < role.maximum ? null : 'roleTaken';
}

function roleIsFree({ situation: { state }, ask }: Asking): RefusalCode | null {
  const role = state.format.roles.find((each) => each.id === ask.role);
  if (!role) return 'wrongShape';
  if (role.maximum === undefined) return null;
  const taken = [...state.seats.values()].filter((seat) => seat.role === role.id && seat.here).length;
  const places = role.per === 'table' ? Math.max(1, state.tables.length) : 1;
  return taken < role.maximum * places ? null : 'roleTaken';
}

function callIsOpen({ situation: { state }, ask }: Asking): RefusalCode | null {
  return state.calls.some((call) => call.id === ask.call && !call.answered) ? null : 'movedOn';
}

function clockOnly({ actor }: Asking): RefusalCode | null {
  return actor.kind === 'clock' ? null : 'notYourRole';
}

function doorOnly({ actor }: Asking): RefusalCode | null {
  return actor.kind === 'door' ? null : 'notYourRole';
}

function houseOnly({ actor }: Asking): RefusalCode | null {
  return actor.kind === 'house' ? null : 'notYourRole';
}

function timeNotUpYet({ situation: { state }, now }: Asking): RefusalCode | null {
  const run = state.run;
  if (!run || run.timeUp || run.pausedWith !== null) return 'movedOn';
  return run.endsAt !== null && now >= run.endsAt ? null : 'notNow';
}

/** People may join once the doors are open; facilitators and walls come in earlier. */
function doorStandsOpen({ situation: { state }, ask }: Asking): RefusalCode | null {
  const role = state.format.roles.find((each) => each.id === ask.role);
  if (role?.task === 'facilitate' || role?.task === 'show') return null;
  if (state.status === 'preparing') return 'notOpenYet';
  return currentStep(state)?.phase.grouping.kind === 'doorClosed' ? 'doorClosed' : null;
}
