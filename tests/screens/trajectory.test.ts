import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { daysLater } from '#conversation/day.ts';
import { checkOf, reportParts } from '#conversation/publishing.ts';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice } from '../helpers/browser.ts';
import { HeldEvening } from './heldEvening.ts';
import { assertReadsWell, carry } from './look.ts';
import { sowTogether } from './sowing.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const evening = await sowTogether(app, { setUpFile: house.setUpFile ?? '' });
const LATER = 'Wat werd er van onze plannen?';
await HeldEvening.prepare(app, evening.organiser, {
  format: 'in-huis-zaaien',
  title: LATER,
  about: 'Wat kan hier?',
  decides: 'De dorpsraad.',
  hearBack: 'In mei.',
  tables: 1,
});
const title = 'Mantelzorgers raken op: wat hebben we in huis, wat moeten we zaaien?';
const voice = [...(await evening.state()).entries.values()].find(({ input }) => input === 'lastLine') ?? assert.fail();
await evening.lead({ type: 'markCounterVoice', entry: voice.id });
await evening.lead({
  type: 'makeOutcome',
  kind: 'question',
  fields: { what: 'Komt er respijtzorg in de wijk?' },
  due: daysLater(app.today(), 30),
  cards: [voice.id],
  owner: 'dorpsraad',
  theme: '',
  seenBy: 'everyone',
});

test('an organiser makes a trajectory; everybody reads what is public of it', async (t) => {
  const device = await openDevice(t, { language: 'nl', width: 320 });
  const { page } = device;
  await carry(device, house.url, evening.organiser.secret);
  await page.goto(`${house.url}/leiden`);
  await page.getByRole('link', { name: 'Trajecten' }).click();
  await page.getByText('Nog geen traject').waitFor();
  await page.getByLabel('Titel').fill('Zorgen voor elkaar, een jaar lang');
  await page.getByRole('button', { name: 'Maak het traject' }).click();
  const own = page.getByRole('region', { name: 'Zorgen voor elkaar, een jaar lang' });
  for (const name of [LATER, title]) {
    const choice = own.getByLabel('Gesprek erbij').locator('option', { hasText: name });
    await own.getByLabel('Gesprek erbij').selectOption((await choice.getAttribute('value')) ?? '');
    await own.getByRole('button', { name: /^Voeg toe/ }).click();
    await own.getByRole('listitem').filter({ hasText: name }).waitFor();
  }
  await page.getByText('Al je gesprekken zitten in een traject.').waitFor();
  await assertReadsWell(page);
  await own.getByRole('link', { name: /^Lees het traject/ }).click();
  const conversations = page.getByRole('region', { name: 'De gesprekken' });
  await conversations.getByRole('listitem').nth(1).getByText('Nog niet afgelopen').waitFor();
  await conversations.getByText('12 mensen aan 2 tafels').waitFor();
  await page.getByText('Uit: Mantelzorgers raken op').waitFor();
  await page.getByText('Nog 1 tegengeluid wacht op antwoord.').waitFor();
  await assertReadsWell(page);
  const address = page.url();
  const card = await page.locator('a[href*="#kaartje-"]').first().getAttribute('href');
  await page.goto(house.url + card);
  await page.locator(`[id="${card?.split('#')[1]}"]`).waitFor();
  assertQuiet(device);

  const long = 'Zorgen voor elkaar '.repeat(11);
  await page.goto(`${house.url}/leiden/trajecten`);
  await own.locator('summary').click();
  const renamed = own.getByRole('textbox');
  await renamed.evaluate((field) => field.removeAttribute('maxlength'));
  await renamed.fill(long);
  await own.getByRole('button', { name: /^Bewaar/ }).click();
  await page.getByText('Deze tekst is te lang').waitFor();
  assert.equal(await renamed.inputValue(), long, 'what was typed is kept');

  assert.equal((await fetch(address)).status, 404, 'nothing of it is public');
  await publish();
  const other = await openDevice(t, { language: 'en', width: 1280 });
  await other.page.goto(address);
  await other.page.getByRole('heading', { name: title }).waitFor();
  assert.equal(await other.page.getByText(LATER).count(), 0);
  await assertReadsWell(other.page);
  assertQuiet(other);
});

/** Two people look through every part. */
async function publish(): Promise<void> {
  const leader = (await app.whoAsks(evening.organiser.secret)) ?? assert.fail();
  const link = await app.coFacilitatorLink(leader, evening.at);
  assert.ok('secret' in link);
  const { secret, visitor } = await app.newDevice();
  const used = await app.useLink(visitor, link.secret);
  assert.ok('at' in used && used.at);
  const state = await evening.state();
  for (const person of [
    { ...evening.organiser, at: evening.at },
    { secret, at: used.at },
  ]) {
    for (const part of reportParts(state)) await evening.do(person, { type: 'check', part, changes: checkOf(state, part).changes });
  }
}
