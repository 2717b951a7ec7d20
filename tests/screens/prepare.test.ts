import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { ask } from '../helpers/ask.ts';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import { HeldEvening } from './heldEvening.ts';
import { assertReadsWell, carry } from './look.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const { organiser } = await HeldEvening.open(
  app,
  { setUpFile: house.setUpFile ?? '' },
  { format: 'in-huis-zaaien', title: 'Om te beginnen' },
);

for (const script of [true, false]) {
  test(`a facilitator chooses a format and lays everything ready ${script ? 'with' : 'without'} script`, async (t) => {
    const device = await led(t, { width: 1280, height: 900, script });
    const { page } = device;
    await page.goto(`${house.url}/leiden/nieuw`);
    await page.getByRole('button', { name: 'Kies In huis en nog zaaien' }).click();
    await page.getByRole('heading', { name: 'Wat is er klaar?' }).waitFor();
    assert.equal(await page.getByText('nog doen').count(), 5, 'a title, three lines and a day');

    await page.getByLabel('Titel').fill('Samen eten in de straat');
    await page.getByLabel('Wie beslist?').fill('Dat doen wij zelf.');
    await page.locator('#scope').getByRole('button', { name: 'Bewaar' }).click();
    await page.locator('#scope').getByText('Bewaard').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Samen eten in de straat' }).waitFor();
    assert.equal(await page.getByText('nog doen').count(), 3);

    await page.getByText('Wat staat vast en wat is nog open? · 0 van 2 ingevuld').click();
    await page.getByLabel('Wat staat al vast?').fill('Het buurthuis blijft open.');
    await page.getByText('Voor het verslag · 0 van 8 ingevuld').click();
    await page.getByLabel('Hoe ver gaat meedoen?').selectOption('Adviseren: hun advies weegt mee');
    await page.locator('#scope').getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Voor het verslag · 1 van 8 ingevuld').waitFor();
    await page.locator('#scope').getByText('Bewaard').waitFor();

    await page.getByLabel('Eén probleem voor de hele zaal').check();
    await page.locator('#settings').getByRole('button', { name: 'Bewaar' }).click();
    await page.locator('#settings').getByText('Bewaard').waitFor();
    await page.getByText(/^Samen 97 minuten\./).waitFor();

    await page.getByLabel('Hoeveel tafels?').fill('3');
    await page.locator('#tables').getByRole('button', { name: 'Bewaar' }).click();
    await page.locator('#tables').getByText('Bewaard').waitFor();

    await page.getByLabel('Minuten voor Aankomen').fill('15');
    await page.getByLabel('Begintijd').fill('19:30');
    const sum = page.getByText('Samen 102 minuten. Begin je om 19:30, dan ben je klaar om 21:12.');
    if (script) await sum.waitFor();
    await page.locator('#minutes').getByRole('button', { name: 'Bewaar' }).click();
    await page.locator('#minutes').getByText('Bewaard').waitFor();
    await sum.waitFor();
    assert.equal(await page.getByLabel('Begintijd').inputValue(), '19:30');

    const promises = page.locator('#promises');
    await promises.getByLabel('Een andere stap').selectOption('In huis: eerst stil');
    await promises.getByLabel('Beloofd om', { exact: true }).fill('20:30');
    await promises.getByRole('button', { name: 'Bewaar' }).click();
    await promises.getByText('Bewaard').waitFor();
    await promises.getByText('Begin dan uiterlijk om 20:00.').waitFor();
    await promises.getByLabel('In huis: eerst stil: beloofd om').fill('');
    await promises.getByRole('button', { name: 'Bewaar' }).click();
    await promises.getByLabel('In huis: eerst stil: beloofd om').waitFor({ state: 'detached' });
    const typed = { id: 'a-time-that-is-none-0001', step: 'arrive', at: 'straks' };
    const wrong = await device.context.request.post(`${page.url().split(/[?#]/)[0]}?/promises`, {
      form: typed,
      headers: { origin: house.url },
    });
    assert.match(await wrong.text(), /Vul de tijd zo in: 20:30/);

    await page.locator('#texts-arrive summary').click();
    await page.locator('#texts-arrive').getByLabel('De vraag op het scherm (Nederlands)').fill('Wat eet jij het liefst?');
    await page.locator('#texts-arrive').getByRole('button', { name: 'Bewaar deze teksten' }).click();
    await page.locator('#texts-arrive').getByText('Bewaard').waitFor();
    await page.getByText('Aankomen · aangepast').waitFor();

    await page.getByRole('button', { name: 'Zet de deuren open' }).click();
    await page.getByRole('heading', { name: 'De deuren zijn open' }).waitFor();
    assert.match(page.url(), /\/leiden\/[0-9a-z]{20}\/[0-9a-z]{20}$/);
    assertQuiet(device, /409/);
  });
}

for (const script of [true, false]) {
  test(`what somebody else changed meanwhile is shown, and what was typed stays, ${script ? 'with' : 'without'} script`, async (t) => {
    const evening = await HeldEvening.prepare(app, organiser, { format: 'in-huis-zaaien', title: 'Samen eten' });
    await evening.lead({ type: 'setScope', title: 'Samen eten', about: 'De straat.', decides: 'Dat doen wij zelf.', hearBack: '' });
    await evening.lead({ type: 'open' });
    const device = await led(t, { width: 1280, height: 900, script });
    const { page } = device;
    await page.goto(`${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}/voorbereiden`);
    await page.getByText('Pas dit aan, met een reden').click();
    await page.getByLabel('Wie beslist?').fill('De raad.');
    await page.getByRole('button', { name: 'Pas aan en laat het zien' }).click();
    await page.getByText('Hier hoort een reden bij.').waitFor();
    assert.equal(await page.getByLabel('Wie beslist?').inputValue(), 'De raad.', 'what was typed is still there');
    await page.getByLabel('Waarom pas je dit aan?').fill('de raad vroeg het.');
    await evening.lead({ type: 'changeScope', to: { hearBack: 'In maart.' }, reason: 'het werd later.', saw: 0 });
    await page.getByRole('button', { name: 'Pas aan en laat het zien' }).click();
    await page.getByText('Hier is net iets veranderd.').waitFor();
    await page.getByText(/^Aangepast op .*, want: het werd later\.$/).waitFor();
    assert.equal(await page.getByLabel('Wie beslist?').inputValue(), 'De raad.', 'what was typed is still there');
    assert.equal(await page.getByLabel('Wanneer hoor je iets?').inputValue(), 'In maart.', 'what nobody typed here is as it stands now');
    await page.getByRole('button', { name: 'Pas aan en laat het zien' }).click();
    await page.getByText(/^Aangepast op .*, want: de raad vroeg het\.$/).waitFor();
    await page.getByText('Eerst: Dat doen wij zelf.').waitFor();
    await page.getByText('Nu: De raad.').waitFor();
    assert.equal(await page.getByLabel('Waarom pas je dit aan?').inputValue(), '', 'a next change has a reason of its own');
    assertQuiet(device, /409/);
  });
}

for (const script of [true, false]) {
  test(`who saves the minutes of one step does not undo what somebody else made of another, ${script ? 'with' : 'without'} script`, async (t) => {
    const evening = await HeldEvening.prepare(app, organiser, { format: 'in-huis-zaaien', title: 'Minuten' });
    const device = await led(t, { width: 1280, script });
    const { page } = device;
    await page.goto(`${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}/voorbereiden`);
    await evening.lead({ type: 'setMinutes', phase: 'sow', minutes: 25 });
    const minutes = page.locator('#minutes');
    await minutes.locator('[name="phase.arrive"]').fill('12');
    await minutes.getByRole('button', { name: 'Bewaar' }).click();
    await minutes.getByText('Bewaard').waitFor();
    assert.equal(await minutes.locator('[name="phase.arrive"]').inputValue(), '12');
    assert.equal(await minutes.locator('[name="phase.sow"]').inputValue(), '25');
    assertQuiet(device);
  });
}

test('after the opening people read what changed and why: before they take part, at their table and in the report', async (t) => {
  const evening = await HeldEvening.prepare(app, organiser, { format: 'in-huis-zaaien', title: 'Samen eten' });
  const lines = { title: 'Samen eten', about: 'De straat.', decides: 'Wij.', hearBack: 'In december.' };
  await evening.lead({ type: 'setScope', ...lines, open: 'Wie er kookt.', level: 'coproduce', legalGround: 'De verordening.' });
  await evening.lead({ type: 'open' });
  const person = await evening.join('resident');
  await evening.lead({ type: 'changeScope', to: { decides: 'De raad.', hearBackOn: '2099-01-15' }, reason: 'de raad vroeg het.', saw: 0 });
  const own = await openDevice(t);
  await carry(own, house.url, person.secret);
  await own.page.goto(`${house.url}/gesprek/${person.at.conversation}/${person.at.seat}`);
  await own.page.getByRole('link', { name: 'Over dit gesprek en onze afspraken · aangepast' }).click();
  await tellsOf(own, ['De raad.', 'Wie er kookt.', '15 januari 2099']);
  const newcomer = await openDevice(t);
  await newcomer.page.goto(`${house.url}/doe-mee#${await keyOf(evening)}`);
  await newcomer.page.waitForURL(/doe-mee\/\w/);
  await tellsOf(newcomer, ['De raad.', 'Wie er kookt.', '15 januari 2099']);
  const leading = await led(t, { width: 1280 });
  await keepsWhatIsTyped(leading.page, evening);
  await evening.lead({ type: 'close' });
  await leading.page.goto(`${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}`);
  await leading.page.getByRole('link', { name: 'Het kader van dit gesprek' }).click();
  await tellsOf(leading, ['De raad.', 'De verordening.']);
  await own.page.goto(house.url + evening.path);
  await own.page.getByRole('link', { name: 'Na de opening is hier iets aangepast.' }).click();
  await tellsOf(own, ['De raad.', 'Wie er kookt.', '15 januari 2099', 'Coproduceren: we maken het samen', 'De verordening.']);
  assertQuiet(own);
});

/** What is typed in the scope after it was refused stays while another part of the page is saved, and nobody is taken elsewhere. */
async function keepsWhatIsTyped(page: Page, evening: HeldEvening): Promise<void> {
  await page.goto(`${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}/voorbereiden`);
  await page.getByText('Pas dit aan, met een reden').click();
  const [decides, reason] = [page.getByLabel('Wie beslist?'), page.getByLabel('Waarom pas je dit aan?')];
  await decides.fill('De wethouder.');
  await reason.fill('de wethouder vroeg het.');
  await evening.lead({ type: 'changeScope', to: { hearBack: 'In maart.' }, reason: 'het werd later.', saw: 1 });
  await page.getByRole('button', { name: 'Pas aan en laat het zien' }).click();
  await page.getByText('Hier is net iets veranderd.').waitFor();
  await decides.fill('De wethouder zorg.');
  await reason.fill('de wethouder zorg vroeg het.');
  await page.getByLabel('Hoeveel tafels?').fill('4');
  const address = page.url();
  await page.locator('#tables').getByRole('button', { name: 'Bewaar' }).click();
  await page.locator('#tables').getByText('Bewaard').waitFor();
  assert.deepEqual([await decides.inputValue(), await reason.inputValue()], ['De wethouder zorg.', 'de wethouder zorg vroeg het.']);
  assert.deepEqual([page.url(), await page.locator('#tables button:focus').count()], [address, 1]);
  assert.notEqual(await page.evaluate(() => scrollY), 0, 'the page stays where it was');
}

test('what is typed while the answer is on its way is not lost: saved, or refused because somebody else was first', async (t) => {
  const evening = await HeldEvening.prepare(app, organiser, { format: 'in-huis-zaaien', title: 'Onderweg' });
  const device = await led(t, { width: 1280 });
  const { page } = device;
  const scope = page.locator('#scope');
  await page.goto(`${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}/voorbereiden`);
  const texts = page.locator('#texts-arrive');
  await texts.locator('summary').click();
  await texts.getByRole('textbox').first().fill('Welkom.');
  await whileAsking(page, async () => {
    await texts.getByRole('button').click();
    await texts.getByRole('textbox').first().fill('Welkom allemaal.');
  });
  await texts.locator('button[aria-busy]').waitFor({ state: 'detached' });
  assert.equal(await texts.getByRole('textbox').first().inputValue(), 'Welkom allemaal.');
  assert.equal(await texts.getByText('Bewaard').count(), 0, 'the last words are not saved yet');

  await evening.lead({ type: 'open' });
  await page.reload();
  await page.getByText('Pas dit aan, met een reden').click();
  const [decides, reason] = [page.getByLabel('Wie beslist?'), page.getByLabel('Waarom pas je dit aan?')];
  await decides.fill('De raad.');
  await reason.fill('de raad vroeg het.');
  await evening.lead({ type: 'changeScope', to: { hearBack: 'In maart.' }, reason: 'het werd later.', saw: 0 });
  await whileAsking(page, async () => {
    await scope.getByRole('button', { name: 'Pas aan en laat het zien' }).click();
    await decides.fill('De raad en de wethouder.');
    await reason.fill('zij vroegen het.');
  });
  await page.getByText('Hier is net iets veranderd.').waitFor();
  assert.deepEqual([await decides.inputValue(), await reason.inputValue()], ['De raad en de wethouder.', 'zij vroegen het.']);
  assert.equal(await page.getByLabel('Wanneer hoor je iets?').inputValue(), 'In maart.');
  assert.ok(await reason.evaluate((field) => field === document.activeElement), 'and they go on typing there');
  assertQuiet(device, /409/);
});

/** The answer to what is asked waits until this was done. */
async function whileAsking(page: Page, during: () => Promise<void>): Promise<void> {
  const { promise: done, resolve } = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname.endsWith('/voorbereiden') && url.search.startsWith('?/'),
    async (route) => {
      await done;
      await route.continue();
    },
    { times: 1 },
  );
  await during();
  resolve();
}

async function keyOf({ organiser: by, at }: HeldEvening): Promise<string> {
  const leader = await app.whoAsks(by.secret);
  assert.ok(leader);
  const code = await app.joinCode(leader, at);
  assert.ok('secret' in code);
  return code.secret;
}

/** With the reason, and what stood there first. */
async function tellsOf({ page }: Device, words: readonly string[]): Promise<void> {
  const more = page.getByText('Meer hierover · aangepast');
  if ((await more.count()) > 0) await more.click();
  await page.getByText(/^Aangepast op .*, want: de raad vroeg het\.$/).waitFor();
  await page.getByText('Eerst: Wij.').waitFor();
  // What the server filled in a form reads as text too.
  const outsideForm = page.locator(':not(textarea)');
  for (const each of words) await page.getByText(each, { exact: true }).and(outsideForm).waitFor();
  await assertReadsWell(page);
}

test('what cannot be is refused in a sentence, and the rest of the form stays', async (t) => {
  const device = await led(t, { width: 1280, script: false });
  const { page } = device;
  await page.goto(`${house.url}/leiden/nieuw`);
  await page.getByRole('button', { name: 'Kies Diner Pensant' }).click();
  assert.equal(await page.getByLabel('Hoeveel tafels?').inputValue(), '3', 'eighteen people at tables of six');
  await page.getByLabel('Hoeveel tafels?').fill('0');
  await page.locator('#tables').getByRole('button', { name: 'Bewaar' }).click();
  await page.getByText('Geef een heel getal van 1 tot en met 1000.').waitFor();
  assert.equal(await page.locator('#tables').getByText('Bewaard').count(), 0);
  assertQuiet(device, /400/);
});

test('the pages to prepare read well in both languages, narrow, wide and large', async (t) => {
  for (const kind of [
    { language: 'nl', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    const device = await led(t, kind);
    for (const path of ['/leiden', '/leiden/nieuw', '/leiden/begin', '/leiden/sleutels', await preparePath()]) {
      await device.page.goto(`${house.url}${path}`);
      await assertReadsWell(device.page);
    }
    assertQuiet(device);
  }
});

test('my link opens my conversations on another device, and renewing it locks that one out', async (t) => {
  const mine = await led(t, { width: 1280 });
  await mine.page.goto(`${house.url}/leiden`);
  await mine.page.getByText('Mijn inloglink').click();
  await mine.page.getByRole('button', { name: 'Maak een inloglink' }).click();
  assert.equal(await mine.page.getByText('/leiden/begin#').isVisible(), false, 'a link shows only after toon');
  await mine.page.getByText('Toon', { exact: true }).click();
  const link = (await mine.page.getByText('/leiden/begin#').textContent()) ?? '';

  const other = await openDevice(t);
  await other.page.goto(link.trim());
  await other.page.getByRole('heading', { name: 'Mijn gesprekken' }).waitFor();
  assert.equal(new URL(other.page.url()).hash, '', 'the secret is gone from the address');

  const pasted = await openDevice(t, { script: false });
  await pasted.page.goto(`${house.url}/leiden/begin`);
  await pasted.page.getByLabel('Plak hier je link').fill(link);
  await pasted.page.getByRole('button', { name: 'Open' }).click();
  await pasted.page.getByRole('heading', { name: 'Mijn gesprekken' }).waitFor();

  await mine.page.getByText('Mijn inloglink').click();
  await mine.page.getByRole('button', { name: 'Vernieuw en sluit andere apparaten af' }).click();
  await mine.page.getByText('/leiden/begin#').filter({ hasNotText: link.trim() }).waitFor({ state: 'attached' });
  await other.page.goto(`${house.url}/leiden`);
  assert.match(other.page.url(), /\/leiden\/begin$/);
  await mine.page.goto(`${house.url}/leiden`);
  await mine.page.getByRole('heading', { name: 'Mijn gesprekken' }).waitFor();
  for (const device of [mine, other, pasted]) assertQuiet(device);
});

test('a colleague gets conversations of their own, until that link is taken back', async (t) => {
  const mine = await led(t, { width: 1280, script: false });
  await mine.page.goto(`${house.url}/leiden`);
  await mine.page.getByText('Nodig een collega uit').click();
  await mine.page.getByRole('button', { name: 'Maak een link voor een collega' }).click();
  await mine.page.getByText('Toon', { exact: true }).click();
  const link = (await mine.page.getByText('/leiden/begin#').textContent()) ?? '';

  const colleague = await openDevice(t);
  await colleague.page.goto(link.trim());
  await colleague.page.getByText('Nog geen gesprekken').waitFor();

  await mine.page.goto(`${house.url}/leiden`);
  await mine.page.getByText('Nodig een collega uit').click();
  await mine.page.getByRole('button', { name: 'Trek in: Link voor een collega 1' }).click();
  await mine.page.getByText('Ingetrokken.').waitFor();
  await colleague.page.goto(`${house.url}/leiden`);
  assert.match(colleague.page.url(), /\/leiden\/begin$/);
});

test('another system gets a token that is shown once, and reads until it is taken back', async (t) => {
  const { page } = await led(t, { width: 1280, script: false });
  await page.goto(`${house.url}/leiden`);
  await page.getByRole('link', { name: 'Sleutels voor andere systemen' }).click();
  await page.getByLabel('Voor welk systeem is de sleutel?').fill('Dashboard');
  await page.getByRole('button', { name: 'Maak de sleutel' }).click();
  await page.getByText('De sleutel is niet gemaakt').waitFor();
  assert.equal(await page.getByLabel('Voor welk systeem is de sleutel?').inputValue(), 'Dashboard', 'what was typed stays');

  await page.getByLabel('Zien welke gesprekken je hebt').check();
  await page.getByLabel('Tot en met welke dag?').fill(app.today());
  await page.getByRole('button', { name: 'Maak de sleutel' }).click();
  assert.equal(await page.getByText('samenspraak_').isVisible(), false, 'a token shows only after toon');
  await page.getByText('Toon de sleutel').click();
  const authorization = `Bearer ${(await page.getByText('samenspraak_').textContent())?.trim()}`;
  const asks = async () => (await ask(`${house.url}/v1/conversations`, { headers: { authorization } })).status;
  assert.equal(await asks(), 200);

  await page.goto(`${house.url}/leiden/sleutels`);
  assert.equal(await page.getByText('samenspraak_').count(), 0);
  await page.getByRole('button', { name: 'Trek de sleutel in van Dashboard' }).click();
  await page.getByText('De sleutel is ingetrokken').waitFor();
  assert.equal(await asks(), 401);
});

async function led(test: Parameters<typeof openDevice>[0], kind: DeviceKind): Promise<Device> {
  const device = await openDevice(test, kind);
  await carry(device, house.url, organiser.secret);
  return device;
}

async function preparePath(): Promise<string> {
  const evening = await HeldEvening.open(app, organiser, { format: 'in-huis-zaaien', title: 'Een gesprek' });
  return `/leiden/${evening.at.conversation}/${evening.at.seat}/voorbereiden`;
}
