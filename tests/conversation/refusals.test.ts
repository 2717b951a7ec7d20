import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action, ActionType, Actor } from '#conversation/action.ts';
import type { Place } from '#conversation/format.ts';
import type { AskedId } from '#conversation/library.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import type { PointId } from '#conversation/harvest.ts';
import type { RefusalCode } from '#conversation/refusal.ts';
import type { CallId, EntryId, RunId, SeatId } from '#conversation/state.ts';
import type { TextId } from '#conversation/words.ts';
import { formatOf, Story } from './ground.ts';

/** One story for each action: somebody asks it at the wrong moment, or it is not theirs to ask. */
type Wrong = (at: Ground) => readonly [action: Action, actor: Actor];
interface Ground {
  readonly story: Story;
  readonly anna: SeatId;
  readonly card: EntryId;
  readonly run: RunId;
}

const outcome = 'other' as OutcomeId;
const asked = 'other' as AskedId;
const WORDS = { fields: {}, cards: [], owner: 'x', theme: '', seenBy: 'everyone' } as const;

const WRONG: { readonly [Type in ActionType]: { readonly [code in RefusalCode]?: Wrong } } = {
  write: {
    notYourRole: ({ story, run }) => [{ type: 'write', run, input: 'note', act: { text: 'x' }, kept: false }, seat(story.leader)],
    notYourSeat: ({ run }) => [{ type: 'write', run, input: 'note', act: { text: 'x' }, kept: false }, seat('nobody' as SeatId)],
    notInThisStep: ({ anna, run }) => [{ type: 'write', run, input: 'score', act: { text: 'x' }, kept: false }, seat(anna)],
    noRun: ({ anna }) => [{ type: 'write', run: 'other' as RunId, input: 'note', act: { text: 'x' }, kept: false }, seat(anna)],
    empty: ({ anna, run }) => [{ type: 'write', run, input: 'note', act: { text: '' }, kept: false }, seat(anna)],
  },
  correct: { unknownCard: ({ anna }) => [{ type: 'correct', entry: 'other' as EntryId, act: { text: 'x' } }, seat(anna)] },
  keep: { unknownCard: ({ anna }) => [{ type: 'keep', entry: 'other' as EntryId, kept: true }, seat(anna)] },
  lay: { unknownCard: ({ anna }) => [{ type: 'lay', entry: 'other' as EntryId }, seat(anna)] },
  withdraw: {
    unknownCard: () => [{ type: 'withdraw', entry: 'other' as EntryId }, { kind: 'house' }],
    notYourSeat: ({ card }) => [{ type: 'withdraw', entry: card }, seat('nobody' as SeatId)],
  },
  ready: { movedOn: ({ anna }) => [{ type: 'ready', run: 'other' as RunId }, seat(anna)] },
  passTurn: { notInThisStep: ({ anna, run }) => [{ type: 'passTurn', run, turn: 0 }, seat(anna)] },
  askRound: { nobodyHosts: ({ anna, run }) => [{ type: 'askRound', run }, seat(anna)] },
  holdRound: { notYourRole: ({ anna, run }) => [{ type: 'holdRound', run, going: true }, seat(anna)] },
  openSheet: { movedOn: ({ anna }) => [{ type: 'openSheet', run: 'other' as RunId, open: true }, seat(anna)] },
  tell: {
    unknownChoice: ({ anna }) => [{ type: 'tell', needs: ['childcare'] }, seat(anna)],
    keepFirst: ({ anna }) => [{ type: 'tell', young: true }, seat(anna)],
    notYourRole: ({ story }) => [{ type: 'tell', photo: true }, seat(story.leader)],
  },
  call: { notYourRole: ({ story }) => [{ type: 'call', words: '' }, seat(story.leader)] },
  takeRole: { alreadyHere: ({ anna }) => [{ type: 'takeRole', role: 'participant' }, seat(anna)] },
  sitAt: {
    seatGiven: ({ anna }) => [{ type: 'sitAt', table: 1 }, seat(anna)],
    notYourRole: ({ story }) => [{ type: 'sitAt', table: 1 }, seat(story.leader)],
  },
  leave: { notYourRole: ({ story }) => [{ type: 'leave' }, seat(story.leader)] },
  comeBack: { alreadyHere: ({ anna }) => [{ type: 'comeBack' }, seat(anna)] },
  countHeads: {
    notYourRole: ({ anna }) => [{ type: 'countHeads', heads: 4 }, seat(anna)],
    unknownTable: ({ story }) => [{ type: 'countHeads', heads: 4, table: 9 }, seat(story.leader)],
    full: ({ story }) => [{ type: 'countHeads', heads: 4000, table: 1 }, seat(story.leader)],
  },
  countPaper: {
    notInThisStep: ({ story, run }) => [{ type: 'countPaper', run, input: 'note', people: 1, counts: {}, table: 1 }, seat(story.leader)],
    notYourRole: ({ anna, run }) => [{ type: 'countPaper', run, input: 'note', people: 1, counts: {} }, seat(anna)],
  },
  seatPerson: {
    notYourRole: ({ anna }) => [{ type: 'seatPerson', perspectives: [] }, seat(anna)],
    unknownTable: ({ story }) => [{ type: 'seatPerson', perspectives: [], table: 9 }, seat(story.leader)],
    ticketUsed: ({ story, anna }) => [{ type: 'seatPerson', perspectives: [], seat: anna }, seat(story.leader)],
  },
  setScope: {
    notYourRole: ({ anna }) => [{ type: 'setScope', title: '', about: '', decides: '', hearBack: '' }, seat(anna)],
    scopeFixed: ({ story }) => [{ type: 'setScope', title: '', about: '', decides: '', hearBack: '' }, seat(story.leader)],
  },
  changeScope: {
    notYourRole: ({ anna }) => [{ type: 'changeScope', to: { about: 'x' }, reason: 'x', saw: 0 }, seat(anna)],
    changedSince: ({ story }) => [{ type: 'changeScope', to: { about: 'x' }, reason: 'x', saw: 1 }, seat(story.leader)],
    needsReason: ({ story }) => [{ type: 'changeScope', to: { about: 'x' }, reason: ' ', saw: 0 }, seat(story.leader)],
    nothingChanged: ({ story }) => [{ type: 'changeScope', to: { about: '', level: null }, reason: 'x', saw: 0 }, seat(story.leader)],
    needsDay: ({ story }) => [{ type: 'changeScope', to: { hearBackOn: '2026-02-30' }, reason: 'x', saw: 0 }, seat(story.leader)],
    dayPassed: ({ story }) => [{ type: 'changeScope', to: { hearBackOn: '2026-11-16' }, reason: 'x', saw: 0 }, seat(story.leader)],
  },
  choose: { movedOn: ({ story }) => [{ type: 'choose', setting: 'x', option: 'y' }, seat(story.leader)] },
  setMinutes: {
    notInThisStep: ({ story }) => [{ type: 'setMinutes', phase: 'other', minutes: 5 }, seat(story.leader)],
    tooManyMinutes: ({ story }) => [{ type: 'setMinutes', phase: 'one', minutes: 0.5 }, seat(story.leader)],
  },
  promise: {
    notInThisStep: ({ story }) => [{ type: 'promise', phase: 'other', at: 1230 }, seat(story.leader)],
    wrongShape: ({ story }) => [{ type: 'promise', phase: 'one', at: 1440 }, seat(story.leader)],
  },
  adaptText: {
    notInThisStep: ({ story }) => [{ type: 'adaptText', phase: 'other', slot: 'say', language: 'nl', words: 'x' }, seat(story.leader)],
  },
  offer: { notYourRole: ({ anna }) => [{ type: 'offer', needs: [], photos: true }, seat(anna)] },
  chooseLanguages: { unknownChoice: ({ story }) => [{ type: 'chooseLanguages', beside: ['ar'], wall: 'tr' }, seat(story.leader)] },
  setTables: { unknownTable: ({ story }) => [{ type: 'setTables', count: 0 }, seat(story.leader)] },
  open: { movedOn: ({ story }) => [{ type: 'open' }, seat(story.leader)] },
  next: {
    notYourRole: ({ anna, run }) => [{ type: 'next', from: run }, seat(anna)],
    movedOn: ({ story }) => [{ type: 'next', from: null }, seat(story.leader)],
  },
  back: { noBack: ({ story, run }) => [{ type: 'back', from: run }, seat(story.leader)] },
  pause: { movedOn: ({ story }) => [{ type: 'pause', run: 'other' as RunId }, seat(story.leader)] },
  resume: { notPaused: ({ story, run }) => [{ type: 'resume', run }, seat(story.leader)] },
  extend: { tooManyMinutes: ({ story, run }) => [{ type: 'extend', run, minutes: 0 }, seat(story.leader)] },
  wrapUp: { tooManyMinutes: ({ story, run }) => [{ type: 'wrapUp', run, minutes: 0 }, seat(story.leader)] },
  gong: { movedOn: ({ story }) => [{ type: 'gong', run: 'other' as RunId }, seat(story.leader)] },
  release: { nothingToRelease: ({ story }) => [{ type: 'release', place: 'two.1' as Place }, seat(story.leader)] },
  hide: { unknownCard: ({ story }) => [{ type: 'hide', entry: 'other' as EntryId, rule: 'name' }, seat(story.leader)] },
  show: { unknownCard: ({ story, card }) => [{ type: 'show', entry: card }, seat(story.leader)] },
  shorten: {
    notYourRole: ({ anna, card }) => [{ type: 'shorten', entry: card, text: 'other' as TextId, words: 'x' }, seat(anna)],
    notNow: ({ story, card }) => [{ type: 'shorten', entry: card, text: 'other' as TextId, words: 'x' }, seat(story.leader)],
  },
  restore: { notNow: ({ story, card }) => [{ type: 'restore', entry: card }, seat(story.leader)] },
  check: {
    notYourRole: ({ anna }) => [{ type: 'check', part: 'top', changes: 0 }, seat(anna)],
    notNow: ({ story }) => [{ type: 'check', part: 'top', changes: 0 }, seat(story.leader)],
  },
  uncheck: { notNow: ({ story }) => [{ type: 'uncheck', part: 'top' }, seat(story.leader)] },
  clearWall: { notYourRole: ({ anna }) => [{ type: 'clearWall', cleared: true }, seat(anna)] },
  present: {
    notYourRole: ({ anna, run }) => [{ type: 'present', run }, seat(anna)],
    notInThisStep: ({ story, run, card }) => [{ type: 'present', run, entry: card }, seat(story.leader)],
  },
  shutDoor: { notYourRole: ({ anna }) => [{ type: 'shutDoor', shut: true }, seat(anna)] },
  moveSeat: { cannotMove: ({ story }) => [{ type: 'moveSeat', seat: 'nobody' as SeatId, table: 1 }, seat(story.leader)] },
  mergeTables: { unknownTable: ({ story }) => [{ type: 'mergeTables', table: 1, into: 9 }, seat(story.leader)] },
  interpret: { cannotMove: ({ story, anna }) => [{ type: 'interpret', seat: anna, whom: anna }, seat(story.leader)] },
  giveRole: { wrongShape: ({ story, anna }) => [{ type: 'giveRole', seat: anna, role: 'other' }, seat(story.leader)] },
  wish: {
    notYourRole: ({ anna }) => [{ type: 'wish', wish: 'stays', seats: [anna] }, seat(anna)],
    needsTwo: ({ story, anna }) => [{ type: 'wish', wish: 'apart', seats: [anna, anna] }, seat(story.leader)],
    cannotMove: ({ story }) => [{ type: 'wish', wish: 'stays', seats: [story.leader] }, seat(story.leader)],
  },
  dropWish: { notYourRole: ({ anna }) => [{ type: 'dropWish', wish: 'stays', seats: [anna] }, seat(anna)] },
  reshuffle: {
    notYourRole: ({ anna }) => [{ type: 'reshuffle', tables: 1 }, seat(anna)],
    tooFewTables: ({ story }) => [{ type: 'reshuffle', tables: 0 }, seat(story.leader)],
    tooManyTables: ({ story }) => [{ type: 'reshuffle', tables: 2 }, seat(story.leader)],
  },
  answerCall: { movedOn: ({ story }) => [{ type: 'answerCall', call: 'other' as CallId }, seat(story.leader)] },
  close: { notYourRole: ({ anna }) => [{ type: 'close' }, seat(anna)] },
  makePoint: {
    unknownTable: ({ story, card }) => [{ type: 'makePoint', table: 9, cards: [card], words: 'x' }, seat(story.leader)],
    needsCard: ({ anna }) => [{ type: 'makePoint', table: 1, cards: [], words: 'x' }, seat(anna)],
    unknownCard: ({ anna }) => [{ type: 'makePoint', table: 1, cards: ['other' as EntryId], words: 'x' }, seat(anna)],
    empty: ({ anna, card }) => [{ type: 'makePoint', table: 1, cards: [card], words: ' ' }, seat(anna)],
  },
  rewordPoint: { unknownPoint: ({ anna }) => [{ type: 'rewordPoint', point: NO_POINT, saw: 1, words: 'x' }, seat(anna)] },
  placeCard: { unknownPoint: ({ anna, card }) => [{ type: 'placeCard', point: NO_POINT, entry: card }, seat(anna)] },
  takeCard: { unknownPoint: ({ anna, card }) => [{ type: 'takeCard', point: NO_POINT, entry: card }, seat(anna)] },
  dropPoint: { unknownPoint: ({ anna }) => [{ type: 'dropPoint', point: NO_POINT }, seat(anna)] },
  restorePoint: { unknownPoint: ({ anna }) => [{ type: 'restorePoint', point: NO_POINT }, seat(anna)] },
  answerPoint: {
    unknownPoint: ({ anna }) => [{ type: 'answerPoint', point: NO_POINT, says: 'agree', note: '' }, seat(anna)],
    notYourRole: ({ story }) => [{ type: 'answerPoint', point: NO_POINT, says: 'agree', note: '' }, seat(story.leader)],
  },
  countPoint: { unknownPoint: ({ anna }) => [{ type: 'countPoint', point: NO_POINT, otherwise: 1 }, seat(anna)] },
  writeNote: { unknownPoint: ({ anna }) => [{ type: 'writeNote', point: NO_POINT, words: 'x' }, seat(anna)] },
  withdrawNote: { unknownPoint: ({ anna, card }) => [{ type: 'withdrawNote', point: NO_POINT, note: card }, seat(anna)] },
  signTable: { nothingToSign: ({ anna }) => [{ type: 'signTable', table: 1 }, seat(anna)] },
  reopenTable: { changedSince: ({ anna }) => [{ type: 'reopenTable', table: 1 }, seat(anna)] },
  signRoom: {
    nothingToSign: ({ story }) => [{ type: 'signRoom' }, seat(story.leader)],
    notYourRole: ({ anna }) => [{ type: 'signRoom' }, seat(anna)],
  },
  reopenRoom: { changedSince: ({ story }) => [{ type: 'reopenRoom' }, seat(story.leader)] },
  hideNote: { unknownPoint: ({ story, card }) => [{ type: 'hideNote', point: NO_POINT, note: card, rule: 'name' }, seat(story.leader)] },
  showNote: { unknownPoint: ({ story, card }) => [{ type: 'showNote', point: NO_POINT, note: card }, seat(story.leader)] },
  markCounterVoice: { unknownCard: ({ story, card }) => [{ type: 'markCounterVoice', entry: card }, seat(story.leader)] },
  unmarkCounterVoice: { changedSince: ({ story, card }) => [{ type: 'unmarkCounterVoice', entry: card }, seat(story.leader)] },
  answerVoice: { unknownVoice: ({ story, card }) => [{ type: 'answerVoice', voice: card, saw: 0, words: 'x' }, seat(story.leader)] },
  noAnswer: { unknownVoice: ({ story, card }) => [{ type: 'noAnswer', voice: card, saw: 0, because: 'x' }, seat(story.leader)] },
  finishReport: {
    notNow: ({ story }) => [{ type: 'finishReport' }, seat(story.leader)],
    notYourRole: ({ anna }) => [{ type: 'finishReport' }, seat(anna)],
  },
  reopenReport: { changedSince: ({ story }) => [{ type: 'reopenReport', because: 'x' }, seat(story.leader)] },
  timeUp: {
    notYourRole: ({ anna, run }) => [{ type: 'timeUp', run }, seat(anna)],
    notNow: ({ run }) => [{ type: 'timeUp', run }, { kind: 'clock' }],
  },
  takeSeat: {
    notYourRole: ({ anna }) => [{ type: 'takeSeat', seat: 'new' as SeatId, role: 'participant', perspectives: [] }, seat(anna)],
    wrongShape: () => [{ type: 'takeSeat', seat: 'new' as SeatId, role: 'other', perspectives: [] }, { kind: 'door' }],
  },
  notePaper: {
    notYourRole: ({ story, run }) => [{ type: 'notePaper', run, input: 'note', table: 1, standing: 'one' }, seat(story.leader)],
  },
  allowQuote: {
    notYourRole: ({ anna, card }) => [{ type: 'allowQuote', entry: card, allows: true }, seat(anna)],
    unknownCard: () => [{ type: 'allowQuote', entry: 'other' as EntryId, allows: true }, { kind: 'house' }],
  },
  noteNewCode: { notYourRole: ({ story }) => [{ type: 'noteNewCode' }, seat(story.leader)] },
  makeOutcome: { notYourRole: ({ anna }) => [{ type: 'makeOutcome', kind: 'x', due: null, ...WORDS }, seat(anna)] },
  changeOutcome: {
    unknownOutcome: ({ story }) => [{ type: 'changeOutcome', outcome, saw: 1, because: 'x', ...WORDS }, seat(story.leader)],
  },
  setStatus: {
    unknownOutcome: ({ story }) => [{ type: 'setStatus', outcome, saw: 1, status: 'busy', because: '', due: null }, seat(story.leader)],
  },
  talkOver: { notYourRole: ({ anna }) => [{ type: 'talkOver', outcome, heard: true }, seat(anna)] },
  dropOutcome: { unknownOutcome: ({ story }) => [{ type: 'dropOutcome', outcome, because: 'x' }, seat(story.leader)] },
  restoreOutcome: { unknownOutcome: ({ story }) => [{ type: 'restoreOutcome', outcome }, seat(story.leader)] },
  adoptOutcome: {
    notYourRole: ({ story }) => [
      { type: 'adoptOutcome', kind: 'x', due: null, origin: { conversation: 'other', outcome }, ...WORDS },
      seat(story.leader),
    ],
  },
  askOutcome: {
    notYourRole: ({ story }) => [{ type: 'askOutcome', outcome, words: 'x' }, seat(story.leader)],
    unknownOutcome: () => [{ type: 'askOutcome', outcome, words: 'x' }, { kind: 'house' }],
  },
  answerAsked: { unknownOutcome: ({ story }) => [{ type: 'answerAsked', outcome, asked, words: 'x' }, seat(story.leader)] },
  dropAsked: { notYourRole: ({ anna }) => [{ type: 'dropAsked', outcome, asked }, seat(anna)] },
  tellTurn: { unknownOutcome: ({ story }) => [{ type: 'tellTurn', outcome, words: 'x' }, seat(story.leader)] },
  tellTurnBack: { notYourRole: ({ anna, card }) => [{ type: 'tellTurnBack', outcome, entry: card, words: 'x' }, seat(anna)] },
  seatOwner: { notYourRole: ({ story }) => [{ type: 'seatOwner', outcome, seat: 'x' as SeatId }, seat(story.leader)] },
  tellEffect: {
    notYourRole: ({ anna, card }) => [{ type: 'tellEffect', outcome, entry: card, effect: 'yes' }, seat(anna)],
    unknownOutcome: ({ card }) => [{ type: 'tellEffect', outcome, entry: card, effect: 'yes' }, { kind: 'house' }],
  },
  answerPledge: {
    unknownCard: ({ card }) => [{ type: 'answerPledge', entry: card, followUp: 'firstStep', status: 'open', words: '' }, { kind: 'house' }],
    notYourRole: ({ anna, card }) => [{ type: 'answerPledge', entry: card, followUp: 'firstStep', status: 'open', words: '' }, seat(anna)],
  },
  seal: { notNow: () => [{ type: 'seal' }, { kind: 'house' }] },
};

for (const [type, codes] of Object.entries(WRONG)) {
  for (const [code, wrong] of Object.entries(codes)) {
    test(`${type} is refused: ${code}`, () => {
      const ground = set();
      const before = ground.story.state;
      assert.equal(ground.story.take(...wrong(ground)), code);
      assert.equal(ground.story.state, before, 'a refusal changes nothing');
    });
  }
}

const NO_POINT = 'other' as PointId;

function set(): Ground {
  const story = new Story(formatOf([{ id: 'one' }, { id: 'two' }])).begin();
  const anna = story.join('anna');
  story.next();
  return { story, anna, card: story.write(anna, 'een woord'), run: story.run.id };
}

function seat(id: SeatId): Actor {
  return { kind: 'seat', seat: id };
}
