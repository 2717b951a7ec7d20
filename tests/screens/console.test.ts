import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import { HeldEvening, type Carrier } from './heldEvening.ts';
import { assertAccessible, assertReadsWell, carry, hydrated } from './look.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const first = await HeldEvening.open(app, { setUpFile: house.setUpFile ?? '' }, { format: 'in-huis-zaaien', title: 'Om te beginnen' });

test('a facilitator leads the room: on, two minutes more, a pause, a gong, and back', async (t) => {
  const { device, evening } = await hall(t, { width: 360 });
  const { page } = device;
  await page.getByRole('heading', { name: 'De deuren zijn open' }).waitFor();
  await page.getByRole('button', { name: 'Begin met de eerste stap' }).click();
  await page.getByRole('heading', { name: 'Aankomen' }).waitFor();
  await page.getByText('Welkom, fijn dat je er bent.').waitFor();
  await page
    .getByRole('timer')
    .getByText(/^(9:\d\d|10:00)$/)
    .waitFor();
  await page.getByRole('button', { name: '2 minuten erbij' }).click();
  await page
    .getByRole('timer')
    .getByText(/^1[12]:\d\d$/)
    .waitFor();
  await page.getByRole('button', { name: 'Pauze' }).click();
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await page.getByRole('button', { name: 'Pauze' }).waitFor();
  await page.getByRole('button', { name: 'Gong', exact: true }).click();
  await page.getByRole('button', { name: 'Gong klonk' }).waitFor();
  await page.getByRole('button', { name: 'Volgende stap' }).click();
  await page.getByRole('heading', { name: 'Het probleem' }).waitFor();
  await page.getByRole('status').getByText('Stap 2 van 10: Het probleem').waitFor();
  await page.getByRole('button', { name: 'Stap terug' }).click();
  await page.getByRole('heading', { name: 'Aankomen' }).waitFor();
  assert.equal((await evening.state()).run?.ordinal, 3);
  assertQuiet(device);
});

test('in one hand the next step lies at the thumb', async (t) => {
  const { device } = await hall(t, { width: 360, height: 740 });
  const next = await device.page.getByRole('button', { name: 'Begin met de eerste stap' }).boundingBox();
  assert.ok(next && next.y > 740 / 2 && next.y + next.height <= 740, 'in the lower half, and on the screen');
});

test('everything that matters also works without script', async (t) => {
  const { device, evening } = await hall(t, { width: 1280, script: false });
  const { page } = device;
  await page.getByRole('button', { name: 'Begin met de eerste stap' }).click();
  await page.getByRole('heading', { name: 'Aankomen' }).waitFor();
  await page.getByRole('button', { name: 'Volgende stap' }).click();
  await page.getByRole('heading', { name: 'Het probleem' }).waitFor();
  await page.getByRole('link', { name: 'Ververs' }).click();
  await page.getByRole('button', { name: 'Leeg het scherm' }).click();
  await page.getByRole('button', { name: 'Toon het scherm weer' }).waitFor();
  await page.getByRole('link', { name: 'Sluit het gesprek' }).click();
  await page.getByRole('button', { name: 'Sluit nu' }).click();
  await page.getByRole('heading', { name: 'Het gesprek is gesloten' }).waitFor();
  assert.equal((await evening.state()).status, 'closed');
  assertQuiet(device);
});

test('who calls is seen at once, and hears that somebody is coming', async (t) => {
  const { device, evening } = await hall(t, { width: 1280 });
  const person = await evening.join('resident');
  await evening.next();
  await evening.do(person, { type: 'call', words: 'Mogen we ook regels noemen?' });
  await device.page.getByText('Tafel 1 roept je').waitFor();
  await device.page.getByText('Mogen we ook regels noemen?').waitFor();
  await device.page.getByRole('button', { name: 'Ik kom eraan' }).click();
  await device.page.getByText('Tafel 1 roept je').waitFor({ state: 'detached' });
  await device.page.getByText('Niemand spreekt als medewerker van de gemeente').waitFor();
  assertQuiet(device);
});

test('two who lead move on one step, not two', async (t) => {
  const { device, evening } = await hall(t, { width: 1280 });
  const other = await openDevice(t, { width: 1280, script: false });
  await carry(other, house.url, evening.organiser.secret);
  await other.page.goto(consoleOf(evening));
  await device.page.getByRole('button', { name: 'Begin met de eerste stap' }).click();
  await device.page.getByRole('heading', { name: 'Aankomen' }).waitFor();
  await other.page.getByRole('button', { name: 'Begin met de eerste stap' }).click();
  await other.page.getByRole('heading', { name: 'Aankomen' }).waitFor();
  assert.equal(await other.page.getByRole('status').first().isVisible(), true, 'it says that somebody was first');
  assert.equal((await evening.state()).run?.ordinal, 1);
  assertQuiet(other, /409/);
});

test('somebody moves to another table and gets a role, by keyboard alone', async (t) => {
  const { device, evening } = await hall(t, { width: 1280 });
  await evening.join('resident');
  await evening.join('professional');
  const { page } = device;
  await page.getByRole('link', { name: 'Verplaats mensen, geef rollen' }).click();
  const inwoner = page.locator('#tafel-1 summary').filter({ hasText: 'inwoner' });
  await inwoner.focus();
  await page.keyboard.press('Enter');
  await page.locator('#tafel-1').getByLabel('Welke rol?').first().selectOption({ label: 'Inbrenger' });
  await page.locator('#tafel-1').getByRole('button', { name: 'Geef deze rol' }).first().press('Enter');
  await page.locator('#tafel-1').getByText('Inbrenger', { exact: true }).first().waitFor();
  await page.locator('#tafel-1').getByLabel('Naar welke tafel?').first().selectOption({ label: 'Tafel 2' });
  await page.locator('#tafel-1').getByRole('button', { name: 'Verplaats', exact: true }).first().press('Enter');
  await page.locator('#tafel-2').getByText('Plek 2').waitFor();
  await page.locator('#tafel-2').getByText('Voeg tafel 2 samen met een andere').click();
  await page.locator('#tafel-2').getByLabel('Naar welke tafel?').last().selectOption({ label: 'Tafel 1' });
  await page.locator('#tafel-2').getByRole('button', { name: 'Voeg samen' }).click();
  await page.locator('#tafel-1').getByText('Plek 2').waitFor();
  await page.locator('#tafel-2').getByText('Hier zit nog niemand.').waitFor();
  assertQuiet(device);
});

test('cards are read, one is hidden with a reason, and the others are released', async (t) => {
  const { device, evening } = await hall(t, { width: 1280 });
  const [one, two, three] = [await evening.join('resident'), await evening.join('resident'), await evening.join('municipality')];
  await toStep(evening, 'assetsSilent');
  await evening.write(one, 'asset', { text: 'In het buurthuis is op woensdag plek.' });
  await evening.write(two, 'asset', { text: 'Mijn buurman heeft een busje.' });
  await evening.write(three, 'asset', { text: 'Dit houd ik aan tafel.' }, true);
  const { page } = device;
  await page.getByRole('link', { name: 'In huis: eerst stil' }).click();
  await page.getByText('Er wordt nog geschreven').waitFor();
  assert.equal(await page.getByText('In het buurthuis').count(), 0, 'in silence nobody reads along');
  await evening.next();
  await page.reload();
  await page.getByText('In het buurthuis is op woensdag plek.').waitFor();
  await page.getByText('1 kaartje blijft aan tafel.').waitFor();
  assert.equal(await page.getByText('Dit houd ik aan tafel.').count(), 0, 'what is kept at the table is not read here');
  const about = page
    .locator('div')
    .filter({ hasText: 'Mijn buurman heeft een busje.' })
    .filter({ has: page.getByText('Verberg', { exact: true }) })
    .last();
  await about.getByText('Verberg', { exact: true }).click();
  await about.getByLabel('Waarom?').selectOption({ label: 'gaat over iemand anders' });
  await about.getByRole('button', { name: 'Verberg dit kaartje' }).click();
  await page.getByText('Verborgen: gaat over iemand anders').waitFor();
  assert.equal(await page.locator('article').filter({ hasText: 'Mijn buurman heeft een busje.' }).count(), 0);
  await page.getByText('Lees wat er stond').click();
  await page.getByText('Mijn buurman heeft een busje.').waitFor();
  await page.getByRole('button', { name: 'Geef 1 kaartje vrij' }).click();
  await page.getByText('1 kaartje is vrijgegeven.').waitFor();
  assertQuiet(device);
});

test('closing names what was not released, and can release it in the same breath', async (t) => {
  const { device, evening } = await hall(t, { width: 360 });
  const person = await evening.join('resident');
  await toStep(evening, 'assetsSilent');
  await evening.write(person, 'asset', { text: 'Een kamer in de bibliotheek.' });
  await evening.next();
  const { page } = device;
  await page.getByRole('link', { name: 'Sluit het gesprek' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('link', { name: 'In huis: eerst stil' }).waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Nee, nog niet' }).click();
  assert.equal((await evening.state()).status, 'open');
  await page.getByRole('link', { name: 'Sluit het gesprek' }).click();
  await dialog.getByRole('button', { name: 'Geef alles vrij en sluit' }).click();
  await page.getByRole('heading', { name: 'Het gesprek is gesloten' }).waitFor();
  const state = await evening.state();
  assert.deepEqual([state.status, [...state.entries.values()].every((entry) => entry.released)], ['closed', true]);
  await page.getByRole('region', { name: 'Wat er nog te doen is' }).getByRole('link', { name: 'Opbrengsten' }).waitFor();
  await page.getByText('Bedankbericht om te versturen').click();
  const thanks = await page.getByLabel('Bericht voor wie erbij was').inputValue();
  for (const words of ['Mantelzorgers raken op', `${house.url}/verslag/`, `${house.url}/terugleeskaart`])
    assert.ok(thanks.includes(words), thanks);
  await assertAccessible(page);
  assertQuiet(device);
});

test('the door can be shut and opened again', async (t) => {
  const { device, evening } = await hall(t, { width: 360 });
  const { page } = device;
  await page.getByRole('link', { name: 'Meedoen en schermen' }).first().click();
  await page.getByRole('button', { name: 'Deur dicht' }).click();
  await page.getByText('De deur is dicht: er kan niemand meer binnenkomen.').waitFor();
  await assert.rejects(evening.join('resident'), /doorShut/);
  await page.getByRole('button', { name: 'Deur weer open' }).click();
  await page.getByText('De deur staat open: wie de code heeft, kan binnenkomen.').waitFor();
  await evening.join('resident');
  assertQuiet(device);
});

test('the code shows only after toon, can be renewed, and a second facilitator can be let in and out', async (t) => {
  const { device } = await hall(t, { width: 1280 });
  const { page } = device;
  await page.getByRole('link', { name: 'Meedoen en schermen' }).first().click();
  const code = page.locator('.code');
  assert.equal(await code.isVisible(), false);
  await page.getByText('Toon de code').click();
  const before = (await code.textContent()) ?? '';
  await page.getByRole('button', { name: 'Maak een nieuwe code' }).click();
  await code.filter({ hasNotText: before }).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Maak een link voor een tweede gespreksleider' }).click();
  await page.getByText('Toon', { exact: true }).click();
  const link = (await page.getByText('/leiden/begin#').textContent()) ?? '';

  const second = await openDevice(t);
  await second.page.goto(link.trim());
  await second.page.getByRole('button', { name: 'Begin met de eerste stap' }).waitFor();
  await page.getByRole('button', { name: 'Trek in: Gespreksleider 1' }).click();
  await second.page.getByText('Je stuurt dit gesprek niet meer vanaf dit apparaat.').waitFor();
  assertQuiet(device);
});

test('nobody else gets at a console, and nothing tells them it is there', async (t) => {
  const { evening } = await hall(t, { width: 360 });
  const person = await evening.join('resident');
  const stranger = await openDevice(t, { script: false });
  await carry(stranger, house.url, person.secret);
  const own = `/leiden/${person.at.conversation}/${person.at.seat}`;
  for (const path of [consoleOf(evening), `${house.url}${own}`, `${house.url}${own}/delen`, `${consoleOf(evening)}/tafels`]) {
    assert.equal((await stranger.page.goto(path))?.status(), 404, path);
  }
});

test('the console reads well in both languages, narrow, wide and large', async (t) => {
  const { evening } = await hall(t, { width: 360 });
  const people = await Promise.all(
    ['resident', 'professional', 'municipality', 'relative'].map((side) => evening.join(side as 'resident')),
  );
  await toStep(evening, 'assetsSilent');
  for (const person of people) await evening.write(person, 'asset', { text: 'Er is een busje dat stilstaat.' });
  for (const kind of [
    { language: 'nl', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    const device = await openDevice(t, kind);
    await carry(device, house.url, evening.organiser.secret);
    for (const below of ['', '/tafels', '/delen', '/sluiten', '/vrijgeven/assetsSilent.1', '/vrijgeven/sow.1']) {
      await device.page.goto(`${consoleOf(evening)}${below}`);
      await assertReadsWell(device.page);
    }
    assertQuiet(device);
  }
});

type Test = Parameters<typeof openDevice>[0];

/** A conversation whose doors are open, and its console on a device. */
async function hall(t: Test, kind: DeviceKind, organiser: Carrier = first.organiser): Promise<{ device: Device; evening: HeldEvening }> {
  const evening = await HeldEvening.open(app, organiser, { format: 'in-huis-zaaien', title: 'Mantelzorgers raken op', tables: 2 });
  const device = await openDevice(t, kind);
  await carry(device, house.url, evening.organiser.secret);
  await device.page.goto(consoleOf(evening));
  if (kind.script !== false) await hydrated(device);
  return { device, evening };
}

function consoleOf({ at }: HeldEvening): string {
  return `${house.url}/leiden/${at.conversation}/${at.seat}`;
}

async function toStep(evening: HeldEvening, phase: string): Promise<void> {
  while ((await evening.state()).run?.place !== `${phase}.1`) await evening.next();
}
