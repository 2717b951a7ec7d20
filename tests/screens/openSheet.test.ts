import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { OPEN_SHEET } from '#conversation/openSheet.ts';
import { everything } from '../formats/everything.ts';
import { assertQuiet } from '../helpers/browser.ts';
import { assertReadsWell } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after }, [everything]);

for (const script of [true, false]) {
  test(`a table does it differently, and goes back to the form, ${script ? 'with' : 'without'} script`, async () => {
    const { evening, scribe, anna } = await atTable();
    const { page, ...device } = await tables.phoneOf(scribe, { script });
    await page.getByText('Wij doen het anders').click();
    await page.getByText('Dit geldt voor de hele tafel').waitFor();
    await page.getByRole('button', { name: 'Ja, onze tafel doet het anders' }).click();
    await page.getByText('Jullie tafel doet deze stap op een eigen manier.').waitFor();
    const sheet = page.locator('form').filter({ hasText: 'Open blad' });
    await sheet.getByRole('textbox').fill('Wij praten liever over de straat.');
    await sheet.getByRole('button', { name: 'Bewaar kaartje' }).click();
    await page.getByText('Wij praten liever over de straat.').first().waitFor();
    await page
      .getByText('Bewaard', { exact: true })
      .or(page.getByText('Bewaard.', { exact: true }))
      .first()
      .waitFor();
    assert.deepEqual(
      [...(await evening.state()).entries.values()].map(({ input }) => input),
      [OPEN_SHEET],
    );

    const other = await tables.phoneOf(anna);
    await other.page.getByText('Jullie tafel doet deze stap op een eigen manier.').waitFor();
    assert.equal(await other.page.getByRole('button', { name: 'Toch op de gewone manier' }).count(), 0);
    await page.getByRole('button', { name: 'Toch op de gewone manier' }).click();
    await page.getByText('Wij doen het anders').waitFor();
    await page.getByText('Wij praten liever over de straat.').first().waitFor();
    if (script) await other.page.getByText('Jullie tafel doet deze stap op een eigen manier.').waitFor({ state: 'detached' });
    assertQuiet({ page, ...device });
  });
}

test('what was being written when the table went its own way can still come along', async () => {
  const { evening, scribe, anna } = await atTable();
  const device = await tables.phoneOf(anna);
  const { page } = device;
  await page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
  await page.getByRole('textbox').first().fill('Nog niet bewaard.');
  await evening.do(scribe, { type: 'openSheet', run: await evening.run(), open: true });
  await page.getByText('Je tafel doet deze stap nu op een andere manier.').waitFor();
  await page.getByRole('button', { name: 'Bewaar kaartje' }).first().click();
  await page.getByRole('region', { name: 'Mijn kaartjes' }).getByText('Nog niet bewaard.').waitFor();
  assertQuiet(device);
});

test('the open sheet reads well in both languages, narrow, wide and large', async () => {
  const { evening, scribe, anna } = await atTable();
  await evening.do(scribe, { type: 'openSheet', run: await evening.run(), open: true });
  for (const kind of [{ language: 'nl' }, { language: 'en', width: 1280 }] as const) {
    for (const person of [scribe, anna]) {
      const device = await tables.phoneOf(person, kind);
      await assertReadsWell(device.page);
      assertQuiet(device);
    }
  }
});

/** A table with somebody who writes for it, at a step with cards. */
async function atTable() {
  const evening = await tables.evening(everything.id);
  const scribe = await evening.join('resident');
  await evening.do(scribe, { type: 'takeRole', role: 'scribe' });
  const anna = await evening.join('professional');
  await until(evening, 'questions');
  return { evening, scribe, anna };
}
