import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { serverClock } from '#app/world.ts';
import { daysLater } from '#conversation/day.ts';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type DeviceKind } from '../helpers/browser.ts';
import { assertReadsWell, carry, wordsInFocus } from './look.ts';
import { sowTogether } from './sowing.ts';

/** One thread: from a sentence on a card to what came of it, as its writer, its leader and everybody can read it. */

let later = 0;
const house = await openHouse({ after }, {}, { clock: { ...serverClock, now: () => Date.now() + later } });
const { app } = theHouse();
const evening = await sowTogether(app, { setUpFile: house.setUpFile ?? '' });
const [person] = evening.people;
assert.ok(person);
const visitor = await app.whoAsks(person.secret);
assert.ok(visitor);
const receipt = await app.makeReceipt(visitor, person.at);
assert.ok('code' in receipt);
const situation = await app.situationOf(evening.at.conversation);
const card = situation?.authors.entriesOf.get(person.at.seat)?.at(-1);
assert.ok(card);

const [today, soon] = [app.today(), daysLater(app.today(), 30)];
const words = { cards: [card], theme: 'ontmoeten', seenBy: 'everyone' } as const;
const bench = await evening.lead({
  type: 'makeOutcome',
  kind: 'proposal',
  due: soon,
  owner: 'wethouder zorg',
  fields: { what: 'Een bankje bij de halte' },
  ...words,
});
await evening.lead({
  type: 'setStatus',
  outcome: bench.outcome ?? '',
  saw: 1,
  status: 'noBecause',
  because: 'de stoep is te smal',
  due: null,
});
const rule = { what: 'Het formulier voor een buurtfeest', sort: 'rule', from: today, why: 'Niemand las het.' };
const form = await evening.lead({ type: 'makeOutcome', kind: 'lettingGo', due: soon, owner: 'team vergunningen', fields: rule, ...words });
await evening.lead({ type: 'setStatus', outcome: form.outcome ?? '', saw: 1, status: 'succeeded', because: '', due: null });
await evening.lead({
  type: 'makeOutcome',
  kind: 'experiment',
  due: soon,
  owner: 'dorpsraad',
  fields: { what: 'Een koffieochtend' },
  ...words,
});
later = 42 * 86_400_000;

/** By whom of the two who brought a problem in; in no order that tells who. */
const ANSWERED = [
  { nl: 'Antwoord: Anders gegaan', en: 'Answer: Went differently' },
  { nl: 'Antwoord: Gelukt · Anders gegaan', en: 'Answer: Done · Went differently' },
] as const;
const CODE = /^([a-z]{4} ){4}\d{4}$/;
const KINDS: readonly DeviceKind[] = [
  { language: 'nl', width: 320 },
  { language: 'en', width: 1280 },
];

test('who said it reads "nee, want …", is asked what they notice, and who is late', async (t) => {
  for (const kind of KINDS) {
    const device = await openDevice(t, kind);
    const { page } = device;
    await page.goto(`${house.url}/terugleeskaart`);
    await page.locator('[name=code]').fill('code' in receipt ? receipt.code : '');
    await page.locator('main button').first().click();
    await page.getByText('Een bankje bij de halte').waitFor();
    const said = await page.locator('main').innerText();
    assert.match(said, kind.language === 'nl' ? /Nee, want: de stoep is te smal/ : /No, because: de stoep is te smal/);
    assert.match(
      said,
      kind.language === 'nl' ? /Wacht al 12 dagen op antwoord van dorpsraad/ : /waiting 12 days for an answer from dorpsraad/,
    );
    assert.equal(await page.locator('[name=effect]').count(), 3, 'only what was done can be noticed');
    const [first] = await page.getByRole('article').allInnerTexts();
    assert.match(first ?? '', /Een bankje bij de halte/, 'what came of it stands before what nothing came of yet');
    await page.locator('[name=effect][value=aLittle]').click();
    await page.locator('[name=effect][value=aLittle][aria-pressed=true]').waitFor();
    assert.match((await wordsInFocus(page)) ?? '', kind.language === 'nl' ? /^Bewaard[.] Je antwoord telt mee/ : /^Saved[.]/);
    assert.equal(await page.locator('article:has(:focus)').count(), 1, 'at the card it is about');
    await assertReadsWell(page);
    assertQuiet(device);
  }
});

test('who makes a new code keeps it when the page is loaded anew', async (t) => {
  const [, other] = evening.people;
  const sitting = other && (await app.whoAsks(other.secret));
  const made = sitting && (await app.makeReceipt(sitting, other.at));
  assert.ok(made && 'code' in made);
  const { page } = await openDevice(t);
  await page.goto(`${house.url}/terugleeskaart`);
  await page.locator('[name=code]').fill(made.code);
  await page.locator('main button').first().click();
  await page.locator('summary', { hasText: 'Maak een nieuwe code' }).click();
  await page.locator('form[action="?/renew"] button').click();
  const shown = page.getByText(CODE);
  const fresh = await shown.innerText();
  assert.notEqual(fresh, made.code);
  await page.reload();
  assert.equal(await shown.innerText(), fresh);
  assert.ok('cards' in (await app.openReceipt(fresh)));
  assert.deepEqual(await app.openReceipt(made.code), { refused: 'notFound' });
});

test('the report, the board and the page for everybody tell the same, as far as each may read', async (t) => {
  for (const kind of KINDS) {
    const device = await openDevice(t, kind);
    const { page } = device;
    await carry(device, house.url, evening.organiser.secret);
    await page.goto(house.url + evening.path);
    await page.locator('[id^=opbrengst-]').first().waitFor();
    assert.equal(await page.locator('[id^=opbrengst-]').count(), 3);
    await assertReadsWell(page);
    await page.goto(`${house.url}/leiden/opvolgen`);
    await page.getByText('Een koffieochtend').waitFor();
    const [first, ...settled] = await page.locator('article > a').allTextContents();
    assert.equal(first, 'Een koffieochtend', 'what waits stands first');
    assert.deepEqual(settled.sort(), ['Een bankje bij de halte', rule.what]);
    const lines = await page.locator('article').allInnerTexts();
    const no = lines.find((line) => line.includes('Een bankje bij de halte')) ?? '';
    assert.ok(no.includes(`${kind.language === 'nl' ? 'Van' : 'From'} wethouder zorg, `), no);
    assert.doesNotMatch(lines[0] ?? '', /^(Van|From) /m, 'what waits says from whom already');
    await assertReadsWell(page);
    await page.goto(`${house.url}/leiden/opvolgen?stand=te-laat&per=wie`);
    assert.deepEqual(await page.locator('h2').allTextContents(), ['dorpsraad']);
    if (kind === KINDS[0]) {
      await page.getByRole('link', { name: 'Een koffieochtend' }).click();
      await page.getByText('Is het opgekomen?').waitFor();
      await page.getByRole('button', { name: 'Bewaar dit antwoord' }).waitFor();
    }
    await page.goto(`${house.url}/leiden/regie`);
    await page.getByRole('rowheader', { name: 'ontmoeten' }).waitFor();
    await assertReadsWell(page);
    await page.goto(`${house.url}${evening.path}/morgen`);
    const sheets = await page.getByRole('article').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
    assert.deepEqual(
      sheets.map((label) => label.replace(/^.*: /, '')).filter((owner) => /dorpsraad|wethouder|team/.test(owner)),
      ['dorpsraad'],
      'a sheet for each who owes something, and none for who answered',
    );
    await page.goto(`${house.url}/gedaan`);
    assert.equal(await page.locator('article').count(), 0, 'two people look through it first');
    await assertReadsWell(page);
    assertQuiet(device);
  }
});

test('who brought the problem in is asked whether it came up, and everybody reads what they chose', async (t) => {
  for (const [index, kind] of KINDS.entries()) {
    const presenter = (await evening.tables())[index]?.[0] ?? assert.fail();
    const presenting = await app.whoAsks(presenter.secret);
    const made = presenting && (await app.makeReceipt(presenting, presenter.at));
    assert.ok(made && 'code' in made);
    const device = await openDevice(t, kind);
    const { page } = device;
    await page.goto(`${house.url}/terugleeskaart`);
    await page.locator('[name=code]').fill(made.code);
    await page.locator('main button').first().click();
    const [question, forAll, saved] =
      kind.language === 'nl'
        ? (['Is het opgekomen?', 'Wat je kiest, staat in het verslag, zonder je naam.', /^Bewaard[.]/] as const)
        : (['Has it come up?', 'What you choose is in the report, without your name.', /^Saved[.]/] as const);
    const asked = page.getByRole('group', { name: question });
    assert.equal(await asked.getByText(forAll).count(), 1);
    await assertReadsWell(page);
    const form = page.locator('form', { has: asked });
    await form.locator(`[name=status][value=${['different', 'succeeded'][index]}]`).check();
    await form.locator('[name=words]').fill('De sleutel hielp.');
    await form.getByRole('button').click();
    await page.getByText('De sleutel hielp.').first().waitFor();
    assert.match((await wordsInFocus(page)) ?? '', saved);
    await assertReadsWell(page);
    await carry(device, house.url, evening.organiser.secret);
    await page.goto(`${house.url}/leiden/${evening.at.conversation}/${evening.at.seat}/opbrengsten`);
    await page.getByText(ANSWERED[index]?.[kind.language ?? 'nl'] ?? '').waitFor();
    await page.goto(house.url + evening.path);
    await page.getByText(ANSWERED[index]?.[kind.language ?? 'nl'] ?? '').waitFor();
    assert.equal(await page.getByText('De sleutel hielp.').count(), 0, 'what they learned is theirs alone');
    assertQuiet(device);
  }
});

test('to look changes nothing: on another device its organiser opens the conversation, and then answers', async (t) => {
  const leader = await app.whoAsks(evening.organiser.secret);
  const link = leader && (await app.organiserLink(leader, 'myself'));
  assert.ok(link && 'secret' in link);
  const { secret, visitor: elsewhere } = await app.newDevice();
  await app.useLink(elsewhere, link.secret);
  const device = await openDevice(t, { language: 'nl', width: 320 });
  const { page } = device;
  await carry(device, house.url, secret);
  await page.goto(`${house.url}/leiden/opvolgen`);
  await page.getByRole('link', { name: 'Een koffieochtend' }).click();
  await page.getByRole('heading', { name: 'Een koffieochtend' }).waitFor();
  assert.deepEqual((await app.whoAsks(secret))?.seats, []);
  await assertReadsWell(page);
  await page.getByRole('button', { name: 'Open dit gesprek' }).click();
  await page.getByRole('button', { name: 'Bewaar dit antwoord' }).waitFor();
  assertQuiet(device);
});

test('who sees to it answers by a link of their own, and finds nothing else behind it', async (t) => {
  const leader = await app.whoAsks(evening.organiser.secret);
  const [coffee] = (await app.outcomes(leader, { page: 1, pageSize: 1, overdueOn: app.today() })).outcomes;
  assert.ok(leader && coffee);
  const link = await app.ownerLink(leader, evening.at, coffee.id);
  assert.ok('secret' in link);
  for (const kind of KINDS) {
    const device = await openDevice(t, kind);
    const { page } = device;
    await page.goto(`${house.url}/antwoord/open`);
    await page.locator('[name=link]').fill('secret' in link ? link.secret : '');
    await page.locator('main button').first().click();
    await page.getByRole('heading', { level: 1, name: 'Een koffieochtend' }).waitFor();
    if (kind === KINDS[0]) await page.getByText('Is het opgekomen?').waitFor();
    await assertReadsWell(page);
    await page.locator('[name=status][value=stopped]').check();
    assert.equal(await page.locator('[name=due]').isVisible(), false, 'nobody waits for what has stopped');
    await page.locator('[name=status][value=notYetKnown]').check();
    await page.locator('[name=due]').fill('');
    await page.locator('form[action="?/status"] button').click();
    await page.locator('[aria-invalid=true], .utrecht-form-fieldset--invalid').first().waitFor();
    await assertReadsWell(page);
    await page.locator('[name=due]').fill(daysLater(app.today(), 7));
    await page.locator('form[action="?/status"] button').click();
    await page.waitForURL(/bewaard=antwoord/);
    await page.getByText(kind.language === 'nl' ? 'Dit is bewaard' : 'This is saved').waitFor();
    assert.equal(await page.locator('[name=status]').first().isVisible(), false, 'the form folds away once it was answered');
    const otherwise = page.locator('[name=words]');
    await otherwise.fill('x'.repeat(5000));
    await page.locator('form[action="?/turn"] button').click();
    await page.waitForURL(/\/turn/);
    assert.equal((await otherwise.inputValue()).length, 5000, 'what was too long is still there');
    await page.goto(house.url + evening.path);
    assert.equal(await page.locator('article').count(), 0, 'the report is for who was there, until everybody may read it');
    assertQuiet(device, /40[04]|413/);
  }
  assert.equal((await app.outcomes(leader, { page: 1, pageSize: 9, overdueOn: app.today() })).total, 0);
});
