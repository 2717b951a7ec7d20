import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type Device, type DeviceKind } from '../helpers/browser.ts';
import { HeldEvening, type Carrier, type Seated } from './heldEvening.ts';
import { carry } from './look.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const SIDES = ['resident', 'entrepreneur', 'resident', 'municipality'] as const;

test('a table picks, an editor makes a theme that the hall sees appear, and everybody sits by the theme they chose', async (t) => {
  const { evening, people, scribe, editor } = await summit('Een dag voor het dorp');
  const wall = await wallOf(t, evening);
  const scribePhone = await phoneOf(t, scribe);
  const editorPhone = await phoneOf(t, editor);
  await to(evening, 'important');
  const [bus] = [await evening.write(scribe, 'matters', { text: 'Een bus die ’s avonds rijdt.' })];
  await evening.write(scribe, 'matters', { text: 'Een bank in het park.' });
  await evening.next();

  const { page: atTable } = scribePhone;
  await atTable.getByText('Nog 2 van 2 te kiezen').waitFor();
  await atTable.getByLabel('Een bus die ’s avonds rijdt.').check();
  await atTable.getByText('Nog 1 van 2 te kiezen').waitFor();
  await atTable.getByRole('button', { name: 'Bewaar keuze' }).click();
  await atTable.getByText('Bewaard', { exact: true }).first().waitFor();

  await to(evening, 'themes');
  const { page: desk } = editorPhone;
  await desk.getByRole('textbox', { name: 'Een thema' }).fill('Onderweg');
  await desk.getByLabel('Een bus die ’s avonds rijdt.').check();
  assert.equal(await desk.getByLabel('Een bank in het park.').count(), 0, 'what no table picked is on no desk');
  await desk.getByRole('button', { name: 'Bewaar kaartje' }).click();
  await wall.page.getByText('Onderweg', { exact: true }).waitFor();
  await evening.write(editor, 'theme', { text: 'Ontmoeten', links: [bus ?? ''] });
  await wall.page.getByText('Ontmoeten', { exact: true }).waitFor();

  await evening.next();
  const { entries } = await evening.state();
  const themes = [...entries.values()].filter(({ input }) => input === 'theme').map(({ id }) => id);
  await atTable.getByRole('radio', { name: 'Onderweg' }).check();
  await atTable.getByRole('button', { name: 'Bewaar keuze' }).click();
  await atTable.getByText('Bewaard', { exact: true }).first().waitFor();
  for (const [at, person] of people.entries()) {
    if (person !== scribe) await evening.write(person, 'myTheme', { one: themes[at % 2] ?? '' });
  }
  const lead = await consoleOf(t, evening);
  await lead.page.getByRole('heading', { name: 'Thema’s' }).waitFor();
  await evening.next();
  await wall.page.getByRole('heading', { name: /Wat kunnen inwoners/ }).waitFor();
  await wall.page.getByText('Onderweg', { exact: true }).waitFor();
  await atTable.getByText('Onderweg', { exact: true }).first().waitFor();
  for (const device of [wall, scribePhone, editorPhone, lead]) assertQuiet(device);
});

test('proposals are presented one by one, and the top 10 shows its ties on wall, phone and in the report', async (t) => {
  const { evening, people, scribe } = await summit('Van voorstel naar top 10');
  await to(evening, 'workOut');
  await sitOneByOne(evening, people);
  const proposals = new Map<Seated, string>();
  for (const [at, person] of people.entries()) {
    if (person !== scribe) await evening.do(person, { type: 'takeRole', role: 'scribe' });
    proposals.set(person, await evening.write(person, 'proposal', { text: `Voorstel ${at + 1}`, fields: { why: `Reden ${at + 1}.` } }));
  }
  const wall = await wallOf(t, evening);
  const lead = await consoleOf(t, evening);
  await evening.next();
  await lead.page.getByRole('button', { name: 'Begin met tafel 1' }).click();
  await lead.page.getByText('Tafel 1 · nu aan de beurt').waitFor();
  const { seats } = await evening.state();
  const first = people.findIndex(({ at }) => seats.get(at.seat)?.table === 1) + 1;
  await wall.page.getByText(`Reden ${first}.`, { exact: true }).waitFor();
  assert.equal(await wall.page.getByText(/^Voorstel \d+$/).count(), 1);
  await lead.page.getByRole('button', { name: 'Alle titels op het scherm' }).click();
  await wall.page.getByText('Voorstel 12', { exact: true }).waitFor();

  await evening.next();
  const phone = await phoneOf(t, people[0] ?? scribe, { language: 'en' });
  await phone.page.getByRole('checkbox', { name: 'Voorstel 1', exact: true }).check();
  await phone.page.getByText('You have 2 of 3 dots left.').waitFor();
  // Nine proposals stand apart; three share the tenth place.
  const ids = [...proposals.values()];
  for (const [at, person] of people.entries()) {
    const chosen = [ids[at % 9], ids[(at + 1) % 9], at < 3 ? ids[9 + at] : ids[(at + 2) % 9]];
    await evening.write(person, 'topTen', { dots: Object.fromEntries(chosen.map((id) => [id ?? '', 1])) });
  }
  await evening.next();
  await wall.page.getByRole('heading', { name: 'Dit is onze top 10.' }).waitFor();
  await wall.page.getByText('Voorstel 12', { exact: true }).waitFor();
  assert.equal(await wall.page.getByText(/^Voorstel \d+$/).count(), 12);
  await phone.page.getByText('As many dots is a shared place.').waitFor();
  const { height } = await wall.page.evaluate(() => ({ height: document.documentElement.scrollHeight - window.innerHeight }));
  assert.ok(height <= 0, `the top stands whole on the wall: ${height} px too much`);

  await evening.releaseAll();
  await evening.lead({ type: 'close' });
  await lead.page.goto(`${house.url}${evening.path}`);
  await lead.page.getByRole('cell', { name: 'Voorstel 12', exact: true }).waitFor();
  for (const device of [wall, lead, phone]) assertQuiet(device);
});

interface Summit {
  readonly evening: HeldEvening;
  readonly people: readonly Seated[];
  readonly scribe: Seated;
  readonly editor: Seated;
}

let organiser: Carrier | undefined;

/** Twelve people at one table, of whom one writes and one will be an editor. */
async function summit(title: string): Promise<Summit> {
  const evening = await HeldEvening.open(app, organiser ?? { setUpFile: house.setUpFile ?? '' }, { format: 'burgertop', title, tables: 1 });
  organiser = evening.organiser;
  for (let at = 0; at < 12; at++) await evening.join(SIDES[at % SIDES.length] ?? 'resident');
  const [scribe, editor] = evening.people;
  assert.ok(scribe && editor);
  await evening.do(scribe, { type: 'takeRole', role: 'scribe' });
  await evening.do(editor, { type: 'takeRole', role: 'editor' });
  return { evening, people: evening.people, scribe, editor };
}

async function to(evening: HeldEvening, phase: string): Promise<void> {
  while ((await evening.state()).run?.place !== `${phase}.1`) await evening.next();
}

/** Everybody a table alone: each makes a proposal. */
async function sitOneByOne(evening: HeldEvening, people: readonly Seated[]): Promise<void> {
  await evening.lead({ type: 'reshuffle', tables: people.length });
}

type Test = Parameters<typeof openDevice>[0];

async function phoneOf(t: Test, { secret, at }: Seated, kind: DeviceKind = {}): Promise<Device> {
  return openAt(t, secret, `/gesprek/${at.conversation}/${at.seat}`, kind);
}

async function consoleOf(t: Test, { organiser: { secret }, at }: HeldEvening): Promise<Device> {
  return openAt(t, secret, `/leiden/${at.conversation}/${at.seat}`, {});
}

async function wallOf(t: Test, evening: HeldEvening): Promise<Device> {
  const { secret, at } = await evening.wall();
  return openAt(t, secret, `/zaal/${at.conversation}/${at.seat}`, { width: 1280, height: 720 });
}

async function openAt(t: Test, secret: string, path: string, kind: DeviceKind): Promise<Device> {
  const device = await openDevice(t, kind);
  await carry(device, house.url, secret);
  await device.page.goto(`${house.url}${path}`);
  await device.page.locator(':is(html, seat-island)[data-ready]').waitFor({ state: 'attached' });
  return device;
}
