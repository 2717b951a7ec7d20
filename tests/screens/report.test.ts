import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Json } from '#conversation/words.ts';
import { readReport } from '#doors/reports.ts';
import { sentencesOf } from '#report/sentences.ts';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import { faultsBy } from '../helpers/jsonSchema.ts';
import { HeldEvening, type Carrier } from './heldEvening.ts';
import { assertReadsWell, carry } from './look.ts';
import { sowTogether } from './sowing.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const evening = await sowTogether(app, { setUpFile: house.setUpFile ?? '' });
const { organiser } = evening;
const rehearsal = await sowTogether(app, organiser, true);
const [reader] = evening.people;
assert.ok(reader);

describe('who reads a report', () => {
  test('whoever took part, and whoever organised it, without any script', async (t) => {
    for (const who of [reader, organiser]) {
      const device = await open(t, evening, who);
      await device.page.getByRole('heading', { level: 1, name: /^Mantelzorgers raken op/ }).waitFor();
      assert.equal(await device.page.locator('script').count(), 0);
      assert.equal(await device.page.getByRole('link', { name: 'Terug naar mijn eigen scherm' }).count(), who === reader ? 1 : 0);
      assertQuiet(device);
    }
  });

  test('nobody else: what is not theirs is not there, as what never was', async (t) => {
    const elsewhere = await begin({ title: 'Een ander gesprek' });
    const other = await elsewhere.join('resident');
    for (const who of [null, other]) {
      for (const path of [evening.path, `/verslag/${'0'.repeat(20)}`]) {
        const device = await openDevice(t);
        if (who) await carry(device, house.url, who.secret);
        const answer = await device.page.goto(house.url + path);
        assert.equal(answer?.status(), 404);
        await device.page.getByText('Een verslag is voor wie aan het gesprek meedeed.').waitFor();
        assert.doesNotMatch(await device.page.content(), /Mantelzorgers/);
      }
    }
  });

  test('while people still talk it says what will be here, and when', async (t) => {
    const going = await begin({ title: 'Nog bezig' });
    const { page } = await open(t, going, await going.join('resident'));
    await page.getByText('Het staat hier zodra de gespreksleider het gesprek sluit.').waitFor();
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Nog bezig');
  });
});

describe('what stands in it', () => {
  test('who was there as far as numbers tell nobody apart, and what was sharpened at each table', async (t) => {
    const { page } = await open(t, evening, reader);
    for (const words of ['mensen aan 2 tafels', 'kaartjes, waarvan 42 in dit verslag'])
      await page.getByText(words, { exact: true }).waitFor();
    assert.deepEqual((await page.locator('dl').first().locator('dd').allTextContents()).slice(1, 3), ['7', 'een paar']);
    await page.getByText('professionals en gemeente', { exact: true }).waitFor();
    for (const words of ['Eerst', 'Nu']) assert.equal(await page.getByText(words, { exact: true }).count(), 2);
    assert.equal(await page.getByText('Dit gesprek is niet representatief voor de gemeente.').count(), 1);
    const [before, after] = [/^Jonge mantelzorgers vertellen/, /^Op school is er één uur/];
    assert.equal(await page.getByText(before).count(), 2);
    assert.equal(await page.getByText(after).count(), 2);
  });

  test('every line leads to a card that stands there once', async (t) => {
    const { page } = await open(t, evening, reader);
    const { targets, ids } = await page.evaluate(() => ({
      targets: [...document.querySelectorAll('main a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? ''),
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    }));
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      targets.filter((target) => !ids.includes(target)),
      [],
    );
    assert.equal(ids.filter((id) => id.startsWith('kaartje-')).length, 42);
  });

  test('every claim it makes has a link to each card it rests on', async () => {
    const html = await (await get(evening.path, reader)).text();
    const claims = await claimsOf(evening);
    assert.ok(claims.length > 30);
    for (const id of claims.flat()) assert.ok(html.includes(`href="#kaartje-${id}"`) && html.includes(`id="kaartje-${id}"`), id);
  });

  test('what stayed at the table and what was withdrawn is only counted', async (t) => {
    const { page } = await open(t, evening, reader);
    const text = (await page.locator('main').textContent()) ?? '';
    assert.match(text, /1 bleef aan tafel/);
    assert.match(text, /1 ingetrokken/);
    assert.doesNotMatch(text, /potje van de woningbouw|Een pasje voor iedereen/);
  });

  test('what is asked later, of whom', async (t) => {
    const { page } = await open(t, evening, reader);
    const later = page.getByRole('region', { name: 'Wat we vragen, en wanneer' });
    assert.equal(await later.getByRole('listitem').count(), 3);
    await later.getByText('Is het opgekomen?').waitFor();
  });

  test("people's words stand as they were written, in their own direction", async (t) => {
    const odd = '<b>niet vet</b> & "zo"';
    const own = await begin({ title: '<i>Schuin</i>' });
    const seated = await own.join('resident');
    for (let step = 0; step < 3; step++) await own.next();
    await own.write(seated, 'question', { text: odd });
    await own.lead({ type: 'close' });
    await own.releaseAll();
    const { page } = await open(t, own, seated);
    assert.equal(await page.locator('article p[dir=auto]').textContent(), odd);
    assert.equal(await page.locator('h1').textContent(), '<i>Schuin</i>');
    assert.equal(await page.locator('main :is(b, i)').count(), 0);
    await page.getByText('Niemand sprak als professional in zorg of welzijn of medewerker van de gemeente.').waitFor();
    await page.getByText('een paar', { exact: true }).waitFor();
  });

  test('a rehearsal says so above, and across every page', async (t) => {
    const { page } = await open(t, rehearsal, organiser);
    await page.getByText('Dit was een oefening.').waitFor();
    const mark = page.locator('[data-mark=oefening]');
    assert.equal(await mark.evaluate((drawn) => getComputedStyle(drawn).position), 'fixed');
    const { page: real } = await open(t, evening, organiser);
    assert.equal(await real.locator('[data-mark]').count(), 0);
  });

  test('when nothing was released it says why, and when everything stayed on the phones that it should be so', async (t) => {
    const bare = await begin({});
    const seated = await bare.join('resident');
    for (let step = 0; step < 3; step++) await bare.next();
    await bare.write(seated, 'question', { text: 'Wacht nog' });
    await bare.lead({ type: 'close' });
    const { page } = await open(t, bare, seated);
    await page.getByText('Er staat nog niets in dit verslag').waitFor();
    await page.getByText('1 niet vrijgegeven').waitFor();
    assert.doesNotMatch(await page.content(), /Wacht nog/);

    const reflection = await begin({ format: 'ruimte-voor-reflectie', title: 'Even stil' });
    const alone = await reflection.join('professional');
    for (let step = 0; step < 2; step++) await reflection.next();
    await reflection.lead({ type: 'close' });
    const silent = await open(t, reflection, alone);
    await silent.page.getByText('Wat mensen in dit gesprek schreven, bleef op hun eigen telefoon.').waitFor();
  });
});

describe('files to keep', () => {
  test('the cards as a table: each card of the report once, and nothing of what stayed at the table', async () => {
    const answer = await get(`${evening.path}/csv`, reader);
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').split('\r\n');
    assert.match(lines[0] ?? '', /Kaartje,Stap,Ronde,Wat er gevraagd werd,Soort,Tafel,Hier als,Tekst/);
    assert.equal(lines.length, 1 + 42 + 1);
    assert.doesNotMatch(lines.join(''), /potje van de woningbouw|Een pasje voor iedereen/);
  });

  test('everything as JSON, which keeps to the schema at the address it names', async () => {
    const data = (await (await get(`${evening.path}/json`, reader)).json()) as { readonly $schema: string };
    assert.equal(new URL(data.$schema).pathname, '/schema/verslag-1.json');
    const schema = await get('/schema/verslag-1.json', null);
    assert.equal(schema.headers.get('content-type'), 'application/schema+json');
    assert.deepEqual(faultsBy((await schema.json()) as Parameters<typeof faultsBy>[0], data), []);
  });

  test('for whoever was not there they are not there either', async () => {
    for (const file of ['csv', 'json']) assert.equal((await get(`${evening.path}/${file}`, null)).headers.get('location'), evening.path);
  });
});

for (const kind of [
  { language: 'nl', width: 320 },
  { language: 'en', width: 1280 },
] as const) {
  test(`everybody can read it, in ${kind.language} at ${kind.width} px`, async (t) => {
    const device = await open(t, kind.language === 'nl' ? evening : rehearsal, organiser, kind);
    await assertReadsWell(device.page);
    assertQuiet(device);
  });
}

test('it prints on A4 without what one can only click', async (t) => {
  const { page } = await open(t, evening, reader, { width: 1280 });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('navigation').count(), 0);
  assert.equal(await page.getByRole('button').count(), 0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.match(pdf, /\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
});

test('on paper nothing stays folded', async (t) => {
  const { page } = await openDevice(t, { width: 1280 });
  await page.goto(`${house.url}/onderdelen`);
  const folded = page.locator('details:not([open]) > div').first();
  const height = () => folded.evaluate((part) => part.getBoundingClientRect().height);
  assert.equal(await height(), 0);
  await page.emulateMedia({ media: 'print' });
  assert.ok((await height()) > 10);
});

async function open(
  t: Parameters<typeof openDevice>[0],
  { path }: HeldEvening,
  who: Carrier | null,
  kind: DeviceKind = {},
): Promise<Device> {
  const device = await openDevice(t, kind);
  if (who) await carry(device, house.url, who.secret);
  await device.page.goto(house.url + path);
  return device;
}

function get(path: string, who: Carrier | null): Promise<Response> {
  return fetch(house.url + path, { redirect: 'manual', headers: who ? { cookie: `apparaat=${who.secret}`, 'accept-language': 'nl' } : {} });
}

/** The cards that each claim of the report rests on. */
async function claimsOf({ at }: HeldEvening) {
  const read = await readReport(app, await app.whoAsks(organiser.secret), at.conversation);
  assert.ok(read?.report);
  return sentencesOf(read.report, read).flatMap((sentence) => ('restsOn' in sentence ? [sentence.restsOn] : []));
}

function begin(preparation: { readonly format?: string; readonly title?: string }): Promise<HeldEvening> {
  const plain: Json = { format: 'in-huis-zaaien', title: '', about: '', decides: '', hearBack: '', tables: 1, ...preparation };
  return HeldEvening.open(app, organiser, plain);
}
