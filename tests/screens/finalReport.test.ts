import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { daysLater } from '#conversation/day.ts';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type DeviceKind } from '../helpers/browser.ts';
import { faultsBy } from '../helpers/jsonSchema.ts';
import type { Carrier, Seated } from './heldEvening.ts';
import { assertReadsWell, carry } from './look.ts';
import { sowTogether } from './sowing.ts';
import { partsOf } from './unzip.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const evening = await sowTogether(app, { setUpFile: house.setUpFile ?? '' });
const { organiser } = evening;
const path = `${evening.path}/eindverslag`;
const [[writer] = []] = await evening.tables();
assert.ok(writer);
const FIRST = 'Mantelzorgers raken op en er is te weinig respijtzorg.';
const entries = [...(await evening.state()).entries.values()];
const counterVoice = entries.find(({ input }) => input === 'lastLine');
const heard = (await app.situationOf(evening.at.conversation))?.authors;
const speaker = counterVoice && evening.people.find(({ at }) => heard?.entriesOf.get(at.seat)?.includes(counterVoice.id));
assert.ok(counterVoice && speaker);
await evening.lead({ type: 'markCounterVoice', entry: counterVoice.id });
const [body, hearBackOn] = ['gemeenteraad van Dijkzicht', daysLater(app.today(), 90)];
await evening.lead({ type: 'changeScope', to: { body, hearBackOn }, reason: 'De raad gaat hierover.', saw: 0 });

describe('the eindverslag', () => {
  test('says first that it is not final, and what it waits for; then when it was closed', async (t) => {
    const { page } = await open(t);
    await page.getByText('Dit eindverslag is nog niet definitief').waitFor();
    await page.getByText('Iemand die je gewoon even belt. · Nog niet').first().waitFor();
    await page.getByText('Nog 1 tegengeluid zonder antwoord.').waitFor();
    const voices = page.getByRole('region', { name: 'Tegengeluiden, en wat daarop geantwoord is' });
    const waits = /^Wacht op antwoord van gemeenteraad van Dijkzicht[.] Beloofd: uiterlijk \d+ \w+ \d{4}[.]$/;
    await voices.getByText(waits).waitFor();
    const receipt = await receiptOf(t, speaker);
    await receipt.page.getByText(waits).waitFor();
    await page.goto(house.url + evening.path);
    await page.getByText(waits).waitFor();
    await page.goto(house.url + path);
    await evening.lead({ type: 'answerVoice', voice: counterVoice.id, saw: 0, words: 'Het buurthuis belt wie dit zei.' });
    await evening.lead({ type: 'finishReport' });
    await page.reload();
    await page.getByText('Dit eindverslag is afgesloten op').waitFor();
    await voices.getByText('Het buurthuis belt wie dit zei.').waitFor();
  });

  test('says on paper where a sentence can be read that stands there as a link', async (t) => {
    const { page } = await open(t);
    await page.getByRole('link', { name: 'Lees dit kaartje in het gespreksverslag' }).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Te lezen in het gespreksverslag').first().waitFor();
    assert.equal(await page.getByText('Lees dit kaartje in het gespreksverslag').filter({ visible: true }).count(), 0);
  });

  test('holds nobody’s words until they say so on their receipt, and no longer than that', async (t) => {
    const said = async () => (await (await get(path)).text()).includes(FIRST);
    assert.equal(await said(), false);
    const device = await receiptOf(t, writer);
    const { page } = device;
    const card = page.getByRole('article').filter({ hasText: FIRST });
    await page.getByText('Met dit kaartje is verder niets gedaan.').first().waitFor();
    assert.equal(await page.getByText('Gebeurt er iets mee?').count(), 0, 'the final report is closed');
    const together = page.getByRole('article').filter({ hasText: 'Je tafel schreef dit samen.' });
    await together.first().waitFor();
    assert.equal(await together.getByText('Mag dit als citaat').count(), 0, 'what a table wrote is no quote of one person');
    await card.getByText('Mag dit als citaat in het eindverslag?').click();
    await card.getByRole('button', { name: 'Ja, dit mag een citaat zijn' }).click();
    await page.getByText('Bewaard. Deze woorden mogen in het eindverslag staan.').waitFor();
    assert.equal(await said(), true);
    await card.getByText('Dit mag als citaat in het eindverslag.').click();
    await card.getByRole('button', { name: 'Haal dit citaat weg' }).click();
    await page.getByText('Weg. Deze woorden staan niet meer als citaat in het eindverslag.').waitFor();
    assert.equal(await said(), false);
    assertQuiet(device);
  });

  test('every card it rests on can be opened in the conversation report', async () => {
    const [final, report] = await Promise.all([path, evening.path].map(async (each) => (await get(each)).text()));
    const leads = [...(final ?? '').matchAll(new RegExp(`href="${evening.path}#([^"]+)"`, 'g'))].map(([, id]) => id ?? '');
    assert.ok(leads.length > 15);
    assert.deepEqual(
      leads.filter((id) => !report?.includes(`id="${id}"`)),
      [],
    );
  });

  test('in Word under real headings, and as JSON that keeps to the schema at the address it names', async () => {
    const parts = partsOf(Buffer.from(await (await get(`${path}/word`)).arrayBuffer()));
    const document = parts.get('word/document.xml') ?? '';
    for (const words of ['Wat ermee gedaan is, en waarom', 'Hoe het ging', 'Dit gesprek is niet representatief'])
      assert.ok(document.includes(words), words);
    for (const heading of ['Title', 'Heading2', 'Heading3']) assert.ok(document.includes(`w:val="${heading}"`), heading);
    const data = (await (await get(`${path}/json`)).json()) as { readonly $schema: string };
    const schema = await fetch(house.url + new URL(data.$schema).pathname);
    assert.deepEqual(faultsBy((await schema.json()) as Parameters<typeof faultsBy>[0], data), []);
  });

  test('is not there for whoever was not', async () => {
    assert.equal((await get(path, null)).status, 404);
    for (const file of ['word', 'json']) assert.equal((await get(`${path}/${file}`, null)).headers.get('location'), path);
  });

  for (const kind of [
    { language: 'nl', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    test(`everybody can read it, in ${kind.language} at ${kind.width} px`, async (t) => {
      const device = await open(t, kind);
      await assertReadsWell(device.page);
      assertQuiet(device);
    });
  }
});

async function open(t: Parameters<typeof openDevice>[0], kind: DeviceKind = {}) {
  const device = await openDevice(t, kind);
  await carry(device, house.url, organiser.secret);
  await device.page.goto(house.url + path);
  return device;
}

async function receiptOf(t: Parameters<typeof openDevice>[0], { secret, at }: Seated) {
  const visitor = await app.whoAsks(secret);
  const receipt = visitor && (await app.makeReceipt(visitor, at));
  assert.ok(receipt && 'code' in receipt);
  const device = await openDevice(t);
  const { page } = device;
  await page.goto(`${house.url}/terugleeskaart`);
  await page.getByLabel('Jouw code').fill(receipt.code);
  await page.getByRole('button', { name: 'Lees terug' }).click();
  return device;
}

function get(address: string, who: Carrier | null = organiser): Promise<Response> {
  return fetch(house.url + address, {
    redirect: 'manual',
    headers: who ? { cookie: `apparaat=${who.secret}`, 'accept-language': 'nl' } : {},
  });
}
