import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { dinerPensant } from '#formats/dinerPensant.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { textsIn } from '#conversation/words.ts';
import { MINUTE } from '#rehearsal/village/time.ts';
import { Ending } from '../../src/commands/bench/ending.ts';
import { holdEvening } from '../../src/commands/bench/evening.ts';
import type { VillageHall } from '../../src/commands/bench/villageHall.ts';
import { make } from '../../src/commands/make.ts';
import { joinAddress } from '../../src/routes/joinAddress.ts';
import { until } from '../app/evening.ts';
import { openDevice, type Device } from '../helpers/browser.ts';
import { assertReadsWell, carry } from '../screens/look.ts';

test('forty people, six phones, no projector, no internet for a while, late, and the soup at half past eight', async () => {
  const ending = new Ending();
  after(() => ending.end());
  await make();
  const [phone, desk] = [await openDevice({ after }), await openDevice({ after })];
  const facts = await holdEvening({ format: dinerPensant, people: 39, phones: 5, tables: 6, seed: 'soup' }, ending, (hall) => {
    const { time, begins } = hall;
    const written = hall.book.mark();
    time.plan(begins - 24 * MINUTE, () => sitDown(hall, phone));
    time.plan(begins + 24.9 * MINUTE, () => keepThePromise(hall, desk));
    time.plan(begins + 53 * MINUTE, () => writeWithoutNetwork(phone, written));
    time.plan(begins + 73 * MINUTE, () => comeBack(hall, phone, written));
  });
  const { people, phones, withoutPhone, leftEarly, differently } = facts;
  assert.deepEqual([people, phones + 1, differently], [40, 6, true]);
  assert.ok(withoutPhone >= 20 && leftEarly >= 2, JSON.stringify(facts));
  assert.deepEqual([facts.lost, facts.duplicated, facts.apartTogether], [0, 0, 0]);
  assert.equal(facts.written, facts.inLog);
  assert.ok(facts.inReport > 0 && facts.keptAtTable > 0);
  assert.equal(facts.inLog, facts.inReport + facts.keptAtTable + facts.keptBack);
  assert.deepEqual([facts.promiseLate, facts.minutesLate <= 5], [0, true]);
  assert.ok(facts.ok, JSON.stringify(facts));
});

/** Scans the code of table 6, and writes for who sits there. */
async function sitDown({ url, key, leader, state }: VillageHall, { page }: Device): Promise<void> {
  await page.goto(joinAddress(url.origin, key, 6));
  await page.getByRole('link', { name: 'Doe mee' }).click();
  await page.getByLabel('inwoner').check();
  await page.getByRole('button', { name: 'Ga naar mijn tafel' }).click();
  await page.waitForURL(/\/gesprek\//);
  const seat = new URL(page.url()).pathname.split('/')[3] as SeatId;
  await leader.act({ type: 'giveRole', seat, role: 'harvester' });
  assert.equal((await state()).seats.get(seat)?.table, 6);
}

/** A quarter of an hour late, in one hand: the console says which steps give how much, and one tap does it. */
async function keepThePromise({ url, at, secret, state }: VillageHall, device: Device): Promise<void> {
  const { page } = device;
  await carry(device, url.origin, secret);
  await page.goto(`${url.origin}/leiden/${at.conversation}/${at.seat}`);
  await page.getByText('(beloofd: 20:30)').and(page.getByText('Komt te laat')).waitFor();
  await assertReadsWell(page);
  await page.getByRole('button', { name: 'Kort in:' }).click();
  await page.getByText('(beloofd: 20:30)').and(page.getByText('Komt te laat')).waitFor({ state: 'detached' });
  const { minutes } = await state();
  assert.ok((minutes['questions'] ?? 15) < 15 && minutes['starterServed'] === undefined && minutes['warmUp'] === undefined);
}

async function writeWithoutNetwork({ page, context }: Device, mark: string): Promise<void> {
  await question(page).waitFor();
  await context.setOffline(true);
  await question(page).fill(`${mark} Wie belt mij terug?`);
  await page.getByRole('button', { name: 'Bewaar kaartje' }).first().click();
  await page.getByText(/Staat op je telefoon|Wordt verstuurd/).waitFor();
}

/** The house has moved on; the words are taken all the same, once. */
async function comeBack(hall: VillageHall, { context }: Device, mark: string): Promise<void> {
  assert.deepEqual(await entriesWith(hall, mark), []);
  await context.setOffline(false);
  await until(async () => (await entriesWith(hall, mark)).length > 0);
  const [entry, ...again] = await entriesWith(hall, mark);
  assert.ok(entry && again.length === 0);
  hall.book.wrote({ mark, hasWords: true, kind: 'entry' });
  hall.book.taken(mark, { entry });
}

async function entriesWith({ app, at }: VillageHall, mark: string): Promise<readonly EntryId[]> {
  const found = await app.read(at.conversation, ({ state }, words) =>
    [...state.entries.values()].filter(({ body }) => textsIn(body).some((text) => words(text)?.startsWith(`${mark} `))).map(({ id }) => id),
  );
  return found ?? [];
}

function question(page: Page) {
  return page.getByLabel('Een vraag van jullie tafel');
}
