import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { until } from '../app/evening.ts';
import { assertQuiet, openDevice, type Device } from '../helpers/browser.ts';
import { Guest } from './guest.ts';
import { Hall } from './hall.ts';

const hall = await Hall.open({ after });
const anna = await hall.join(1);
const link = await hall.link('wall');
const elsewhere = await hall.enter(link);
/** The facilitator's own browser, which also reaches the console. */
const { browser } = hall.leader;
const opened = await browser.post('/zaal/open', { link: link.secret });
const here = new Guest(browser, elsewhere.place);
const path = `/zaal/${elsewhere.place.conversation}/${elsewhere.place.seat}`;
assert.deepEqual([opened.status, opened.headers.location], [303, path]);

test('in the facilitator’s own browser the wall is byte for byte the page it is elsewhere', async () => {
  for (const phase of ['table', 'silent', 'room', 'behind']) {
    await hall.goTo(phase);
    const [own, other] = await Promise.all([here, elsewhere].map((guest) => pageOf(guest)));
    assert.deepEqual(own, other, phase);
  }
});

test('its stream is byte for byte the same, whatever the facilitator does beside it', async () => {
  const streams = await Promise.all([here.listen(), elsewhere.listen()]);
  const console = await hall.leader.listen();
  await until(() => streams.every(({ frames }) => frames.length === 1));
  const start = streams.map(({ text }) => text.length);
  await hall.goTo('vote');
  await anna.do({ type: 'call', words: 'Alleen voor de gespreksleider' });
  await hall.lead({ type: 'clearWall', cleared: true });
  await hall.goTo('look');
  await until(() => streams.every(({ text }) => text.includes('look.1')));
  await until(() => /Alleen voor de gespreksleider/.test(console.text));
  const [own, other] = streams.map(({ text }, index) => text.slice(start[index]).replaceAll(/event: beat\n.*\n\n/g, ''));
  assert.ok(own);
  assert.equal(own, other);
  assert.doesNotMatch(own, /gespreksleider/);
  for (const stream of [...streams, console]) stream.close();
});

test('a person sees the same wall in both browsers, also after it changed', async (t) => {
  const [own, other] = await Promise.all([device(t, here), device(t, elsewhere)]);
  await hall.lead({ type: 'clearWall', cleared: false });
  await hall.lead({ type: 'back', from: (await hall.state()).run?.id ?? '' });
  for (const { page } of [own, other]) await page.getByText('Wat zie je bij reflect?').waitFor();
  assert.equal(await drawn(own), await drawn(other));
  for (const each of [own, other]) assertQuiet(each);
});

async function pageOf({ browser }: Guest) {
  const { status, body, headers } = await browser.get(path);
  assert.equal(status, 200);
  const [, nonce = ''] = /nonce="([^"]+)"/.exec(body) ?? [];
  assert.ok(nonce);
  const { date: _, etag: __, ...kept } = headers;
  return { body: body.replaceAll(nonce, 'nonce'), headers: JSON.stringify(kept).replaceAll(nonce, 'nonce') };
}

/** A real browser with the cookie of this guest, on the wall. */
async function device(test: Parameters<typeof openDevice>[0], { browser: known }: Guest): Promise<Device> {
  const made = await openDevice(test, { width: 1280, height: 720 });
  await made.context.addCookies([{ name: 'apparaat', value: String(known.deviceSecret), url: hall.url }]);
  await made.page.goto(hall.url + path);
  return made;
}

async function drawn({ page }: Device): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}
