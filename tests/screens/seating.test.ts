import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { theHouse } from '../../src/house.ts';
import type { Perspective } from '#conversation/format.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type DeviceKind } from '../helpers/browser.ts';
import { HeldEvening, type Carrier } from './heldEvening.ts';
import { assertReadsWell, carry, hydrated } from './look.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const SIDES: readonly Perspective[] = ['resident', 'resident', 'professional', 'municipality'];
let organiser: Carrier | { readonly setUpFile: string } = { setUpFile: house.setUpFile ?? '' };

const KINDS: readonly DeviceKind[] = [{ width: 360 }, { width: 1280 }, { width: 360, script: false }];

for (const kind of KINDS) {
  test(`two are kept apart, one stays, and everybody sits down anew, at ${kind.width} px ${kind.script === false ? 'without' : 'with'} script`, async (t) => {
    const { device, evening } = await hall(t, kind);
    const { page } = device;
    const [one, other, third] = evening.people.map(({ at }) => at.seat);
    assert.ok(one && other && third);
    await page.getByText('Samen of juist niet samen').click();
    await page.getByLabel('Wie?', { exact: true }).selectOption(one);
    await page.getByRole('button', { name: 'Bewaar deze wens' }).click();
    await page.getByText('Kies twee verschillende mensen.').waitFor();
    await open(device, 'Samen of juist niet samen');
    await page.getByLabel('Wie?', { exact: true }).selectOption(one);
    await page.getByLabel('En wie?').selectOption(other);
    await page.getByRole('button', { name: 'Bewaar deze wens' }).click();
    await page.getByText('Samen of juist niet samen: 1 wens').waitFor();

    const table = (await evening.state()).seats.get(third)?.table;
    const person = page.locator(`#tafel-${table} details`).filter({ has: page.locator(`input[value="${third}"]`) });
    await person.locator('summary').click();
    await person.getByRole('button', { name: 'Laat hier blijven zitten' }).click();
    await page.locator(`#tafel-${table} summary`).getByText('Blijft zitten').waitFor();

    await open(device, 'Iedereen opnieuw aan tafel');
    await page.getByText('12 mensen aan 3 tafels: 4 aan elke tafel.').waitFor();
    await page.getByLabel('Aan hoeveel tafels?').fill('13');
    await page.getByRole('button', { name: 'Zet iedereen opnieuw aan tafel' }).click();
    await page.getByText('Dit zijn meer tafels dan mensen: hooguit 12 kan.').waitFor();
    await open(device, 'Iedereen opnieuw aan tafel');
    await page.getByLabel('Aan hoeveel tafels?').fill('4');
    await page.getByRole('button', { name: 'Zet iedereen opnieuw aan tafel' }).click();
    await page.getByText(/zo gelijk mogelijk verdeeld/).waitFor();

    const { seats, tables } = await evening.state();
    assert.deepEqual(
      tables.map((each) => each.seats.length),
      [3, 3, 3, 3],
    );
    assert.notEqual(seats.get(one)?.table, seats.get(other)?.table);
    assert.equal(seats.get(third)?.table, table);
    if (kind.script !== false) await assertReadsWell(page);
    assertQuiet(device, /409/);
  });
}

test('a wish that does not hold asks for attention on the console, with the way to the table', async (t) => {
  const { device, evening } = await hall(t, { width: 360 });
  const [one, other] = evening.people.map(({ at }) => at.seat);
  assert.ok(one && other);
  await evening.lead({ type: 'wish', wish: 'apart', seats: [one, other] });
  const table = (await evening.state()).seats.get(other)?.table ?? 0;
  await evening.lead({ type: 'moveSeat', seat: one, table });
  const { page } = device;
  await page.goto(`${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}`);
  await page.getByText(`Tafel ${table}: hier zitten twee mensen die niet samen zouden zitten`).waitFor();
  await page.getByRole('link', { name: 'Verplaats een van de twee' }).click();
  await open(device, 'Samen of juist niet samen: 1 wens');
  await page.getByText(`Ze zitten nu samen aan tafel ${table}.`).waitFor();
  await page.getByRole('button', { name: 'Haal deze wens weg' }).click();
  await page.getByText('Samen of juist niet samen: 1 wens').waitFor({ state: 'detached' });
  assert.deepEqual((await evening.state()).wishes, []);
  assertQuiet(device);
});

/** Twelve people at three tables, and the page of people and tables. */
async function hall(t: Parameters<typeof openDevice>[0], kind: DeviceKind) {
  const evening = await HeldEvening.open(app, organiser, { format: 'in-huis-zaaien', title: 'Een avond', tables: 3 });
  organiser = evening.organiser;
  for (let at = 0; at < 12; at++) await evening.join(SIDES[at % SIDES.length] ?? 'resident');
  await evening.next();
  const device = await openDevice(t, kind);
  await carry(device, house.url, evening.organiser.secret);
  await device.page.goto(`${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}/tafels`);
  if (kind.script !== false) await hydrated(device);
  return { device, evening };
}

/** Folds open what a page without script has folded shut again. */
async function open({ page }: Awaited<ReturnType<typeof openDevice>>, summary: string): Promise<void> {
  const details = page.locator('details').filter({ has: page.locator('summary', { hasText: summary }) });
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
}
