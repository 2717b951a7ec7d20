import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { until } from '../app/evening.ts';
import type { Answer } from '../helpers/ask.ts';
import { freshId, type Guest } from './guest.ts';
import { Hall } from './hall.ts';

const hall = await Hall.open({ after });
const [bo, cas] = [await hall.join(1), await hall.join(2)];
await hall.lead({ type: 'giveRole', seat: bo.place.seat, role: 'visitor' });
const wall = await hall.enter(await hall.link('wall'));
/** Who must notice nothing: somebody at the same table, somebody at another, and the wall. */
const watching = [bo, cas, wall];

test('at another table: a card, one that is kept, one that is withdrawn', async () => {
  await hall.goTo('table');
  const anna = await hall.join(1);
  await nothingMoves([cas], async () => {
    await anna.write('thought', 'Dit is van onze tafel');
    await anna.write('thought', 'Dit blijft hier', { kept: true });
    await anna.do({ type: 'withdraw', entry: await anna.write('thought', 'Toch maar niet') });
  });
});

test('in silence: writing, correcting, keeping, withdrawing, being ready', async () => {
  await hall.goTo('silent');
  const anna = await hall.join(1);
  await nothingMoves(watching, async () => {
    const entry = await anna.write('quiet', 'Nog niemand ziet dit');
    await anna.do({ type: 'correct', entry, act: { text: 'Nog steeds ziet niemand dit' } });
    await anna.do({ type: 'keep', entry, kept: true });
    await anna.do({ type: 'withdraw', entry });
    await anna.do({ type: 'ready', run: await anna.run() });
  });
});

test('drafts, a call for help, a receipt, links, texts of later steps', async () => {
  await hall.goTo('draft');
  const anna = await hall.join(1);
  await nothingMoves([bo, cas], async () => {
    await anna.write('draft', 'Een kladje');
    await anna.do({ type: 'call', words: 'Kom je even?' });
    await anna.browser.post(`/gesprek/${anna.place.conversation}/${anna.place.seat}/van-mij?/code`, {});
    await hall.link('coFacilitator');
    await hall.lead({ type: 'adaptText', phase: 'look', slot: 'prompt', language: 'nl', words: 'Anders gevraagd' });
    await hall.lead({ type: 'setMinutes', phase: 'look', minutes: 9 });
  });
});

test('what is wanted of a next seating', async () => {
  await nothingMoves(watching, async () => {
    await hall.lead({ type: 'wish', wish: 'apart', seats: [bo.place.seat, cas.place.seat] });
    await hall.lead({ type: 'wish', wish: 'stays', seats: [bo.place.seat] });
    await hall.lead({ type: 'dropWish', wish: 'stays', seats: [bo.place.seat] });
  });
});

test('words for those who lead, and behind a closed door', async () => {
  await hall.goTo('leaders');
  const anna = await hall.join(1);
  await nothingMoves([bo, cas], () => anna.write('forLeaders', 'Alleen voor wie leidt'));
  await hall.goTo('behind');
  await nothingMoves(watching, () => anna.write('inside', 'Alleen voor wie binnen is'));
});

test('a secret vote: voting, and voting again', async () => {
  await hall.goTo('vote');
  const anna = await hall.join(1);
  await nothingMoves([...watching, anna], async () => {
    for (const order of [['keuzea'], ['keuzeb', 'keuzec']])
      await anna.do({ type: 'write', run: await anna.run(), input: 'best', act: { order } });
  });
});

test('people who look, on a page or by a stream, and what is refused', async () => {
  const anna = await hall.join(1);
  await nothingMoves(watching, async () => {
    const streams = [await anna.listen(), await anna.listen()];
    await anna.browser.get(`/gesprek/${anna.place.conversation}/${anna.place.seat}`);
    assert.equal((await anna.act({ type: 'next', from: null })).status, 409);
    for (const stream of streams) stream.close();
  });
});

let fences = 0;
/** Bytes of streams, positions and pages are the same before and after. */
async function nothingMoves(guests: readonly Guest[], act: () => Promise<unknown>): Promise<void> {
  const streams = await Promise.all(guests.map(async (guest) => guest.listen(await guest.positions())));
  const before = await looksOf(guests);
  await act();
  const fence = `Titel ${freshId()}`;
  const after = await looksOf(guests);
  assert.deepEqual(after, before);
  await hall.lead({ type: 'changeScope', to: { title: fence }, reason: fence, saw: fences++ });
  await until(() => streams.every(({ text }) => text.includes(fence)));
  for (const stream of streams) {
    assert.equal(stream.frames.length, 1, 'only what was done in sight');
    stream.close();
  }
}

async function looksOf(guests: readonly Guest[]) {
  return Promise.all(
    guests.map(async (guest) => {
      const { at: _, channels } = await guest.views();
      const room = (await hall.state()).seats.get(guest.place.seat)?.role === 'screen' ? 'zaal' : 'gesprek';
      const page = await guest.browser.get(`/${room}/${guest.place.conversation}/${guest.place.seat}`);
      assert.equal(page.status, 200);
      return { channels, page: withoutChance(page) };
    }),
  );
}

/** Each page has a nonce, the time, and an id for its next form; nothing else may differ. */
function withoutChance({ body }: Answer): string {
  const [, action = NONE] = /"?actionId"?:"([^"]+)"/.exec(body) ?? [];
  return body
    .replaceAll(/nonce="[^"]+"/g, 'nonce')
    .replaceAll(action, 'action')
    .replaceAll(/\b("?at"?):\d{13}\b/g, '$1:time');
}

const NONE = 'no form on this page';
