import * as v from 'valibot';
import type { FacilitatorAction, ParticipantAction } from '#conversation/action.ts';
import { SAYINGS } from '#conversation/harvest.ts';
import { BESIDE_TAGS } from '#conversation/languages.ts';
import { SEEN_BY, STATUSES } from '#conversation/outcome.ts';
import { LED_BY, LEVELS, POLICY_PHASES, type ScopePart } from '#conversation/scope.ts';
import { HIDE_RULES, WISHES } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';
import {
  act,
  asked,
  call,
  day,
  entry,
  forSeat,
  name,
  needs,
  outcome,
  part,
  perspectives,
  place,
  point,
  run,
  seat,
  slot,
  spoken,
  text,
  turn,
  whole,
  words,
} from './pieces.ts';

/** An action as it may come in from outside. Clocks, doors and the house itself do not come in this way. */
export type OutsideAction = ParticipantAction | FacilitatorAction;

/** What one outcome can hold. */
const MOST_ROWS = 100;
const MOST_CARDS = 500;
/** Signs: of what it is listed by, and of all it says together. By what is said of it when there are more. */
export const LONGEST = { longName: 200, longOutcome: 20_000 } as const;

function signsIn(typed: Json): number {
  if (typeof typed === 'string') return typed.length;
  return typed !== null && typeof typed === 'object' ? Object.values<Json>(typed).reduce((sum: number, each) => sum + signsIn(each), 0) : 0;
}

const fields = v.pipe(
  v.record(name, v.union([v.string(), v.pipe(v.array(v.record(name, v.string())), v.maxLength(MOST_ROWS))])),
  v.check((typed) => signsIn(typed) <= LONGEST.longOutcome, 'longOutcome' satisfies keyof typeof LONGEST),
);
const listed = v.pipe(v.string(), v.maxLength(LONGEST.longName, 'longName' satisfies keyof typeof LONGEST));
const outcomeWords = {
  fields,
  cards: v.pipe(v.array(entry), v.maxLength(MOST_CARDS)),
  owner: listed,
  theme: listed,
  seenBy: v.picklist(SEEN_BY),
};
const scope = {
  title: v.exactOptional(words),
  about: v.exactOptional(words),
  decides: v.exactOptional(words),
  hearBack: v.exactOptional(words),
  fixed: v.exactOptional(words),
  open: v.exactOptional(words),
  where: v.exactOptional(words),
  invited: v.exactOptional(words),
  elsewhere: v.exactOptional(words),
  legalGround: v.exactOptional(words),
  body: v.exactOptional(words),
  policyPhase: v.exactOptional(v.nullable(v.picklist(POLICY_PHASES))),
  level: v.exactOptional(v.nullable(v.picklist(LEVELS))),
  ledBy: v.exactOptional(v.nullable(v.picklist(LED_BY))),
  hearBackOn: v.exactOptional(day),
} satisfies { readonly [part in ScopePart]: object };
const ofTable = { table: whole, seating: v.exactOptional(whole) };

/** How each may come in, beside its type. */
export const SHAPES = {
  write: v.strictObject({ run, input: name, act, kept: v.optional(v.boolean(), false), spoken, forSeat }),
  correct: v.strictObject({ entry, act }),
  keep: v.strictObject({ entry, kept: v.boolean(), forSeat }),
  lay: v.strictObject({ entry }),
  withdraw: v.strictObject({ entry, forSeat }),
  ready: v.strictObject({ run, forSeat }),
  passTurn: v.strictObject({ run, turn }),
  askRound: v.strictObject({ run }),
  holdRound: v.strictObject({ run, going: v.boolean() }),
  openSheet: v.strictObject({ run, open: v.boolean() }),
  tell: v.strictObject({
    young: v.exactOptional(v.boolean()),
    photo: v.exactOptional(v.nullable(v.boolean())),
    needs: v.exactOptional(needs),
    slower: v.exactOptional(v.boolean()),
    forSeat,
  }),
  call: v.strictObject({ words }),
  takeRole: v.strictObject({ role: name }),
  sitAt: v.strictObject({ table: whole }),
  leave: v.strictObject({ forSeat }),
  comeBack: v.strictObject({ forSeat }),
  countHeads: v.strictObject({ heads: whole, table: v.exactOptional(whole) }),
  countPaper: v.strictObject({ run, input: name, people: whole, counts: v.record(name, whole), table: v.exactOptional(whole) }),
  seatPerson: v.strictObject({ perspectives, table: v.exactOptional(whole), ticket: v.exactOptional(whole) }),

  setScope: v.strictObject({ ...scope, title: words, about: words, decides: words, hearBack: words }),
  changeScope: v.strictObject({ to: v.strictObject(scope), reason: words, saw: whole }),
  choose: v.strictObject({ setting: name, option: name }),
  setMinutes: v.strictObject({ phase: name, minutes: whole }),
  promise: v.strictObject({ phase: name, at: v.nullable(whole) }),
  adaptText: v.strictObject({ phase: name, slot, language: v.picklist(['nl', 'en', ...BESIDE_TAGS]), words }),
  chooseLanguages: v.strictObject({
    beside: v.pipe(v.array(v.picklist(BESIDE_TAGS)), v.maxLength(BESIDE_TAGS.length)),
    wall: v.nullable(v.picklist(BESIDE_TAGS)),
  }),
  setTables: v.strictObject({ count: whole }),
  offer: v.strictObject({ needs, photos: v.boolean() }),
  open: v.strictObject({}),
  next: v.strictObject({ from: v.nullable(run) }),
  back: v.strictObject({ from: run }),
  pause: v.strictObject({ run }),
  resume: v.strictObject({ run }),
  extend: v.strictObject({ run, minutes: whole }),
  wrapUp: v.strictObject({ run, minutes: whole }),
  gong: v.strictObject({ run }),
  release: v.strictObject({ place }),
  hide: v.strictObject({ entry, rule: v.picklist(HIDE_RULES) }),
  show: v.strictObject({ entry }),
  shorten: v.strictObject({ entry, text, words }),
  restore: v.strictObject({ entry }),
  check: v.strictObject({ part, changes: turn }),
  uncheck: v.strictObject({ part }),
  clearWall: v.strictObject({ cleared: v.boolean() }),
  present: v.strictObject({ run, entry: v.exactOptional(entry) }),
  shutDoor: v.strictObject({ shut: v.boolean() }),
  moveSeat: v.strictObject({ seat, table: whole }),
  mergeTables: v.strictObject({ table: whole, into: whole }),
  interpret: v.strictObject({ seat, whom: v.nullable(seat) }),
  giveRole: v.strictObject({ seat, role: name }),
  wish: v.strictObject({ wish: v.picklist(WISHES), seats: v.pipe(v.array(seat), v.maxLength(2)) }),
  dropWish: v.strictObject({ wish: v.picklist(WISHES), seats: v.pipe(v.array(seat), v.maxLength(2)) }),
  reshuffle: v.strictObject({ tables: whole }),
  answerCall: v.strictObject({ call }),
  close: v.strictObject({}),
  makePoint: v.strictObject({ ...ofTable, cards: v.pipe(v.array(entry), v.maxLength(MOST_CARDS)), words }),
  rewordPoint: v.strictObject({ point, saw: whole, words }),
  placeCard: v.strictObject({ point, entry }),
  takeCard: v.strictObject({ point, entry }),
  dropPoint: v.strictObject({ point }),
  restorePoint: v.strictObject({ point }),
  answerPoint: v.strictObject({ point, says: v.picklist(SAYINGS), note: words, forSeat }),
  countPoint: v.strictObject({ point, otherwise: whole }),
  writeNote: v.strictObject({ point, words }),
  withdrawNote: v.strictObject({ point, note: entry }),
  signTable: v.strictObject(ofTable),
  reopenTable: v.strictObject(ofTable),
  signRoom: v.strictObject({}),
  reopenRoom: v.strictObject({}),
  hideNote: v.strictObject({ point, note: entry, rule: v.picklist(HIDE_RULES) }),
  showNote: v.strictObject({ point, note: entry }),
  markCounterVoice: v.strictObject({ entry }),
  unmarkCounterVoice: v.strictObject({ entry }),
  answerVoice: v.strictObject({ voice: entry, saw: whole, words }),
  noAnswer: v.strictObject({ voice: entry, saw: whole, because: words }),
  finishReport: v.strictObject({}),
  reopenReport: v.strictObject({ because: words }),
  makeOutcome: v.strictObject({ kind: name, due: day, point: v.exactOptional(point), ...outcomeWords }),
  changeOutcome: v.strictObject({ outcome, saw: whole, lost: v.exactOptional(whole), because: words, ...outcomeWords }),
  setStatus: v.strictObject({ outcome, saw: whole, status: v.picklist(STATUSES), because: words, due: day }),
  talkOver: v.strictObject({ outcome, heard: v.boolean() }),
  dropOutcome: v.strictObject({ outcome, because: words }),
  restoreOutcome: v.strictObject({ outcome }),
  answerAsked: v.strictObject({ outcome, asked, words }),
  dropAsked: v.strictObject({ outcome, asked }),
  tellTurn: v.strictObject({ outcome, words }),
} satisfies { readonly [Type in OutsideAction['type']]: v.GenericSchema<unknown, Omit<Extract<OutsideAction, { type: Type }>, 'type'>> };
