import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place } from '#app/house.ts';
import { HallDoor } from '../doors/hallDoor.ts';
import { openDevice } from '../helpers/browser.ts';

test('on localhost and https the page of a seat opens again without a network, until it is wiped', { timeout: 90_000 }, async (t) => {
  const door = await HallDoor.open(t, { pages: true });
  const { context, page } = await openDevice(t);
  const joined = await context.request.post(`${door.url}/v1/joinings`, { data: { key: door.key, perspectives: ['resident'] } });
  const { conversation, seat } = (await joined.json()) as Place;
  await page.goto(`${door.url}/gesprek/${conversation}/${seat}`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await (await caches.open('pages')).keys()).length === 1);
  const elsewhere = await context.newPage();
  await elsewhere.goto(`${door.url}/doe-mee`);
  assert.equal(await elsewhere.evaluate(() => navigator.serviceWorker.controller), null, 'only the pages of seats pass through it');
  await elsewhere.close();
  await page.reload();
  const heading = page.getByRole('heading', { level: 1 });
  const seen = await heading.innerText();
  await door.stop();
  await page.reload();
  assert.equal(await heading.innerText(), seen);
  await page.evaluate(() => caches.delete('pages'));
  await assert.rejects(page.reload());
});
