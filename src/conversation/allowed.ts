import type { ActionType, Actor } from './action.ts';
import type { Ask, Asking, Check } from './allowing/asking.ts';
import {
  anotherRole,
  choosesTable,
  clockOnly,
  doorOnly,
  doorStandsOpen,
  facilitator,
  gone,
  hostsTable,
  houseOnly,
  openToTake,
  participant,
  roleIsFree,
  roleIsFreeAtTable,
  stillHere,
  stillHereOrOnPaper,
  tableIsHosted,
} from './allowing/who.ts';
import {
  callIsOpen,
  conversationOpen,
  currentRun,
  hasBack,
  hasNext,
  isClosedNow,
  notClosed,
  notOpenedYet,
  notPausedNow,
  notReadyYet,
  notStarted,
  opened,
  pausedNow,
  runsOnTime,
  sawCurrentRun,
  sawScope,
  sawThisTurn,
  scopeIsOpen,
  takesNoTurns,
  takesTurns,
  timeNotUpYet,
} from './allowing/moment.ts';
import { isAskedNow } from './allowing/pledges.ts';
import {
  correctInTime,
  countsIn,
  entryIsHidden,
  entryIsThere,
  hasOpenSheet,
  inTime,
  inputOffered,
  insideStep,
  notReleasedYet,
  ownEntry,
  ownEntryOrHouse,
  presentable,
  releasable,
  roleMayWrite,
  sheetIsOffered,
  turnAllows,
  votesOnPaper,
} from './allowing/words.ts';
import {
  checkedBefore,
  isOverNow,
  mayBeQuoted,
  notCheckedYet,
  notTooLateToCome,
  sawThisPart,
  standsForReport,
  textStillStands,
  wasShortened,
} from './allowing/publishing.ts';
import { grewFromCard, outcomeIsDropped, outcomeIsThere, sawItStand } from './allowing/outcomes.ts';
import { countsToo, interpretsWords, mayServe, seatsOthers, speaksForTable, writesOnSheet } from './allowing/serving.ts';
import type { Situation } from './input.ts';
import type { RefusalCode } from './refusal.ts';

/**
 * What may this person do now? Asked in one place: it guards the server, draws the buttons and drives
 * the rehearsal. Null means yes; otherwise the reason why not.
 */
export function allowed(situation: Situation, actor: Actor, ask: Ask, now: number): RefusalCode | null {
  const seat = actor.kind === 'seat' ? (situation.state.seats.get(actor.seat) ?? null) : null;
  const served = ask.forSeat === undefined ? seat : (situation.state.seats.get(ask.forSeat) ?? null);
  const asking: Asking = { situation, actor, seat: served, asker: seat, ask, now };
  const notServed = ask.forSeat === undefined ? null : mayServe(situation.state, seat, served, ask);
  if (notServed) return notServed;
  for (const check of CHECKS[ask.type]) {
    const reason = check(asking);
    if (reason) return reason;
  }
  return null;
}

const CHECKS: { readonly [Type in ActionType]: readonly Check[] } = {
  write: [
    participant,
    stillHereOrOnPaper,
    conversationOpen,
    inputOffered,
    sheetIsOffered,
    insideStep,
    roleMayWrite,
    writesOnSheet,
    interpretsWords,
    countsIn,
    inTime,
    turnAllows,
  ],
  correct: [participant, conversationOpen, ownEntry, correctInTime],
  keep: [conversationOpen, ownEntry, notReleasedYet],
  lay: [participant, conversationOpen, ownEntry],
  withdraw: [ownEntryOrHouse],
  ready: [participant, stillHere, conversationOpen, currentRun, insideStep, notReadyYet],
  passTurn: [participant, stillHere, conversationOpen, currentRun, insideStep, takesTurns, sawThisTurn],
  askRound: [participant, stillHere, conversationOpen, currentRun, insideStep, takesNoTurns, tableIsHosted],
  holdRound: [participant, stillHere, conversationOpen, currentRun, insideStep, takesNoTurns, hostsTable],
  openSheet: [participant, stillHere, conversationOpen, currentRun, insideStep, hasOpenSheet, speaksForTable],
  tell: [participant, conversationOpen],
  call: [participant, conversationOpen],
  takeRole: [participant, stillHere, conversationOpen, anotherRole, openToTake, roleIsFree, roleIsFreeAtTable],
  sitAt: [participant, stillHere, conversationOpen, choosesTable],
  leave: [participant, stillHere, notClosed],
  comeBack: [participant, gone, notClosed],
  countHeads: [seatsOthers, countsToo, conversationOpen],
  countPaper: [seatsOthers, countsToo, conversationOpen, currentRun, insideStep, votesOnPaper],
  seatPerson: [seatsOthers, countsToo, conversationOpen, doorStandsOpen],

  setScope: [facilitator, scopeIsOpen],
  changeScope: [facilitator, opened, sawScope],
  choose: [facilitator, notStarted],
  setMinutes: [facilitator, notClosed],
  promise: [facilitator, notClosed],
  adaptText: [facilitator, notClosed],
  chooseLanguages: [facilitator, notClosed],
  setTables: [facilitator, notClosed],
  offer: [facilitator, notClosed],
  open: [facilitator, notOpenedYet],
  next: [facilitator, conversationOpen, sawCurrentRun, hasNext],
  back: [facilitator, conversationOpen, sawCurrentRun, hasBack],
  pause: [facilitator, conversationOpen, currentRun, runsOnTime, notPausedNow],
  resume: [facilitator, conversationOpen, currentRun, pausedNow],
  extend: [facilitator, conversationOpen, currentRun, runsOnTime],
  wrapUp: [facilitator, conversationOpen, currentRun, runsOnTime],
  gong: [facilitator, conversationOpen, currentRun],
  release: [facilitator, opened, releasable],
  hide: [facilitator, opened, entryIsThere],
  show: [facilitator, opened, entryIsHidden],
  shorten: [facilitator, isOverNow, standsForReport, textStillStands],
  restore: [facilitator, isOverNow, standsForReport, wasShortened],
  check: [facilitator, isOverNow, notCheckedYet, sawThisPart],
  uncheck: [facilitator, isOverNow, checkedBefore],
  clearWall: [facilitator],
  present: [facilitator, conversationOpen, currentRun, presentable],
  shutDoor: [facilitator, notClosed],
  moveSeat: [facilitator, notClosed],
  mergeTables: [facilitator, notClosed],
  interpret: [facilitator, notClosed],
  giveRole: [facilitator, notClosed, roleIsFree],
  wish: [facilitator, notClosed],
  dropWish: [facilitator, notClosed],
  reshuffle: [facilitator, conversationOpen],
  answerCall: [facilitator, callIsOpen],
  close: [facilitator, conversationOpen],

  makeOutcome: [facilitator, opened],
  changeOutcome: [facilitator, outcomeIsThere, sawItStand],
  setStatus: [facilitator, outcomeIsThere, sawItStand],
  talkOver: [facilitator, outcomeIsThere],
  dropOutcome: [facilitator, outcomeIsThere],
  restoreOutcome: [facilitator, outcomeIsDropped],
  tellEffect: [houseOnly, outcomeIsThere, grewFromCard],

  timeUp: [clockOnly, currentRun, timeNotUpYet],
  takeSeat: [doorOnly, notTooLateToCome, doorStandsOpen, roleIsFree],
  notePaper: [houseOnly, currentRun],
  allowQuote: [houseOnly, mayBeQuoted],
  answerPledge: [houseOnly, ownEntryOrHouse, isAskedNow],
  noteNewCode: [houseOnly, notClosed],
  seal: [houseOnly, isClosedNow],
};
