import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { qrOf } from '../../src/routes/qr.server.ts';
import { until } from '../app/evening.ts';
import { Browser } from './browser.ts';
import { codeIn, type Guest } from './guest.ts';
import { Hall } from './hall.ts';
import { Watch, type Seen, type Viewer } from './watch.ts';
import { CHOICE, WORDS } from './words.ts';

type Marker = keyof typeof WORDS;

const NOBODY: readonly string[] = [];
const TABLE = ['anna', 'bo', 'dirk'];
const LEADERS = ['leader', 'second'];
/** Those who lead read a card before they give it to the room. */
const READ = [...TABLE, ...LEADERS];
const ALL = ['anna', 'bo', 'dirk', 'cas', ...LEADERS, 'wall'];

const hall = await Hall.open({ after }, { sealAfter: 500 });
const [anna, bo, dirk, cas] = [await hall.join(1), await hall.join(1), await hall.join(1), await hall.join(2)];
await hall.lead({ type: 'giveRole', seat: dirk.place.seat, role: 'visitor' });
const links = { wall: await hall.link('wall'), second: await hall.link('coFacilitator') };
const [second, wall] = [await hall.enter(links.second), await hall.enter(links.wall)];
const colleague = await hall.beside();
const neighbour = await hall.join(1, colleague);
const key = await hall.invitation();
const receipt = await receiptOf(anna);

const seats = { anna, bo, dirk, cas, leader: hall.leader, second, wall };
/** With a device of their own but no seat here, or with nothing at all: they try the seat of whoever leads. */
const strangers = { colleague: colleague.browser, neighbour: neighbour.browser, outsider: new Browser(hall.url), invited: await invited() };
const viewers: readonly Viewer[] = [
  ...Object.entries(seats).map(([name, guest]) => ({ name, browser: guest.browser, guest })),
  ...Object.entries({ ...strangers, reader: await reader() }).map(([name, browser]) => ({ name, browser, guest: null })),
];
const watch = await Watch.begin(hall, viewers);
after(() => watch.close());

describe('words are seen by those they are for, and by nobody else', { concurrency: false }, () => {
  test('at a table: a card, a card kept there, a call for help, and a text of a later step', async () => {
    await hall.lead({ type: 'adaptText', phase: 'look', slot: 'prompt', language: 'nl', words: WORDS.adapted });
    await hall.next();
    await anna.write('thought', WORDS.open);
    await anna.write('thought', WORDS.kept, { kept: true });
    await anna.do({ type: 'call', words: WORDS.call });
    const { adapted, ...seen } = await look('adapted', 'open', 'kept', 'call');
    assert.deepEqual(
      adapted?.filter((name) => !LEADERS.includes(name)),
      NOBODY,
    );
    assert.deepEqual(seen, { open: [...READ, 'reader'], kept: [...TABLE, 'reader'], call: LEADERS });
  });

  test('a point of a table and what somebody sees differently stay there until it is signed, and on its own page', async () => {
    const said = { point: 'kanarie15punt', note: 'kanarie16anders' };
    const card = await bo.write('thought', 'Van Bo.');
    await bo.do({ type: 'makePoint', table: 1, cards: [card], words: said.point });
    const [point = ''] = Object.keys((await hall.state()).harvest.points);
    await bo.do({ type: 'answerPoint', point, says: 'otherwise', note: said.note });
    assert.deepEqual(await watch.look(said), { point: TABLE, note: TABLE });
    assert.deepEqual(watch.heard(said), { point: NOBODY, note: NOBODY });
  });

  test('a withdrawn card is gone for everybody; a hidden one for everybody but its writer and those who lead', async () => {
    const regret = await anna.write('thought', WORDS.withdrawn);
    const unkind = await bo.write('thought', WORDS.hidden);
    assert.deepEqual(await look('withdrawn', 'hidden'), { withdrawn: [...READ, 'reader'], hidden: READ });
    await anna.do({ type: 'withdraw', entry: regret });
    await hall.lead({ type: 'hide', entry: unkind, rule: 'unkind' });
    assert.deepEqual(await look('withdrawn', 'hidden'), { withdrawn: NOBODY, hidden: ['bo', ...LEADERS] });
  });

  test('in silence a card is there for its writer alone', async () => {
    await hall.goTo('silent');
    await anna.write('quiet', WORDS.quiet);
    assert.deepEqual(await look('quiet'), { quiet: ['anna', 'reader'] });
  });

  test('a draft and a note are there for their writer alone, also by no receipt; a draft until it is laid on the table', async () => {
    await hall.goTo('draft');
    await anna.write('draft', WORDS.draft);
    await anna.write('mine', WORDS.mine);
    const laid = await bo.write('draft', WORDS.laid);
    assert.deepEqual(await look('draft', 'mine', 'laid'), { draft: ['anna'], mine: ['anna'], laid: ['bo'] });
    await bo.do({ type: 'lay', entry: laid });
    assert.deepEqual(await look('laid'), { laid: READ });
  });

  test('words for those who lead, and words that wait for release', async () => {
    await hall.goTo('leaders');
    await cas.write('forLeaders', WORDS.forLeaders);
    await hall.goTo('room');
    await cas.write('forRoom', WORDS.forRoom);
    assert.deepEqual(await look('forLeaders', 'forRoom'), { forLeaders: ['cas'], forRoom: ['cas', ...LEADERS] });
    await hall.lead({ type: 'release', place: 'room.1' });
    assert.deepEqual(await look('forRoom'), { forRoom: ALL });
  });

  test('what is said behind a closed door stays with those inside; a facilitator is not told either', async () => {
    await hall.goTo('behind');
    await bo.write('inside', WORDS.inside);
    assert.deepEqual(await look('inside'), { inside: ['anna', 'bo'] });
  });

  test('nobody sees what somebody chose in a secret vote, not even who chose', async () => {
    await hall.goTo('vote');
    await anna.do({ type: 'write', run: await anna.run(), input: 'best', act: { order: CHOICE } });
    assert.deepEqual(await look('ballot'), { ballot: NOBODY });
  });

  test('a private note that some other software sends is refused; no look finds it', async () => {
    await hall.goTo('reflect');
    const sent = await anna.act({ type: 'write', run: await anna.run(), input: 'note', act: { text: WORDS.private } });
    assert.deepEqual([sent.status, codeIn(sent)], [409, 'staysOnPhone']);
  });

  test('a step that looks back shows each what was for them, and no more', async () => {
    await hall.goTo('look');
    assert.deepEqual(await watch.look(WORDS, { everywhere: true }), {
      adapted: ALL,
      open: [...READ, 'reader'],
      kept: [...TABLE, 'reader'],
      call: LEADERS,
      withdrawn: NOBODY,
      hidden: ['bo', ...LEADERS],
      quiet: [...READ, 'reader'],
      draft: ['anna'],
      mine: ['anna'],
      laid: READ,
      forLeaders: ['cas', ...LEADERS],
      forRoom: ALL,
      inside: ['bo'],
      private: NOBODY,
      ballot: NOBODY,
    });
  });

  test('the streams told nobody more than the pages showed', async () => {
    await hall.lead({ type: 'changeScope', to: { title: 'kanarie14laatste' }, reason: 'x', saw: 0 });
    await until(() => watch.heard({ last: 'kanarie14laatste' })['last']?.length === ALL.length);
    assert.deepEqual(watch.heard(WORDS), {
      adapted: ALL,
      open: TABLE,
      kept: TABLE,
      call: LEADERS,
      withdrawn: TABLE,
      hidden: TABLE,
      quiet: TABLE,
      draft: ['anna'],
      mine: ['anna'],
      laid: TABLE,
      forLeaders: ['cas', ...LEADERS],
      forRoom: ALL,
      inside: ['anna', 'bo'],
      private: NOBODY,
      ballot: NOBODY,
    });
  });

  test('the keys to all this are on no page but those that show people the way in', async () => {
    const { joinQr, ...secrets } = await watch.look({
      joinQr: qrOf(`${hall.url}/doe-mee#${key.secret}`).path,
      joinKey: key.secret,
      setUpCode: hall.setUpCode,
      wallLink: links.wall.secret,
      secondLink: links.second.secret,
      receipt,
      device: String(anna.browser.deviceSecret),
      seat: anna.place.seat,
    });
    for (const shown of [joinQr, secrets['joinKey']])
      assert.deepEqual(
        shown?.filter((name) => ![...LEADERS, 'wall'].includes(name)),
        NOBODY,
      );
    assert.ok(joinQr?.includes('wall'), 'the wall shows it');
    const { seat, joinKey: _, ...never } = secrets;
    assert.deepEqual(
      seat?.filter((name) => !LEADERS.includes(name)),
      ['anna'],
      'a seat is known to whoever sits there, and to those who move people',
    );
    for (const [name, seen] of Object.entries(never)) assert.deepEqual(seen, NOBODY, name);
  });

  test('after sealing nobody has cards of their own any more; the receipt alone still finds those that were shared', async () => {
    await hall.lead({ type: 'close' });
    await until(async () => (await hall.state()).status === 'sealed');
    assert.deepEqual(await watch.look(WORDS, { everywhere: true }), {
      adapted: ALL,
      open: [...READ, 'reader'],
      kept: [...TABLE, 'reader'],
      call: LEADERS,
      withdrawn: NOBODY,
      hidden: LEADERS,
      quiet: [...READ, 'reader'],
      draft: NOBODY,
      mine: NOBODY,
      laid: READ,
      forLeaders: LEADERS,
      forRoom: ALL,
      inside: NOBODY,
      private: NOBODY,
      ballot: NOBODY,
    });
  });
});

function look(...names: Marker[]): Promise<Seen> {
  return watch.look(Object.fromEntries(names.map((name) => [name, WORDS[name]])));
}

async function invited(): Promise<Browser> {
  const browser = new Browser(hall.url);
  assert.equal((await browser.post('/doe-mee', { code: key.code })).status, 303);
  return browser;
}

/** Somebody at home with the receipt of Anna, on a device that was never here. */
async function reader(): Promise<Browser> {
  const browser = new Browser(hall.url);
  assert.equal((await browser.post('/terugleeskaart?/open', { code: receipt })).status, 303);
  return browser;
}

async function receiptOf({ browser, place }: Guest): Promise<string> {
  const { body } = await browser.post(`/gesprek/${place.conversation}/${place.seat}/van-mij?/code`, {});
  const [code] = /(?:[a-z]{4} ){4}\d{4}/.exec(body) ?? [];
  assert.ok(code);
  return code;
}
