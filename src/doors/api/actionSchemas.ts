import type { FacilitatorAction, ParticipantAction } from '#conversation/action.ts';
import { SAYINGS } from '#conversation/harvest.ts';
import { BESIDE_TAGS } from '#conversation/languages.ts';
import { SEEN_BY, STATUSES } from '#conversation/outcome.ts';
import { LED_BY, LEVELS, POLICY_PHASES, SCOPE_MORE, SCOPE_TEXTS } from '#conversation/scope.ts';
import { NEEDS } from '#conversation/told.ts';
import type { Schema } from './schemas.ts';

type Fields = { readonly [field: string]: Schema };

/** Every action that may come in from outside; the compiler finds one that is missing. */
export function actionSchemas(ref: (name: string) => Schema): readonly Schema[] {
  const id = ref('Id');
  const name: Schema = { type: 'string', pattern: '^[\\w-]{1,60}$' };
  const words: Schema = { type: 'string', maxLength: 4000 };
  const whole: Schema = { type: 'integer', minimum: 0, maximum: 10_000 };
  const act: Schema = { description: 'What the input of this step asks for.' };
  const yes: Schema = { type: 'boolean' };
  const place: Schema = { type: 'string', pattern: '^[\\w-]{1,60}\\.\\d{1,3}$' };
  const part: Schema = { oneOf: [{ const: 'top' }, { const: 'points' }, place] };
  const needs: Schema = { type: 'array', items: { enum: NEEDS }, maxItems: NEEDS.length };
  const spoken: Schema = {
    type: 'object',
    description: 'By an interpreter: how it was said.',
    properties: { words, language: { enum: [...BESIDE_TAGS, null] } },
    required: ['words', 'language'],
    additionalProperties: false,
  };
  const seats: Schema = { type: 'array', items: id, maxItems: 2 };
  const day: Schema = { oneOf: [{ type: 'string', format: 'date' }, { type: 'null' }] };
  const rows: Schema = { type: 'array', items: { type: 'object', additionalProperties: words }, maxItems: 100 };
  const listed: Schema = { type: 'string', maxLength: 200 };
  const outcomeWords = {
    fields: { type: 'object', description: 'Together at most 20,000 characters.', additionalProperties: { oneOf: [words, rows] } },
    cards: { type: 'array', items: id, maxItems: 500 },
    owner: listed,
    theme: listed,
    seenBy: { enum: SEEN_BY },
  } satisfies Fields;
  const scope: Fields = {
    ...Object.fromEntries(SCOPE_TEXTS.map((part) => [part, words])),
    policyPhase: { enum: [...POLICY_PHASES, null] },
    level: { enum: [...LEVELS, null] },
    ledBy: { enum: [...LED_BY, null] },
    hearBackOn: day,
  };
  const actions: { readonly [Type in (ParticipantAction | FacilitatorAction)['type']]: Fields } = {
    write: { run: id, input: name, act, kept: yes, spoken, forSeat: id },
    correct: { entry: id, act },
    keep: { entry: id, kept: yes, forSeat: id },
    lay: { entry: id },
    withdraw: { entry: id, forSeat: id },
    ready: { run: id, forSeat: id },
    passTurn: { run: id, turn: { type: 'integer', minimum: 0 } },
    askRound: { run: id },
    holdRound: { run: id, going: yes },
    openSheet: { run: id, open: yes },
    tell: { young: yes, photo: { oneOf: [yes, { type: 'null' }] }, needs, slower: yes, forSeat: id },
    call: { words },
    takeRole: { role: name },
    sitAt: { table: whole },
    leave: { forSeat: id },
    comeBack: { forSeat: id },
    countHeads: { heads: whole, table: whole },
    countPaper: { run: id, input: name, people: whole, counts: { type: 'object', additionalProperties: whole }, table: whole },
    seatPerson: { perspectives: { type: 'array', items: ref('Perspective') }, table: whole, ticket: whole },
    setScope: scope,
    changeScope: { to: { type: 'object', properties: scope, additionalProperties: false }, reason: words, saw: whole },
    choose: { setting: name, option: name },
    setMinutes: { phase: name, minutes: whole },
    promise: { phase: name, at: { oneOf: [{ type: 'integer', minimum: 0, maximum: 1439 }, { type: 'null' }] } },
    adaptText: {
      phase: name,
      slot: { type: 'string', pattern: '^(say|name|prompt(\\.[1-9]\\d?)?|label\\.[\\w-]{1,60})$' },
      language: { enum: ['nl', 'en', ...BESIDE_TAGS] },
      words,
    },
    chooseLanguages: {
      beside: { type: 'array', items: { enum: BESIDE_TAGS }, maxItems: BESIDE_TAGS.length },
      wall: { enum: [...BESIDE_TAGS, null] },
    },
    setTables: { count: whole },
    offer: { needs, photos: yes },
    open: {},
    next: { from: { oneOf: [id, { type: 'null' }] } },
    back: { from: id },
    pause: { run: id },
    resume: { run: id },
    extend: { run: id, minutes: whole },
    wrapUp: { run: id, minutes: whole },
    gong: { run: id },
    release: { place },
    hide: { entry: id, rule: ref('HideRule') },
    show: { entry: id },
    shorten: { entry: id, text: { type: 'string', pattern: '^t[0-9a-z]{20}$' }, words },
    restore: { entry: id },
    check: { part, changes: { type: 'integer', minimum: 0 } },
    uncheck: { part },
    clearWall: { cleared: yes },
    present: { run: id, entry: id },
    shutDoor: { shut: yes },
    moveSeat: { seat: id, table: whole },
    mergeTables: { table: whole, into: whole },
    interpret: { seat: id, whom: { oneOf: [id, { type: 'null' }] } },
    giveRole: { seat: id, role: name },
    wish: { wish: ref('Wish'), seats },
    dropWish: { wish: ref('Wish'), seats },
    reshuffle: { tables: whole },
    answerCall: { call: id },
    close: {},
    makePoint: { table: whole, seating: whole, cards: { type: 'array', items: id, maxItems: 500 }, words },
    rewordPoint: { point: id, saw: whole, words },
    placeCard: { point: id, entry: id },
    takeCard: { point: id, entry: id },
    dropPoint: { point: id },
    restorePoint: { point: id },
    answerPoint: { point: id, says: { enum: SAYINGS }, note: words, forSeat: id },
    countPoint: { point: id, otherwise: whole },
    writeNote: { point: id, words },
    withdrawNote: { point: id, note: id },
    signTable: { table: whole, seating: whole },
    reopenTable: { table: whole, seating: whole },
    signRoom: {},
    reopenRoom: {},
    hideNote: { point: id, note: id, rule: ref('HideRule') },
    showNote: { point: id, note: id },
    markCounterVoice: { entry: id },
    unmarkCounterVoice: { entry: id },
    answerVoice: { voice: id, saw: whole, words },
    noAnswer: { voice: id, saw: whole, because: words },
    finishReport: {},
    reopenReport: { because: words },
    makeOutcome: { kind: name, due: day, point: id, ...outcomeWords },
    changeOutcome: { outcome: id, saw: whole, lost: whole, because: words, ...outcomeWords },
    setStatus: { outcome: id, saw: whole, status: { enum: STATUSES }, because: words, due: day },
    talkOver: { outcome: id, heard: yes },
    dropOutcome: { outcome: id, because: words },
    restoreOutcome: { outcome: id },
    answerAsked: { outcome: id, asked: id, words },
    dropAsked: { outcome: id, asked: id },
    tellTurn: { outcome: id, words },
  };
  return Object.entries(actions).map(([type, fields]) => schemaOf(type, fields));
}

function schemaOf(type: string, fields: Fields): Schema {
  const optional: readonly string[] = [
    'forSeat',
    'seating',
    ...(type === 'setScope' ? SCOPE_MORE : []),
    ...(type === 'tell' ? ['young', 'photo', 'needs', 'slower'] : []),
    ...(type === 'write' ? ['kept', 'spoken'] : []),
    ...(type === 'countHeads' || type === 'countPaper' ? ['table'] : []),
    ...(type === 'seatPerson' ? ['table', 'ticket'] : []),
    ...(type === 'present' ? ['entry'] : []),
    ...(type === 'makeOutcome' ? ['point'] : []),
    ...(type === 'changeOutcome' ? ['lost'] : []),
  ];
  const required = ['type', ...Object.keys(fields).filter((field) => !optional.includes(field))];
  return { type: 'object', title: type, properties: { type: { const: type }, ...fields }, required, additionalProperties: false };
}
