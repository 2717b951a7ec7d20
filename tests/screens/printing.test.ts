import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { theHouse } from '../../src/house.ts';
import { joinAddress } from '../../src/routes/joinAddress.ts';
import { qrOf } from '../../src/routes/qr.server.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import { HeldEvening, type Carrier } from './heldEvening.ts';
import { assertAccessible, assertFits, carry, hydrated } from './look.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const first = await HeldEvening.open(app, { setUpFile: house.setUpFile ?? '' }, { format: 'in-huis-zaaien', title: 'Om te beginnen' });
const { organiser } = first;
const SHEETS = ['draaiboek', 'tafels', 'kaarten', 'rollen', 'anders', 'turven', 'menu', 'fotos'];

test('from choosing a format to the printer in a few clicks', async (t) => {
  const device = await openDevice(t, { width: 1280, height: 900 });
  await carry(device, house.url, organiser.secret);
  await device.context.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  const { page } = device;
  await page.goto(`${house.url}/leiden/nieuw`);
  const clicks = [
    () => page.getByRole('button', { name: 'Kies In huis en nog zaaien' }).click(),
    () => page.getByRole('link', { name: 'Print mijn avond' }).click(),
    () => page.getByRole('button', { name: 'Print deze bladen' }).click(),
  ];
  for (const click of clicks) await click();
  await page.locator('html[data-printed]').waitFor({ state: 'attached' });
  assert.ok(clicks.length <= 12);
  assertQuiet(device);
});

test('what the facilitator laid ready stands on paper, by the clock', async (t) => {
  const evening = await begin('in-huis-zaaien');
  await evening.lead({ type: 'setMinutes', phase: 'arrive', minutes: 15 });
  await evening.lead({ type: 'adaptText', phase: 'arrive', slot: 'say', language: 'nl', words: 'Dag allemaal, pak een stoel.' });
  await evening.lead({ type: 'promise', phase: 'arrive', at: 19 * 60 + 30 });
  await evening.lead({ type: 'changeScope', to: { hearBackOn: '2099-12-15' }, reason: 'De raad vroeg het.', saw: 0 });
  const { page } = await printing(t, evening, '');
  const script = page.getByRole('article', { name: 'Draaiboek' });
  await script.getByText('15 december 2099').waitFor();
  assert.equal(await script.getByText('Beloofd: om 19:30').count(), 0, 'the time it begins stands beside the step already');
  assert.equal(await script.getByText('wie een rol heeft, schrijft').count(), 1, 'at the problem, which only the presenter writes');
  await script.getByText('Dag allemaal, pak een stoel.').waitFor();
  assert.deepEqual((await script.locator('tbody .time').allTextContents()).slice(0, 3), ['19:30', '19:45', '19:53']);
  await script.getByText('Zit de inbrenger aan een andere tafel?').waitFor();
  assert.equal(await script.getByText('Huisregels').count(), 1);

  await page.getByRole('article', { name: 'Tafel 3' }).getByText('Scan = je zit hier').waitFor();
  const card = page.getByRole('article', { name: 'Schrijfkaarten: Dit is er al' });
  for (const words of ['Wat voor soort is het?', 'Eerst vragen', 'Houd dit aan tafel'])
    assert.ok((await card.getByText(words).count()) > 0, words);
  await page.getByRole('article', { name: 'Inbrenger' }).getByText('Zeg ook wat je al hebt geprobeerd.').first().waitFor();
});

test('a table card carries the code of its own table, on paper alone', async (t) => {
  const evening = await begin('in-huis-zaaien');
  const { page } = await printing(t, evening, 'blad=tafels');
  const leader = await app.whoAsks(organiser.secret);
  assert.ok(leader);
  const code = await app.joinCode(leader, evening.at);
  assert.ok('secret' in code);
  for (const number of [1, 2, 3]) {
    const card = page.getByRole('article', { name: `Tafel ${number}` });
    const { path } = qrOf(joinAddress(theHouse().address, code.secret, number));
    assert.equal(await card.locator('path[fill="#000"]').getAttribute('d'), path);
    assert.equal(await card.getByText(code.code).isVisible(), false);
  }
  await page.emulateMedia({ media: 'print' });
  await page.getByText(code.code).first().waitFor();
});

test('without script the same sheets are chosen by a button', async (t) => {
  const device = await printing(t, await begin('in-huis-zaaien'), '', { script: false });
  const { page } = device;
  await page.getByLabel('Hoe laat begin je?').fill('20:00');
  for (const sheet of ['Tafelkaarten', 'Schrijfkaarten', 'Rolbladen', 'Open blad', 'Tellen op papier'])
    await page.getByRole('checkbox', { name: sheet }).uncheck();
  await page.getByRole('button', { name: 'Laat de bladen zien' }).click();
  await page.getByText('20:10', { exact: true }).waitFor();
  assert.equal(await page.getByRole('article').count(), 1);
  await page.getByText('Druk daarna op Ctrl+P').waitFor();
  assertQuiet(device);
});

test('with script the sheets follow what is ticked, and the focus stays where it was', async (t) => {
  const device = await printing(t, await begin('in-huis-zaaien'), '');
  const { page } = device;
  await hydrated(device);
  await page.getByRole('checkbox', { name: 'Tafelkaarten' }).uncheck();
  await page.getByRole('article', { name: 'Tafel 1' }).waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('checkbox', { name: 'Tafelkaarten' }).evaluate((each) => each === document.activeElement), true);
  assertQuiet(device);
});

test('every sheet begins a page of its own, and no page is empty', async (t) => {
  const { page } = await printing(t, await begin('in-huis-zaaien'), 'blad=tafels&blad=kaarten&blad=rollen&blad=turven&blad=fotos');
  const sheets = await page.locator('.paper').count();
  assert.equal(pagesIn(await page.pdf({ preferCSSPageSize: true })), sheets);
});

for (const { id } of app.formats) {
  test(`nothing of ${id} is cut off on paper, and all of it can be read in both languages`, async (t) => {
    const evening = await begin(id);
    for (const kind of [
      { language: 'nl', width: 360 },
      { language: 'en', width: 1280 },
    ] as const) {
      const device = await printing(t, evening, `begin=19:30&schrijvers=1&${SHEETS.map((sheet) => `blad=${sheet}`).join('&')}`, kind);
      const { page } = device;
      await assertFits(page);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(PRINTED_PART);
      await assertAccessible(page);
      assert.deepEqual(await page.evaluate(tooFull), []);
      const toCount = (await page.locator('div.count table.by-hand').count()) - 1;
      const signed = page.getByText(/^Letters (van teller|of counters) 1/);
      assert.equal(await signed.count(), toCount, 'all that is counted is signed, and what a table picks aloud is not');
      const sheets = await page.evaluate(sheetsOfOnePage);
      assert.equal(pagesIn(await page.pdf({ preferCSSPageSize: true })), sheets);
      assertQuiet(device);
    }
  });
}

test('a sheet of an older plan can be told: by the mark on it, and by what this device printed', async (t) => {
  const evening = await begin('in-huis-zaaien');
  const device = await printing(t, evening, '');
  const { page } = device;
  await hydrated(device);
  const before = await markOn(page);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.reload();
  await hydrated(device);
  assert.equal(await page.getByText('Het plan is veranderd.').count(), 0);

  await evening.lead({ type: 'setMinutes', phase: 'sow', minutes: 6 });
  const changed = page.getByText(new RegExp(`^Het plan is veranderd. Op .* printte je plan ${before}.`));
  await page.reload();
  await changed.waitFor();
  const now = await markOn(page);
  assert.notEqual(now, before);
  await page.goto(`${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}`);
  await changed.waitFor();
  await page
    .getByRole('link', { name: `Print mijn avond (Plan ${now})` })
    .first()
    .waitFor();
  assertQuiet(device);
});

test('a rehearsal says so on paper', async (t) => {
  const { page } = await printing(t, await begin('in-huis-zaaien', true), 'blad=draaiboek');
  await page
    .getByRole('article', { name: 'Draaiboek' })
    .getByText(/^oefening · Plan /)
    .waitFor();
});

test('only who leads a conversation prints it', async (t) => {
  const evening = await begin('in-huis-zaaien');
  const guest = await evening.join('resident');
  for (const [who, seat] of [
    [guest, guest.at.seat],
    [guest, evening.at.seat],
    [null, evening.at.seat],
  ] as const) {
    const device = await openDevice(t);
    if (who) await carry(device, house.url, who.secret);
    const answer = await device.page.goto(`${house.url}/leiden/${evening.at.conversation}/${seat}/printen`);
    assert.equal(answer?.status(), 404);
    assert.doesNotMatch(await device.page.content(), /Scan = je zit hier/);
  }
});

/** A4 without its margins, in CSS pixels. */
const PRINTED_PART = { width: 703, height: 1032 };

/** Cards and sheets that hold more than fits. */
function tooFull(): string[] {
  return [...document.querySelectorAll('.piece, .whole, .side')]
    .filter((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)
    .map((each) => (each.textContent ?? '').slice(0, 80));
}

/** How many sheets stay when those that run on over pages are taken out: where they break, the printer decides. */
function sheetsOfOnePage(): number {
  const A4_PRINTED = 1032;
  const sheets = [...document.querySelectorAll('.paper')];
  const long = sheets.filter((sheet) => sheet.clientHeight > A4_PRINTED);
  for (const sheet of long) sheet.remove();
  return sheets.length - long.length;
}

function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

async function markOn(page: Device['page']): Promise<string | undefined> {
  const said = await page.getByText('Dit staat op elk blad.').textContent();
  return /Plan (\w{3})/.exec(said ?? '')?.[1];
}

async function begin(format: string, rehearsal = false): Promise<HeldEvening> {
  const evening = await HeldEvening.open(app, organiser satisfies Carrier, { format, title: 'Mantelzorgers raken op', rehearsal });
  await evening.lead({ type: 'setTables', count: 3 });
  return evening;
}

/** The page to print from. With sheets named, those alone. */
async function printing(
  test: Parameters<typeof openDevice>[0],
  { at }: HeldEvening,
  asked: string,
  kind: DeviceKind = {},
): Promise<Device> {
  const device = await openDevice(test, { width: 1280, height: 900, ...kind });
  await carry(device, house.url, organiser.secret);
  const chosen = asked.includes('blad=') ? `gekozen=ja&${asked}` : asked;
  await device.page.goto(`${house.url}/leiden/${at.conversation}/${at.seat}/printen?${chosen}`);
  return device;
}
