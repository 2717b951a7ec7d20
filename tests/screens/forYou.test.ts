import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertQuiet, type Device } from '../helpers/browser.ts';
import type { HeldEvening } from './heldEvening.ts';
import { assertFits, assertReadsWell, carry, hydrated } from './look.ts';
import { Tables } from './table.ts';

const tables = await Tables.open({ after });

test('who wants larger letters has them on every page of the phone, without script and at 320 px', async () => {
  const { evening, person } = await atTable();
  await evening.next();
  const device = await tables.phone({ width: 320, script: false });
  const { page } = device;
  await carry(device, tables.url, person.secret);
  await page.goto(tables.pathOf(person));
  await page.getByRole('link', { name: 'Voor jou' }).click();
  await page.getByRole('button', { name: 'Grootst' }).click();
  await page.getByRole('button', { name: 'Grootst', pressed: true }).waitFor();
  for (const path of ['', '/voor-jou', '/van-mij', '/roep', '/weg']) {
    await page.goto(tables.pathOf(person) + path);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '24px');
    await assertFits(page);
  }
  await page.goto(`${tables.pathOf(person)}/voor-jou`);
  await page.getByRole('button', { name: 'Gewoon' }).click();
  await page.getByRole('button', { name: 'Gewoon', pressed: true }).waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '16px');
  assertQuiet(device);
});

test('somebody says what they need and that they are young; who leads sees what and where, and the phone keeps its promise', async () => {
  const { evening, person } = await atTable();
  await evening.lead({ type: 'offer', needs: ['hearingLoop', 'quietTable'], photos: true });
  const device = await phoneOf(person.secret, `${tables.pathOf(person)}/voor-jou`);
  const { page } = device;
  await page.getByLabel('Een ringleiding, of dicht bij wie praat').check();
  await page.getByRole('button', { name: 'Vraag dit' }).click();
  await page.getByText('Bewaard.').waitFor();
  await page.getByRole('button', { name: 'Ik mag herkenbaar op de foto' }).click();
  await page.getByText('Je koos: je mag herkenbaar op de foto.').waitFor();
  await assertReadsWell(page);

  const leader = await phoneOf(evening.organiser.secret, `${tables.url}/leiden/${evening.at.conversation}/${evening.at.seat}`);
  await leader.page.getByRole('heading', { name: 'Goed om te regelen' }).waitFor();
  await leader.page.getByText('1 keer · tafel 1').waitFor();
  await assertReadsWell(leader.page);

  await page.getByRole('button', { name: 'Ik ben jonger dan 16' }).click();
  await page.getByText('Je zei dat je jonger bent dan 16.').waitFor();
  await page.getByText('Daarom kom je niet herkenbaar op een foto.').waitFor();
  assert.doesNotMatch(await leader.page.content(), /jonger/);
  await goTo(evening, 'assetsSilent');
  await page.goto(tables.pathOf(person));
  await page.getByText('Wat je zelf schrijft, gaat daarom nooit naar de zaal of het verslag.').first().waitFor();
  assert.equal(await page.getByLabel('Houd dit aan tafel').count(), 0);
  await page.goto(`${tables.pathOf(person)}/voor-jou`);
  await page.getByRole('button', { name: 'Toch niet: ik ben 16 of ouder' }).click();
  await page.getByRole('button', { name: 'Ik ben jonger dan 16' }).waitFor();
  assertQuiet(device);
  assertQuiet(leader);
});

test('the questions are translated while preparing; who chooses so reads them in Arabic, from right to left, and the wall shows both', async () => {
  const { evening, person } = await atTable();
  const prepare = `${tables.url}/leiden/${evening.at.conversation}/${evening.at.seat}/voorbereiden`;
  const leader = await phoneOf(evening.organiser.secret, prepare, 1280);
  await hydrated(leader);
  await leader.page.getByLabel('العربية').check();
  await leader.page.locator('#languages').getByRole('button', { name: 'Bewaar' }).click();
  await leader.page.locator('#languages').getByText('Bewaard').waitFor();
  await leader.page.getByLabel('Ook op het zaalscherm').selectOption('ar');
  await leader.page.locator('#languages').getByRole('button', { name: 'Bewaar' }).click();
  await leader.page.locator('#languages').getByText('Bewaard').waitFor();
  await leader.page.getByRole('link', { name: 'العربية' }).click();
  await leader.page.getByRole('heading', { level: 1, name: 'العربية' }).waitFor();
  const phase = 'assetsSilent';
  await goTo(evening, phase);
  await leader.page.locator(`#${phase} summary`).click();
  await leader.page.locator(`#${phase}`).getByLabel('Vraag', { exact: true }).first().fill(QUESTION);
  await leader.page.locator(`#${phase}`).getByRole('button', { name: 'Bewaar deze stap' }).click();
  await leader.page.locator(`#${phase}`).getByText('Bewaard').waitFor();
  await assertReadsWell(leader.page);

  const device = await phoneOf(person.secret, `${tables.pathOf(person)}/voor-jou`);
  await device.page.getByRole('button', { name: 'العربية' }).click();
  await device.page.getByRole('button', { name: 'العربية', pressed: true }).waitFor();
  await device.page.goto(tables.pathOf(person));
  await device.page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
  const question = device.page.getByRole('heading', { level: 1, name: QUESTION });
  assert.deepEqual([await question.getAttribute('lang'), await question.getAttribute('dir')], ['ar', 'rtl']);
  assert.equal(await device.page.locator('html').getAttribute('lang'), 'nl', 'the words of the screen stay Dutch');
  await assertReadsWell(device.page);
  await evening.next();
  await device.page.getByRole('heading', { level: 1 }).and(device.page.locator('[lang=nl]')).waitFor();

  await evening.lead({ type: 'back', from: (await evening.state()).run?.id ?? '' });
  const wall = await wallOf(evening);
  await wall.page.getByText(QUESTION).and(wall.page.locator('[lang=ar][dir=rtl]')).waitFor();
  for (const each of [leader, device, wall]) assertQuiet(each);
});

test('who leads makes somebody an interpreter, who writes what was said in two languages on a card of the other', async () => {
  const { evening, person } = await atTable();
  const other = await evening.join('professional');
  await goTo(evening, 'assetsSilent');
  const leader = await phoneOf(evening.organiser.secret, `${tables.url}/leiden/${evening.at.conversation}/${evening.at.seat}/tafels`);
  await hydrated(leader);
  await leader.page.getByText('Tolken', { exact: true }).click();
  await leader.page.getByLabel('Wie is tolk?').selectOption(other.at.seat);
  await leader.page.getByLabel('Voor wie?').selectOption(person.at.seat);
  await leader.page.getByRole('button', { name: 'Maak tolk' }).click();
  await leader.page.getByText('Tolken (1)').waitFor();
  await assertReadsWell(leader.page);

  const interpreter = await phoneOf(other.secret, tables.pathOf(other));
  await interpreter.page.getByRole('heading', { name: 'Jij tolkt' }).waitFor();
  await assertReadsWell(interpreter.page);
  await interpreter.page.getByRole('link', { name: /inwoner/ }).click();
  await interpreter.page.getByLabel('Dit is er al').fill('Een grote keuken.');
  await interpreter.page.getByLabel('Zo is het gezegd').fill('مطبخ كبير');
  await interpreter.page.getByLabel('Welke taal is dat?').selectOption('ar');
  await assertReadsWell(interpreter.page);
  await interpreter.page.getByRole('button', { name: 'Bewaar kaartje' }).click();

  const owner = await phoneOf(person.secret, tables.pathOf(person));
  await owner.page.getByText('مطبخ كبير').and(owner.page.locator('[lang=ar]')).waitFor();
  await owner.page.getByText('Een grote keuken.').waitFor();
  await assertReadsWell(owner.page);
  for (const each of [leader, interpreter, owner]) assertQuiet(each);
});

const QUESTION = 'ماذا لديكم هنا بالفعل؟';

async function atTable() {
  const evening = await tables.evening();
  return { evening, person: await evening.join('resident') };
}

async function goTo(evening: HeldEvening, phase: string): Promise<void> {
  while (!(await evening.state()).run?.place.startsWith(`${phase}.`)) await evening.next();
}

async function phoneOf(secret: string, path: string, width = 360): Promise<Device> {
  const device = await tables.phone({ width, height: 740 });
  await carry(device, tables.url, secret);
  await device.page.goto(path);
  return device;
}

async function wallOf(evening: HeldEvening): Promise<Device> {
  const leader = await tables.house.app.whoAsks(evening.organiser.secret);
  const link = leader && (await tables.house.app.wallLink(leader, evening.at));
  if (!link || 'refused' in link) return assert.fail('There is no wall.');
  const { secret, visitor } = await tables.house.app.newDevice();
  const entrance = await tables.house.app.useLink(visitor, link.secret);
  const at = 'at' in entrance ? entrance.at : null;
  return phoneOf(secret, `${tables.url}/zaal/${at?.conversation}/${at?.seat}`, 1280);
}
