import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { headsAt } from '#conversation/heads.ts';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import type { HeldEvening } from './heldEvening.ts';
import { assertReadsWell, carry, hydrated } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after });

test('four people pass on one phone; who leads counts heads, and they take part', async (t) => {
  const evening = await tables.evening();
  await until(evening, 'assetsSilent');
  const { code } = await tables.wayIn(evening);
  const first = await evening.join('resident');
  const phone = await tables.phoneOf(first);
  for (let more = 0; more < 3; more++) await passOn(phone, code);
  await phone.page.getByText('Je telt mee zodra de tafelgastheer of gespreksleider de hoofden heeft geteld.').waitFor();
  assert.deepEqual(headsAt(await evening.state(), 1), { said: null, people: 1, waiting: 3, sharing: 4, phones: 1 });

  const device = await console(t, evening, '', { width: 1280, height: 900 });
  const { page } = device;
  await page.getByText('Tafel 1: 4 mensen op één telefoon').waitFor();
  await page.getByRole('link', { name: 'Kloppen de hoofden?' }).click();
  await page.getByText('3 mensen op een gedeelde telefoon tellen nog niet mee.').first().waitFor();
  await page.getByLabel('Hoeveel mensen zitten hier echt?').fill('4');
  await page.getByRole('button', { name: 'Bewaar het aantal' }).click();
  await page.getByText('Hoofden tellen · 4 hoofden geteld').waitFor();
  assert.equal(headsAt(await evening.state(), 1).waiting, 0);
  await phone.page.getByText('Je telt mee zodra').waitFor({ state: 'detached' });
  for (const each of [phone, device]) assertQuiet(each);
});

test('twenty joins from one phone at once are one person', async () => {
  const evening = await tables.evening();
  await until(evening, 'assetsSilent');
  const { secret: key } = await tables.wayIn(evening);
  const join = (cookie: string) =>
    fetch(`${tables.url}/v1/joinings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ key, perspectives: ['resident'] }),
    });
  const [cookie = ''] = (await join('')).headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
  const more = await Promise.all(Array.from({ length: 19 }, () => join(cookie)));
  assert.deepEqual(new Set(more.map(({ status }) => status)), new Set([201]));
  assert.deepEqual(headsAt(await evening.state(), 1), { said: null, people: 1, waiting: 19, sharing: 20, phones: 1 });
});

test('heads read well in the console in both languages, narrow and wide', async (t) => {
  const evening = await tables.evening();
  await until(evening, 'assetsSilent');
  const { code } = await tables.wayIn(evening);
  const phone = await tables.phoneOf(await evening.join('resident'));
  await passOn(phone, code);
  for (const kind of [{ language: 'nl' }, { language: 'en', width: 1280 }] as const) {
    for (const below of ['', '/tafels']) {
      const device = await console(t, evening, below, kind);
      await assertReadsWell(device.page);
      assertQuiet(device);
    }
  }
});

/** One more person takes part by the same phone. */
async function passOn({ page }: Device, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Geef door aan de volgende' }).click();
  await page.getByText('Wie er op deze telefoon bij komt, telt mee zodra').waitFor();
  await page.getByRole('link', { name: 'Iemand die nog niet meedoet' }).click();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByRole('link', { name: 'Iemand anders doet mee met deze telefoon' }).click();
  await page.getByLabel('ik werk bij de gemeente').check();
  await page.getByRole('button', { name: 'Ga naar mijn tafel' }).click();
  await page.getByText('jij spreekt als medewerker van de gemeente').waitFor();
}

async function console(t: Parameters<typeof openDevice>[0], evening: HeldEvening, below: string, kind: DeviceKind): Promise<Device> {
  const device = await openDevice(t, kind);
  await carry(device, tables.url, evening.organiser.secret);
  await device.page.goto(`${tables.url}/leiden/${evening.at.conversation}/${evening.at.seat}${below}`);
  await hydrated(device);
  return device;
}
