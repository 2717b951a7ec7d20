import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { PoolConfig } from 'pg';
import { Nightly } from '#app/nightly.ts';
import type { Files } from '#app/ports.ts';
import { serverRandomness } from '#app/world.ts';
import { NoErasedList } from '#store/erasedList.ts';
import { openStore } from '#store/open.ts';
import { freshFolder } from '../helpers/app.ts';
import { embeddedServer } from '../helpers/database.ts';
import { rowsOf } from '../helpers/dump.ts';
import { accepted, Evening, FORMAT, openHouse, TestClock, type Ending } from './evening.ts';

const server = await embeddedServer();
after(() => server.stop());

test('what was erased stands on the list before anybody is told; a list that is lost is made whole again', async (story) => {
  const { database, erasedList, evening, withdraw } = await begun(story);
  const first = await withdraw('weg');
  assert.deepEqual(linesOf(erasedList), [`${evening.conversation} ${first}`]);
  assert.equal((await rowsOf(database, 'SELECT 1 FROM erased WHERE NOT listed')).length, 0);
  const { house, leader } = evening;
  const other = await house.prepare(leader.visitor, 'laid-ready-and-let-go', { format: FORMAT.id, title: 'Nooit geopend' }, true);
  assert.ok('seat' in other);
  await house.discard(leader.visitor, other.conversation);
  const lines = linesOf(erasedList).toSorted();
  assert.equal(lines.filter((line) => line.startsWith(other.conversation)).length, 1);
  // As the night does, once the files were wiped.
  await rowsOf(database, 'DELETE FROM erased WHERE listed');
  await house.stop();
  rmSync(erasedList);
  await opened(database, erasedList);
  assert.deepEqual(linesOf(erasedList).toSorted(), lines);
});

test('what a crash kept from the list is put there by the next start', async (story) => {
  const { database, erasedList, evening, withdraw } = await begun(story, { listed: false });
  const text = await withdraw('weg');
  await evening.house.stop();
  await opened(database, erasedList);
  assert.deepEqual(linesOf(erasedList), [`${evening.conversation} ${text}`]);
});

test('a database that is put back erases again what was erased since, and only that; its files are wiped soon', async (story) => {
  const { database, erasedList, evening, withdraw, write } = await begun(story);
  await withdraw('al weg toen de kopie werd gemaakt');
  const stays = await write('blijft');
  const gone = await write('wordt gewist');
  await evening.house.stop();
  const copy = await server.copyOf(database);
  const again = await reopened(story, database, erasedList);
  accepted(await again.take(gone.by.visitor, gone.by.at, 'withdraw-this-card', { type: 'withdraw', entry: gone.entry }));
  await again.stop();
  assert.deepEqual(await wordsOf(copy, [stays.text, gone.text]), ['blijft', 'wordt gewist']);
  await opened(copy, erasedList);
  assert.deepEqual(await wordsOf(copy, [stays.text, gone.text]), ['blijft', null]);
  const [wiped] = await rowsOf<{ at: string }>(copy, 'SELECT at FROM wiped');
  assert.equal(Number(wiped?.at), 0);
});

test('a line that a full disk cut off spoils no other line', async (story) => {
  const { erasedList, evening, withdraw } = await begun(story);
  const first = await withdraw('een');
  appendFileSync(erasedList, `${evening.conversation} tafgebroken`);
  const second = await withdraw('twee');
  const whole = linesOf(erasedList).filter((line) => / t[0-9a-z]{20}$/.test(line));
  assert.deepEqual(
    whole,
    [first, second].map((text) => `${evening.conversation} ${text}`),
  );
});

test('without the list the house does not open: a folder that is away, or a file that is something else', async (story) => {
  const database = await server.database();
  const folder = freshFolder(story);
  const other = join(folder, 'other');
  writeFileSync(other, 'iets anders\n');
  for (const path of [join(folder, 'away', 'erased-texts'), other])
    await assert.rejects(openStore(database, { erasedList: path }), NoErasedList);
});

test('the files are wiped every night, and at once when a day went by without', async () => {
  const clock = new TestClock();
  const wiped = [clock.now() - 25 * HOUR];
  const files: Files = { sweep: async () => {}, wipedAt: async () => wiped.at(-1) ?? 0, wipe: async (now) => void wiped.push(now) };
  const nightly = new Nightly(files, { clock, randomness: serverRandomness, log: () => {} });
  for (let quarter = 0; quarter < 4 * 72; quarter++) {
    await nightly.look();
    clock.pass(15);
  }
  const [, first = 0, ...nights] = wiped;
  assert.equal(first, Date.UTC(2027, 0, 14, 19, 30));
  assert.deepEqual(
    nights,
    [15, 16, 17].map((day) => Date.UTC(2027, 0, day, 2, 30)),
  );
});

const HOUR = 3_600_000;

async function begun(story: Ending, { listed = true } = {}) {
  const database = await server.database();
  const erasedList = join(freshFolder(story), 'erased-texts');
  const evening = await Evening.open(story, database, { store: await openStore(database, listed ? { erasedList } : {}) });
  await evening.next();
  const by = await evening.join();
  const write = async (words: string) => {
    const entry = accepted(await evening.write(by, words)).answer.entry ?? assert.fail();
    const [row] = await rowsOf<{ id: string }>(database, `SELECT id FROM texts WHERE words = '${words}'`);
    return { by, entry, text: row?.id ?? '' };
  };
  const withdraw = async (words: string) => {
    const { entry, text } = await write(words);
    accepted(await evening.take(by, { type: 'withdraw', entry }));
    return text;
  };
  return { database, erasedList, evening, write, withdraw };
}

async function reopened(story: Ending, database: PoolConfig, erasedList: string) {
  return (await openHouse(story, database, { store: await openStore(database, { erasedList }) })).house;
}

/** As a house does, and closes it again. */
async function opened(database: PoolConfig, erasedList: string): Promise<void> {
  await (await openStore(database, { erasedList })).stop();
}

/** Without the line that names the list. */
function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
}

async function wordsOf(database: PoolConfig, texts: readonly string[]): Promise<readonly (string | null)[]> {
  const rows = await rowsOf<{ id: string; words: string | null }>(database, 'SELECT id, words FROM texts');
  const words = new Map(rows.map((row) => [row.id, row.words]));
  return texts.map((text) => words.get(text) ?? null);
}
