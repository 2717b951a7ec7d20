import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Json } from '#conversation/words.ts';
import { until as eventually } from '../app/evening.ts';
import { everything } from '../formats/everything.ts';
import { assertQuiet, type Device } from '../helpers/browser.ts';
import type { HeldEvening, Seated } from './heldEvening.ts';
import { assertReadsWell } from './look.ts';
import { Tables, until } from './table.ts';

const tables = await Tables.open({ after }, [everything]);
let evening: HeldEvening;
let people: readonly Seated[];

before(async () => {
  evening = await tables.evening('everything');
  people = [await evening.join('resident'), await evening.join('professional'), await evening.join('municipality')];
  await until(evening, 'allCards');
  for (const [index, person] of people.entries()) {
    await evening.write(person, 'asset', { text: `Wat er is ${index}` });
    await evening.write(person, 'sowing', { text: `Wat we zaaien ${index}` });
    await evening.write(person, 'party', { text: `Wie erbij hoort ${index}` });
  }
});

for (const script of [true, false]) {
  // Others without script than with it: what was written before proves nothing.
  const [first, second, third] = script ? [0, 1, 2] : [1, 2, 0];

  test(`fills in every sort of card, ${script ? 'with' : 'without'} script`, async () => {
    await back('allCards');
    const { device, page } = await sit(first, script);
    await unfold(page, 'Invoer guideline', script);
    await page.getByLabel('Als …').fill('iemand belt');
    await page.getByLabel('dan …').fill('nemen we op');
    await press(formOf(page, 'guideline').getByRole('button', { name: 'Bewaar kaartje' }), script);
    await written(first, 'guideline', (body) => Object.keys((body as { fields: object }).fields).join() === 'given,do');
    assertQuiet(device);
  });

  test(`places by list, ${script ? 'with' : 'without'} script`, async () => {
    await back('forTheRoom');
    const { device, page } = await sit(second, script);

    await unfold(page, 'Invoer axesOfTable', script);
    const axes = formOf(page, 'axesOfTable');
    await axes.getByLabel('Wat zet je neer?').selectOption({ label: `1. Wat er is ${second}` });
    await axes.locator('[name=x]').selectOption('-0.5');
    await axes.locator('[name=y]').selectOption('0.3');
    await press(axes.getByRole('button', { name: 'Zet neer' }), script);
    await written(second, 'axesOfTable', { x: -0.5, y: 0.3 });

    await unfold(page, 'Invoer matrixOfSeat', script);
    const matrix = formOf(page, 'matrixOfSeat');
    await matrix.getByLabel('Wat zet je neer?').selectOption({ index: 1 });
    await matrix.getByLabel('In welke rij?').selectOption({ label: 'Het tweede' });
    await matrix.getByLabel('In welke kolom?').selectOption({ label: 'Het derde' });
    await press(matrix.getByRole('button', { name: 'Zet neer' }), script);
    await written(second, 'matrixOfSeat', { row: 'b', column: 'c' });

    await unfold(page, 'Invoer netOfSeat', script);
    const net = formOf(page, 'netOfSeat');
    await net.getByLabel('Van').selectOption('a');
    await net.getByLabel('Wat voor lijn?').selectOption('c');
    await net.getByLabel('Naar').selectOption('b');
    await press(net.getByRole('button', { name: 'Trek de lijn' }), script);
    await written(second, 'netOfSeat', { from: 'a', to: 'b', relation: 'c' });

    await unfold(page, 'Invoer webOfSeat', script);
    const web = formOf(page, 'webOfSeat');
    await web.getByLabel('1. Kant body').selectOption('7');
    await press(web.getByRole('button', { name: 'Bewaar' }), script);
    await written(second, 'webOfSeat', { values: { body: 7 } });
    assertQuiet(device);
  });

  test(`votes in every way, ${script ? 'with' : 'without'} script`, async () => {
    await back('votes');
    const { device, page } = await sit(third, script);

    await unfold(page, 'Invoer dotsOnCards', script);
    const dots = formOf(page, 'dotsOnCards');
    await dots.getByRole('spinbutton').first().fill('2');
    await press(dots.getByRole('button', { name: 'Geef je stem' }), script);
    await written(third, 'dotsOnCards', (body) => Object.values((body as { dots: { [id: string]: number } }).dots).join() === '2');

    await unfold(page, 'Invoer top', script);
    const top = formOf(page, 'top');
    await top.getByLabel('Op plaats 1').selectOption('b');
    await top.getByLabel('Op plaats 2').selectOption('a');
    await press(top.getByRole('button', { name: 'Geef je stem' }), script);
    await written(third, 'top', { order: ['b', 'a'] });

    await unfold(page, 'Invoer consentRound', script);
    const consent = formOf(page, 'consentRound');
    await consent.getByLabel('Ja, als …').check();
    await consent.getByRole('textbox').fill('er vervoer is');
    await press(consent.getByRole('button', { name: 'Geef je stem' }), script);
    await written(third, 'consentRound', { answer: 'condition' });

    await unfold(page, 'Invoer secretForOrAgainst', script);
    const secret = formOf(page, 'secretForOrAgainst');
    await secret.getByText('Geheim voor iedereen in de zaal').waitFor();
    assert.equal(await secret.getByRole('textbox').count(), 0);
    assert.equal(await secret.getByLabel('Houd dit aan tafel').count(), 0);
    await secret.getByLabel('Tegen').check();
    await press(secret.getByRole('button', { name: 'Geef je stem' }), script);
    await page
      .getByText(script ? 'Je stem is binnen.' : 'Bewaard.')
      .first()
      .waitFor();
    assertQuiet(device);
  });

  test(`scores and consents, ${script ? 'with' : 'without'} script`, async () => {
    await back('scores');
    const { device, page } = await sit(first, script);
    await unfold(page, 'Invoer score', script);
    const score = formOf(page, 'score');
    await score.getByRole('group', { name: 'Schaal heard' }).getByLabel('4').check();
    await press(score.getByRole('button', { name: 'Bewaar' }), script);
    await written(first, 'score', { values: { heard: 4 } });
    await unfold(page, 'Invoer quoteConsent', script);
    const consent = formOf(page, 'quoteConsent');
    await press(consent.getByRole('button', { name: 'Bewaar mijn antwoord' }), script);
    await page.getByText('Kies of schrijf eerst iets.').first().waitFor();
    await unfold(page, 'Invoer quoteConsent', script);
    await consent.getByLabel('Nee, liever niet').check();
    await press(consent.getByRole('button', { name: 'Bewaar mijn antwoord' }), script);
    await written(first, 'quoteConsent', { yes: false });
    assertQuiet(device, /400/);
  });
}

test('places by dragging what can be placed by list', async () => {
  await back('forTheRoom');
  const { device, page } = await sit(0, true);

  await unfold(page, 'Invoer axesOfTable', true);
  const axes = formOf(page, 'axesOfTable');
  await axes.getByLabel('Wat zet je neer?').selectOption({ index: 1 });
  await drag(page, axes.locator('svg'), [0.5, 0.5], [0.93, 0.06]);
  assert.equal(await axes.locator('[name=x]').inputValue(), '1');
  assert.equal(await axes.locator('[name=y]').inputValue(), '1');

  await unfold(page, 'Invoer netOfSeat', true);
  const net = formOf(page, 'netOfSeat');
  await drag(page, net.locator('svg'), [0.5, 0.125], [0.825, 0.69]);
  assert.equal(await net.getByLabel('Van').inputValue(), 'a');
  assert.equal(await net.getByLabel('Naar').inputValue(), 'b');

  await unfold(page, 'Invoer webOfSeat', true);
  const web = formOf(page, 'webOfSeat');
  await drag(page, web.locator('svg'), [0.5, 0.4], [0.5, 0.134]);
  assert.equal(await web.getByLabel('1. Kant body').inputValue(), '10');

  await unfold(page, 'Invoer matrixOfSeat', true);
  const matrix = formOf(page, 'matrixOfSeat');
  await matrix.getByLabel('Wat zet je neer?').selectOption({ index: 1 });
  await matrix.locator('td[data-row=a][data-column=b]').click();
  await drag(page, matrix.locator('[data-thing]').first(), [0.5, 0.5], matrix.locator('td[data-row=c][data-column=a]'));
  assert.equal(await matrix.getByLabel('In welke rij?').inputValue(), 'c');
  assert.equal(await matrix.getByLabel('In welke kolom?').inputValue(), 'a');
  assertQuiet(device);
});

for (const step of ['allCards', 'onTheTable', 'forTheRoom', 'votes', 'scores']) {
  test(`everything at step ${step} can be reached and read by everybody`, async () => {
    await back(step);
    for (const [language, width] of [
      ['nl', 320],
      ['en', 1280],
    ] as const) {
      const device = await tables.phoneOf(people[0] ?? assert.fail(), { language, width });
      await device.page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
      await assertReadsWell(device.page);
      assertQuiet(device);
      await device.context.close();
    }
  });
}

async function sit(index: number, script: boolean): Promise<{ readonly device: Device; readonly page: Page }> {
  const device = await tables.phoneOf(people[index] ?? assert.fail(), { script, height: 900 });
  return { device, page: device.page };
}

/** To this step, from wherever the evening is now. */
async function back(phase: string): Promise<void> {
  for (let steps = 0; steps < 20; steps++) {
    const { run, format } = await evening.state();
    const order = format.phases.map(({ id }) => id);
    const now = order.indexOf(run?.place.split('.')[0] ?? '');
    if (now === order.indexOf(phase)) return;
    if (now < order.indexOf(phase)) await evening.next();
    else await evening.lead({ type: 'back', from: run?.id ?? '' });
  }
}

async function unfold(page: Page, label: string, script: boolean): Promise<void> {
  if (script) await page.locator('seat-island[data-ready]').waitFor({ state: 'attached' });
  const closed = page.locator('details:not([open]) > summary', { hasText: new RegExp(`^${label}$`) });
  if (await closed.count()) await closed.click();
}

function formOf(page: Page, input: string) {
  return page.locator('form', { has: page.locator(`input[name=input][value=${input}]`) }).first();
}

/** Without script the page comes back anew: what is done before that is done on a page that goes. */
async function press(button: Target, script: boolean): Promise<void> {
  const back = script ? undefined : button.page().waitForEvent('load');
  await button.click();
  await back;
}

/** The newest entry of this person for this input is so. */
async function written(index: number, input: string, so: { readonly [field: string]: Json } | ((body: Json) => boolean)): Promise<void> {
  const seat = people[index]?.at.seat ?? assert.fail();
  await eventually(async () => {
    const situation = await evening.app.situationOf(evening.at.conversation);
    const ids = situation?.authors.entriesOf.get(seat) ?? [];
    const bodies = ids.flatMap((id) => situation?.state.entries.get(id) ?? []).filter((entry) => entry.input === input);
    const body = bodies.at(-1)?.body ?? null;
    return body !== null && holds(body, so);
  });
}

function holds(body: Json, so: Parameters<typeof written>[2]): boolean {
  if (typeof so === 'function') return so(body);
  const fields = body as { readonly [field: string]: Json };
  return Object.entries(so).every(([field, value]) => JSON.stringify(fields[field]) === JSON.stringify(value));
}

type Target = ReturnType<Page['locator']>;

/** From a place in something (as parts of its width and height) to another place in it, or to the middle of something else. */
async function drag(page: Page, what: Target, from: readonly [number, number], to: readonly [number, number] | Target): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = (await what.boundingBox()) ?? assert.fail();
  await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
  await page.mouse.down();
  const target = 'length' in to ? box : ((await to.boundingBox()) ?? assert.fail());
  const [across, down] = 'length' in to ? to : [0.5, 0.5];
  await page.mouse.move(target.x + target.width * across, target.y + target.height * down, { steps: 5 });
  await page.mouse.up();
}
