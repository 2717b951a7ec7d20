import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Place } from '#app/house.ts';
import { daysLater } from '#conversation/day.ts';
import { checkOf, reportParts } from '#conversation/publishing.ts';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import { HeldEvening, type Carrier } from './heldEvening.ts';
import { assertReadsWell, carry } from './look.ts';

/** The library, with ordinary forms and no script: what one evening tells is found, taken over and asked about elsewhere. */

const house = await openHouse({ after });
const { app } = theHouse();
const evening = await HeldEvening.open(app, { setUpFile: house.setUpFile ?? '' }, { ...preparation('Een huis van de buurt') });
const FIELDS = {
  title: 'Buurthuis in zelfbeheer',
  approach: 'Bewoners kregen de sleutel en maakten samen een rooster.',
  weighed: 'Minder toezicht van de gemeente, meer eigenaarschap in de wijk.',
};
const example = await tell('practiceExample', FIELDS);
await tell('toughIssue', { what: 'Respijtzorg voor jonge mantelzorgers', why: 'Zij noemen zichzelf niet zo.' });
await evening.lead({ type: 'close' });
await publish();
const other = await besideOrganiser();
await HeldEvening.open(app, other, preparation('Ons dorp'));
const address = `${house.url}/bibliotheek/${evening.at.conversation}/${example}`;

test('an example is found by another form of another word, taken over, asked about, and answered by who leads', async (t) => {
  const [colleague, leader, resident] = [await device(t, other), await device(t, evening.organiser), await device(t)];
  const { page } = colleague;
  await page.goto(`${house.url}/leiden`);
  await page.getByRole('link', { name: 'Bibliotheek' }).click();
  await page.getByLabel('Wat zoek je?').fill('dorpshuizen');
  await page.getByRole('button', { name: 'Zoek' }).click();
  await page.getByText('1 gevonden.').waitFor();
  await page.getByRole('link', { name: FIELDS.title }).click();
  await page.getByText(FIELDS.weighed).waitFor();

  await page.getByRole('button', { name: 'Neem het over' }).click();
  await page.getByRole('link', { name: 'Kies bij welk gesprek het komt.' }).waitFor();
  assert.match(await page.title(), /^2 dingen kloppen nog niet/);
  await page.getByLabel('Bij welk gesprek?').selectOption({ label: 'Ons dorp' });
  await page.getByLabel('Wie pakt dit op?').fill('dorpsraad');
  await page.getByRole('button', { name: 'Neem het over' }).click();
  await page.getByText('Over drie maanden vragen we hoe het gaat.').first().waitFor();
  await page.getByText('Overgenomen door 1').waitFor();
  await page.getByLabel('Wat wil je vragen?').fill('Wie betaalde de verwarming?');
  await page.getByRole('button', { name: 'Stel deze vraag' }).click();
  await page.getByText('Je vraag is gesteld.').waitFor();
  assert.equal(await page.getByText('Wie betaalde de verwarming?').count(), 0, 'nobody reads it before it is answered');
  await page.getByRole('link', { name: 'Ons dorp' }).click();
  await page.getByText('Overgenomen van:').waitFor();

  await leader.page.goto(`${house.url}/leiden`);
  await leader.page.getByText('Iemand vraagt iets over:').getByRole('link').click();
  await leader.page.getByText('Wie betaalde de verwarming?').waitFor();
  await leader.page.getByLabel('Jouw antwoord').fill('De bewoners zelf, uit de huur van de zaal.');
  await leader.page.getByRole('button', { name: 'Plaats het antwoord' }).click();
  await leader.page.getByText('Er wacht geen vraag.').waitFor();

  await resident.page.goto(address);
  await resident.page.getByText('De bewoners zelf, uit de huur van de zaal.').waitFor();
  await resident.page.getByText('keer overgenomen in een gesprek dat je hier niet kunt lezen').waitFor();
  assert.equal(await resident.page.getByRole('button', { name: 'Neem het over' }).count(), 0);
  for (const each of [colleague, leader, resident]) assertQuiet(each, /400/);
});

for (const [language, width] of [
  ['nl', 360],
  ['en', 1280],
] as const) {
  test(`everybody can read it, in ${language} at ${width} px`, async (t) => {
    const resident = await device(t, null, { language, width, script: true });
    for (const path of ['', '?q=mantelzorg&soort=toughIssue', '?q=niets+daarvan']) {
      await resident.page.goto(`${house.url}/bibliotheek${path}`);
      await assertReadsWell(resident.page);
    }
    await resident.page.goto(address);
    await assertReadsWell(resident.page);
    assertQuiet(resident);
  });

  test(`who leads can read it, and who may take it over, in ${language} at ${width} px`, async (t) => {
    const reader = await device(t, evening.organiser, { language, width, script: true });
    const { page } = reader;
    await page.goto(address);
    await assertReadsWell(page);
    await carry(reader, house.url, other.secret);
    await page.goto(address);
    await page.locator('form[action="?/adopt"] button').click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    await assertReadsWell(page);
    assertQuiet(reader, /400/);
  });
}

async function device(t: Parameters<typeof openDevice>[0], carrier: Carrier | null = null, kind: DeviceKind = {}): Promise<Device> {
  const opened = await openDevice(t, { script: false, ...kind });
  if (carrier) await carry(opened, house.url, carrier.secret);
  return opened;
}

async function tell(kind: string, fields: { readonly [field: string]: string }): Promise<string> {
  const words = { cards: [], owner: 'dorpsraad', theme: 'ontmoeten', seenBy: 'everyone' } as const;
  const { outcome } = await evening.lead({ type: 'makeOutcome', kind, fields, due: daysLater(app.today(), 30), ...words });
  return outcome ?? assert.fail();
}

/** Two people look through every part. */
async function publish(): Promise<void> {
  const leader = (await app.whoAsks(evening.organiser.secret)) ?? assert.fail();
  const beside = await comeBy(await app.coFacilitatorLink(leader, evening.at));
  const state = await evening.state();
  for (const person of [
    { ...evening.organiser, at: evening.at },
    { secret: beside.secret, at: beside.at ?? assert.fail() },
  ]) {
    for (const part of reportParts(state)) await evening.do(person, { type: 'check', part, changes: checkOf(state, part).changes });
  }
}

async function besideOrganiser(): Promise<Carrier> {
  const leader = (await app.whoAsks(evening.organiser.secret)) ?? assert.fail();
  return comeBy(await app.organiserLink(leader, 'colleague'));
}

async function comeBy(link: object): Promise<Carrier & { readonly at: Place | null }> {
  const { secret, visitor } = await app.newDevice();
  const used = await app.useLink(visitor, 'secret' in link ? String(link.secret) : '');
  assert.ok('kind' in used);
  return { secret, at: used.at };
}

function preparation(title: string) {
  return { format: 'in-huis-zaaien', title, about: 'Wat kan hier?', decides: 'De dorpsraad.', hearBack: 'In mei.', tables: 1 } as const;
}
