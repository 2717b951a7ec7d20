import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertQuiet, openDevice, type Device } from '../helpers/browser.ts';
import { HeldEvening, type Carrier, type Seated } from './heldEvening.ts';
import { assertReadsWell, carry } from './look.ts';
import { Tables } from './table.ts';

/*
 * A whole Burgertop as those who cannot see it well, and those who read English, meet it: each screen once in Dutch on the
 * narrowest phone and once in English on a laptop. Its steps hold what no other format has. Screens that do not change with
 * the step are read where their own story is told.
 */
const tables = await Tables.open({ after });
const { app } = tables.house;
const readers: readonly Device[] = [
  await openDevice({ after }, { language: 'nl', width: 320 }),
  await openDevice({ after }, { language: 'en', width: 1280 }),
];
const evening = await tables.evening('burgertop');
for (const side of ['resident', 'entrepreneur', 'municipality'] as const) await evening.join(side);
const [scribe, editor, guest] = evening.people;
assert.ok(scribe && editor && guest);
const wall = await evening.wall();
const cards: string[] = [];

test('before and at the doors', async () => {
  const closed = await HeldEvening.prepare(app, evening.organiser, { format: 'burgertop', title: 'Nog dicht' });
  await read(await closed.wall(), 'zaal');
  await read(wall, 'zaal');
  await read(evening, 'leiden', '/voorbereiden/vertalen?taal=ar');
  await read(evening, 'leiden', '/printen?gekozen=ja&blad=tafels');
});

test('a round, and what a table picks from it', async () => {
  await to('important');
  await evening.do(scribe, { type: 'takeRole', role: 'scribe' });
  await evening.do(editor, { type: 'takeRole', role: 'editor' });
  for (const text of ['Een bus die ’s avonds rijdt.', 'Een bank in het park.'])
    cards.push(await evening.write(scribe, 'matters', { text }));
  await read(wall, 'zaal');
  await evening.next();
  await read(scribe, 'gesprek');
  await evening.write(scribe, 'importantPickedTwo', { picks: cards });
});

test('themes, and who works on which', async () => {
  await to('themes');
  const [bus = '', bench = ''] = cards;
  await read(editor, 'gesprek');
  const themes = [
    await evening.write(editor, 'theme', { text: 'Onderweg', links: [bus] }),
    await evening.write(editor, 'theme', { text: 'Ontmoeten', links: [bench] }),
  ];
  await read(wall, 'zaal');
  await evening.next();
  await read(guest, 'gesprek');
  for (const [at, person] of evening.people.entries()) await evening.write(person, 'myTheme', { one: themes[at % 2] ?? '' });
  await read(evening, 'leiden');
  await evening.next();
});

test('proposals, dots and the top 10', async () => {
  await read(scribe, 'gesprek');
  const proposal = await evening.write(scribe, 'proposal', { text: 'Een avondbus', fields: { why: 'Nu kom je niet thuis.' } });
  await evening.next();
  await evening.lead({ type: 'present', run: await evening.run(), entry: proposal });
  await read(wall, 'zaal');
  await read(evening, 'leiden');
  await evening.next();
  await read(guest, 'gesprek');
  for (const person of evening.people) await evening.write(person, 'topTen', { dots: { [proposal]: 1 } });
  await evening.next();
  await read(wall, 'zaal');
  await read(guest, 'gesprek');
});

test('the gong, the end, and what is read afterwards', async () => {
  await evening.lead({ type: 'gong', run: await evening.run() });
  await read(wall, 'zaal');
  await evening.releaseAll();
  await evening.lead({ type: 'close' });
  await read(evening, 'leiden');
  await readAt(guest, evening.path);
});

test('the pieces that all pages are made of', () => readAt(guest, '/onderdelen'));

test('what is not there', async () => {
  await readAt(guest, '/nergens', /404/);
  await readAt(guest, `/verslag/${'0'.repeat(20)}`, /404/);
});

async function to(phase: string): Promise<void> {
  while (!(await evening.state()).run?.place.startsWith(`${phase}.`)) await evening.next();
}

/** A page of a seat, or of who leads. */
function read(who: Seated | HeldEvening, room: 'gesprek' | 'leiden' | 'zaal', below = ''): Promise<void> {
  const { conversation, seat } = who.at;
  return readAt(who instanceof HeldEvening ? who.organiser : who, `/${room}/${conversation}/${seat}${below}`);
}

/** Each on a fresh page: what was open before does not live on beside it. */
async function readAt(who: Carrier, path: string, provoked?: RegExp): Promise<void> {
  for (const device of readers) {
    await carry(device, tables.url, who.secret);
    const page = await device.context.newPage();
    await page.goto(tables.url + path);
    // As it is once its script has taken over; reports have none.
    if ((await page.locator('script').count()) > 0) await page.locator(READY).waitFor({ state: 'attached' });
    await assertReadsWell(page);
    await page.close();
    assertQuiet(device, provoked);
  }
}

const READY = ':is(html, seat-island)[data-ready]';
