import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertQuiet } from '../helpers/browser.ts';
import { everything } from '../formats/everything.ts';
import { assertReadsWell } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after }, [everything]);

for (const script of [true, false]) {
  test(`paper of an earlier step is typed in, for the table and for who has no phone, ${script ? 'with' : 'without'} script`, async () => {
    const { evening, scribe } = await withScribe();
    const device = await tables.phoneOf(scribe, { script });
    const { page } = device;
    await page.goto(`${tables.pathOf(scribe)}/papier`);
    await page.getByText('Nog niets om over te typen.').waitFor();
    await until(evening, 'forTheRoom');
    await page.goto(tables.pathOf(scribe));
    await page.getByRole('link', { name: 'Papier overtypen' }).click();
    for (const [whose, text] of [
      [/^Van onze tafel$/, 'Stond op een vel van de tafel.'],
      [/^Tafel 1, plek \d: inwoner$/, 'Stond op haar kaartje.'],
    ] as const) {
      await page.getByLabel('Bij welke stap?').selectOption({ label: 'Stap allCards' });
      const choice = page.getByLabel('Van wie?');
      await choice.selectOption(await choice.locator('option', { hasText: whose }).getAttribute('value'));
      const before = page.url();
      await page.getByRole('button', { name: 'Typ over' }).click();
      await page.waitForURL(({ href }) => href !== before);
      await page.getByRole('heading', { name: 'Papier van: Stap allCards' }).waitFor();
      await page.getByText('Wat je hier typt, komt bij tafel 1').waitFor();
      if (script) await page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
      const form = page
        .locator('form')
        .filter({ has: page.getByRole('button', { name: 'Bewaar kaartje' }) })
        .first();
      await form.getByRole('textbox').first().fill(text);
      await form.getByRole('button', { name: 'Bewaar kaartje' }).click();
      if (script) await page.getByRole('region', { name: 'Overgetypt op dit scherm' }).getByText(text).waitFor();
      await page
        .getByText(script ? 'Bewaard, maar na de stap' : 'Bewaard.')
        .first()
        .waitFor();
    }
    const situation = await tables.house.app.situationOf(evening.at.conversation);
    assert.ok(situation);
    const { state, authors } = situation;
    const cards = [...state.entries.values()].toSorted((one, other) => one.arrived - other.arrived);
    assert.deepEqual(
      cards.map(({ place, late, id }) => [place, late, state.seats.get(authors.seatOf.get(id) ?? '')?.phoneless ?? false]),
      [
        ['allCards.1', true, false],
        ['allCards.1', true, true],
      ],
    );
    assertQuiet(device);
  });
}

test('the page reads well in both languages, narrow, wide and large', async () => {
  const { evening, scribe } = await withScribe();
  await until(evening, 'forTheRoom');
  for (const kind of [
    { language: 'nl', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    const device = await tables.phoneOf(scribe, kind);
    for (const below of ['', '?stap=story.1']) {
      await device.page.goto(`${tables.pathOf(scribe)}/papier${below}`);
      await assertReadsWell(device.page);
    }
    assertQuiet(device);
  }
});

/** Somebody who writes for table 1, with somebody without a phone beside them. */
async function withScribe() {
  const evening = await tables.evening(everything.id);
  const scribe = await evening.join('professional');
  await evening.do(scribe, { type: 'takeRole', role: 'scribe' });
  await evening.do(scribe, { type: 'seatPerson', perspectives: ['resident'] });
  return { evening, scribe };
}
