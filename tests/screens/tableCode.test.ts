import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { joinAddress } from '../../src/routes/joinAddress.ts';
import { assertQuiet, type Device } from '../helpers/browser.ts';
import { assertReadsWell } from './look.ts';
import { Tables } from './table.ts';
import type { HeldEvening } from './heldEvening.ts';

const tables = await Tables.open({ after });

test('who scans the code of a table sits there, two screens later', async () => {
  const { evening, scan } = await hall();
  const device = await tables.phone();
  const { page } = device;
  await scan(device, 3);
  await page.getByText('Je gaat zitten aan tafel 3.').waitFor();
  await assertReadsWell(page);
  await page.getByRole('link', { name: 'Doe mee' }).click();
  await page.getByLabel('inwoner').check();
  await page.getByRole('button', { name: 'Ga naar mijn tafel' }).click();
  await page.getByText('jij spreekt als inwoner').waitFor();
  assert.deepEqual(await tablesIn(evening), [3]);

  await scan(device, 2);
  await page.getByText('Je hebt de code van tafel 2 gescand. Jij zit nu aan tafel 3.').waitFor();
  await assertReadsWell(page);
  await page.getByRole('button', { name: 'Ga zitten aan tafel 2' }).click();
  await page.waitForURL(/\/gesprek\//);
  assert.deepEqual(await tablesIn(evening), [2]);
  assertQuiet(device);
});

test('once the tables are given, the phone says where one sits and leads back to it', async () => {
  const { evening, scan } = await hall();
  const person = await evening.join('resident');
  await evening.next();
  const device = await tables.phoneOf(person);
  await scan(device, 3);
  await device.page.getByText('Jij zit nu aan tafel 1.').waitFor();
  await assertReadsWell(device.page);
  await device.page.getByRole('link', { name: 'Ga naar mijn tafel' }).click();
  await device.page.waitForURL(tables.pathOf(person));
  assert.deepEqual(await tablesIn(evening), [1]);
  assertQuiet(device);
});

test('two who share a phone are asked who sits down there', async () => {
  const { evening, scan } = await hall();
  const device = await tables.phone();
  const { page } = device;
  for (const how of ['Doe mee', 'Iemand anders doet mee met deze telefoon']) {
    await scan(device, 1);
    await page.getByRole('link', { name: how }).click();
    await page.getByLabel('inwoner').check();
    await page.getByRole('button', { name: 'Ga naar mijn tafel' }).click();
    await page.getByText('jij spreekt als inwoner').waitFor();
  }
  await scan(device, 2);
  await page.getByText('Je hebt de code van tafel 2 gescand. Wie gaat daar zitten?').waitFor();
  await assertReadsWell(page);
  await page.getByRole('button', { name: 'Wie nu aan tafel 1 zit, op plek 2' }).click();
  await page.waitForURL(/\/gesprek\//);
  assert.deepEqual(
    (await evening.state()).tables.map(({ seats }) => seats.length),
    [1, 1, 0],
  );
  assertQuiet(device);
});

test('the code of a table of an older plan says so, and gives a place all the same', async () => {
  const { evening, scan } = await hall();
  const device = await tables.phone();
  await scan(device, 12);
  await device.page.getByText('Tafel 12 staat er nu niet. Je krijgt een plek aan een andere tafel.').waitFor();
  await device.page.getByRole('link', { name: 'Doe mee' }).click();
  await device.page.getByLabel('inwoner').check();
  await device.page.getByRole('button', { name: 'Ga naar mijn tafel' }).click();
  await device.page.getByText('jij spreekt als inwoner').waitFor();
  assert.deepEqual(await tablesIn(evening), [1]);
  assertQuiet(device);
});

async function hall() {
  const evening = await tables.evening();
  await evening.lead({ type: 'setTables', count: 3 });
  const { secret } = await tables.wayIn(evening);
  const scan = async ({ page }: Device, table: number) => {
    await page.goto(joinAddress(tables.url, secret, table));
    await page.waitForURL(/doe-mee\/\w/);
  };
  return { evening, scan };
}

async function tablesIn(evening: HeldEvening): Promise<readonly number[]> {
  return [...(await evening.state()).seats.values()].map(({ table }) => table).filter((table) => table > 0);
}
