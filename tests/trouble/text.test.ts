import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertQuiet, openDevice, type Device } from '../helpers/browser.ts';
import { freshId, type Guest } from '../secrecy/guest.ts';
import { Hall } from '../secrecy/hall.ts';

const TAG = '<b onclick="alert(1)">vet</b> &amp; <img src=x onerror=alert(1)>';
const SCRIPT = '</script><script>alert(1)</script><!--';
const FRAME = 'data: {"channel":"me","gone":true}';
const FACE = '👩‍👩‍👧 mooi';
const RIGHT_TO_LEFT = 'مرحبا بالجيران';

/** As people, careless software and clever ones send it in a form, and what must become of it. */
const ODD: readonly (readonly [name: string, sent: string, kept: string])[] = [
  ['NUL and other control characters', 'nul%00bel%07klaar', 'nulbelklaar'],
  ['half a character', 'half%ED%A0%80teken', 'half\ufffd\ufffd\ufffdteken'],
  ['bytes that are no text', 'een%FF%FEtwee', 'een\ufffd\ufffdtwee'],
  ['lines as browsers send them', 'een%0D%0Atwee', 'een\ntwee'],
  ['a face of three', encodeURIComponent(FACE), FACE],
  ['text from right to left', encodeURIComponent(RIGHT_TO_LEFT), RIGHT_TO_LEFT],
  ['HTML', encodeURIComponent(TAG), TAG],
  ['the end of a script', encodeURIComponent(SCRIPT), SCRIPT],
  ['a message of a stream', encodeURIComponent(FRAME), FRAME],
];

const hall = await Hall.open({ after });
await hall.lead({ type: 'changeScope', to: { title: TAG, about: SCRIPT, decides: RIGHT_TO_LEFT, hearBack: FACE }, reason: FRAME, saw: 0 });
await hall.goTo('room');
const writers: Guest[] = [];

for (const [name, sent, kept] of ODD) {
  test(`a card takes ${name} as people meant it`, async () => {
    const guest = await hall.join(1);
    writers.push(guest);
    const form = `action=${freshId()}&run=${await guest.run()}&input=forRoom&text=${sent}`;
    const { status } = await guest.browser.post(`/gesprek/${guest.place.conversation}/${guest.place.seat}?/write`, form);
    assert.equal(status, 303);
    assert.deepEqual(await textsOf(guest), [kept]);
  });
}

test('it stands as text on the phone, the wall, the console and the page of one’s own cards, and nothing of it runs', async (t) => {
  const [anna, wall] = [await hall.join(1), await hall.enter(await hall.link('wall'))];
  for (const words of [TAG, SCRIPT]) await anna.do({ type: 'call', words });
  const seat = (room: string, { place }: Guest, rest = '') => `/${room}/${place.conversation}/${place.seat}${rest}`;
  const [phone, screen, console] = [await device(t, anna), await device(t, wall), await device(t, hall.leader)];
  await phone.page.goto(hall.url + seat('gesprek', anna));
  await screen.page.goto(hall.url + seat('zaal', wall));
  // It comes by the stream here, and drawn by the server below.
  await hall.lead({ type: 'release', place: 'room.1' });
  for (const each of [phone, screen]) await showsAll(each);
  for (const each of [phone, screen]) await each.page.reload();
  for (const each of [phone, screen]) await showsAll(each);
  for (const rest of ['', '/voorbereiden', '/tafels', '/vrijgeven/room.1', '/delen', '/sluiten']) {
    await console.page.goto(hall.url + seat('leiden', hall.leader, rest));
    await runsNothing(console);
  }
  for (const [index, writer] of writers.entries()) {
    const own = await device(t, writer);
    await own.page.goto(hall.url + seat('gesprek', writer, '/van-mij'));
    assert.ok((await textOn(own)).includes(flat(ODD[index]?.[2] ?? '')));
    await runsNothing(own);
    await own.context.close();
  }
});

test('and in the report, which everybody may print', async (t) => {
  await hall.lead({ type: 'close' });
  const reader = await device(t, writers[0] as Guest);
  await reader.page.goto(`${hall.url}/verslag/${hall.leader.place.conversation}`);
  await showsAll(reader);
});

async function textsOf(guest: Guest): Promise<string[]> {
  const { cards } = JSON.parse((await guest.browser.get(`${guest.path}/cards`)).body) as {
    cards: { card: { body: { text: string } } }[];
  };
  return cards.map(({ card }) => card.body.text);
}

async function device(test: Parameters<typeof openDevice>[0], { browser }: Guest): Promise<Device> {
  const made = await openDevice(test, { width: 1280, height: 900 });
  await made.context.addCookies([{ name: 'apparaat', value: String(browser.deviceSecret), url: hall.url }]);
  return made;
}

async function showsAll(device: Device): Promise<void> {
  for (const [, , kept] of ODD) await device.page.getByText(flat(kept)).first().waitFor({ state: 'attached' });
  await runsNothing(device);
}

async function runsNothing(device: Device): Promise<void> {
  assert.equal(await device.page.locator('img[src="x"], b[onclick]').count(), 0);
  assertQuiet(device);
}

async function textOn({ page }: Device): Promise<string> {
  return flat(await page.evaluate(() => document.body.textContent));
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
