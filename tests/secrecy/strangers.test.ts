import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { FacilitatorAction, ParticipantAction } from '#conversation/action.ts';
import type { PointId } from '#conversation/harvest.ts';
import type { AskedId } from '#conversation/library.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import type { RunId, SeatId } from '#conversation/state.ts';
import { refuse, type RefusalCode } from '#conversation/refusal.ts';
import { sentenceOf } from '#doors/problems.ts';
import { m } from '#words/compiled/messages.js';
import { LANGUAGES } from '#words/language.ts';
import { addressesOf, pageRoutes } from '../helpers/routes.ts';
import { Browser } from './browser.ts';
import { codeIn, freshId, type Guest } from './guest.ts';
import { Hall } from './hall.ts';
import { placesIn } from './watch.ts';

const hall = await Hall.open({ after });
await hall.goTo('table');
const [anna, bo] = [await hall.join(1), await hall.join(1)];
const card = await anna.write('thought', 'Van Anna');
const colleague = await hall.beside();
const neighbour = await hall.join(1, colleague);
const wall = await hall.enter(await hall.link('wall'));
const planted = new Browser(hall.url, { cookie: 'a-secret-that-nobody-was-given-by-this-house' });

test('no page of a seat opens for anybody else, and the page says so in the reader’s language', async () => {
  const pages = await seatPages([anna, hall.leader, wall]);
  for (const path of pages) {
    for (const browser of [bo.browser, neighbour.browser, planted]) {
      const answer = await browser.get(path);
      assert.equal(answer.status, 404, path);
      assert.equal(answer.headers['set-cookie'], undefined);
    }
    for (const language of LANGUAGES) {
      const { status, body } = await new Browser(hall.url, { language }).get(path);
      assert.equal(status, 404, path);
      assert.ok(body.includes(`lang="${language}"`) && body.includes(m.door_not_found({}, { locale: language })), path);
    }
  }
});

test('no form of a seat is taken from anybody else, whatever it asks', async () => {
  const before = await everything();
  for (const { id, actions } of (await pageRoutes()).filter((route) => route.id.includes('[seat]'))) {
    for (const path of await seatPages([anna, hall.leader, wall], id)) {
      for (const action of actions) {
        for (const browser of [bo.browser, neighbour.browser, planted])
          assert.equal((await browser.post(`${path}?/${action}`, FORM)).status, 404, `${path}?/${action}`);
      }
    }
  }
  assert.deepEqual(await everything(), before);
});

test('a participant steers nothing, not even from the console of their own seat', async () => {
  const before = await everything();
  for (const [type, action] of Object.entries(FACILITATOR)) {
    const guest = await hall.join(1);
    await refusedInBoth(guest, { type, ...action }, 'notYourRole');
  }
  for (const path of (await seatPages([bo])).filter((each) => each.startsWith('/leiden/') || each.startsWith('/zaal/'))) {
    assert.equal((await bo.browser.get(path)).status, 404, path);
    assert.equal((await bo.browser.post(path, FORM)).status >= 400, true, path);
  }
  assert.deepEqual((await everything()).cards, before.cards);
  assert.equal((await everything()).run, before.run);
});

test('a wall does nothing at all', async () => {
  const before = await everything();
  for (const [type, action] of Object.entries({ ...FACILITATOR, ...PARTICIPANT })) {
    const screen = await hall.enter(await hall.link('wall'));
    const { status, body } = await screen.act({ type, ...action });
    assert.ok(status === 409, `${type}: ${body}`);
  }
  assert.deepEqual((await everything()).cards, before.cards);
});

test('another’s action id leads to one’s own card, never to another’s answer', async () => {
  const id = freshId();
  const action = { type: 'write', run: await anna.run(), input: 'thought', act: { text: 'Hetzelfde' } };
  const first = await anna.do(action, id);
  const other = await bo.do(action, id);
  assert.notEqual(other, first);
  assert.equal(await anna.do(action, id), first);
  const joining = { id, key: (await hall.invitation()).secret, perspectives: ['resident'] };
  const seats = await Promise.all([1, 2].map(async () => new Browser(hall.url).send('/v1/joinings', joining)));
  assert.equal(new Set(seats.map(({ body }) => body)).size, 2, 'a seat for each device');
});

test('another’s card is not touched: by its id, by one’s own receipt, or from another conversation', async () => {
  for (const guest of [bo, neighbour]) {
    for (const type of ['withdraw', 'lay'] as const) assert.equal(codeIn(await guest.act({ type, entry: card })), 'unknownCard');
    assert.equal(codeIn(await guest.act({ type: 'correct', entry: card, act: { text: 'Anders' } })), 'unknownCard');
  }
  const reader = new Browser(hall.url);
  const made = await bo.browser.post(`/gesprek/${bo.place.conversation}/${bo.place.seat}/van-mij?/code`, {});
  const [code = ''] = /(?:[a-z]{4} ){4}\d{4}/.exec(made.body) ?? [];
  assert.equal((await reader.post('/terugleeskaart?/open', { code })).status, 303);
  for (const action of ['withdraw', 'letGo']) assert.equal((await reader.post(`/terugleeskaart?/${action}`, { entry: card })).status, 409);
  assert.equal((await hall.state()).entries.get(card)?.status, 'there');
});

test('a seat of another conversation is no seat here', async () => {
  for (const [conversation, seat] of [
    [anna.place.conversation, neighbour.place.seat],
    [neighbour.place.conversation, anna.place.seat],
  ]) {
    for (const { browser } of [anna, neighbour, hall.leader, colleague]) {
      for (const part of ['view', 'cards', 'stream'])
        assert.equal((await browser.get(`/v1/conversations/${conversation}/seats/${seat}/${part}`)).status, 404);
      assert.equal((await browser.get(`/gesprek/${conversation}/${seat}`)).status, 404);
    }
  }
});

test('with a planted cookie beside one’s own one is nobody; nothing is shown and nothing done', async () => {
  const path = `${anna.path}/view`;
  const both = { cookie: `apparaat=${neighbour.browser.deviceSecret}; apparaat=${anna.browser.deviceSecret}` };
  assert.equal((await anna.browser.get(path, both)).status, 404);
  const call = { id: freshId(), action: { type: 'call', words: '' } };
  assert.equal((await anna.browser.send(`${anna.path}/actions`, call, both)).status, 404);
});

const some = 'x'.repeat(20);
const FORM = { id: freshId(), action: freshId(), type: 'next', from: '', words: 'Van een vreemde', text: 'Van een vreemde', kept: 'true' };
const run = some as RunId;
const entry = card;
const point = some as PointId;
const outcome = some as OutcomeId;
const asked = some as AskedId;
const OUTCOME_WORDS = { fields: {}, cards: [], owner: 'x', theme: '', seenBy: 'everyone' } as const;
type Example<Type, Of> = Omit<Extract<Of, { type: Type }>, 'type'>;

/** One of each; the compiler finds what is missing. */
const PARTICIPANT: { readonly [Type in ParticipantAction['type']]: Example<Type, ParticipantAction> } = {
  write: { run, input: 'thought', act: { text: 'x' }, kept: false },
  correct: { entry, act: { text: 'x' } },
  keep: { entry, kept: true },
  lay: { entry },
  withdraw: { entry },
  ready: { run },
  passTurn: { run, turn: 0 },
  askRound: { run },
  holdRound: { run, going: true },
  openSheet: { run, open: true },
  tell: { needs: ['quietTable'] },
  call: { words: 'x' },
  takeRole: { role: 'visitor' },
  sitAt: { table: 2 },
  leave: {},
  comeBack: {},
  makePoint: { table: 1, cards: [entry], words: 'x' },
  rewordPoint: { point, saw: 1, words: 'x' },
  placeCard: { point, entry },
  takeCard: { point, entry },
  dropPoint: { point },
  restorePoint: { point },
  answerPoint: { point, says: 'otherwise', note: 'x' },
  countPoint: { point, otherwise: 1 },
  writeNote: { point, words: 'x' },
  withdrawNote: { point, note: entry },
  signTable: { table: 1 },
  reopenTable: { table: 1 },
  countHeads: { heads: 4 },
  countPaper: { run, input: 'thought', people: 1, counts: {} },
  seatPerson: { perspectives: [] },
};
const FACILITATOR: { readonly [Type in FacilitatorAction['type']]: Example<Type, FacilitatorAction> } = {
  setScope: { title: 'x', about: '', decides: '', hearBack: '', fixed: 'x' },
  changeScope: { to: { title: 'x' }, reason: 'x', saw: 0 },
  makeOutcome: { kind: 'x', due: null, ...OUTCOME_WORDS },
  changeOutcome: { outcome, saw: 1, because: 'x', ...OUTCOME_WORDS },
  setStatus: { outcome, saw: 1, status: 'busy', because: '', due: null },
  talkOver: { outcome, heard: true },
  dropOutcome: { outcome, because: 'x' },
  restoreOutcome: { outcome },
  answerAsked: { outcome, asked, words: 'x' },
  dropAsked: { outcome, asked },
  tellTurn: { outcome, words: 'x' },
  signRoom: {},
  reopenRoom: {},
  hideNote: { point, note: entry, rule: 'name' },
  showNote: { point, note: entry },
  markCounterVoice: { entry },
  unmarkCounterVoice: { entry },
  answerVoice: { voice: entry, saw: 0, words: 'x' },
  noAnswer: { voice: entry, saw: 0, because: 'x' },
  finishReport: {},
  reopenReport: { because: 'x' },
  choose: { setting: 'x', option: 'x' },
  setMinutes: { phase: 'look', minutes: 1 },
  promise: { phase: 'look', at: 1230 },
  adaptText: { phase: 'look', slot: 'say', language: 'nl', words: 'x' },
  chooseLanguages: { beside: ['ar'], wall: null },
  setTables: { count: 9 },
  offer: { needs: [], photos: false },
  open: {},
  next: { from: null },
  back: { from: run },
  pause: { run },
  resume: { run },
  extend: { run, minutes: 1 },
  wrapUp: { run, minutes: 1 },
  gong: { run },
  release: { place: 'table.1' as Example<'release', FacilitatorAction>['place'] },
  hide: { entry, rule: 'unkind' },
  show: { entry },
  shorten: { entry, text: `t${some}` as Example<'shorten', FacilitatorAction>['text'], words: 'x' },
  restore: { entry },
  check: { part: 'top', changes: 0 },
  uncheck: { part: 'top' },
  clearWall: { cleared: true },
  present: { run: some as Example<'present', FacilitatorAction>['run'] },
  shutDoor: { shut: true },
  moveSeat: { seat: some as SeatId, table: 2 },
  mergeTables: { table: 1, into: 2 },
  interpret: { seat: some as SeatId, whom: null },
  giveRole: { seat: some as SeatId, role: 'leader' },
  wish: { wish: 'apart', seats: [some as SeatId, some as SeatId] },
  dropWish: { wish: 'stays', seats: [some as SeatId] },
  reshuffle: { tables: 2 },
  answerCall: { call: some as Example<'answerCall', FacilitatorAction>['call'] },
  close: {},
};

async function refusedInBoth(guest: Guest, action: object, code: RefusalCode): Promise<void> {
  for (const language of LANGUAGES) {
    const sent = { id: freshId(), action };
    const answer = await guest.browser.send(`${guest.path}/actions`, sent, { 'accept-language': language });
    assert.deepEqual([answer.status, codeIn(answer)], [409, code], answer.body);
    assert.equal((JSON.parse(answer.body) as { detail: string }).detail, sentenceOf(refuse(code), language));
  }
}

/** Every page of these seats; of one route when it is named. */
async function seatPages(guests: readonly Guest[], only?: string): Promise<string[]> {
  const state = await hall.state();
  const routes = (await pageRoutes()).filter(({ id }) => id.includes('[seat]') && (only === undefined || id === only));
  return guests.flatMap(({ place }) => routes.flatMap((route) => addressesOf(route, placesIn(state, place))));
}

async function everything() {
  const { run, entries, scope } = await hall.state();
  return { run: run?.id, cards: [...entries.values()], scope };
}
