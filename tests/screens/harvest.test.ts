import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { daysLater } from '#conversation/day.ts';
import { counterVoicesOf } from '#conversation/voices.ts';
import { pointsAt, signedAt } from '#conversation/points.ts';
import { assertQuiet } from '../helpers/browser.ts';
import type { HeldEvening, Seated } from './heldEvening.ts';
import { assertReadsWell, carry, hydrated, wordsInFocus } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after });

test('without script a host makes a point by keyboard, a guest sees it differently, and the table signs', async () => {
  const { evening, host, guest } = await discovered();
  await evening.do(host, { type: 'seatPerson', perspectives: ['resident'] });
  const desk = await tables.phoneOf(host, { script: false });
  const { page } = desk;
  await page.goto(`${tables.pathOf(host)}/tafel`);
  await page.getByRole('link', { name: 'Oogst: maak punten van jullie kaartjes' }).click();
  await page.getByRole('heading', { name: 'Oogst van tafel 1' }).waitFor();
  await page.getByRole('button', { name: 'Maak hier een punt van' }).press('Enter');
  await page.getByText('Hier hoort een kaartje bij').waitFor();
  for (const card of ['Iedereen miste een buurvrouw.', 'Er was altijd iemand thuis.']) await page.getByLabel(card).press('Space');
  await page.getByLabel('In de woorden van jullie tafel').fill('Een buurvrouw maakt het verschil.');
  await page.getByRole('button', { name: 'Maak hier een punt van' }).press('Enter');
  const point = page.getByRole('article', { name: 'Een buurvrouw maakt het verschil.' });
  await point.getByText('Nog niet gevraagd').waitFor();
  assert.equal(await wordsInFocus(page), 'Punt 1 is gemaakt.');
  const unasked = page.getByText('Bij 1 punt is nog niet gevraagd of iedereen het zo ziet.');
  await unasked.waitFor();

  const phone = await tables.phoneOf(guest, { script: false });
  await phone.page.goto(`${tables.pathOf(guest)}/van-mij`);
  await phone.page.getByRole('link', { name: 'Oogst van je tafel: zeg wat jij ervan vindt' }).click();
  assert.equal(await phone.page.getByRole('button', { name: 'Maak hier een punt van' }).count(), 0);
  await phone.page.getByText('Zeg wat jij ervan vindt').click();
  await phone.page.getByLabel('Ik zie het anders').check();
  await phone.page.getByLabel('Wat zie jij anders? Dit hoeft niet').fill('Een buurvrouw mag ook nee zeggen.');
  await phone.page.getByRole('button', { name: 'Bewaar' }).click();
  await phone.page.getByText('Niet iedereen ziet het zo').waitFor();
  assert.equal(await wordsInFocus(phone.page), 'Bewaard.');

  await page.getByRole('link', { name: 'Kijk wat anderen intussen zeiden' }).click();
  await point.getByText('Een buurvrouw mag ook nee zeggen.').waitFor();
  await point.getByText('Tel rond de tafel').click();
  await point.getByLabel('Hoeveel mensen zien het anders?').fill('een paar');
  await point.getByRole('button', { name: 'Bewaar het aantal' }).click();
  await point.getByText('Vul een getal in, bijvoorbeeld 2.').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('value')), 'een paar');
  await point.getByLabel('Hoeveel mensen zien het anders?').fill('2');
  await point.getByRole('button', { name: 'Bewaar het aantal' }).press('Enter');
  await point.locator('header').getByText('2 zien het anders.').waitFor();
  assert.equal(await wordsInFocus(page), 'Bewaard. 2 zien het anders.');
  assert.equal(await unasked.count(), 0);
  await point.getByText('Zeg wat jij ervan vindt').click();
  const forWhom = point.getByLabel('Wie zegt dit?');
  await forWhom.selectOption({ index: 1 });
  const somebody = await forWhom.inputValue();
  await point.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await page.getByText('Er is nog iets niet ingevuld').first().waitFor();
  assert.notEqual(somebody, '');
  assert.equal(await forWhom.inputValue(), somebody, 'what is said for somebody does not become one’s own');
  await page.getByRole('button', { name: 'Teken af voor tafel 1' }).click();
  await page.getByText('De punten van deze tafel zijn afgetekend.').waitFor();
  assert.equal(await wordsInFocus(page), 'De punten van deze tafel zijn afgetekend.');
  const { state } = await situationOf(evening);
  assert.equal(pointsAt(state, { table: 1, seating: state.seatings })[0]?.cards.length, 2);
  assert.ok(signedAt(state, { table: 1, seating: state.seatings }));
  assert.equal(counterVoicesOf({ state }).length, 1);
  for (const device of [desk, phone]) assertQuiet(device, /400|409/);
});

test('with script too, what was done with a point is told where it stands, and once', async () => {
  const { evening, host, cards } = await discovered();
  for (const [index, card] of cards.entries())
    await evening.do(host, { type: 'makePoint', table: 1, cards: [card], words: `Punt ${index}.` });
  const desk = await tables.phoneOf(host);
  const { page } = desk;
  await page.goto(`${tables.pathOf(host)}/oogst`);
  await hydrated(desk);
  const point = page.getByRole('article', { name: 'Punt 1.' });
  await point.getByText('Zeg het anders').click();
  await point.getByLabel('Andere woorden voor dit punt').fill('');
  await point.getByRole('button', { name: 'Bewaar deze woorden' }).press('Enter');
  await page.waitForURL(/\?\/do/);
  await hydrated(desk);
  assert.equal(await point.getByLabel('Andere woorden voor dit punt').evaluate((field) => field === document.activeElement), true);
  await point.getByLabel('Andere woorden voor dit punt').fill('Nieuw.');
  await point.getByRole('button', { name: 'Bewaar deze woorden' }).press('Enter');
  const reworded = page.getByRole('article', { name: 'Nieuw.' });
  await reworded.getByText('Bewaard.').waitFor();
  await hydrated(desk);
  assert.equal(await wordsInFocus(page), 'Bewaard.');
  assert.equal(await reworded.getByText('Bewaard.').evaluate((notice) => notice.getBoundingClientRect().top < innerHeight), true);
  assert.equal(new URL(page.url()).search, '');
  await reworded.getByText('Zeg het anders').click();
  await reworded.getByRole('button', { name: 'Laat dit punt vervallen' }).press('Enter');
  await page.getByText('Het punt is vervallen.').waitFor();
  assert.match((await wordsInFocus(page)) ?? '', /^Het punt is vervallen\./);
  assertQuiet(desk, /400|409|422/);
});

test('by dragging, a card goes to a point; who leads harvests for a table and signs for the room', async () => {
  const { evening, host, cards } = await discovered();
  await evening.do(host, { type: 'makePoint', table: 1, cards: [cards[0]], words: 'Een punt.' });
  const desk = await tables.phone({ width: 1280 });
  await carry(desk, tables.url, evening.organiser.secret);
  const { page } = desk;
  await page.goto(`${tables.url}/leiden/${evening.at.conversation}/${evening.at.seat}`);
  await page.getByRole('link', { name: 'Oogst', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Oogst van de tafels' }).waitFor();
  await page.getByRole('link', { name: 'Tafel 1' }).click();
  await page.getByText('Slepen kan ook').waitFor();
  await page.getByText('Er was altijd iemand thuis.').dragTo(page.getByRole('article', { name: 'Een punt.' }));
  await page.getByText('Er liggen geen losse kaartjes.').waitFor();
  await page.getByRole('button', { name: 'Teken af voor de zaal' }).click();
  await page.getByText('Nog niet elke tafel met punten heeft afgetekend').waitFor();
  await page.getByRole('button', { name: 'Teken af voor tafel 1' }).click();
  await page.getByText('De punten van deze tafel zijn afgetekend.').waitFor();
  await page.getByRole('button', { name: 'Teken af voor de zaal' }).click();
  await page.getByText('De gespreksleider heeft voor de hele zaal afgetekend.').first().waitFor();
  assertQuiet(desk, /409/);
});

test('every counter-voice is answered, or plainly not, before the final report closes; the report tells both, the receipt too', async () => {
  // At a smaller table people could guess who wrote what.
  const { evening, host, guest, cards } = await discovered(5);
  const { point } = await evening.do(host, { type: 'makePoint', table: 1, cards: [...cards], words: 'Een buurvrouw maakt het verschil.' });
  await evening.do(guest, { type: 'answerPoint', point: point ?? '', says: 'otherwise', note: 'Zo was het niet.' });
  await evening.do(host, { type: 'signTable', table: 1 });
  const { code } = (await receiptOf(guest)) ?? { code: '' };
  await evening.releaseAll();
  await evening.lead({ type: 'close' });
  const desk = await tables.phone({ width: 1280 });
  await carry(desk, tables.url, evening.organiser.secret);
  const { page } = desk;
  const path = `${tables.url}/leiden/${evening.at.conversation}/${evening.at.seat}`;
  await page.goto(`${path}/nakijken`);
  await hydrated(desk);
  await page.locator('.parts > div > details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  await page.getByRole('button', { name: 'Dit is tegengeluid' }).first().click();
  await page.getByRole('button', { name: 'Toch geen tegengeluid' }).waitFor();
  await page.goto(`${path}/tegengeluid`);
  await hydrated(desk);
  await page.getByText('Tegengeluid zonder antwoord: 2.').waitFor();
  const [first, second] = [page.getByRole('article').nth(0), page.getByRole('article').nth(1)];
  await first.getByText('Er komt geen antwoord').click();
  await first.getByRole('button', { name: 'Bewaar deze reden' }).click();
  await first.getByText('Hier hoort een reden bij.').waitFor();
  await first.getByLabel('Geen antwoord, want').fill('hier gaat de raad over.');
  await first.getByRole('button', { name: 'Bewaar deze reden' }).click();
  await page.getByText('Tegengeluid zonder antwoord: 1.').waitFor();
  assert.equal(await wordsInFocus(page), 'Bij tegengeluid 1 is de reden bewaard.');
  await first.getByText('geen antwoord, wel een reden').waitFor();
  assert.equal(await first.getByText(/beantwoord|Antwoord van/).count(), 0);
  await second.getByLabel('Antwoord', { exact: true }).fill('We nemen het mee.');
  await second.getByRole('button', { name: 'Bewaar dit antwoord' }).click();
  await second.getByText('niemand weet dan wat er gebeurt').waitFor();
  await second.getByLabel('Antwoord', { exact: true }).fill('Daar beginnen we in mei mee.');
  await second.getByRole('button', { name: 'Bewaar dit antwoord' }).click();
  await page.getByText('Tegengeluid 2 is beantwoord.').waitFor();
  assert.equal(await wordsInFocus(page), 'Tegengeluid 2 is beantwoord.');
  await second.getByText('Verander het antwoord').click();
  assert.equal(await second.getByLabel('Antwoord', { exact: true }).inputValue(), 'Daar beginnen we in mei mee.');
  const unread = page
    .getByRole('region', { name: 'Eindverslag' })
    .getByText('Alleen wie erbij was, kan het verslag en het eindverslag lezen.');
  await unread.waitFor();
  await page.getByRole('button', { name: 'Sluit het eindverslag' }).click();
  await page.getByText('Het eindverslag is gesloten op').waitFor();
  await unread.waitFor();
  await second.getByText('beantwoord', { exact: true }).waitFor();
  assert.equal(await wordsInFocus(page), 'Gelukt. Het eindverslag is dicht.');
  await assertReadsWell(page);

  // What comes of it begins with what the table said.
  await page.goto(`${path}/opbrengsten`);
  await page.getByRole('region', { name: 'Uit de oogst' }).getByRole('link', { name: 'Maak hier iets van' }).click();
  await page.getByRole('link', { name: 'Afspraak' }).click();
  await page.getByText('Iemand ziet het anders:').waitFor();
  await page.getByText('Zo was het niet.').waitFor();
  assert.equal(await page.getByLabel('Wat spraken jullie af?').inputValue(), 'Een buurvrouw maakt het verschil.');
  assert.equal(await page.locator('[name=card]:checked').count(), cards.length);
  await page.getByLabel('Wie spraken dit af?').fill('buurt en gemeente');
  await page.getByLabel('Wie pakt dit op?').fill('dorpsraad');
  await page.getByLabel('Wanneer horen mensen hier iets van?').fill(daysLater(tables.house.app.today(), 30));
  await assertReadsWell(page);
  await page.getByRole('button', { name: 'Bewaar deze opbrengst' }).click();
  await page.getByText('Punten waar al iets van gemaakt is (1)').waitFor();
  await assertReadsWell(page);

  const [agreed] = (await evening.state()).outcomes;
  const no = { status: 'noBecause', because: 'het buurthuis sluit', due: null } as const;
  await evening.lead({ type: 'setStatus', outcome: agreed?.id ?? '', saw: 1, ...no });
  await page.goto(`${tables.url}${evening.path}`);
  await page.getByRole('heading', { name: 'Wat er per tafel uitkwam' }).waitFor();
  await page.getByText(/^Hiervan kwam: Afspraak · Nee, want: het buurthuis sluit[.]$/).waitFor();
  await page.getByText('Niet iedereen ziet het zo.').waitFor();
  await page.getByText('Zo was het niet.').first().waitFor();
  await page.getByText('Daar beginnen we in mei mee.').first().waitFor();
  await page.getByText('Antwoord, opgeschreven door de gespreksleider op').first().waitFor();
  await page.getByText('Geen antwoord, want: hier gaat de raad over.').first().waitFor();
  await page.goto(`${tables.url}${evening.path}/eindverslag`);
  const voices = page.getByRole('region', { name: 'Tegengeluiden, en wat daarop geantwoord is' });
  for (const reply of ['Daar beginnen we in mei mee.', 'Geen antwoord, want: hier gaat de raad over.'])
    await voices.getByText(reply).waitFor();
  await assertReadsWell(page);
  await assertReadsWell(page);
  assertQuiet(desk, /400|409/);

  const phone = await tables.phone();
  await phone.page.goto(`${tables.url}/terugleeskaart`);
  await phone.page.getByLabel('Jouw code').fill(code);
  await phone.page.getByRole('button', { name: 'Lees terug' }).click();
  await phone.page.getByText('Aan jullie tafel werd er dit punt van gemaakt: ‘Een buurvrouw maakt het verschil.’').waitFor();
  await phone.page.getByText('Jij zag dit punt anders').waitFor();
  await phone.page.getByText('dorpsraad').first().waitFor();
  await assertReadsWell(phone.page);
});

test('without script too, who answers a counter-voice goes on from what was answered', async () => {
  const { evening, host, guest, cards } = await discovered();
  const { point } = await evening.do(host, { type: 'makePoint', table: 1, cards: [...cards], words: 'Een punt.' });
  await evening.do(guest, { type: 'answerPoint', point: point ?? '', says: 'otherwise', note: 'Zo was het niet.' });
  await evening.do(host, { type: 'signTable', table: 1 });
  const desk = await tables.phone({ script: false });
  await carry(desk, tables.url, evening.organiser.secret);
  const { page } = desk;
  await page.goto(`${tables.url}/leiden/${evening.at.conversation}/${evening.at.seat}/tegengeluid`);
  await page.getByLabel('Antwoord', { exact: true }).fill('Daar beginnen we in mei mee.');
  await page.getByRole('button', { name: 'Bewaar dit antwoord' }).press('Enter');
  await page.getByText('Tegengeluid 1 is beantwoord.').waitFor();
  assert.equal(await wordsInFocus(page), 'Tegengeluid 1 is beantwoord.');
  assertQuiet(desk);
});

async function receiptOf(person: Seated): Promise<{ readonly code: string } | null> {
  const visitor = await tables.house.app.whoAsks(person.secret);
  const made = visitor && (await tables.house.app.makeReceipt(visitor, person.at));
  return made && 'code' in made ? made : null;
}

test('the pages of a harvest read well in both languages, narrow and wide', async () => {
  const { evening, host, guest, cards } = await discovered();
  await evening.do(host, { type: 'seatPerson', perspectives: ['resident'] });
  const { point } = await evening.do(host, { type: 'makePoint', table: 1, cards: [cards[0]], words: 'Een punt.' });
  await evening.do(guest, { type: 'answerPoint', point: point ?? '', says: 'otherwise', note: 'Zo was het niet.' });
  const leader = { ...evening.organiser, at: evening.at };
  for (const { person, path, ...kind } of [
    { person: host, path: `${tables.pathOf(host)}/oogst`, language: 'nl', width: 360 },
    { person: guest, path: `${tables.pathOf(guest)}/oogst`, language: 'en', width: 360 },
    {
      person: leader,
      path: `${tables.pathOf(leader).replace('/gesprek/', '/leiden/')}/oogst?tafel=1&indeling=0`,
      language: 'en',
      width: 1280,
    },
  ] as const) {
    const device = await tables.phoneOf(person, kind);
    await device.page.goto(path);
    await device.page.getByRole('heading', { level: 1 }).waitFor();
    await assertReadsWell(device.page);
    assertQuiet(device);
  }
});

async function situationOf(evening: HeldEvening) {
  return { state: await evening.state() };
}

/** A table with a host and guests, who wrote down what they discovered together. */
async function discovered(people = 2) {
  const evening = await tables.evening('dialoogtafel');
  const host = await evening.join('professional');
  await evening.do(host, { type: 'takeRole', role: 'host' });
  const guest = await evening.join('resident');
  for (let others = people - 2; others > 0; others--) await evening.join('resident');
  await until(evening, 'discover');
  const cards = [
    await evening.write(host, 'discovery', { text: 'Iedereen miste een buurvrouw.' }),
    await evening.write(guest, 'discovery', { text: 'Er was altijd iemand thuis.' }),
  ] as const;
  await evening.next();
  return { evening, host, guest, cards };
}
