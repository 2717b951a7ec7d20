import assert from 'node:assert/strict';
import { after, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { theHouse } from '../../src/house.ts';
import { openHouse } from '../helpers/app.ts';
import { assertQuiet, openDevice } from '../helpers/browser.ts';
import { HeldEvening } from './heldEvening.ts';
import { carry } from './look.ts';

const house = await openHouse({ after });
const { app } = theHouse();
const evening = await HeldEvening.open(app, { setUpFile: house.setUpFile ?? '' }, { format: 'in-huis-zaaien', title: 'Een trage lijn' });
const { organiser } = evening;

test('what who prepares did before the script came stays', async (t) => {
  const preparing = await HeldEvening.prepare(app, organiser, { format: 'in-huis-zaaien', title: 'Voorbereiden' });
  await staysOf(t, organiser.secret, `/leiden/${preparing.at.conversation}/${preparing.at.seat}/voorbereiden`);
});

test('what a participant did before the script came stays', async (t) => {
  const person = await evening.join('resident');
  const path = `/gesprek/${person.at.conversation}/${person.at.seat}`;
  await staysOf(t, person.secret, `${path}/voor-jou`);
  await evening.next();
  await evening.next();
  await staysOf(t, person.secret, path);
});

for (const [kind, field] of [
  ['line', 'input[name=title]'],
  ['text', 'textarea[name=about]'],
] as const) {
  test(`what was selected in a ${kind} when the script comes stays selected`, async (t) => {
    const preparing = await HeldEvening.prepare(app, organiser, { format: 'in-huis-zaaien', title: 'Voorbereiden', about: 'Voorbereiden' });
    const { page, letIn } = await onSlowLine(t, organiser.secret, `/leiden/${preparing.at.conversation}/${preparing.at.seat}/voorbereiden`);
    const written = page.locator(field).first();
    await written.evaluate((each: HTMLInputElement | HTMLTextAreaElement) => {
      each.focus();
      each.setSelectionRange(0, 'Voor'.length);
    });
    letIn();
    await page.locator('[data-ready]').waitFor({ state: 'attached' });
    await page.keyboard.press('Delete');
    assert.equal(await written.inputValue(), 'bereiden');
  });
}

/** Everything on the page is filled, ticked, chosen and unfolded; then the script comes. */
async function staysOf(t: TestContext, secret: string, path: string): Promise<void> {
  const { device, page, letIn } = await onSlowLine(t, secret, path);
  await fillAll(page);
  const stood = await standing(page);
  assert.ok(stood.length > 0, `${path} has nothing to fill in`);
  letIn();
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  assert.deepEqual(await standing(page), stood, path);
  assertQuiet(device);
}

/** The page stands there, and its script waits until it is let in. */
async function onSlowLine(t: TestContext, secret: string, path: string) {
  const device = await openDevice(t);
  await carry(device, house.url, secret);
  const { page } = device;
  const { promise: gate, resolve: letIn } = Promise.withResolvers<void>();
  await page.route('**/*.js', (route) => gate.then(() => route.continue()));
  await page.goto(house.url + path, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState !== 'loading');
  return { device, page, letIn };
}

async function fillAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const list of document.querySelectorAll('select')) list.selectedIndex = list.options.length - 1;
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea')) {
      if (field.type === 'checkbox' || field.type === 'radio') field.click();
      else field.value = { number: '7', date: '2099-01-15', time: '20:30' }[field.type] ?? 'Getypt.';
    }
  });
}

/** Of each fold and field that the server drew, in the order of the page. */
function standing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('details, input[name]:not([type=hidden]), select, textarea')].map((each) => {
      if (each instanceof HTMLDetailsElement) return `fold ${each.open}`;
      if (each instanceof HTMLSelectElement) return `select ${each.name} ${each.value}`;
      if (each instanceof HTMLTextAreaElement) return `textarea ${each.name} ${each.value}`;
      if (each instanceof HTMLInputElement) return `${each.type} ${each.name} ${each.value} ${each.checked}`;
      return '';
    }),
  );
}
