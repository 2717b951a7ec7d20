import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { headsAt } from '#conversation/heads.ts';
import { assertQuiet } from '../helpers/browser.ts';
import { assertReadsWell } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after });

for (const script of [true, false]) {
  test(`a host finds what to say, holds a round, counts heads and does it differently, ${script ? 'with' : 'without'} script`, async () => {
    const { evening, host, guest } = await hosted();
    const device = await tables.phoneOf(host, { script });
    const { page } = device;
    await page.getByRole('link', { name: 'Jouw pagina als tafelgastheer' }).click();
    await page.getByRole('heading', { name: 'Tafel 1' }).waitFor();
    await page.getByText('Zeg nu').waitFor();
    const run = await evening.run();
    await evening.do(guest, { type: 'askRound', run });
    if (!script) await page.reload();
    await page.getByText('Iemand aan tafel vraagt om een rondje.').waitFor();
    await page.getByRole('button', { name: 'Doe een rondje' }).click();
    await page.getByText('Jullie doen een rondje.').waitFor();
    await page.getByText('iemand geraakt is').click();
    await page.getByText('Niemand hoeft iets te vertellen.').waitFor();
    await page.getByLabel('Hoeveel mensen zitten hier echt?').fill('twee');
    await page.getByRole('button', { name: 'Bewaar het aantal' }).click();
    await page.getByText('Vul een getal in, bijvoorbeeld 6.').waitFor();
    await page.getByLabel('Hoeveel mensen zitten hier echt?').fill('3');
    await page.getByRole('button', { name: 'Bewaar het aantal' }).click();
    await page.getByText('Er zitten hier meer mensen dan er meedoen.').waitFor();
    assert.equal(headsAt(await evening.state(), 1).said, 3);
    await page.getByText('Wij doen het anders').click();
    await page.getByRole('button', { name: 'Ja, onze tafel doet het anders' }).click();
    await page.getByText('Jullie tafel doet deze stap op een eigen manier.').waitFor();
    assertQuiet(device, /400/);
  });
}

test('who neither hosts nor writes is told for whom the page is, and who goes that nothing can be added', async () => {
  const { guest } = await hosted();
  const device = await tables.phoneOf(guest);
  await device.page.goto(`${tables.pathOf(guest)}/tafel`);
  await device.page.getByText('Deze pagina is voor wie de tafel leidt of voor de tafel schrijft.').waitFor();
  await device.page.goto(`${tables.pathOf(guest)}/weg`);
  await device.page.getByText('Nu kan er niets bij.').waitFor();
  assertQuiet(device);
});

test('the page of a host reads well in both languages, narrow, wide and large', async () => {
  const { evening, host } = await hosted();
  await evening.do(host, { type: 'seatPerson', perspectives: ['resident'] });
  for (const kind of [
    { language: 'nl', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    const device = await tables.phoneOf(host, kind);
    await device.page.goto(`${tables.pathOf(host)}/tafel`);
    await assertReadsWell(device.page);
    assertQuiet(device);
  }
});

/** A table with a host, while people talk. */
async function hosted() {
  const evening = await tables.evening('dialoogtafel');
  const host = await evening.join('professional');
  await evening.do(host, { type: 'takeRole', role: 'host' });
  const guest = await evening.join('resident');
  await until(evening, 'askOn');
  return { evening, host, guest };
}
