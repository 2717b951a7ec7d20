import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import type { HeldEvening, Seated } from './heldEvening.ts';
import { everything } from '../formats/everything.ts';
import { assertReadsWell, carry, hydrated } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after }, [everything]);

for (const script of [true, false]) {
  test(`the scribe lets somebody without a phone sit down and writes what they say, ${script ? 'with' : 'without'} script`, async () => {
    const { evening, scribe } = await withScribe();
    await until(evening, 'allCards');
    const device = await tables.phoneOf(scribe, { script });
    const { page } = device;
    await page.getByRole('link', { name: 'Iemand zonder telefoon erbij' }).click();
    await page.getByRole('button', { name: 'Schuif een stoel bij' }).click();
    await page.getByText('Kies eerst wat bij je past.').waitFor();
    await page.getByLabel('inwoner').check();
    await page.getByLabel(/^Nummer van het kaartje/).fill('12');
    await page.getByRole('button', { name: 'Schuif een stoel bij' }).click();
    await page.getByText('Dit kaartje van de deur kennen we niet in dit gesprek.').waitFor();
    await page.getByLabel(/^Nummer van het kaartje/).fill('');
    await page.getByRole('button', { name: 'Schuif een stoel bij' }).click();
    await page.getByText('De stoel staat erbij.').waitFor();

    await page.getByRole('link', { name: 'Plek 2: inwoner' }).click();
    await page.getByRole('heading', { name: 'Je schrijft nu voor plek 2: inwoner' }).waitFor();
    const card = page
      .locator('form')
      .filter({ has: page.getByRole('button', { name: 'Bewaar kaartje' }) })
      .first();
    await card.getByRole('textbox').first().fill('Ik help al jaren mijn buurvrouw.');
    await card.getByRole('button', { name: 'Bewaar kaartje' }).click();
    await page
      .getByText('Bewaard', { exact: true })
      .or(page.getByText('Bewaard.', { exact: true }))
      .first()
      .waitFor();
    const { entries, seats } = await evening.state();
    const [entry] = entries.values();
    const situation = await tables.house.app.situationOf(evening.at.conversation);
    const author = seats.get(situation?.authors.seatOf.get(entry?.id ?? '') ?? '');
    assert.equal(author?.phoneless, true, 'the card is of who said it');

    await page.getByText('Over deze persoon: wat is er nodig').click();
    await page.getByLabel('Een rustige tafel').check();
    await page.getByRole('button', { name: 'Vraag dit' }).click();
    await page.waitForURL(/gedaan=tell/);
    await page.getByText('Bewaard.', { exact: true }).waitFor();
    await page.getByText('Over deze persoon: wat is er nodig').click();
    await page.getByRole('button', { name: 'Ik ben jonger dan 16' }).click();
    await page.getByText('Je zei dat je jonger bent dan 16.').waitFor({ state: 'attached' });
    const { entries: after } = await evening.state();
    assert.deepEqual(
      [...after.values()].map(({ kept }) => kept),
      [true],
      'what was written before stays at the table',
    );
    assertQuiet(device, /40[049]/);
  });
}

test('what was just typed can be read out and taken back; the person can leave and come back', async () => {
  const { evening, scribe, seated } = await withScribe();
  const served = await seated();
  await until(evening, 'allCards');
  const device = await tables.phoneOf(scribe);
  const { page } = device;
  await page.goto(`${tables.pathOf(scribe)}/voor/${served}`);
  await page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
  const card = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Bewaar kaartje' }) })
    .first();
  await card.getByRole('textbox').first().fill('Verkeerd gehoord.');
  await card.getByRole('button', { name: 'Bewaar kaartje' }).click();
  const written = page.getByRole('region', { name: 'Opgeschreven voor deze persoon' });
  await written.getByText('Verkeerd gehoord.').waitFor();
  await written.getByRole('button', { name: 'Haal dit weg' }).click();
  await written.waitFor({ state: 'detached' });
  assert.deepEqual(
    [...(await evening.state()).entries.values()].map(({ status }) => status),
    ['withdrawn'],
  );
  await page.getByRole('button', { name: 'Deze persoon gaat weg' }).click();
  await page.getByText('Deze persoon is weg.').waitFor();
  await page.getByRole('button', { name: 'Deze persoon is er weer' }).click();
  await page.getByRole('button', { name: 'Deze persoon gaat weg' }).waitFor();
  assertQuiet(device);
});

test('who types for somebody that went to another table hears so, and keeps the words', async () => {
  const { evening, scribe, seated } = await withScribe();
  const served = await seated();
  await evening.lead({ type: 'setTables', count: 2 });
  await until(evening, 'allCards');
  const device = await tables.phoneOf(scribe);
  const { page } = device;
  await page.goto(`${tables.pathOf(scribe)}/voor/${served}`);
  await page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
  const card = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Bewaar kaartje' }) })
    .first();
  await card.getByRole('textbox').first().fill('Van de andere tafel.');
  await evening.lead({ type: 'moveSeat', seat: served, table: 2 });
  await card.getByRole('button', { name: 'Bewaar kaartje' }).click();
  await page.getByText('Deze persoon zit niet aan jouw tafel.').waitFor();
  await page.goto(`${tables.pathOf(scribe)}/voor/${served}`);
  await page.waitForURL(tables.pathOf(scribe));
  await page.getByText('Van de andere tafel.').first().waitFor();
  assertQuiet(device, /409/);
});

test('who leads seats somebody at any table, writes for them, and sees them go and come back', async (t) => {
  const { evening } = await withScribe();
  await until(evening, 'allCards');
  const device = await console(t, evening, { width: 1280 });
  const { page } = device;
  const table = page.locator('#tafel-1');
  await table.getByText('Iemand zonder telefoon erbij').click();
  await table.getByLabel('Deze persoon is hier als …').selectOption({ label: 'inwoner' });
  await table.getByRole('button', { name: 'Schuif een stoel bij' }).click();
  await table.getByText('zonder telefoon', { exact: true }).first().waitFor();
  await table.locator('summary').filter({ hasText: 'zonder telefoon' }).first().click();
  await table.getByRole('button', { name: 'Deze persoon gaat weg' }).click();
  await table.getByRole('button', { name: /zonder telefoon\) is er weer/ }).click();
  await table.locator('summary').filter({ hasText: 'zonder telefoon' }).first().waitFor();
  const person = table
    .locator('details')
    .filter({ has: page.getByText('zonder telefoon', { exact: true }) })
    .first();
  if ((await person.getAttribute('open')) === null) await person.locator('summary').click();
  await person.getByRole('link', { name: 'Schrijf voor deze persoon' }).click();
  await page.getByRole('heading', { name: /^Je schrijft nu voor plek 2/ }).waitFor();
  await page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
  const card = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Bewaar kaartje' }) })
    .first();
  await card.getByRole('textbox').first().fill('Gezegd tegen de gespreksleider.');
  await card.getByRole('button', { name: 'Bewaar kaartje' }).click();
  const written = page.getByRole('region', { name: 'Opgeschreven voor deze persoon' });
  await written.getByText('Gezegd tegen de gespreksleider.').waitFor();
  await written.getByText('Bewaard', { exact: true }).waitFor();
  assert.equal((await evening.state()).entries.size, 1);
  assertQuiet(device);
});

test('nobody else gets at the page of somebody without a phone', async () => {
  const { evening, scribe, seated } = await withScribe();
  const served = await seated();
  const guest = await evening.join('resident');
  const device = await tables.phoneOf(guest);
  for (const seat of [served, scribe.at.seat, guest.at.seat, 'x'.repeat(20)])
    assert.equal((await device.page.goto(`${tables.pathOf(guest)}/voor/${seat}`))?.status(), 404);
});

test('these screens read well in both languages, narrow, wide and large', async (t) => {
  const { evening, scribe, seated } = await withScribe();
  const served = await seated();
  await until(evening, 'allCards');
  for (const kind of [
    { language: 'nl', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    const device = await tables.phoneOf(scribe, kind);
    for (const below of ['', '/zonder-telefoon', `/voor/${served}`]) {
      await device.page.goto(`${tables.pathOf(scribe)}${below}`);
      await assertReadsWell(device.page);
    }
    assertQuiet(device);
    const leader = await console(t, evening, kind);
    await assertReadsWell(leader.page);
    assertQuiet(leader);
  }
});

type Test = Parameters<typeof openDevice>[0];

/** Somebody who writes for table 1, and a way to seat people without a phone beside them. */
async function withScribe(): Promise<{ evening: HeldEvening; scribe: Seated; seated: () => Promise<string> }> {
  const evening = await tables.evening(everything.id);
  const scribe = await evening.join('professional');
  await evening.do(scribe, { type: 'takeRole', role: 'scribe' });
  return {
    evening,
    scribe,
    async seated() {
      await evening.do(scribe, { type: 'seatPerson', perspectives: ['resident'] });
      const seat = [...(await evening.state()).seats.values()].find(({ phoneless }) => phoneless);
      assert.ok(seat);
      return seat.id;
    },
  };
}

/** The page of the tables, of who leads. */
async function console(t: Test, { organiser, at }: HeldEvening, kind: DeviceKind): Promise<Device> {
  const device = await openDevice(t, kind);
  await carry(device, tables.url, organiser.secret);
  await device.page.goto(`${tables.url}/leiden/${at.conversation}/${at.seat}/tafels`);
  await hydrated(device);
  return device;
}
