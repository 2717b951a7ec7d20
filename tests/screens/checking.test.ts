import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkOf, reportParts } from '#conversation/publishing.ts';
import type { ReportPart } from '#conversation/state.ts';
import { freshId } from '#phone/id.ts';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type Device } from '../helpers/browser.ts';
import { assertReadsWell, carry, hydrated, secretOf } from './look.ts';
import { sowTogether } from './sowing.ts';
import { partsOf } from './unzip.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const evening = await sowTogether(app, { setUpFile: house.setUpFile ?? '' });
const { organiser } = evening;
const [presenter] = (await evening.tables())[0] ?? [];
assert.ok(presenter);
const lead = `${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}`;
const report = house.url + evening.path;

/** Of who looks through beside the organiser. */
let colleague = '';

const LONG = 'Mantelzorgers raken op en er is te weinig respijtzorg.';
const SHORT = 'Mantelzorgers raken op.';
const BAD = 'De fietsenmaker repareert op vrijdag gratis.';

test('two people look a report through on their phones; then everybody reads it, without what was taken away', async (t) => {
  const first = await openDevice(t);
  await carry(first, house.url, organiser.secret);
  const { page } = first;
  await page.goto(lead);
  await page.getByRole('link', { name: 'Kijk het na' }).first().click();
  await page.getByText('Nog 42 kaartjes voor jou').waitFor();
  await hydrated(first);
  assert.equal(await page.getByRole('button', { name: 'Nagekeken', exact: true }).count(), 1, 'one part is open at a time');
  await unfold(first);

  // Done, undone, and done again.
  await shorten(first, 'Mantelzorgers zijn moe.');
  await page.getByText('ingekort', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Zet terug' }).click();
  await page.getByText(LONG).first().waitFor();
  await shorten(first, SHORT);
  await keepBack(first);
  await page.getByRole('button', { name: 'Zet weer in het verslag' }).click();
  await page.getByText('Nog 42 kaartjes voor jou').waitFor();
  await keepBack(first);
  await page.getByText('Nog 41 kaartjes voor jou').waitFor();
  await checkAll(first);
  await page.getByText('Jij bent klaar').waitFor();
  await unfold(first);
  await page.locator('#deel-begin').getByRole('button', { name: 'Toch nog niet' }).click();
  await page.getByText('Nog 1 deel voor jou').waitFor();
  await page.getByRole('button', { name: 'Nagekeken', exact: true }).click();
  await page.getByText('Jij bent klaar').waitFor();

  await page.getByRole('button', { name: 'Maak een link voor de tweede' }).click();
  await page.getByText('Toon', { exact: true }).click();
  const link = (await page.getByText('/leiden/begin#').textContent()) ?? '';
  const second = await openDevice(t);
  await second.page.goto(link.trim());
  await second.page.getByRole('link', { name: 'Kijk het na' }).first().click();
  colleague = await secretOf(second);
  await second.page.getByText('De ander keek dit na. Nu jij nog.').first().waitFor();
  await hydrated(second);
  for (const device of [first, second]) await unfold(device);
  await changeMeanwhile(first, second);
  await checkAll(first);
  const stranger = await openDevice(t);
  assert.equal((await stranger.page.goto(report))?.status(), 404);
  await checkAll(second);
  await second.page.getByText('Het verslag is openbaar').waitFor();

  assert.equal((await stranger.page.goto(report))?.status(), 200);
  await stranger.page.getByText('Twee mensen keken dit verslag na.').waitFor();
  await stranger.page.getByText('1 kaartje bleef aan tafel. 1 kaartje is ingetrokken. 1 kaartje is niet gepubliceerd.').waitFor();
  await stranger.page.getByText('ingekort', { exact: true }).waitFor();
  const word = partsOf(await (await stranger.context.request.get(`${report}/word`)).body()).get('word/document.xml') ?? '';
  assert.ok(word.includes('Twee mensen keken dit verslag na.'));
  for (const said of [await stranger.page.content(), word]) {
    assert.ok(said.includes(SHORT));
    assert.ok(!said.includes(LONG) && !said.includes(BAD));
  }
  for (const device of [first, second, stranger]) assertQuiet(device, /40[049]/);
});

test('whoever wrote it reads on the phone and by the receipt what stands there now, and when they are asked', async (t) => {
  const writer = await openDevice(t);
  await carry(writer, house.url, presenter.secret);
  const { page } = writer;
  await page.goto(`${house.url}/gesprek/${presenter.at.conversation}/${presenter.at.seat}/van-mij`);
  await page.getByText(LONG).waitFor();
  await page.getByText(`Anderen lezen nu: ‘${SHORT}’`).waitFor();
  await page.getByRole('button', { name: 'Toon mijn code' }).click();
  const code = (await page.locator('.code .words').textContent()) ?? '';
  await page.goto(`${house.url}/terugleeskaart`);
  await page.getByLabel('Jouw code').fill(code);
  await page.getByRole('button', { name: 'Lees terug' }).click();
  await page.getByText(`Anderen lezen nu: ‘${SHORT}’`).waitFor();
  await page.getByText('Ik zoek vanavond de nummers op.').waitFor();
  await page.getByText('Het staat in het verslag. Iedereen kan dat nu lezen.').first().waitFor();
  await page.getByText('Je zou iets gaan doen. Is de eerste stap gezet?').waitFor();
  await page.getByRole('link', { name: 'Lees het in het verslag' }).first().click();
  await page.locator(':target').waitFor();
  assert.equal(new URL(page.url()).pathname, evening.path);
  assertQuiet(writer);
});

test('tomorrow is a sheet for each owner; told to everybody, of all tables together', async (t) => {
  const { page } = await openDevice(t);
  await page.goto(report);
  await page.getByRole('link', { name: 'Morgen' }).click();
  const sheet = page.getByRole('article', { name: 'Morgen: Inbrenger van elke tafel', exact: true });
  await sheet.getByText('Eén telefoonnummer waar een mens opneemt, ook in het weekend.').waitFor();
  await sheet.getByText('Is het opgekomen?').waitFor();
  assert.equal(await page.getByText('Ik bel deze week drie ex-mantelzorgers').count(), 0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, await page.getByRole('article').count());
});

for (const script of [true, false]) {
  test(`a public report that is changed is read by nobody else until both looked again, and the page says so, ${script ? 'with' : 'without'} script`, async (t) => {
    const device = await openDevice(t, { script });
    const { page } = device;
    await carry(device, house.url, organiser.secret);
    await page.goto(`${lead}/nakijken`);
    await page.getByText('Dan kan niemand anders het lezen, tot jullie dat deel allebei weer nakeken.').waitFor();
    if (script) {
      await hydrated(device);
      await unfold(device);
    } else await page.locator('.parts > div > details > summary').nth(3).click();
    const card = page.locator('main div:has(> .deeds)').filter({ visible: true }).first();
    await card.getByText('Hou achter').click();
    await card.locator('select').selectOption({ index: 1 });
    await card.getByRole('button', { name: 'Hou dit kaartje achter' }).click();
    await page.getByText('Anderen kunnen het verslag nu niet lezen').waitFor();
    const kept = (await page.locator('[id^=achter-]:focus').getAttribute('id')) ?? assert.fail();
    const stranger = await openDevice(t);
    assert.equal((await stranger.page.goto(report))?.status(), 404);
    await stranger.page.getByText('Soms kijken zij het opnieuw na: kom dan later terug.').waitFor();
    // Behind the screen: the button is pressed in the first story.
    await evening.lead({ type: 'show', entry: kept.replace('achter-', '') });
    for (const secret of [organiser.secret, colleague]) await lookThrough(secret);
    assertQuiet(device);
  });
}

for (const [language, width] of [
  ['nl', 360],
  ['en', 1280],
] as const) {
  test(`everybody can look it through, in ${language} at ${width} px`, async (t) => {
    const device = await openDevice(t, { language, width });
    await carry(device, house.url, organiser.secret);
    for (const page of [`${lead}/nakijken`, `${report}/morgen`]) {
      await device.page.goto(page);
      await assertReadsWell(device.page);
    }
    assertQuiet(device);
  });
}

/** All parts at once, as somebody opens them who wants to see the whole. */
async function unfold({ page }: Device): Promise<void> {
  await page.locator('.parts > div > details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
}

async function shorten({ page }: Pick<Device, 'page'>, words: string): Promise<void> {
  const card = page.locator('main div:has(> article)').filter({ hasText: LONG }).first();
  await card.getByText('Kort in').click();
  await card.getByLabel('Kortere zin').fill(words);
  await card.getByRole('button', { name: 'Bewaar de kortere zin' }).click();
  await page.getByText(words, { exact: true }).first().waitFor();
}

async function keepBack({ page }: Device): Promise<void> {
  const card = page.locator('main div:has(> article)').filter({ hasText: BAD }).first();
  await card.getByText('Hou achter').click();
  await card.getByLabel('Waarom?').selectOption({ label: 'gaat over iemand anders' });
  await card.getByRole('button', { name: 'Hou dit kaartje achter' }).click();
  await page.getByText('Achtergehouden: gaat over iemand anders').waitFor();
}

/** What one does while the other chooses a reason: told at once, read before it is approved, and followed by the first. */
async function changeMeanwhile({ page: first }: Device, { page: second }: Device): Promise<void> {
  const card = second.locator('main div:has(> article)').filter({ hasText: SHORT }).first();
  await card.getByText('Hou achter').click();
  await card.getByRole('button', { name: 'Hou dit kaartje achter' }).click();
  await card.getByText('Kies een reden', { exact: true }).and(second.locator('p')).waitFor();
  await second.locator('select:focus').waitFor();
  await first.getByRole('button', { name: 'Zet terug' }).click();
  await second.getByText('Er is net iets veranderd').waitFor();
  assert.equal(await second.getByText(LONG).and(second.locator('article *')).count(), 0);
  await second.locator('.parts > div').filter({ hasText: SHORT }).getByRole('button', { name: 'Nagekeken', exact: true }).click();
  await second.getByText('Hier is net iets veranderd.').and(second.locator('form p:focus')).waitFor();
  await second.locator('article').filter({ hasText: LONG }).first().waitFor();
  await shorten({ page: second }, SHORT);
  await first.locator('article').filter({ hasText: SHORT }).first().waitFor();
}

/** All but the last behind the screen: nobody reads as fast as a test taps. */
async function checkAll(device: Device): Promise<void> {
  await lookThrough(await secretOf(device), (open) => open.slice(0, -1));
  await device.page.reload();
  await hydrated(device);
  await device.page.getByRole('button', { name: 'Nagekeken', exact: true }).click();
}

/** Of the parts that this person did not look at yet, those that are asked for. */
async function lookThrough(secret: string, asked = (open: readonly ReportPart[]) => open): Promise<void> {
  const visitor = await app.whoAsks(secret);
  const at = visitor?.seats.find(({ conversation }) => conversation === evening.at.conversation);
  assert.ok(visitor && at);
  const state = await evening.state();
  const open = reportParts(state).filter((part) => !checkOf(state, part).by.includes(at.seat));
  for (const part of asked(open)) {
    const taken = await app.take(visitor, at, `checking-${freshId()}`, { type: 'check', part, changes: checkOf(state, part).changes });
    assert.ok(taken.accepted, JSON.stringify(taken));
  }
}
