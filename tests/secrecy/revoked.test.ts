import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { LANGUAGES } from '#words/language.ts';
import { m } from '#words/compiled/messages.js';
import { until } from '../app/evening.ts';
import type { Stream } from '../doors/hallDoor.ts';
import { addressesOf, pageRoutes } from '../helpers/routes.ts';
import { Browser } from './browser.ts';
import { freshId, Guest } from './guest.ts';
import { Hall } from './hall.ts';
import { placesIn } from './watch.ts';

const hall = await Hall.open({ after });
await hall.goTo('table');
const anna = await hall.join(1);
const streams: Stream[] = [];
after(() => streams.forEach((stream) => stream.close()));

for (const kind of ['wall', 'coFacilitator'] as const) {
  test(`a ${kind} link that is taken away: its screen goes dark, and neither it nor the link opens anything more`, async () => {
    const link = await hall.link(kind);
    const guest = await hall.enter(link);
    const [lost, stays] = [await listening(guest), await listening(anna)];
    await hall.revokeLink(link);
    await until(() => lost.ended);
    assert.equal(lost.signals.at(-1), 'revoked');
    assert.equal(stays.ended, false);
    await reachesNothing(guest);
    await opensNothing(link.secret);
  });
}

test('a seat that is taken away: its phone hears nothing more and finds no page, others do', async () => {
  const [bo, cas] = [await hall.join(1), await hall.join(1)];
  const [lost, stays] = [await listening(bo), await listening(cas)];
  await hall.revokeSeat(bo);
  await until(() => lost.ended);
  await reachesNothing(bo);
  assert.equal(stays.ended, false);
  assert.equal((await cas.browser.get(`/gesprek/${cas.place.conversation}/${cas.place.seat}`)).status, 200);
});

test('a device that is wiped: every seat it had goes dark at once, and its cookie is gone', async () => {
  const dirk = await hall.join(1);
  const secret = dirk.browser.deviceSecret;
  const lost = [await listening(dirk), await listening(dirk)];
  const answer = await dirk.browser.post(`/gesprek/${dirk.place.conversation}/${dirk.place.seat}/van-mij/wissen?/forget`, {});
  assert.equal(answer.status, 303);
  await until(() => lost.every((stream) => stream.ended));
  assert.equal(dirk.browser.deviceSecret, undefined);
  await reachesNothing(dirk);
  await reachesNothing(new Guest(new Browser(hall.url, { cookie: secret }), dirk.place));
});

test('a way in that was renewed: the old code and the old key open nothing', async () => {
  const old = await hall.invitation();
  await hall.renewInvitation();
  for (const language of LANGUAGES) {
    const browser = new Browser(hall.url, { language });
    const typed = await browser.post('/doe-mee', { code: old.code });
    assert.equal(typed.status, 404);
    assert.ok(typed.body.includes(m.join_wrong_code({}, { locale: language })));
    assert.equal((await browser.post('/doe-mee', { key: old.secret })).status, 404);
    assert.equal((await browser.send('/v1/joinings', { key: old.secret, perspectives: [] })).status, 404);
  }
  const path = `/gesprek/${anna.place.conversation}/${anna.place.seat}`;
  assert.ok((await anna.browser.post('/doe-mee', { key: old.secret })).body.includes(path), 'who has a seat finds the way back');
  assert.ok(!(await hall.leader.browser.post('/doe-mee', { key: old.secret })).body.includes('/gesprek/'));
});

test('a way in that is renewed: the wall hears that there is another code, and only its page tells which', async () => {
  const wall = await hall.enter(await hall.link('wall'));
  const heard = await Promise.all([wall, anna, hall.leader].map(listening));
  await hall.renewInvitation();
  const fresh = await hall.invitation();
  const codes = (await hall.state()).codesRenewed;
  await until(() => heard[0]?.text.includes(`"codes":${codes},`) ?? false);
  await hall.lead({ type: 'clearWall', cleared: true });
  await until(() => heard[2]?.text.includes('"wallCleared":true') ?? false);
  for (const { text } of heard) assert.ok(!text.includes(fresh.code) && !text.includes(fresh.secret));
  const page = await wall.browser.get(`/zaal/${wall.place.conversation}/${wall.place.seat}`);
  assert.ok(page.body.includes(fresh.code));
});

async function listening(guest: Guest): Promise<Stream> {
  const stream = await guest.listen();
  streams.push(stream);
  await until(() => stream.frames.length > 0);
  return stream;
}

async function reachesNothing(guest: Guest): Promise<void> {
  const state = await hall.state();
  const routes = (await pageRoutes()).filter(({ id }) => id.includes('[seat]'));
  const pages = routes.flatMap((route) => addressesOf(route, placesIn(state, guest.place)));
  const api = ['view', 'cards', 'stream'].map((part) => `${guest.path}/${part}`);
  for (const path of [...pages, ...api]) assert.equal((await guest.browser.get(path)).status, 404, path);
  assert.equal((await guest.act({ type: 'call', words: '' }, freshId())).status, 404);
}

async function opensNothing(link: string): Promise<void> {
  for (const path of ['/zaal/open', '/leiden/begin?/link']) {
    for (const language of LANGUAGES) {
      const { status, body } = await new Browser(hall.url, { language }).post(path, { link });
      assert.equal(status, 404);
      assert.ok(body.includes(m.link_unknown({}, { locale: language })), path);
    }
  }
}
