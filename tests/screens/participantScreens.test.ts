import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertQuiet } from '../helpers/browser.ts';
import type { HeldEvening, Seated } from './heldEvening.ts';
import { assertReadsWell, carry } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after });
const evenings: { [stage: string]: { readonly evening: HeldEvening; readonly person: Seated; readonly card: string } } = {};

before(async () => {
  for (const stage of ['waiting', 'assetsSilent', 'assetsRound', 'close', 'closed', 'left'] as const)
    evenings[stage] = await heldUntil(stage);
  evenings['moment'] = await heldUntil('moment', 'ruimte-voor-reflectie');
});

const SIZES = [
  { language: 'nl', width: 320 },
  { language: 'en', width: 1280 },
] as const;

const SCREENS: readonly (readonly [stage: string, path: string])[] = [
  ['waiting', ''],
  ['assetsSilent', ''],
  ['assetsSilent', '/van-mij'],
  ['assetsSilent', '/van-mij/wissen'],
  ['assetsSilent', '/kaartje/{card}'],
  ['assetsSilent', '/roep'],
  ['assetsSilent', '/afspraken'],
  ['assetsSilent', '/voor-jou'],
  ['assetsSilent', '/weg'],
  ['assetsRound', ''],
  ['close', ''],
  ['closed', ''],
  ['left', ''],
  ['moment', ''],
  ['moment', '/van-mij/notities'],
];

for (const size of SIZES) {
  test(`everybody can read the phone at ${size.width} px in ${size.language}, on all its pages`, async () => {
    const device = await tables.phone(size);
    for (const [stage, path] of SCREENS) {
      const { person, card } = evenings[stage] ?? assert.fail();
      await carry(device, tables.url, person.secret);
      await device.page.goto(tables.pathOf(person) + path.replace('{card}', card));
      await device.page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
      if (stage === 'closed') assert.equal(await device.page.locator('a[href$="/roep"]').count(), 0, 'nobody comes any more');
      await assertReadsWell(device.page);
      assertQuiet(device);
    }
  });
}

test('everybody can read the way in, and who to call', async () => {
  const { evening } = evenings['assetsSilent'] ?? assert.fail();
  const { secret } = await tables.wayIn(evening);
  for (const size of SIZES) {
    const device = await tables.phone(size);
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
  }
});

test('everybody can read an opened terugleeskaart', async () => {
  const { person } = evenings['close'] ?? assert.fail();
  const visitor = await tables.house.app.whoAsks(person.secret);
  const receipt = visitor && (await tables.house.app.makeReceipt(visitor, person.at));
  assert.ok(receipt && 'code' in receipt);
  for (const size of SIZES) {
    const device = await tables.phone(size);
    await device.page.goto(`${tables.url}/terugleeskaart`);
    await device.page.locator('[name=code]').fill(receipt.code);
    await device.page.locator('main button').first().click();
    await device.page.locator('blockquote').first().waitFor();
    await assertReadsWell(device.page);
    assertQuiet(device);
  }
});

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
