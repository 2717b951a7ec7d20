import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice, type Device } from '../helpers/browser.ts';
import { TestClock, until as untilTrue } from '../app/evening.ts';
import { openPostOffice } from '../mail/postOffice.ts';
import { HeldEvening } from './heldEvening.ts';
import { assertReadsWell, carry, wordsInFocus } from './look.ts';
import { until } from './table.ts';

const ADDRESS = 'iemand@voorbeeld.nl';
const DAY = 24 * 60;
const office = await openPostOffice();
const clock = new TestClock();
const house = await openHouse(
  { after },
  { SMTP_URL: office.url, MAIL_FROM: 'post@samenspraak.example', PUBLIC_URL: 'http://samenspraak.example' },
  { clock: { now: () => clock.now(), at: (time, call) => clock.at(time, call) } },
);
after(() => office.stop());

test('asks back on the day, by mail and on the terugleeskaart, and who sees to an outcome too', async () => {
  const evening = await HeldEvening.open(
    theHouse().app,
    { setUpFile: house.setUpFile ?? '' },
    { format: 'in-huis-zaaien', tables: 1, title: 'Wijk' },
  );
  const person = await evening.join('resident');
  await until(evening, 'whoSows');
  const card = await evening.write(person, 'pledge', { text: 'Ik bel mijn buurvrouw' });
  await evening.next();
  await evening.releaseAll();
  const visitor = await theHouse().app.whoAsks(person.secret);
  const receipt = visitor && (await theHouse().app.makeReceipt(visitor, person.at));
  assert.ok(receipt && 'code' in receipt);
  await evening.lead({ type: 'close' });
  const fields = { what: 'Het lange formulier', sort: 'rule', from: '2026-04-01', why: 'Het helpt niemand' };
  const { outcome } = await evening.lead({
    type: 'makeOutcome',
    kind: 'lettingGo',
    due: '2027-01-28',
    fields,
    cards: [card],
    owner: 'Wijkraad',
    theme: '',
    seenBy: 'everyone',
  });

  const device = await openDevice({ after });
  await opened(device, receipt.code);
  const { page } = device;
  await page.getByLabel('Wil je een mailtje op de dag dat we het vragen?').fill('iemand@voorbeeld');
  await page.getByRole('button', { name: 'Stuur me een code' }).click();
  await page.getByText('Dit is geen mailadres dat wij kunnen lezen.').waitFor();
  await readsWell(device);
  await page.getByLabel('Wil je een mailtje op de dag dat we het vragen?').fill(ADDRESS);
  await page.getByRole('button', { name: 'Stuur me een code' }).click();
  await page.getByLabel('De code uit je mail').fill('123');
  await page.getByRole('button', { name: 'Klopt, mail me' }).click();
  await page.getByText('Deze code klopt niet, of hij is te oud.').waitFor();
  await readsWell(device);
  await page.getByLabel('De code uit je mail').fill(mailedCode());
  await page.getByRole('button', { name: 'Klopt, mail me' }).click();
  await page.getByText('We mailen je op i…@voorbeeld.nl').waitFor();
  await readsWell(device);

  const leader = await openDevice({ after }, { width: 1280 });
  await carry(leader, house.listensAt, evening.organiser.secret);
  await leader.page.goto(`${house.listensAt}/leiden/${evening.at.conversation}/${evening.at.seat}/opbrengsten/${outcome}/mail`);
  await readsWell(leader);
  await leader.page.getByLabel('Mailadres van de eigenaar').fill('wijkraad@voorbeeld.nl');
  await leader.page.getByRole('button', { name: 'Stuur me een code' }).click();
  await leader.page.getByLabel('De code die de eigenaar je geeft').fill(mailedCode());
  await readsWell(leader);
  await leader.page.getByRole('button', { name: 'Klopt, mail de eigenaar' }).click();
  await leader.page.getByText('We mailen w…@voorbeeld.nl op die dag').waitFor();

  const owner = await openDevice({ after });
  const organiser = await theHouse().app.whoAsks(evening.organiser.secret);
  const handed = organiser && outcome && (await theHouse().app.ownerLink(organiser, evening.at, outcome));
  assert.ok(handed && 'secret' in handed);
  const { secret, visitor: newcomer } = await theHouse().app.newDevice();
  const entrance = await theHouse().app.useLink(newcomer, handed.secret);
  assert.ok('at' in entrance && entrance.at);
  await carry(owner, house.listensAt, secret);
  await owner.page.goto(`${house.listensAt}/antwoord/${entrance.at.conversation}/${entrance.at.seat}`);
  await owner.page.getByText('We mailen je op w…@voorbeeld.nl').waitFor();
  await readsWell(owner);

  clock.pass(14 * DAY);
  await untilTrue(() => office.received.length === 4);
  office.answer(ADDRESS, 550);
  await page.reload();
  await page.getByLabel('Wat leerde je?').fill('Bellen helpt.');
  await page.getByRole('button', { name: 'Bewaar mijn antwoord' }).click();
  await page.locator('article:has(:focus)').waitFor();
  assert.match((await wordsInFocus(page)) ?? '', /Kies iets uit de lijst/, 'what is missing is told where it is asked');
  assert.equal(await page.getByLabel('Wat leerde je?').inputValue(), 'Bellen helpt.', 'what was typed stays');
  await page.getByLabel('Ik ben bezig').check();
  await page.getByLabel('Wat leerde je?').fill('Bellen helpt.');
  await readsWell(device);
  await page.getByRole('button', { name: 'Bewaar mijn antwoord' }).click();
  await page.getByText('Bewaard. Je kunt je antwoord later veranderen.').waitFor();
  assert.equal(await wordsInFocus(page), 'Bewaard. Je kunt je antwoord later veranderen.');
  assert.equal(await page.locator('article:has(:focus)').count(), 1);
  await page.getByText('Jij zei: Ik ben bezig').waitFor();
  await page.getByText('Bellen helpt.').first().waitFor();
  await readsWell(device);

  await evening.lead({ type: 'setStatus', outcome: outcome ?? '', saw: 1, status: 'succeeded', because: '', due: null });
  clock.pass(28 * DAY);
  await untilTrue(async () => {
    const read = await theHouse().app.openReceipt(receipt.code);
    return 'mail' in read && read.mail?.standing === 'failed';
  });
  const english = await openDevice({ after }, { language: 'en', width: 320 });
  await opened(english, receipt.code);
  await english.page.getByText('Our mail did not arrive. We ask you here.').waitFor();
  await english.page.getByText('New since you last looked').waitFor();
  await english.page.getByText('How did it go with what you were going to do?').waitFor();
  assert.equal(
    await english.page.locator('#vraag').getByText('Do you notice anything of it?').count(),
    1,
    'the top leads to what waits first',
  );
  await english.page.getByText('Never mind. Do not ask again.').last().click();
  await readsWell(english);
  await english.page.getByRole('button', { name: 'Save my answer' }).last().click();
  await english.page.getByText('Saved. You can change your answer later.').waitFor();
  await readsWell(english);
});

async function opened({ page }: Device, code: string): Promise<void> {
  await page.goto(`${house.listensAt}/terugleeskaart`);
  await page.locator('[name=code]').fill(code);
  await page.locator('main button').first().click();
  await page.locator('blockquote').first().waitFor();
}

async function readsWell(device: Device): Promise<void> {
  await assertReadsWell(device.page);
  assertQuiet(device, /40[09]|409/);
}

/** As it stands in the last mail. */
function mailedCode(): string {
  const [, first = '', second = ''] = /code: (\d{3}) (\d{3})/.exec(office.received.at(-1)?.whole ?? '') ?? [];
  return first + second;
}
