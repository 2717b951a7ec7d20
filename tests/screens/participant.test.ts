import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until as eventually } from '../app/evening.ts';
import { assertQuiet } from '../helpers/browser.ts';
import { HeldEvening } from './heldEvening.ts';
import { wordsInFocus } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after });

for (const script of [true, false]) {
  test(`types the code, says as what, sits down and writes a card, ${script ? 'with' : 'without'} script`, async () => {
    const evening = await tables.evening();
    await until(evening, 'assetsSilent');
    const { code } = await tables.wayIn(evening);
    const device = await tables.phone({ script });
    const { page } = device;

    await page.goto(`${tables.url}/doe-mee`);
    await page.getByLabel('Code').fill('kameel 00');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByText('Deze code kennen we niet.').waitFor();
    assert.ok(await page.getByLabel('Code').evaluate((field) => field === document.activeElement));

    await page.getByLabel('Code').fill(` ${code.toUpperCase()} `);
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('heading', { name: 'Mantelzorgers raken op' }).waitFor();
    assert.match(await page.locator('dl').innerText(), /Wie beslist\?\s+Jullie, over wat jullie zelf doen/);
    await page.getByRole('link', { name: 'Doe mee' }).click();
    await page.getByRole('button', { name: 'Ga naar mijn tafel' }).click();
    await page.getByText('Kies eerst wat bij je past.').waitFor();
    assert.match((await wordsInFocus(page)) ?? '', /Kies eerst wat bij je past[.]/);
    await page.getByLabel('ik werk in zorg of welzijn').check();
    await page.getByRole('button', { name: 'Ga naar mijn tafel' }).click();

    await page.getByText('jij spreekt als professional in zorg of welzijn').waitFor();
    await page.getByText('Even stil. Denk en schrijf voor jezelf.').waitFor();
    await page.getByLabel('Dit is er al').fill('In het buurthuis is op woensdag plek.');
    await page.getByLabel('Houd dit aan tafel').check();
    await page.getByRole('button', { name: 'Bewaar kaartje' }).click();
    await page.getByText('Bewaard, blijft aan tafel').waitFor();
    assert.equal(await page.getByLabel('Dit is er al').inputValue(), '');

    const [entry] = (await evening.state()).entries.values();
    assert.equal(entry?.kept, true);
    assertQuiet(device, /40[04]/);
  });
}

test('a scanned key is sent once, and leaves the address; before the doors open the first screen says so', async () => {
  const { organiser } = await tables.evening();
  const evening = await HeldEvening.prepare(tables.house.app, organiser, { format: 'in-huis-zaaien', title: 'Nog dicht' });
  const { secret } = await tables.wayIn(evening);
  const { page } = await tables.phone();
  const posted: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posted.push(request.postData() ?? ''));
  await page.goto(`${tables.url}/doe-mee#${secret}`);
  await page.getByText('De deuren zijn nog niet open.').waitFor();
  await evening.lead({ type: 'open' });
  await page.getByRole('link', { name: 'Probeer opnieuw' }).click();
  await page.getByRole('link', { name: 'Doe mee' }).waitFor();
  assert.deepEqual(posted, [`key=${secret}`]);
  assert.doesNotMatch(
    JSON.stringify(await page.evaluate(() => performance.getEntriesByType('navigation').map((each) => each.name))),
    new RegExp(secret),
  );
});

test('without an invitation or with the seat of another there is nothing to see', async () => {
  const evening = await tables.evening();
  const person = await evening.join('resident');
  const { page } = await tables.phone();
  await page.goto(`${tables.url}/doe-mee/${evening.at.conversation}`);
  assert.equal(page.url(), `${tables.url}/doe-mee`);
  for (const path of ['', '/van-mij', '/roep', '/afspraken', '/weg', '/van-mij/wissen', '/van-mij/notities']) {
    const answer = await page.goto(tables.pathOf(person) + path);
    assert.equal(answer?.status(), 404, path);
  }
});

test('what others share appears by itself, and not before its step is over', async () => {
  const evening = await tables.evening();
  const person = await evening.join('resident');
  const neighbour = await evening.join('professional');
  await until(evening, 'assetsSilent');
  const device = await tables.phoneOf(person);
  await device.page.getByText('Na deze stap zie je hier wat je tafel schreef.').waitFor();
  await evening.write(neighbour, 'asset', { text: 'De fietsenmaker repareert gratis.', fields: { sort: 'people' } });
  await evening.next();
  await device.page.getByRole('article').getByText('De fietsenmaker repareert gratis.').waitFor();
  const fields = device.page.getByRole('article').locator('dl');
  assert.equal(await fields.evaluate((each) => getComputedStyle(each).display), 'flex', 'what came later has its styles too');
  await device.page.getByRole('status').filter({ hasText: 'Stap 5 van 10' }).waitFor({ state: 'attached' });
  assertQuiet(device);
});

test('typed words survive a reload', async () => {
  const evening = await tables.evening();
  const person = await evening.join('resident');
  await until(evening, 'assetsSilent');
  const { page } = await tables.phoneOf(person);
  await page.getByLabel('Dit is er al').fill('Half een zin');
  await keptOnPhone(page, 'Half een zin');
  await page.reload();
  await eventually(async () => (await page.getByLabel('Dit is er al').inputValue()) === 'Half een zin');
});

test('a step that ends leaves the words, the focus and a way to send them late', async () => {
  const evening = await tables.evening();
  const person = await evening.join('resident');
  await until(evening, 'assetsSilent');
  const device = await tables.phoneOf(person);
  const { page } = device;
  await page.getByLabel('Dit is er al').pressSequentially('Nog net niet kl');
  await evening.next();
  await page.getByText('Nog niet bewaard, bij: In huis: eerst stil').waitFor();
  await page.keyboard.type('aar');
  const field = page.locator('textarea').first();
  assert.equal(await field.inputValue(), 'Nog net niet klaar');
  assert.ok(await field.evaluate((each) => each === document.activeElement));
  await page.getByRole('button', { name: 'Bewaar kaartje' }).first().click();
  await page.getByText('Nog niet bewaard').waitFor({ state: 'detached' });
  await page.getByText('Bewaard, maar na de stap').waitFor();
  assert.ok([...(await evening.state()).entries.values()].some((entry) => entry.late));
  await until(evening, 'close');
  await page.getByText('We ronden af.').waitFor();
  assert.equal(await page.getByText('Wordt verstuurd').count(), 0, 'what was saved long ago is not on its way');
  assertQuiet(device);
});

test('the gong comes above what somebody is writing, and leaves that in sight', async () => {
  const evening = await tables.evening();
  const person = await evening.join('resident');
  await until(evening, 'assetsSilent');
  const { page } = await tables.phoneOf(person);
  await page.setViewportSize({ width: 360, height: 640 });
  const field = page.getByLabel('Dit is er al');
  await field.fill('Een bus');
  // As low as it can stand: what comes above would push it away.
  await field.evaluate((each) => each.scrollIntoView({ block: 'end' }));
  await evening.lead({ type: 'gong', run: await evening.run() });
  await page.getByText('Rond af').first().waitFor();
  const bar = await page.locator('nav').last().boundingBox();
  await eventually(async () => {
    const box = await field.boundingBox();
    return box !== null && box.y >= 0 && box.y + box.height <= (bar?.y ?? 640) + 1;
  });
});

test('a card written without network is sent once, when there is one again', async () => {
  const evening = await tables.evening();
  const person = await evening.join('resident');
  await until(evening, 'assetsSilent');
  const { page, context } = await tables.phoneOf(person);
  await page.getByLabel('Dit is er al').waitFor();
  await context.setOffline(true);
  await page.getByLabel('Dit is er al').fill('Een busje');
  await page.getByRole('button', { name: 'Bewaar kaartje' }).click();
  await page.getByText('Staat op je telefoon').waitFor();
  await context.setOffline(false);
  await page.getByText('Bewaard', { exact: true }).waitFor();
  const written = [...(await evening.state()).entries.values()].filter((entry) => entry.input === 'asset');
  assert.equal(written.length, 1);
});

for (const script of [true, false]) {
  test(`changes, keeps at the table and withdraws a card, ${script ? 'with' : 'without'} script`, async () => {
    const evening = await tables.evening();
    const person = await evening.join('resident');
    await until(evening, 'assetsSilent');
    await evening.write(person, 'asset', { text: 'Een bosje', fields: {} });
    const device = await tables.phoneOf(person, { script });
    const { page } = device;
    await page.getByRole('link', { name: 'Aanpassen' }).click();
    await page.getByLabel('Dit is er al').fill('Een busje');
    await page.getByRole('button', { name: 'Bewaar kaartje' }).click();
    await page.getByRole('article').getByText('Een busje').waitFor();
    await page.getByRole('button', { name: 'Houd dit aan tafel' }).click();
    await page.getByText('Dit kaartje blijft aan tafel.').waitFor();
    await page.getByText('Trek dit kaartje in').click();
    await page.getByRole('button', { name: 'Ja, trek in' }).click();
    await page.getByText('Ingetrokken. Wat je schreef is overal weg.').waitFor();
    await page.goto(`${tables.pathOf(person)}/van-mij`);
    await page.getByText('Dit is er al: ingetrokken door jou').waitFor();
    assertQuiet(device);
  });
}

for (const script of [true, false]) {
  test(`passes, calls, leaves and comes back, ${script ? 'with' : 'without'} script`, async () => {
    const evening = await tables.evening();
    const person = await evening.join('resident');
    await until(evening, 'assetsSilent');
    const device = await tables.phoneOf(person, { script });
    const { page } = device;
    await page.getByRole('button', { name: 'Ik sla over' }).click();
    await page.getByText('Dank je. Je mag altijd nog iets opschrijven.').first().waitFor();
    await page.getByRole('link', { name: 'Roep de gespreksleider' }).click();
    await page.getByLabel('Waarover gaat het?').fill('Mag het raam open?');
    await page.getByRole('button', { name: 'Roep de gespreksleider' }).click();
    await page.getByText('De gespreksleider weet het en komt naar je tafel.').waitFor();
    assert.equal((await evening.state()).calls.length, 1);
    await page.getByRole('link', { name: 'Aan tafel' }).click();
    await page.getByRole('link', { name: 'Ik moet gaan' }).click();
    await page.getByRole('button', { name: 'Ik ga nu' }).click();
    await page.getByRole('button', { name: 'Ik ben er weer' }).click();
    await page.getByLabel('Dit is er al').waitFor();
    assertQuiet(device);
  });
}

test('reads back with a code that is shown once, and withdraws with it', async () => {
  const evening = await tables.evening();
  const person = await evening.join('resident');
  await until(evening, 'assetsSilent');
  await evening.write(person, 'asset', { text: 'Een tuin achter de school', fields: {} });
  await evening.next();
  const { page } = await tables.phoneOf(person);
  await page.getByRole('link', { name: 'Van mij' }).click();
  await page.getByText('Bewaard. Je tafel kan het zien.').waitFor();
  await page.getByRole('button', { name: 'Toon mijn code' }).click();
  const code = (await page.locator('.code .words').textContent()) ?? '';
  assert.match(code, /^([a-z]{4} ){4}\d{4}$/);
  await page.goto(`${tables.pathOf(person)}/van-mij`);
  assert.doesNotMatch(await page.content(), new RegExp(code));

  const stranger = await tables.phone({ script: false });
  await stranger.page.goto(`${tables.url}/terugleeskaart`);
  await stranger.page.getByLabel('Jouw code').fill('een twee drie vier 1234');
  await stranger.page.getByRole('button', { name: 'Lees terug' }).click();
  await stranger.page.getByText('Deze code kennen we niet').waitFor();
  const typed = stranger.page.getByLabel('Jouw code');
  assert.equal(await typed.inputValue(), 'een twee drie vier 1234');
  assert.ok(await typed.evaluate((field) => field === document.activeElement));
  await stranger.page.getByLabel('Jouw code').fill(code.toUpperCase().replaceAll(' ', '-'));
  await stranger.page.getByRole('button', { name: 'Lees terug' }).click();
  await stranger.page.getByText('Een tuin achter de school').waitFor();
  await stranger.page.getByText('Je tafel kon dit lezen.').waitFor();
  assert.doesNotMatch(stranger.page.url(), /\d{4}$/);
  await stranger.page.getByText('Trek dit kaartje in').click();
  await stranger.page.getByRole('button', { name: 'Ja, trek in' }).click();
  await stranger.page.getByText('Ingetrokken. Wat je schreef is overal weg.').waitFor();
  assert.equal(await wordsInFocus(stranger.page), 'Ingetrokken. Wat je schreef is overal weg.');
  await stranger.page.getByRole('button', { name: 'Sluit de terugleeskaart' }).first().click();
  await stranger.page.getByLabel('Jouw code').waitFor();
});

test('what is only for me never leaves the phone, can be read again, and can be erased', async () => {
  const evening = await tables.evening('ruimte-voor-reflectie');
  const person = await evening.join('professional');
  await until(evening, 'moment');
  const device = await tables.phoneOf(person);
  const { page } = device;
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  const field = page.getByLabel('Voor jezelf: een moment');
  await field.fill('geheimwoord');
  await page.getByText('Staat op je telefoon').waitFor();
  await page.getByRole('button', { name: 'Ik ben klaar' }).click();
  await page.getByText('Dank je. Je mag altijd nog iets opschrijven.').waitFor();
  await evening.next();
  await page.getByRole('article').getByText('geheimwoord').waitFor();
  await page.getByRole('link', { name: 'Van mij' }).click();
  await page.getByRole('link', { name: 'Alleen op deze telefoon' }).click();
  await page.getByRole('article').getByText('geheimwoord').waitFor();
  assert.ok(sent.length > 0);
  assert.deepEqual(
    sent.filter((each) => each.includes('geheimwoord')),
    [],
  );
  assert.equal((await evening.state()).entries.size, 0);

  await page.getByRole('link', { name: 'Van mij' }).click();
  await page.getByRole('link', { name: 'Wis dit van mijn telefoon' }).click();
  await page.getByRole('button', { name: 'Wis alles van mijn telefoon' }).click();
  await page.getByText('Alles van Samenspraak is van deze telefoon gewist.').waitFor();
  assert.equal((await page.goto(tables.pathOf(person)))?.status(), 404);
  assertQuiet(device, /404/);
});

test('without script what is only for me goes on paper, and being ready can still be said', async () => {
  const evening = await tables.evening('ruimte-voor-reflectie');
  const person = await evening.join('professional');
  await until(evening, 'moment');
  const { page } = await tables.phoneOf(person, { script: false });
  await page.getByText('Schrijf het op papier. Niemand hoeft het te zien.').waitFor();
  assert.equal(await page.locator('textarea').count(), 0);
  await page.getByRole('button', { name: 'Ik ben klaar' }).click();
  await page.getByText('Dank je. Je mag altijd nog iets opschrijven.').first().waitFor();
});

async function keptOnPhone(page: Page, words: string): Promise<void> {
  await eventually(() =>
    page.evaluate(async (sought) => {
      if (!(await indexedDB.databases()).some(({ name }) => name === 'samenspraak')) return false;
      const opened = indexedDB.open('samenspraak');
      const database = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)));
      const all = database.transaction('notes').objectStore('notes').getAll();
      const notes = await new Promise<unknown>((done) => (all.onsuccess = () => done(all.result)));
      database.close();
      return JSON.stringify(notes).includes(sought);
    }, words),
  );
}
