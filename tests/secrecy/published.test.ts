import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkOf, reportParts } from '#conversation/publishing.ts';
import type { EntryId, ReportPart } from '#conversation/state.ts';
import { textsIn } from '#conversation/words.ts';

import { partsOf } from '../screens/unzip.ts';
import { Browser } from './browser.ts';
import { codeIn, type Guest } from './guest.ts';
import { Hall } from './hall.ts';
import { Watch } from './watch.ts';

const MARKERS = {
  cut: 'kanarie-weggeknipt',
  keptBack: 'kanarie-achtergehouden',
  left: 'kanarie-blijft-staan',
  between: 'kanarie-tussendoor',
};

const hall = await Hall.open({ after });
const [anna, bo, cas] = [await hall.join(1), await hall.join(1), await hall.join(2)];
// With fewer at the table nothing of it is for everybody.
for (let more = 0; more < 2; more++) await hall.join(1);
const wall = await hall.enter(await hall.link('wall'));
const second = await hall.enter(await hall.link('coFacilitator'));
await hall.goTo('table');
const long = await anna.write('thought', `${MARKERS.left} ${MARKERS.cut} en nog veel meer woorden`);
const bad = await anna.write('thought', MARKERS.keptBack);
await hall.lead({ type: 'close' });
await hall.lead({ type: 'release', place: 'table.1' });

test('only what is shorter comes in its place', async () => {
  const answer = await second.act({
    type: 'shorten',
    entry: long,
    text: await textOf(long),
    words: `${MARKERS.left} ${MARKERS.cut} en nog veel meer woorden dan eerst`,
  });
  assert.equal(codeIn(answer), 'notShorter');
});

test('what was shortened away and what was kept back is nowhere for others: no page, no API, no wall, no stream, no Word file', async () => {
  await second.do({ type: 'shorten', entry: long, text: await textOf(long), words: `${MARKERS.left} ${MARKERS.between}` });
  await second.do({ type: 'shorten', entry: long, text: await textOf(long), words: MARKERS.left });
  await hall.lead({ type: 'hide', entry: bad, rule: 'name' });
  const stranger = new Browser(hall.url);
  const viewers = [
    { name: 'bo', browser: bo.browser, guest: bo },
    { name: 'cas', browser: cas.browser, guest: cas },
    { name: 'wall', browser: wall.browser, guest: wall },
    { name: 'anna', browser: anna.browser, guest: anna },
    { name: 'second', browser: second.browser, guest: second },
    { name: 'stranger', browser: stranger, guest: null },
  ];
  const watch = await Watch.begin(hall, viewers);
  const before = await watch.look(MARKERS, { everywhere: true });
  assert.deepEqual(before['left'], ['bo', 'cas', 'wall', 'anna', 'second']);
  await lookedThrough(hall.leader);
  await lookedThrough(second);
  const seen = await watch.look(MARKERS, { everywhere: true });
  const heard = watch.heard(MARKERS);
  watch.close();
  // Its writer knows what it was; those who lead judge what the other cut or kept back.
  assert.deepEqual([seen['cut'], seen['keptBack'], seen['between']], [['anna', 'second'], ['anna', 'second'], []]);
  assert.deepEqual(seen['left'], ['bo', 'cas', 'wall', 'anna', 'second', 'stranger']);
  const { body: page } = await stranger.get(`/verslag/${anna.place.conversation}`);
  assert.ok(!page.includes(long), 'the id that phones have of the card is not in the report for everybody');
  assert.deepEqual([heard['cut'], heard['keptBack'], heard['between']], [['anna'], ['anna'], []]);
  for (const browser of [stranger, bo.browser]) {
    const word = await wordOf(browser);
    assert.ok(word.includes(MARKERS.left));
    if (browser === stranger) assert.ok(!word.includes(long));
    for (const gone of [MARKERS.cut, MARKERS.keptBack, MARKERS.between]) assert.ok(!word.includes(gone), gone);
  }
});

test('one device with two seats that lead is one person', async () => {
  const both = await hall.house.app.whoAsks(second.browser.deviceSecret);
  assert.ok(both);
  const entrance = await hall.house.app.useLink(both, (await hall.link('coFacilitator')).secret);
  assert.ok('at' in entrance && entrance.at);
  const state = await hall.state();
  const check = { type: 'check', part: 'top', changes: checkOf(state, 'top').changes };
  const now = await hall.house.app.whoAsks(second.browser.deviceSecret);
  assert.ok(now);
  const taken = await hall.house.app.take(now, entrance.at, 'a-second-seat-of-one-person', check);
  assert.deepEqual(taken, { accepted: false, refused: 'samePerson' });
});

test('until both have looked again, nobody from outside reads it', async () => {
  const stranger = new Browser(hall.url);
  const path = `/verslag/${anna.place.conversation}`;
  assert.equal((await stranger.get(path)).status, 200);
  await hall.lead({ type: 'show', entry: bad });
  for (const each of [path, `${path}/morgen`]) assert.equal((await stranger.get(each)).status, 404);
  assert.equal((await stranger.get(`${path}/word`)).status, 303);
});

async function lookedThrough(guest: Guest): Promise<void> {
  for (const part of reportParts(await hall.state())) await guest.do({ type: 'check', part, changes: await changesOf(part) });
}

async function changesOf(part: ReportPart): Promise<number> {
  return checkOf(await hall.state(), part).changes;
}

async function textOf(entry: EntryId): Promise<string> {
  return textsIn((await hall.state()).entries.get(entry)?.body ?? null)[0] ?? '';
}

async function wordOf(browser: Browser): Promise<string> {
  const cookie = browser.cookieFor('/');
  const answer = await fetch(`${hall.url}/verslag/${anna.place.conversation}/word`, { headers: cookie ? { cookie } : {} });
  assert.equal(answer.status, 200);
  return [...partsOf(Buffer.from(await answer.arrayBuffer())).values()].join('\n');
}
