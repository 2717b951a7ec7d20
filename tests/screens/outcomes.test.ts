import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { TypedFields } from '#conversation/action.ts';
import { daysLater } from '#conversation/day.ts';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type Device } from '../helpers/browser.ts';
import { assertReadsWell, carry } from './look.ts';
import { sowTogether } from './sowing.ts';

/** Who leads records what remains: from a card to an honest answer, with ordinary forms and no script. */

const house = await openHouse({ after });
const { app } = theHouse();
const evening = await sowTogether(app, { setUpFile: house.setUpFile ?? '' });
const lead = `${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}`;
const soon = daysLater(app.today(), 30);

test('a proposal grows from a card and is answered with an honest no; the second of two hears of the first', async (t) => {
  const [first, second] = [await device(t, {}), await device(t, {})];
  const { page } = first;
  await page.goto(lead);
  await page.getByRole('link', { name: 'Opbrengsten' }).first().click();
  await page.getByText('Er zijn nog geen opbrengsten').waitFor();
  await page.getByRole('link', { name: 'Maak een opbrengst' }).click();
  await page.getByRole('link', { name: 'Voorstel' }).click();
  await page.locator('summary', { hasText: 'Wat moeten we nog zaaien?' }).click();
  await page.getByLabel('Eén telefoonnummer waar een mens opneemt, ook in het weekend.').check();
  const title = page.getByLabel('Wat is het voorstel?');
  await title.fill('Eén nummer met een mens aan de lijn');
  await page.getByRole('button', { name: 'Bewaar deze opbrengst' }).click();

  // What is missing is told above the form, and what was typed is still there.
  await page.getByRole('link', { name: 'Schrijf wie dit oppakt.' }).click();
  assert.match(await page.title(), /^2 dingen kloppen nog niet/);
  assert.equal(await title.inputValue(), 'Eén nummer met een mens aan de lijn');
  await page.getByLabel('Wie pakt dit op?').fill('wethouder zorg, 06-12345678');
  await page.getByLabel('Wanneer horen mensen hier iets van?').fill(soon);
  await page.getByRole('button', { name: 'Bewaar deze opbrengst' }).click();
  await page.getByRole('link', { name: /^Hier staat ‘06-12345678’/ }).waitFor();
  await page.getByLabel('Wie pakt dit op?').fill('wethouder zorg');
  await title.fill('Eén telefoonnummer waar een mens opneemt, ook in het weekend');
  await page.getByRole('button', { name: 'Bewaar deze opbrengst' }).click();
  await page.getByRole('link', { name: /^Dit zijn de eigen woorden van wie het kaartje schreef/ }).waitFor();
  await title.fill('Eén nummer met een mens aan de lijn');
  await page.getByRole('button', { name: 'Bewaar het toch zo' }).click();
  await page.getByText('Bewaard:').waitFor();
  await page.getByRole('link', { name: 'Eén nummer met een mens aan de lijn' }).first().click();
  await page.getByText('Eén telefoonnummer waar een mens opneemt, ook in het weekend.').waitFor();
  await second.page.goto(page.url());

  const why = page.getByLabel('Waarom, of wat gebeurde er?');
  const keep = page.getByRole('button', { name: 'Bewaar dit antwoord' });
  await page.locator('[name=status][value=noBecause]').check();
  await keep.click();
  await page.getByRole('link', { name: 'Schrijf in een paar woorden waarom.' }).waitFor();
  await why.fill('Wij nemen het mee in ons beleid.');
  await keep.click();
  await page.getByRole('link', { name: /is geen antwoord/ }).waitFor();
  await page.getByRole('button', { name: 'Bewaar het toch zo' }).waitFor();
  await why.fill('Want er is geen geld voor een dienst in het weekend.');
  await page.getByRole('button', { name: 'Bewaar het toch zo' }).click();
  await page.getByText('Dit is bewaard.').waitFor();
  await page.getByText('Nee, want: er is geen geld voor een dienst in het weekend.').first().waitFor();

  await second.page.locator('[name=status][value=notYetKnown]').check();
  await second.page.getByRole('button', { name: 'Bewaar dit antwoord' }).click();
  await second.page.getByRole('link', { name: /Kies dan de dag waarvoor mensen het wel horen/ }).waitFor();

  // A table that opens again takes its point away while somebody types: it is said once, and what was typed can be kept.
  await page.goto(`${lead}/opbrengsten/nieuw?soort=agreement&punt=${await signedPoint()}`);
  await page.getByText('Punt van tafel 1').waitFor();
  const agreed = page.getByLabel('Wat spraken jullie af?');
  await agreed.fill('Elke dinsdag koffie');
  await page.getByLabel('Wie spraken dit af?').fill('buurt en buurthuis');
  await page.getByLabel('Wie pakt dit op?').fill('dorpsraad');
  await page.getByLabel('Wanneer horen mensen hier iets van?').fill(soon);
  await evening.lead({ type: 'reopenTable', table: 1 });
  await page.getByRole('button', { name: 'Bewaar deze opbrengst' }).click();
  await page.getByText('Het punt waarmee je begon, is niet meer afgetekend.').waitFor();
  assert.equal(await agreed.inputValue(), 'Elke dinsdag koffie');
  const card = await page.locator('[name=card]:checked').getAttribute('value');
  await page.getByRole('button', { name: 'Bewaar deze opbrengst' }).click();
  await page.getByText('Bewaard:').waitFor();

  // Of the same card something else can be made, with what was typed already.
  await page.goto(`${lead}/opbrengsten/nieuw?soort=lesson&kaart=${card}`);
  await page.getByLabel('Wie pakt dit op?').fill('wijkteam');
  await page.getByLabel('Wanneer horen mensen hier iets van?').fill(soon);
  await page.locator('[name^="field."]').first().fill('Koffie helpt.');
  await page.getByRole('button', { name: 'Kies een andere soort' }).click();
  await page.getByRole('button', { name: 'Taai vraagstuk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Taai vraagstuk' }).waitFor();
  assert.equal(await page.locator('[name=card]:checked').getAttribute('value'), card);
  assert.equal(await page.getByLabel('Wie pakt dit op?').inputValue(), 'wijkteam');
  assert.equal(await page.getByLabel('Wanneer horen mensen hier iets van?').inputValue(), soon);
  assert.equal(await page.locator('[name^="field."]').first().inputValue(), 'Koffie helpt.');

  // Words that were taken back while the form was open do not come back with it.
  assert.ok(card);
  const outcome = await make('agreement', { what: 'Elke maand koffie', between: 'buurt en buurthuis' }, [card]);
  await page.goto(`${lead}/opbrengsten/${outcome}/wijzigen`);
  await page.getByLabel('Waarom wijzig je dit?').fill('Een ander doet het.');
  await evening.lead({ type: 'hide', entry: card, rule: 'name' });
  await page.getByRole('button', { name: 'Bewaar de wijziging' }).click();
  await page.getByText('Een kaartje waar dit uit komt, is net teruggetrokken of veranderd.').waitFor();
  await page.getByRole('button', { name: 'Bewaar de wijziging' }).click();
  await page.getByText('Dit is bewaard.').waitFor();
  await evening.lead({ type: 'show', entry: card });
  assertQuiet(first, /40[09]/);
});

test('what begins on a day to come cannot be said to have succeeded, and the form says from when', async (t) => {
  const outcome = await make('lettingGo', { what: 'Het formulier', sort: 'rule', from: soon, why: 'Niemand las het.' });
  const { page } = await device(t, {});
  await page.goto(`${lead}/opbrengsten/${outcome}`);
  await page.getByText('‘Losgelaten’ kun je kiezen vanaf').waitFor();
  assert.equal(await page.locator('[name=status][value=succeeded]').count(), 0);
  assert.equal(await page.locator('[name=status][value=busy]').count(), 1);
});

test('who leads with others is not led to a board that only an organiser has', async (t) => {
  const { page, lead: console } = await colleague(t);
  await page.goto(console);
  await page.getByRole('heading', { name: 'Wat er nog te doen is' }).waitFor();
  assert.equal(await page.locator('a[href="/leiden/opvolgen"]').count(), 0);
});

test('of two who answer at once the second reads the first answer, and keeps what was typed', async (t) => {
  const outcome = await make('agreement', { what: 'Elke maand een koffietafel', between: 'buurthuis en dorpsraad' });
  const [first, second] = [await device(t, {}), await colleague(t)];
  await first.page.goto(`${lead}/opbrengsten/${outcome}`);
  await second.page.goto(`${second.lead}/opbrengsten/${outcome}`);
  await answer(first, 'noBecause', 'Het buurthuis sluit.');
  await first.page.getByText('Dit is bewaard.').waitFor();
  assert.equal(await first.page.locator('#because').inputValue(), '', 'the reason of one answer is not that of the next');
  await answer(second, 'busy', 'We zoeken een vrijwilliger.');
  await second.page.getByText('Iemand anders gaf net een antwoord.').waitFor();
  await second.page.getByText('Nee, want: Het buurthuis sluit.').first().waitFor();
  assert.equal(await second.page.getByLabel('Waarom, of wat gebeurde er?').inputValue(), 'We zoeken een vrijwilliger.');

  await second.page.getByRole('link', { name: 'Wijzig de woorden' }).click();
  const words = { cards: [], owner: 'dorpsraad', theme: '', seenBy: 'everyone', because: 'Te vaak' };
  const fields = { what: 'Elk kwartaal een koffietafel', between: 'buurthuis en dorpsraad' };
  await evening.lead({ type: 'changeOutcome', outcome, saw: 2, fields, ...words });
  await second.page.getByLabel('Wat spraken jullie af?').fill('Elke week een koffietafel');
  // A form that is drawn again for a mistake does not forget what it had not seen.
  await second.page.getByRole('button', { name: 'Bewaar de wijziging' }).click();
  await second.page.getByRole('link', { name: 'Schrijf in een paar woorden waarom.' }).waitFor();
  await second.page.getByLabel('Waarom wijzig je dit?').fill('Er is vraag naar.');
  await second.page.getByRole('button', { name: 'Bewaar de wijziging' }).click();
  await second.page.getByText('Iemand anders wijzigde dit net.').waitFor();
  await second.page.getByText('Nu staat er: Elk kwartaal een koffietafel').waitFor();
  assert.equal(await second.page.getByLabel('Wat spraken jullie af?').inputValue(), 'Elke week een koffietafel');
  await second.page.getByRole('button', { name: 'Bewaar de wijziging' }).click();
  await second.page.getByRole('heading', { name: 'Elke week een koffietafel' }).waitFor();
});

test('a table takes another row, a wording stays to be read, and a proposal dropped by mistake comes back', async (t) => {
  const outcome = await make('guideline', {
    about: 'Respijtzorg',
    given: 'Als een mantelzorger uitvalt',
    do: 'dan is er morgen iemand',
    because: 'want anders valt er nog iemand uit',
  });
  const leader = await colleague(t);
  const { page } = leader;
  await page.goto(`${leader.lead}/opbrengsten/${outcome}`);
  await page.getByRole('link', { name: 'Wijzig de woorden' }).click();
  await page.getByLabel('Casus').first().fill('Een gezin van vier');
  await page.getByRole('button', { name: 'Nog een rij' }).click();
  assert.equal(await page.getByLabel('Casus').count(), 3);
  assert.equal(await page.getByLabel('Casus').first().inputValue(), 'Een gezin van vier');
  await page.getByLabel('dan …').fill('dan is er binnen een dag iemand');
  await page.getByLabel('Waarom wijzig je dit?').fill('Het was te vaag.');
  await page.getByLabel('Casus').nth(1).fill('Zij is te bellen op 06 12345678');
  await page.getByRole('button', { name: 'Bewaar de wijziging' }).click();
  await page.locator('p.error', { hasText: 'Hier staat ‘06 12345678’. Daarmee is iemand te vinden.' }).waitFor();
  await page.getByLabel('Casus').nth(1).fill('');
  await page.getByRole('button', { name: 'Bewaar de wijziging' }).click();
  await page.getByText('Versie 0.2.').waitFor();
  await page
    .getByRole('cell', { name: 'Een gezin van vier' })
    .or(page.getByRole('rowheader', { name: 'Een gezin van vier' }))
    .waitFor();
  await page.getByRole('button', { name: 'Het is met inwoners besproken' }).click();
  await page.getByText('Dit is met inwoners besproken.').waitFor();
  await page.locator('summary', { hasText: 'Schrap deze opbrengst' }).click();
  await page.getByLabel('Waarom schrap je dit?').fill('Dubbel');
  await page.getByRole('button', { name: 'Schrap deze opbrengst' }).click();
  await page.getByText('Deze opbrengst is geschrapt').waitFor();
  await page.getByRole('button', { name: 'Zet terug' }).click();
  await page.getByRole('link', { name: 'Wijzig de woorden' }).waitFor();
  assertQuiet(leader, /400/);
});

test('an experiment goes another way: who is in it reads so, and tells so, with the read-back card', async (t) => {
  const [person] = evening.people;
  assert.ok(person);
  const visitor = await app.whoAsks(person.secret);
  const receipt = visitor && (await app.makeReceipt(visitor, person.at));
  const card = (await app.situationOf(evening.at.conversation))?.authors.entriesOf.get(person.at.seat)?.at(-1);
  assert.ok(receipt && 'code' in receipt && card);
  const outcome = await make('experiment', { what: 'Een belteam in het weekend' }, [card]);
  await evening.lead({ type: 'tellTurn', outcome, words: 'We beginnen een maand later.' });
  for (const kind of [{ width: 360 }, { language: 'en', width: 1280 }] as const) {
    const writer = await openDevice(t, kind);
    const { page } = writer;
    await page.goto(`${house.url}/terugleeskaart`);
    await page.locator('[name=code]').fill(receipt.code);
    await page.locator('main button').first().click();
    await page.getByText('We beginnen een maand later.').waitFor();
    await page.locator('summary', { hasText: kind.width === 360 ? 'Het loopt anders' : 'It goes differently' }).click();
    await page.locator('[name=words]').last().fill('Ik kan niet op zondag.');
    await page.getByRole('button', { name: kind.width === 360 ? 'Vertel het' : 'Tell it' }).click();
    await page
      .getByText(kind.width === 360 ? 'Verteld. Wie dit gesprek leidt, leest het.' : 'Told. Who leads this conversation reads it.')
      .waitFor();
    await assertReadsWell(page);
    assertQuiet(writer);
  }
  const { page } = await device(t, {});
  await page.goto(`${lead}/opbrengsten/${outcome}`);
  await page.getByText('Ik kan niet op zondag.').first().waitFor();
});

for (const [language, width] of [
  ['nl', 360],
  ['en', 1280],
] as const) {
  test(`everybody who leads can read it, in ${language} at ${width} px`, async (t) => {
    const outcome = await make('experiment', { what: 'Een belteam' });
    const matrix = await make('behaviourMatrix', {
      principle: 'Eigen kracht',
      roles: [{ role: 'wijkteam', says: 'Wat wil je zelf?', does: 'luistert', leaves: 'een oplossing klaar hebben' }],
    });
    const reader = await device(t, { language, width, script: true });
    const { page } = reader;
    const pages = ['', '/nieuw', '/nieuw?soort=needList&aanbod=5', `/${outcome}`, `/${matrix}`, `/${matrix}/wijzigen`];
    for (const path of pages) {
      await page.goto(`${lead}/opbrengsten${path}`);
      await assertReadsWell(page);
    }
    await page.goto(`${lead}/opbrengsten/nieuw?soort=proposal`);
    await page.locator('main form button').last().click();
    await page.getByRole('button', { name: language === 'nl' ? 'Loslaten' : 'Letting go' }).waitFor();
    await assertReadsWell(page);
    await page.goto(`${lead}/opbrengsten/nieuw?soort=proposal`);
    await page.locator('main form button:not([formaction])').last().click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    await assertReadsWell(page);
    assertQuiet(reader, /400/);
  });
}

async function device(t: Parameters<typeof openDevice>[0], kind: Parameters<typeof openDevice>[1]): Promise<Device> {
  const opened = await openDevice(t, { script: false, ...kind });
  await carry(opened, house.url, evening.organiser.secret);
  return opened;
}

/** Somebody else who leads, from a seat of their own: one seat does not write faster than a person can. */
async function colleague(t: Parameters<typeof openDevice>[0]): Promise<Device & { readonly lead: string }> {
  const leader = await app.whoAsks(evening.organiser.secret);
  const link = leader && (await app.coFacilitatorLink(leader, evening.at));
  assert.ok(link && 'secret' in link);
  const { secret, visitor } = await app.newDevice();
  const entrance = await app.useLink(visitor, link.secret);
  assert.ok('at' in entrance && entrance.at);
  const opened = await openDevice(t, { script: false });
  await carry(opened, house.url, secret);
  return { ...opened, lead: `${house.url}/leiden/${entrance.at.conversation}/${entrance.at.seat}` };
}

async function make(kind: string, fields: TypedFields, cards: readonly string[] = []): Promise<string> {
  const words = { cards, owner: 'dorpsraad', theme: '', seenBy: 'everyone', due: soon };
  const { outcome } = await evening.lead({ type: 'makeOutcome', kind, fields, ...words });
  return outcome ?? assert.fail();
}

/** Of table 1, from one card. */
async function signedPoint(): Promise<string> {
  const situation = await app.situationOf(evening.at.conversation);
  const cards = [...(situation?.state.entries.values() ?? [])];
  const card = cards.find(({ input, table, status }) => input === 'sowing' && table === 1 && status === 'there');
  const { point } = await evening.lead({ type: 'makePoint', table: 1, cards: [card?.id ?? ''], words: 'Samen koffie drinken' });
  await evening.lead({ type: 'signTable', table: 1 });
  return point ?? assert.fail();
}

async function answer({ page }: Device, status: string, because: string): Promise<void> {
  await page.locator(`[name=status][value=${status}]`).check();
  await page.getByLabel('Waarom, of wat gebeurde er?').fill(because);
  const day = page.getByLabel('Vóór welke dag horen mensen weer iets?');
  assert.equal(await day.isVisible(), status === 'busy', 'a day is asked for as long as something is waited for');
  if (status === 'busy') await day.fill(soon);
  await page.getByRole('button', { name: 'Bewaar dit antwoord' }).click();
}
