import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { embeddedServer } from '../helpers/database.ts';
import { rowsOf } from '../helpers/dump.ts';
import { Evening, openHouse, TestClock, until } from './evening.ts';

const server = await embeddedServer();
after(() => server.stop());

test('the clock tells when a step is over, and again after it was extended', async (story) => {
  const clock = new TestClock();
  const database = await server.database();
  const evening = await Evening.open(story, database, { clock });
  await evening.next();
  clock.pass(4);
  assert.equal((await evening.state()).run?.timeUp, false);
  clock.pass(1);
  await until(async () => (await evening.state()).run?.timeUp === true);
  await evening.lead({ type: 'extend', run: await evening.run(), minutes: 2 });
  assert.equal((await evening.state()).run?.timeUp, false);
  clock.pass(2);
  await until(async () => (await evening.state()).run?.timeUp === true);
  assert.equal(await timesUp(database), 2);
});

test('a paused step is never over, a step without a clock neither', async (story) => {
  const clock = new TestClock();
  const evening = await Evening.open(story, await server.database(), { clock });
  await evening.next();
  await evening.lead({ type: 'pause', run: await evening.run() });
  clock.pass(60);
  await evening.lead({ type: 'resume', run: await evening.run() });
  assert.equal((await evening.state()).run?.timeUp, false);
  for (let step = 0; step < 3; step++) await evening.next();
  clock.pass(600);
  await evening.lead({ type: 'setTables', count: 3 });
  assert.equal((await evening.state()).run?.timeUp, false);
});

test('a step that ended while the house was down is over soon after it starts; two houses say so once', async (story) => {
  const database = await server.database();
  const first = new TestClock();
  const evening = await Evening.open(story, database, { clock: first });
  await evening.next();
  const later = new TestClock();
  later.pass(10);
  const { house: one } = await openHouse(story, database, { clock: later });
  const { house: two } = await openHouse(story, database, { clock: later });
  await until(async () => (await one.situationOf(evening.conversation))?.state.run?.timeUp === true);
  await until(async () => (await two.situationOf(evening.conversation))?.state.run?.timeUp === true);
  assert.equal(await timesUp(database), 1);
});

test('a house that stops leaves no alarm behind, also after what it was still doing', async (story) => {
  const clock = new TestClock();
  const evening = await Evening.open(story, await server.database(), { clock, patience: 300 });
  await evening.next();
  assert.equal(clock.waiting, 1);
  const anna = await evening.join();
  const writing = Array.from({ length: 10 }, (_, index) => evening.write(anna, `Nog net ${index}`));
  await until(async () => (await evening.state()).entries.size > 0);
  await evening.house.stop();
  await Promise.all(writing);
  assert.equal(clock.waiting, 0);
});

test('between closing and sealing there is time to ask for a receipt', async (story) => {
  const clock = new TestClock();
  const evening = await Evening.open(story, await server.database(), { clock, sealAfter: 15 * 60_000 });
  await evening.next();
  const anna = await evening.join();
  await evening.write(anna, 'Nog even bewaren.');
  await evening.lead({ type: 'close' });
  clock.pass(14);
  assert.ok('code' in (await evening.house.makeReceipt(anna.visitor, anna.at)));
  assert.equal((await evening.state()).status, 'closed');
  clock.pass(1);
  await until(async () => (await evening.state()).status === 'sealed');
  assert.deepEqual(await evening.house.makeReceipt(anna.visitor, anna.at), { refused: 'sealed' });
});

async function timesUp(database: object): Promise<number | undefined> {
  const [row] = await rowsOf<{ count: number }>(database, `SELECT count(*)::int FROM events WHERE type = 'timeWasUp'`);
  return row?.count;
}

test('after its last day a receipt opens nothing', async (story) => {
  const clock = new TestClock();
  const evening = await Evening.open(story, await server.database(), { clock });
  await evening.next();
  const anna = await evening.join();
  const made = await evening.house.makeReceipt(anna.visitor, anna.at);
  assert.ok('code' in made);
  assert.equal(made.endsOn, '2028-01-14');
  clock.pass(365 * 24 * 60);
  assert.ok('cards' in (await evening.house.openReceipt(made.code)));
  clock.pass(24 * 60);
  assert.deepEqual(await evening.house.openReceipt(made.code), { refused: 'notFound' });
});
