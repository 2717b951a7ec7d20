import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertQuiet } from '../helpers/browser.ts';
import { assertReadsWell } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after });

for (const script of [true, false]) {
  test(`two people share a phone, and neither sees words of the other, ${script ? 'with' : 'without'} script`, async () => {
    const evening = await tables.evening();
    await until(evening, 'assetsSilent');
    const { code } = await tables.wayIn(evening);
    const first = await evening.join('resident');
    await evening.write(first, 'asset', { text: 'Alleen van de eerste.' });
    const device = await tables.phoneOf(first, { script });
    const { page } = device;
    await page.getByText('Alleen van de eerste.').waitFor();

    await page.getByRole('button', { name: 'Geef door aan de volgende' }).click();
    await page.getByRole('heading', { name: 'Geef de telefoon door' }).waitFor();
    await page.getByRole('button', { name: 'Tafel 1, plek 1: inwoner' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Geef de telefoon door' }).waitFor();
    assert.ok(!(await page.content()).includes('Alleen van de eerste.'), 'also for who goes back');

    await page.getByRole('link', { name: 'Iemand die nog niet meedoet' }).click();
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: 'Iemand anders doet mee met deze telefoon' }).click();
    await page.getByLabel('ik werk bij de gemeente').check();
    await page.getByRole('button', { name: 'Ga naar mijn tafel' }).click();
    await page.getByText('jij spreekt als medewerker van de gemeente').waitFor();
    for (const below of ['', '/van-mij']) {
      await page.goto(`${tables.pathOf(first)}${below}`);
      await page.getByRole('heading', { name: 'Geef de telefoon door' }).waitFor();
      assert.ok(!(await page.content()).includes('Alleen van de eerste.'), below);
    }
    await page.getByRole('button', { name: 'Tafel 1, plek 1: inwoner' }).click();
    await page.getByText('Alleen van de eerste.').waitFor();
    assertQuiet(device);
  });
}

test('the screen in between is only for those of this phone, and reads well', async () => {
  const evening = await tables.evening();
  const person = await evening.join('resident');
  const stranger = await tables.phone();
  const path = `${tables.url}/gesprek/${evening.at.conversation}/doorgeven`;
  assert.equal((await stranger.page.goto(path))?.status(), 404);
  for (const kind of [
    { language: 'nl', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    const device = await tables.phoneOf(person, kind);
    await device.page.goto(path);
    await assertReadsWell(device.page);
    assertQuiet(device);
  }
});
