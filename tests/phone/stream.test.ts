import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDevice } from '../helpers/browser.ts';
import { until } from '../live/hall.ts';
import type { SeatId } from '#conversation/state.ts';
import { PhoneGround, cards, write } from './ground.ts';

const other = 'bo' as SeatId;

test('what a neighbour writes appears by itself, and goes when it is withdrawn', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  await page.goto(ground.pageOf('anna'));
  const entry = ground.hall.write(other, 'van de buurvrouw');
  await page.waitForFunction(() => JSON.stringify(window.seat.views.value.table).includes('buurvrouw'));
  ground.hall.withdraw(other, entry);
  await page.waitForFunction(() => !JSON.stringify(window.seat.views.value).includes('buurvrouw'));
});

test('where no stream comes through, the page asks now and then, and goes back to the stream when it can', async (t) => {
  const ground = await PhoneGround.open(t);
  ground.weather = 'no streams';
  const { page } = await openDevice(t);
  await page.goto(ground.pageOf('anna'));
  await page.waitForFunction(() => window.seat.connection.value === 'polling');
  ground.hall.write(other, 'toch aangekomen');
  await page.waitForFunction(() => JSON.stringify(window.seat.views.value.table).includes('toch aangekomen'));
  await write(page, ground.hall.run, 'en terug');
  await until(() => ground.written.includes('en terug'));
  ground.weather = 'fair';
  await page.waitForFunction(() => window.seat.connection.value === 'live');
});

test('a page that is not looked at closes its stream, and is up to date when looked at again', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  await page.goto(ground.pageOf('anna'));
  await page.waitForFunction(() => window.seat.connection.value === 'live');
  const look = (state: string) =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await look('hidden');
  const beside = await openDevice(t);
  await beside.page.goto(ground.pageOf('anna'));
  await beside.page.waitForFunction(() => window.seat.connection.value === 'live');
  ground.hall.write(other, 'terwijl niemand keek');
  await beside.page.waitForFunction(() => JSON.stringify(window.seat.views.value.table).includes('terwijl niemand keek'));
  assert.doesNotMatch(await cards(page), /terwijl niemand keek/);
  await look('visible');
  await page.waitForFunction(() => JSON.stringify(window.seat.views.value.table).includes('terwijl niemand keek'));
});

test('a device that lost its seat is told, and stops asking', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  await page.goto(ground.pageOf('anna'));
  await page.waitForFunction(() => window.seat.connection.value === 'live');
  ground.gone.add('anna');
  ground.hall.hub.revoke({ device: 'phone', conversation: 'hall', seat: 'anna' as SeatId });
  await page.waitForFunction(() => window.seat.connection.value === 'gone');
});

test('a clock that is five minutes off does not change how many minutes are left', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 300_000;
  });
  await page.goto(ground.pageOf('anna'));
  await page.waitForFunction(() => window.seat.connection.value === 'live');
  const before = Date.now();
  const shown = await page.evaluate(() => window.seat.clock.now());
  assert.ok(shown > before - 1_000 && shown < Date.now() + 1_000);
});
