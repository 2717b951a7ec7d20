import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openDevice } from '../helpers/browser.ts';
import type { Page } from 'playwright-core';
import { until } from '../live/hall.ts';
import { keptAs, PhoneGround, phoneScript, states, write } from './ground.ts';

test('words written without a network are sent when it comes back, in order and once', async (t) => {
  const ground = await PhoneGround.open(t);
  const { context, page } = await openDevice(t);
  await page.goto(ground.pageOf('anna'));
  assert.equal(await page.evaluate(() => isSecureContext), false);
  await context.setOffline(true);
  await write(page, ground.hall.run, 'eerst dit');
  await write(page, ground.hall.run, 'dan dat');
  assert.deepEqual(await states(page), ['waiting', 'waiting']);
  assert.deepEqual(ground.written, []);
  await context.setOffline(false);
  await until(() => ground.written.length === 2);
  await page.waitForFunction(() => window.seat.outbox.sendings.value.every(({ state }) => state === 'accepted'));
  assert.deepEqual(ground.written, ['eerst dit', 'dan dat']);
});

test('words survive a reload while the server has no time, and leave the phone once it has them', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  ground.weather = 'unavailable';
  await page.goto(ground.pageOf('anna'));
  await write(page, ground.hall.run, 'blijf bewaard');
  await page.reload();
  await page.waitForFunction(() => window.seat.outbox.sendings.value.length === 1);
  ground.weather = 'fair';
  await until(() => ground.written.length === 1);
  await page.waitForFunction(() => window.seat.outbox.sendings.value[0]?.state === 'accepted');
  await keptAs(page);
  await page.reload();
  await page.evaluate(() => window.seat.notes.all());
  assert.deepEqual(await states(page), []);
  assert.deepEqual(ground.written, ['blijf bewaard']);
});

test('an answer that was lost on the way is asked for again under the same id', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  await page.goto(ground.pageOf('anna'));
  ground.weather = 'answers lost';
  const id = await write(page, ground.hall.run, 'kwam aan');
  await until(() => ground.arrived.length >= 2);
  assert.deepEqual(await page.evaluate(() => window.seat.outbox.unreached.value), true);
  ground.weather = 'fair';
  await page.waitForFunction(() => window.seat.outbox.sendings.value[0]?.state === 'accepted');
  assert.deepEqual(await page.evaluate(() => window.seat.outbox.unreached.value), false);
  assert.deepEqual([...new Set(ground.arrived)], [id]);
  assert.deepEqual(ground.written, ['kwam aan']);
});

test('two tabs of one seat together send each card once', async (t) => {
  const ground = await PhoneGround.open(t);
  const { context, page } = await openDevice(t);
  const other = await context.newPage();
  await page.goto(ground.pageOf('anna'));
  await other.goto(ground.pageOf('anna'));
  ground.weather = 'unavailable';
  await write(page, ground.hall.run, 'uit de ene tab');
  await write(other, ground.hall.run, 'uit de andere tab');
  for (const tab of [page, other]) await tab.waitForFunction(() => window.seat.outbox.sendings.value.length === 2);
  ground.weather = 'fair';
  for (const tab of [page, other]) {
    await tab.waitForFunction(() => window.seat.outbox.sendings.value.every(({ state }) => state === 'accepted'));
  }
  assert.deepEqual(ground.written.sort(), ['uit de andere tab', 'uit de ene tab']);
});

test('a server that restarts loses nothing, and the page is live again by itself', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  await page.goto(ground.pageOf('anna'));
  await page.waitForFunction(() => window.seat.connection.value === 'live');
  await ground.stop();
  await write(page, ground.hall.run, 'tijdens de stilte');
  await page.waitForFunction(() => window.seat.connection.value !== 'live');
  await ground.start();
  await until(() => ground.written.length === 1);
  await page.waitForFunction(() => window.seat.connection.value === 'live');
  assert.deepEqual(ground.written, ['tijdens de stilte']);
});

test('a refused card keeps its words and says why, also after a reload, until it is let go', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  await page.goto(ground.pageOf('anna'));
  ground.weather = 'refusing';
  const id = await write(page, ground.hall.run, 'veel te veel woorden');
  await keptAs(page, 'refused');
  await page.reload();
  await page.waitForFunction(() => window.seat.outbox.sendings.value.length === 1);
  const kept = await page.evaluate(() => window.seat.outbox.sendings.value[0]);
  assert.equal(kept?.code, 'tooManyWords');
  assert.match(kept.sentence ?? '', /te lang/);
  assert.match(JSON.stringify(kept.action), /veel te veel woorden/);
  await page.evaluate((id) => window.seat.outbox.forget(id), id);
  await page.reload();
  await page.evaluate(() => window.seat.notes.all());
  assert.deepEqual(await states(page), []);
});

test('the page of a wifi gateway is no acknowledgement', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  await page.goto(ground.pageOf('anna'));
  ground.weather = 'wifi gateway';
  await write(page, ground.hall.run, 'nog niet aangekomen');
  await page.waitForResponse((response) => response.url().endsWith('/actions'));
  assert.deepEqual(await states(page), ['waiting']);
  ground.weather = 'fair';
  await page.evaluate(() => window.seat.outbox.wake());
  await until(() => ground.written.length === 1);
});

test('a full device loses nothing: the words stay in simple storage, else in the page, which says so', async (t) => {
  const ground = await PhoneGround.open(t);
  ground.weather = 'unavailable';
  const { page } = await openDevice(t);
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(ground.pageOf('anna'));
  await write(page, ground.hall.run, 'in de eenvoudige opslag');
  assert.equal(await page.evaluate(() => window.seat.outbox.where.value), 'phone');
  await page.reload();
  await page.waitForFunction(() => window.seat.outbox.sendings.value.length === 1);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await write(page, ground.hall.run, 'alleen in de pagina');
  assert.equal(await page.evaluate(() => window.seat.outbox.where.value), 'page');
  ground.weather = 'fair';
  await until(() => ground.written.length === 2);
});

test('while the database sleeps the newest words lie in simple storage; once it is awake again there is one of each, the newest', async (t) => {
  const ground = await PhoneGround.open(t);
  ground.weather = 'unavailable';
  const { page } = await openDevice(t);
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...record) {
      if (localStorage.getItem('sleeps') === null) return put.apply(this, record);
      throw new DOMException('asleep', 'UnknownError');
    };
  });
  await page.goto(ground.pageOf('anna'));
  const note = (words: string) => page.evaluate((words) => window.seat.notes.write('vraag-1', words), words);
  const readAgain = async () => {
    await page.reload();
    return page.evaluate(() => window.seat.notes.read('vraag-1'));
  };
  await note('eerst');
  await page.evaluate(() => localStorage.setItem('sleeps', ''));
  await note('daarna');
  await write(page, ground.hall.run, 'te veel');
  assert.equal(await readAgain(), 'daarna');
  await page.evaluate(() => localStorage.removeItem('sleeps'));
  await note('ten slotte');
  assert.equal(await readAgain(), 'ten slotte');
  await page.waitForFunction(() => window.seat.outbox.sendings.value.length === 1);
  ground.weather = 'refusing';
  await page.evaluate(() => window.seat.outbox.wake());
  await keptAs(page, 'refused');
  await page.reload();
  await page.waitForFunction(() => window.seat.outbox.sendings.value.length > 0);
  assert.deepEqual(await states(page), ['refused']);
});

test('as long as one card is kept only in the page it says so, whatever is kept after it', async (t) => {
  const ground = await PhoneGround.open(t);
  ground.weather = 'unavailable';
  const { page } = await openDevice(t);
  await page.addInitScript(() => {
    const [put, setItem] = [IDBObjectStore.prototype.put, Storage.prototype.setItem];
    const fits = (record: unknown) => !JSON.stringify(record).includes('lang');
    IDBObjectStore.prototype.put = function (...record) {
      if (fits(record)) return put.apply(this, record);
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = function (...record) {
      if (fits(record)) return setItem.apply(this, record);
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(ground.pageOf('anna'));
  const where = () => page.evaluate(() => window.seat.outbox.where.value);
  await write(page, ground.hall.run, 'een lang kaartje');
  await write(page, ground.hall.run, 'kort');
  assert.equal(await where(), 'page');
  ground.weather = 'fair';
  await until(() => ground.written.length === 2);
  await page.waitForFunction(() => window.seat.outbox.where.value === 'phone');
});

test('what is kept only in the page stays in sight when the page was just looking what was kept', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(ground.pageOf('anna'));
  await page.evaluate(() => window.seat.notes.all());
  await page.route('**/actions', () => undefined);
  const release = await holdDatabase(page);
  await page.evaluate(() => new BroadcastChannel('samenspraak').postMessage('changed'));
  await write(page, ground.hall.run, 'intussen geschreven');
  await release();
  assert.deepEqual(await states(page), ['waiting']);
});

test('"wis dit van mijn telefoon" leaves nothing of this seat, and keeps that of another', async (t) => {
  const ground = await PhoneGround.open(t);
  ground.weather = 'unavailable';
  const { context, page } = await openDevice(t);
  const other = await context.newPage();
  await page.goto(ground.pageOf('anna'));
  await other.goto(ground.pageOf('bo'));
  await write(page, ground.hall.run, 'van anna');
  await page.evaluate(() => window.seat.notes.write('vraag-1', 'alleen voor mij'));
  await write(other, ground.hall.run, 'van bo');
  await page.evaluate(() => window.seat.wipe());
  await page.reload();
  assert.deepEqual(await page.evaluate(() => window.seat.notes.all()), {});
  assert.deepEqual(await states(page), []);
  await other.reload();
  await other.waitForFunction(() => window.seat.outbox.sendings.value.length === 1);
});

test('private notes survive a reload and never travel', async (t) => {
  const ground = await PhoneGround.open(t);
  const { page } = await openDevice(t);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await page.goto(ground.pageOf('anna'));
  await page.evaluate(() => window.seat.notes.write('vraag-1', 'VERTROUWELIJK'));
  await page.reload();
  assert.equal(await page.evaluate(() => window.seat.notes.read('vraag-1')), 'VERTROUWELIJK');
  assert.doesNotMatch(sent.join('\n'), /VERTROUWELIJK/);
});

test('what a page needs to be live and lose nothing is small', async () => {
  const bytes = gzipSync(await phoneScript()).length;
  assert.ok(bytes <= 6 * 1024, `${bytes} bytes`);
});

/** Nothing else is read from the browser's database until it is released; then all that waited has been read. */
async function holdDatabase(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(async () => {
    const opened = indexedDB.open('samenspraak');
    await new Promise((done) => (opened.onsuccess = done));
    const transaction = opened.result.transaction('actions', 'readwrite');
    let isHeld = true;
    const hold = () => {
      if (isHeld) transaction.objectStore('actions').count().onsuccess = hold;
    };
    hold();
    return {
      async release() {
        isHeld = false;
        const read = opened.result.transaction('actions').objectStore('actions').count();
        await new Promise((done) => (read.onsuccess = done));
        opened.result.close();
      },
    };
  });
  return () => held.evaluate((database) => database.release());
}
