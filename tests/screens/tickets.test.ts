import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import type { HeldEvening } from './heldEvening.ts';
import { assertReadsWell, carry, hydrated } from './look.ts';
import { Tables } from './table.ts';

const tables = await Tables.open({ after });
const evening = await tables.evening();

test('tickets are made, stay veiled on the screen until asked for, and are shown once', async (t) => {
  const { device, codes } = await madeTickets(t, evening, 9);
  const { page } = device;
  assert.equal(codes.length, 9);
  assert.equal(await page.locator('.secret').first().isVisible(), false, 'consoles are mirrored on projectors');
  await page.getByLabel('Toon de codes ook op dit scherm').check();
  assert.equal(await page.locator('.secret').first().isVisible(), true);
  assert.equal(await page.getByRole('article', { name: /^Vel/ }).count(), 2, 'eight on a sheet');
  await page.getByText('9 gemaakt, 0 in gebruik, 0 ongeldig.').waitFor();
  await page.reload();
  const after = await page.content();
  for (const code of codes) assert.ok(!after.includes(code));
  await page.getByText('Maak ongebruikte kaartjes ongeldig').click();
  await page.getByRole('button', { name: 'Ja, maak ze ongeldig' }).click();
  await page.getByText('9 gemaakt, 0 in gebruik, 9 ongeldig.').waitFor();
  assertQuiet(device);
});

test('a wrong count says so and makes nothing, also without script', async (t) => {
  const device = await printer(t, evening, { script: false });
  const { page } = device;
  await page.getByLabel('Hoeveel kaartjes?').fill('veel');
  await page.getByRole('button', { name: 'Maak kaartjes' }).click();
  await page.getByText('Kies een aantal van 1 tot en met 300. Er is nog niets gemaakt.').waitFor();
  assertQuiet(device, /400/);
});

test('who scans a ticket is in within two screens, and has the code on paper', async () => {
  const room = await tables.evening();
  const visitor = await tables.house.app.whoAsks(room.organiser.secret);
  assert.ok(visitor);
  const made = await tables.house.app.makeTickets(visitor, room.at, 0, 1);
  assert.ok('tickets' in made);
  const [ticket] = made.tickets;
  assert.ok(ticket);
  const phone = await tables.phone();
  await phone.page.goto(`${tables.url}/doe-mee#${ticket.secret}`);
  await phone.page.getByRole('link', { name: 'Doe mee' }).click();
  assert.ok(!phone.page.url().includes(ticket.secret));
  await phone.page.getByLabel('inwoner').check();
  await phone.page.getByRole('button', { name: 'Ga naar mijn tafel' }).click();
  await phone.page.getByText('Tafel 1').first().waitFor();
  await phone.page.getByRole('link', { name: 'Van mij' }).click();
  await phone.page.getByText('Je code staat op je kaartje van de deur.').waitFor();
  await phone.page.getByText('Ik ben mijn code kwijt').click();
  await phone.page.getByText('De code op je kaartje werkt dan niet meer.').waitFor();
  assertQuiet(phone);

  const second = await tables.phone();
  await second.page.goto(`${tables.url}/doe-mee#${ticket.secret}`);
  await second.page.getByText('Dit kaartje is al in gebruik').waitFor();
  await second.page.getByLabel('Code').waitFor();
  assertQuiet(second, /409/);

  const stranger = await tables.phone();
  await stranger.page.goto(`${tables.url}/doe-mee#t.${'x'.repeat(43)}`);
  await stranger.page.getByText('Dit kaartje van de deur kennen we niet in dit gesprek.').waitFor();
  assertQuiet(stranger, /404/);
});

test('the page reads well in both languages, narrow, wide and large', async (t) => {
  for (const kind of [
    { language: 'nl', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    const device = await printer(t, evening, kind);
    await assertReadsWell(device.page);
    await device.page.locator('[name=count]').fill('3');
    await device.page.getByRole('button', { name: /^(Maak kaartjes|Make tickets)$/ }).click();
    await device.page.locator('.secret').first().waitFor({ state: 'attached' });
    await device.page.locator('[name=shown]').check();
    await assertReadsWell(device.page);
    assertQuiet(device);
  }
});

type Test = Parameters<typeof openDevice>[0];

/** The laptop of who leads, on the page to make tickets. */
async function printer(t: Test, { organiser, at }: HeldEvening, kind: DeviceKind = {}): Promise<Device> {
  const device = await openDevice(t, { width: 1280, ...kind });
  await carry(device, tables.url, organiser.secret);
  await device.page.goto(`${tables.url}/leiden/${at.conversation}/${at.seat}/printen/kaartjes`);
  if (kind.script !== false) await hydrated(device);
  return device;
}

async function madeTickets(t: Test, held: HeldEvening, count: number): Promise<{ device: Device; codes: readonly string[] }> {
  const device = await printer(t, held);
  await device.page.getByLabel('Hoeveel kaartjes?').fill(String(count));
  await device.page.getByRole('button', { name: 'Maak kaartjes' }).click();
  await device.page.getByText('Druk deze kaartjes nu af').waitFor();
  return { device, codes: (await device.page.content()).match(/(?:[a-z]{4} ){4}\d{4}(?=<)/g) ?? [] };
}
