import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertQuiet } from '../helpers/browser.ts';
import type { HeldEvening, Seated } from './heldEvening.ts';
import { assertReadsWell } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after });
const evenings: { [stage: string]: { readonly evening: HeldEvening; readonly person: Seated; readonly card: string } } = {};

before(async () => {
  for (const stage of ['waiting', 'assetsSilent', 'assetsRound', 'close', 'closed', 'left'] as const)
    evenings[stage] = await heldUntil(stage);
  evenings['moment'] = await heldUntil('moment', 'ruimte-voor-reflectie');
});

const SCREENS: readonly (readonly [stage: string, path: string])[] = [
  ['waiting', ''],
  ['assetsSilent', ''],
  ['assetsSilent', '/van-mij'],
  ['assetsSilent', '/van-mij/wissen'],
  ['assetsSilent', '/kaartje/{card}'],
  ['assetsSilent', '/roep'],
  ['assetsSilent', '/afspraken'],
  ['assetsSilent', '/weg'],
  ['assetsRound', ''],
  ['close', ''],
  ['closed', ''],
  ['left', ''],
  ['moment', ''],
  ['moment', '/van-mij/notities'],
];

for (const [stage, path] of SCREENS) {
  test(`everybody can read ${path === '' ? 'the phone' : path} at ${stage}`, async () => {
    const { person, card } = evenings[stage] ?? assert.fail();
    for (const [language, width] of SIZES) {
      const device = await tables.phone({ language, width });
      await device.context.addCookies([{ name: 'apparaat', value: person.secret, url: tables.url }]);
      await device.page.goto(tables.pathOf(person) + path.replace('{card}', card));
      await device.page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
      await assertReadsWell(device.page);
      assertQuiet(device);
      await device.context.close();
    }
  });
}

test('everybody can read the way in, and who to call', async () => {
  const { evening } = evenings['assetsSilent'] ?? assert.fail();
  const { secret } = await tables.wayIn(evening);
  for (const [language, width] of SIZES) {
    const device = await tables.phone({ language, width });
    const { page } = device;
    for (const path of ['/doe-mee', '/terugleeskaart', '/hulp', `/doe-mee#${secret}`]) {
      await page.goto(tables.url + path);
      if (path.includes('#')) await page.waitForURL(/doe-mee\/\w/);
      await assertReadsWell(page);
    }
    await page.goto(`${page.url()}/als`);
    await assertReadsWell(page);
    await page.locator('[name=as][value=other]').check();
    await assertReadsWell(page);
    assertQuiet(device);
    await device.context.close();
  }
});

test('everybody can read an opened terugleeskaart', async () => {
  const { person } = evenings['close'] ?? assert.fail();
  const visitor = await tables.house.app.whoAsks(person.secret);
  const receipt = visitor && (await tables.house.app.makeReceipt(visitor, person.at));
  assert.ok(receipt && 'code' in receipt);
  for (const [language, width] of SIZES) {
    const device = await tables.phone({ language, width });
    await device.page.goto(`${tables.url}/terugleeskaart`);
    await device.page.locator('[name=code]').fill(receipt.code);
    await device.page.locator('main button').first().click();
    await device.page.locator('blockquote').first().waitFor();
    await assertReadsWell(device.page);
    assertQuiet(device);
    await device.context.close();
  }
});

const SIZES = [
  ['nl', 360],
  ['en', 320],
  ['nl', 1280],
] as const;

async function heldUntil(stage: string, format?: string) {
  const evening = await tables.evening(format);
  const person = await evening.join('resident');
  await evening.join('professional');
  let card = '';
  if (stage !== 'waiting') {
    for (const phase of format
      ? [stage]
      : ['assetsSilent', ...(stage === 'left' || stage === 'assetsSilent' ? [] : [stage === 'closed' ? 'close' : stage])]) {
      await until(evening, phase);
      if (phase !== 'assetsSilent') continue;
      card = await evening.write(person, 'asset', {
        text: 'In het buurthuis is op woensdag plek.',
        fields: { sort: 'places', whose: 'het buurthuis' },
      });
    }
  }
  if (stage === 'closed') await evening.lead({ type: 'close' });
  if (stage === 'left') await evening.do(person, { type: 'leave' });
  return { evening, person, card };
}
