import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice } from '../helpers/browser.ts';
import { HeldEvening, type Carrier } from './heldEvening.ts';
import { assertAccessible, assertReadsWell, secretOf } from './look.ts';

const house = await openHouse({ after });
const setUpFile = house.setUpFile ?? '';
/** Whoever used the set-up code in the first story. */
let organiser: Carrier = { secret: '' };

test('an empty house says how to begin, and the set-up code opens it once', async (t) => {
  const device = await openDevice(t);
  const { page } = device;
  await page.goto(house.url);
  await page.getByRole('link', { name: 'Begin met de begincode' }).click();
  await page.getByLabel('Begincode').fill('bake bake bake bake 0000');
  await page.getByRole('button', { name: 'Open mijn gesprekken' }).click();
  await page.getByText('Deze begincode klopt niet.').waitFor();
  await assertAccessible(page);
  const code = readFileSync(setUpFile, 'utf8').trim();
  await page.getByLabel('Begincode').fill(code.toUpperCase());
  await page.getByRole('button', { name: 'Open mijn gesprekken' }).click();
  await page.getByRole('heading', { name: 'Mijn gesprekken' }).waitFor();
  await page.getByText('Nog geen gesprekken').waitFor();
  assertQuiet(device, /404/);
  organiser = { secret: await secretOf(device) };

  const second = await openDevice(t, { script: false });
  await second.page.goto(`${house.url}/leiden/begin`);
  assert.equal(await second.page.getByLabel('Begincode').count(), 0, 'nobody else is asked for the set-up code');
  await second.page.goto(house.url);
  assert.equal(await second.page.getByRole('link', { name: 'Begin met de begincode' }).count(), 0);
});

test('the first page is calm, readable and complete, in Dutch and in English', async (t) => {
  for (const { language, width, join, lead } of [
    { language: 'nl', width: 320, join: 'Doe mee', lead: 'Naar mijn gesprekken' },
    { language: 'en', width: 1280, join: 'Take part', lead: 'To my conversations' },
  ] as const) {
    const device = await openDevice(t, { language, width });
    await device.page.goto(house.url);
    assert.equal(await device.page.getByRole('heading', { level: 1 }).count(), 1);
    await device.page.getByRole('button', { name: join }).waitFor();
    await device.page.getByRole('link', { name: lead }).waitFor();
    await assertReadsWell(device.page);
    assertQuiet(device);
  }
});

for (const script of [true, false]) {
  test(`typing the code on the first page leads to the conversation ${script ? 'with' : 'without'} script`, async (t) => {
    const { app } = theHouse();
    const evening = await HeldEvening.open(app, organiser, { format: 'in-huis-zaaien', title: 'Een gesprek in de wijk' });
    const visitor = await app.whoAsks(organiser.secret);
    assert.ok(visitor);
    const code = await app.joinCode(visitor, evening.at);
    assert.ok('code' in code);
    const device = await openDevice(t, { script });
    await device.page.goto(house.url);
    await device.page.getByLabel('Code van het gesprek').fill(code.code);
    await device.page.getByRole('button', { name: 'Doe mee' }).click();
    await device.page.getByText('Een gesprek in de wijk').first().waitFor();
    assertQuiet(device);
  });
}
