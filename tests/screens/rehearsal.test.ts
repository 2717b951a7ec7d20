import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import type { ConversationId } from '#app/house.ts';
import type { SeatId, State } from '#conversation/state.ts';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type Device } from '../helpers/browser.ts';
import { assertReadsWell, carry, secretOf } from './look.ts';

/** A house in which a minute lasts three seconds for people who pretend. */
const house = await openHouse({ after }, {}, { haste: 20 });
const { app } = theHouse();
/** Whoever used the set-up code in the first story. */
let organiser = '';

test('from the set-up code to a room of twenty-four people that writes: two buttons and the first step', async (t) => {
  const device = await openDevice(t, { width: 1280, height: 900 });
  const { page } = device;
  await page.goto(`${house.url}/leiden/begin`);
  await page.getByLabel('Begincode').fill(readFileSync(house.setUpFile ?? '', 'utf8').trim());
  await page.getByRole('button', { name: 'Open mijn gesprekken' }).click();
  await page.getByRole('button', { name: 'Oefen eerst: 24 mensen doen mee' }).click();
  await page.getByRole('heading', { name: 'De deuren zijn open' }).waitFor();
  organiser = await secretOf(device);
  await page.getByText('Oefening: 24 mensen doen alsof').waitFor();
  for (const { seats } of (await stateAt(page.url())).tables) assert.ok(seats.length >= 4, 'people at every table');
  await page.getByRole('button', { name: 'Begin met de eerste stap' }).click();
  await page.getByRole('heading', { name: 'Aankomen' }).waitFor();
  for (const step of ['Het probleem', 'Alleen vragen', 'In huis: eerst stil']) {
    await page.getByRole('button', { name: 'Volgende stap' }).click();
    await page.getByRole('heading', { name: step }).waitFor();
  }
  await until(page.url(), ({ entries }) => [...entries.values()].filter(({ input }) => input === 'asset').length >= 12);
  await page.getByText(/^\d+ mensen · \d+ klaar · \d+ kaartjes$/).waitFor();
  assertQuiet(device);
});

test('they go when they are sent away, can be called again, and a closed rehearsal has nobody left', async (t) => {
  const device = await ledRehearsal(t);
  const { page } = device;
  await page.getByText(/^Oefening: \d+ mensen doen alsof$/).waitFor();
  await page.getByRole('button', { name: 'Laat ze weggaan' }).click();
  await page.getByText('Er is niemand die doet alsof.').waitFor();
  assert.equal([...(await stateAt(page.url())).seats.values()].filter(({ simulated, here }) => simulated && here).length, 0);
  await page.getByRole('button', { name: '12 mensen' }).click();
  await page.getByText('Oefening: 12 mensen doen alsof').waitFor();
  await page.getByRole('link', { name: 'Sluit het gesprek' }).first().click();
  await page.getByRole('button', { name: 'Sluit nu' }).click();
  await page.getByRole('heading', { name: 'Het gesprek is gesloten' }).waitFor();
  await page.getByText('De mensen die deden alsof, zijn weg.').waitFor();
  await page.goto(page.url().replace(/leiden\/(\w+)\/.*/, 'verslag/$1'));
  await page.getByText('Dit was een oefening.').waitFor();
  assertQuiet(device);
});

test('after a restart the console says that they are gone, and others take their chairs', async (t) => {
  const device = await ledRehearsal(t);
  const { page } = device;
  await page.getByText('Oefening: 24 mensen doen alsof').waitFor();
  // All that a restart takes away: the chairs stay taken in the log.
  await theHouse().rehearsals.stop();
  await page.reload();
  await page.getByText('Het huis is opnieuw gestart.').waitFor();
  await page.getByRole('button', { name: '12 mensen' }).click();
  await page.getByText('Oefening: 12 mensen doen alsof').waitFor();
  assertQuiet(device);
});

test('all of it works without script, and too many at once is a plain sentence', async (t) => {
  const device = await openDevice(t, { width: 1280, script: false });
  const { page } = device;
  await carry(device, house.url, organiser);
  await page.goto(house.url);
  await page.getByRole('button', { name: 'Oefen eerst: 24 mensen doen mee' }).click();
  // Without script the page shows who is there when it is asked for.
  while ((await page.getByText(/^Oefening: \d+ mensen doen alsof$/).count()) === 0) await page.reload();
  await page.getByRole('button', { name: 'Laat ze weggaan' }).click();
  await page.getByText('Er is niemand die doet alsof.').waitFor();
  await page.getByRole('button', { name: '40 mensen' }).evaluate((button) => button.setAttribute('value', '61'));
  await page.getByRole('button', { name: '40 mensen' }).click();
  await page.getByText('Er kunnen hooguit 60 mensen tegelijk doen alsof.').waitFor();
  assertQuiet(device, /409/);
});

test('each format can be rehearsed from where it is chosen', async (t) => {
  const device = await openDevice(t, { width: 1280 });
  const { page } = device;
  await carry(device, house.url, organiser);
  await page.goto(`${house.url}/leiden/nieuw`);
  await page.getByRole('button', { name: 'Oefen eerst: Dialoogtafel' }).click();
  await page.getByText(/^Oefening: \d+ (mens doet|mensen doen) alsof$/).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Dialoogtafel' }).waitFor();
  await page.getByRole('button', { name: 'Laat ze weggaan' }).click();
  await page.getByText('Er is niemand die doet alsof.').waitFor();
  assertQuiet(device);
});

test('a conversation that is no rehearsal has no such buttons, and posting one is refused', async (t) => {
  const device = await openDevice(t, { width: 1280 });
  const { page } = device;
  await carry(device, house.url, organiser);
  await page.goto(`${house.url}/leiden/nieuw`);
  await page.getByRole('button', { name: 'Kies In huis en nog zaaien' }).click();
  await page.getByRole('button', { name: 'Zet de deuren open' }).click();
  await page.getByRole('heading', { name: 'De deuren zijn open' }).waitFor();
  assert.equal(await page.getByText('oefening').count(), 0);
  assert.equal(await page.getByRole('button', { name: '24 mensen' }).count(), 0);
  const answered = page.waitForResponse(/callPeople/);
  await page.evaluate(() => void fetch('?/callPeople', { method: 'POST', body: new URLSearchParams({ people: '24' }) }));
  assert.equal((await answered).status(), 409);
  assertQuiet(device, /409/);
});

for (const { language, width, word } of [
  { language: 'nl', width: 360, word: 'oefening' },
  { language: 'en', width: 1280, word: 'rehearsal' },
] as const) {
  test(`whatever shows a rehearsal says so, and its console reads well, in ${language} on ${width} px`, async (t) => {
    const device = await ledRehearsal(t, { language, width });
    const { page } = device;
    const path = new URL(page.url()).pathname;
    await page.getByText(word, { exact: true }).waitFor();
    await assertReadsWell(page);
    for (const beside of ['voorbereiden', 'tafels', 'delen']) {
      await page.goto(`${house.url}${path}/${beside}`);
      await page.getByText(`· ${word}`).waitFor();
    }
    const [wall] = await Promise.all([page.waitForEvent('popup'), page.locator('form[action="?/wallHere"] button').click()]);
    await wall.getByText(word, { exact: true }).waitFor();
    const phone = await joined(t, path, { language, width });
    await phone.page.getByText(word, { exact: true }).waitFor();
    assertQuiet(device);
    assertQuiet(phone);
  });
}

/** Somebody real who takes part too. */
async function joined(t: Parameters<typeof openDevice>[0], path: string, kind: Parameters<typeof openDevice>[1]): Promise<Device> {
  const [, , conversation = '', seat = ''] = path.split('/');
  const leader = await app.whoAsks(organiser);
  const code = leader && (await app.joinCode(leader, { conversation: conversation as ConversationId, seat: seat as SeatId }));
  assert.ok(code && 'secret' in code);
  const { secret, visitor } = await app.newDevice();
  const at = await app.join(visitor, { secret: code.secret }, `joining-in-${conversation}`, { perspectives: ['resident'] }, true);
  assert.ok('seat' in at);
  const device = await openDevice(t, kind);
  await device.page.goto(`${house.url}/doe-mee#${code.secret}`);
  await device.page.waitForURL(/doe-mee\/\w/);
  await device.page.getByText(/^(oefening|rehearsal)$/).waitFor();
  await carry(device, house.url, secret);
  await device.page.goto(`${house.url}/gesprek/${at.conversation}/${at.seat}`);
  return device;
}

/** The console of a rehearsal that runs, on a device of its own. */
async function ledRehearsal(
  t: Parameters<typeof openDevice>[0],
  kind: Parameters<typeof openDevice>[1] = { width: 1280 },
): Promise<Device> {
  const device = await openDevice(t, kind);
  await carry(device, house.url, organiser);
  await device.page.goto(house.url);
  await device.page.locator('form[action*="rehearse"] button').click();
  await device.page.waitForURL(/\/leiden\/\w{20}\/\w{20}$/);
  return device;
}

async function stateAt(url: string): Promise<State> {
  const situation = await app.situationOf((/leiden\/(\w{20})/.exec(url)?.[1] ?? '') as ConversationId);
  assert.ok(situation);
  return situation.state;
}

async function until(url: string, isSo: (state: State) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const conversation = (/leiden\/(\w{20})/.exec(url)?.[1] ?? '') as ConversationId;
  const end = app.onChange(conversation, ({ situation }) => isSo(situation.state) && resolve());
  if (!isSo(await stateAt(url))) await promise;
  end();
}
