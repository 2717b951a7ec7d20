import * as v from 'valibot';
import type { FacilitatorAction, ParticipantAction, TextSlot } from '#conversation/action.ts';
import { HIDE_RULES, WISHES } from '#conversation/state.ts';
import type { AskedId } from '#conversation/library.ts';
import { SEEN_BY, STATUSES, type OutcomeId } from '#conversation/outcome.ts';
import { SAYINGS, type PointId } from '#conversation/harvest.ts';
import { PERSPECTIVES, type Perspective, type Place } from '#conversation/format.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { BESIDE_TAGS } from '#conversation/languages.ts';
import { LED_BY, LEVELS, POLICY_PHASES, type ScopePart } from '#conversation/scope.ts';
import { NEEDS } from '#conversation/told.ts';
import type { CallId, EntryId, RunId, SeatId } from '#conversation/state.ts';
import type { Json, TextId } from '#conversation/words.ts';
import { cleaned } from './cleaned.ts';

/** An action as it may come in from outside. Clocks, doors and the house itself do not come in this way. */
export type OutsideAction = ParticipantAction | FacilitatorAction;

/** Reads what someone sent. Never throws: whatever it is, it is an action or a refusal. */
export function parseAction(raw: unknown): { readonly action: OutsideAction } | Refusal {
  const result = read(ACTION, raw);
  if ('refused' in result) return result;
  const { type, ...rest } = result.read;
  if (!isKnown(type)) return refuse('wrongShape');
  const shape = v.safeParse(SHAPES[type], rest);
  if (shape.success) return { action: { type, ...shape.output } as OutsideAction };
  const long = shape.issues.find(({ message }) => message in LONGEST);
  return long ? refuse('tooLong', { maximum: LONGEST[long.message as keyof typeof LONGEST] }) : refuse('wrongShape');
}

function isKnown(type: string): type is OutsideAction['type'] {
  return Object.hasOwn(SHAPES, type);
}

/** By this id an action is recognised when it comes again. */
export function isActionId(raw: unknown): raw is string {
  return typeof raw === 'string' && /^[A-Za-z0-9_-]{16,64}$/.test(raw);
}

/** How someone comes in: as what, and in which role when the format offers a choice. */
export interface JoinWish {
  readonly role?: string | undefined;
  readonly perspectives: readonly Perspective[];
  /** The table whose QR was scanned. */
  readonly table?: number | undefined;
  /** Nobody real comes in: then only into a rehearsal. */
  readonly simulated?: true | undefined;
}

export function parseJoinWish(raw: unknown): { readonly wish: JoinWish } | Refusal {
  const result = read(JOIN_WISH, raw);
  return 'read' in result ? { wish: result.read } : result;
}

/** What a facilitator starts a conversation with. */
export interface Preparation {
  readonly format: string;
  readonly title: string;
  readonly about: string;
  readonly decides: string;
  readonly hearBack: string;
  readonly minutes?: { readonly [phase: string]: number } | undefined;
  readonly choices?: { readonly [setting: string]: string } | undefined;
  readonly tables?: number | undefined;
  readonly rehearsal?: boolean | undefined;
}

export function parsePreparation(raw: unknown): { readonly preparation: Preparation } | Refusal {
  const result = read(PREPARATION, raw);
  return 'read' in result ? { preparation: result.read } : result;
}

function read<Schema extends v.GenericSchema>(schema: Schema, raw: unknown): { readonly read: v.InferOutput<Schema> } | Refusal {
  const data = cleaned(raw);
  if ('refused' in data) return data;
  const result = v.safeParse(schema, data.clean);
  return result.success ? { read: result.output } : refuse('wrongShape');
}

/** What one outcome can hold. */
const MOST_ROWS = 100;
const MOST_CARDS = 500;
/** Signs: of what it is listed by, and of all it says together. By what is said of it when there are more. */
const LONGEST = { longName: 200, longOutcome: 20_000 } as const;

function signsIn(typed: Json): number {
  if (typeof typed === 'string') return typed.length;
  return typed !== null && typeof typed === 'object' ? Object.values<Json>(typed).reduce((sum: number, each) => sum + signsIn(each), 0) : 0;
}

/** All ids of the house are twenty of these signs. */
const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{20}$/));
const run = v.pipe(
  id,
  v.transform((value) => value as RunId),
);
const entry = v.pipe(
  id,
  v.transform((value) => value as EntryId),
);
const seat = v.pipe(
  id,
  v.transform((value) => value as SeatId),
);
const call = v.pipe(
  id,
  v.transform((value) => value as CallId),
);
const place = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,60}\.\d{1,3}$/),
  v.transform((value) => value as Place),
);
const part = v.union([v.literal('top'), v.literal('points'), place]);
const text = v.pipe(
  v.string(),
  v.regex(/^t[0-9a-z]{20}$/),
  v.transform((value) => value as TextId),
);
/** What a format calls its phases, inputs, roles, settings and options. */
const name = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/));
const words = v.string();
/** Which text of a step: the first question has no number, an input is named by its key. */
const slot = v.pipe(
  v.string(),
  v.regex(/^(say|name|prompt(\.[1-9]\d?)?|label\.[\w-]{1,60})$/),
  v.transform((value) => value as TextSlot),
);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
/** How many turns were taken before: an open round has no end. */
const turn = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Somebody without a phone. */
const forSeat = v.exactOptional(seat);
/** How it was said, by an interpreter. */
const spoken = v.exactOptional(v.strictObject({ words, language: v.nullable(v.picklist(BESIDE_TAGS)) }));
/** The input itself looks at what is inside. */
const act = v.custom<Json>(() => true);

const perspectives = v.pipe(
  v.array(v.picklist(PERSPECTIVES)),
  v.maxLength(PERSPECTIVES.length),
  v.transform((chosen) => [...new Set(chosen)]),
);

const needs = v.pipe(
  v.array(v.picklist(NEEDS)),
  v.maxLength(NEEDS.length),
  v.transform((chosen) => [...new Set(chosen)]),
);

const asked = v.pipe(
  id,
  v.transform((value) => value as AskedId),
);
const outcome = v.pipe(
  id,
  v.transform((value) => value as OutcomeId),
);
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
const day = v.nullable(v.pipe(v.string(), v.maxLength(10)));
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

const point = v.pipe(
  id,
  v.transform((value) => value as PointId),
);
const ofTable = { table: whole, seating: v.exactOptional(whole) };

const ACTION = v.looseObject({ type: v.string() });

const SHAPES = {
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
  makeOutcome: v.strictObject({ kind: name, due: day, ...outcomeWords }),
  changeOutcome: v.strictObject({ outcome, saw: whole, because: words, ...outcomeWords }),
  setStatus: v.strictObject({ outcome, saw: whole, status: v.picklist(STATUSES), because: words, due: day }),
  talkOver: v.strictObject({ outcome, heard: v.boolean() }),
  dropOutcome: v.strictObject({ outcome, because: words }),
  restoreOutcome: v.strictObject({ outcome }),
  answerAsked: v.strictObject({ outcome, asked, words }),
  dropAsked: v.strictObject({ outcome, asked }),
  tellTurn: v.strictObject({ outcome, words }),
} satisfies { readonly [Type in OutsideAction['type']]: v.GenericSchema<unknown, Omit<Extract<OutsideAction, { type: Type }>, 'type'>> };

const JOIN_WISH = v.strictObject({
  role: v.optional(name),
  perspectives: v.optional(perspectives, []),
  table: v.optional(whole),
  simulated: v.optional(v.literal(true)),
}) satisfies v.GenericSchema<unknown, JoinWish>;

const PREPARATION = v.strictObject({
  format: name,
  title: words,
  about: v.optional(words, ''),
  decides: v.optional(words, ''),
  hearBack: v.optional(words, ''),
  minutes: v.optional(v.record(name, whole)),
  choices: v.optional(v.record(name, name)),
  tables: v.optional(whole),
  rehearsal: v.optional(v.boolean()),
}) satisfies v.GenericSchema<unknown, Preparation>;
