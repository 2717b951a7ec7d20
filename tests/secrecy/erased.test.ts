import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { serverClock } from '#app/world.ts';
import { reportParts, checkOf } from '#conversation/publishing.ts';
import { theHouse } from '../../src/house.ts';
import { readSettings } from '../../src/settings.ts';
import { OWN_DATABASE } from '../helpers/app.ts';
import { dump, rowsOf } from '../helpers/dump.ts';
import { Browser } from './browser.ts';
import { SECRETS } from './format.ts';
import type { Guest } from './guest.ts';
import { Hall } from './hall.ts';
import { Watch, type Viewer } from './watch.ts';

/** Neither of them can be pressed smaller, so that their bytes are found wherever they lie; the second lies outside its row. */
const MARKERS = {
  short: `kanarie-kort-${randomBytes(8).toString('hex')}`,
  long: `kanarie-lang-${randomBytes(1_900).toString('hex')}`,
  draft: 'kanarie-concept-71',
};

const clock = { ahead: 0, now: () => Date.now() + clock.ahead, at: serverClock.at };
const hall = await Hall.open({ after }, { environment: OWN_DATABASE, clock });
const { dataDir } = hall.running;
const copy = `${dataDir}-copy`;
after(() => rmSync(copy, { recursive: true, force: true }));

const [anna, bo] = [await hall.join(1), await hall.join(1)];
for (let more = 0; more < 2; more++) await hall.join(1);
const second = await hall.enter(await hall.link('coFacilitator'));
await said();
const code = await receiptOf(anna);

test('all words of one person are gone from every screen, stream and file at once', async () => {
  const { body: report } = await new Browser(hall.url).get(`/verslag/${anna.place.conversation}`);
  assert.ok(report.includes(MARKERS.short) && report.includes(MARKERS.long));
  assert.deepEqual(found(...Object.values(MARKERS)).length, 3, 'what looks for them finds them');
  await database('CHECKPOINT');
  cpSync(join(dataDir, 'postgres'), copy, { recursive: true, filter: (path) => !path.endsWith('.s.PGSQL.5432') });
  const { size } = (await hall.state()).entries;

  assert.deepEqual(await hall.house.app.withdrawAllByReceipt(code), { withdrawn: 3 });
  assert.deepEqual(await watched(), { short: [], long: [], draft: [] });
  assert.equal((await hall.state()).entries.size, size, 'counts stay');
});

test('a day later they are in no byte of the data folder', async () => {
  const [wiped] = await database<{ at: string }>('SELECT at FROM wiped');
  clock.ahead = 24 * 60 * 60 * 1000;
  await until(async () => (await database<{ at: string }>('SELECT at FROM wiped'))[0]?.at !== wiped?.at);
  assert.deepEqual(found(...Object.values(MARKERS)), []);
});

test('an older copy of the database that is put back erases them before anybody can read it, and its files are wiped too', async (story) => {
  await hall.running.stop();
  rmSync(join(dataDir, 'postgres'), { recursive: true });
  renameSync(copy, join(dataDir, 'postgres'));
  rmSync(join(dataDir, 'postgres', 'postmaster.pid'), { force: true });
  assert.deepEqual(found(MARKERS.short, MARKERS.long).length, 2);
  const { startHouse } = await import('../../src/main.ts');
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir });
  assert.ok(!('wrong' in settings));
  const again = await startHouse(settings, { extraFormats: [SECRETS] });
  story.after(() => again.stop());

  const { app } = theHouse();
  const report = await new Browser(again.listensAt, { cookie: String(hall.leader.browser.deviceSecret) }).get(
    `/verslag/${anna.place.conversation}`,
  );
  assert.equal(report.status, 200);
  assert.doesNotMatch(report.body, /kanarie/);
  const situation = await app.situationOf(anna.place.conversation);
  assert.ok(situation && situation.state.entries.size > 3, 'it can be folded as before');
  assert.doesNotMatch(JSON.stringify(await dump(await hall.database())), /kanarie/);
  await until(async () => (await database<{ at: string }>('SELECT at FROM wiped'))[0]?.at !== '0');
  assert.deepEqual(found(...Object.values(MARKERS)), []);
});

/** A card, a card too long to lie in its row, and a draft; of others too, so that a row before and after it stays. */
async function said(): Promise<void> {
  await hall.goTo('table');
  await bo.write('thought', 'Van iemand anders.');
  await anna.write('thought', MARKERS.short);
  await anna.write('thought', MARKERS.long);
  await bo.write('thought', 'Ook van iemand anders.');
  await hall.goTo('draft');
  await anna.write('draft', MARKERS.draft);
  await hall.lead({ type: 'close' });
  await hall.lead({ type: 'release', place: 'table.1' });
  const state = await hall.state();
  for (const guest of [hall.leader, second])
    for (const part of reportParts(state)) await hall.lead({ type: 'check', part, changes: checkOf(state, part).changes }, guest);
}

async function receiptOf({ place, browser }: Guest): Promise<string> {
  const { body } = await browser.post(`/gesprek/${place.conversation}/${place.seat}/van-mij?/code`, {});
  return /(?:[a-z]{4} ){4}\d{4}/.exec(body)?.[0] ?? assert.fail();
}

/** Who finds which of them now: on all pages, by the API, in the frames of a fresh stream, in files to keep, and with the code. */
async function watched(): Promise<{ readonly [marker in keyof typeof MARKERS]: readonly string[] }> {
  const stranger = new Browser(hall.url);
  const viewers: readonly Viewer[] = [
    { name: 'bo', browser: bo.browser, guest: bo },
    { name: 'leader', browser: hall.leader.browser, guest: hall.leader },
    { name: 'stranger', browser: stranger, guest: null },
  ];
  const watch = await Watch.begin(hall, viewers);
  const seen = await watch.look(MARKERS);
  const heard = watch.heard(MARKERS);
  watch.close();
  const files = (
    await Promise.all(['word', 'csv', 'json', 'eindverslag'].map((file) => stranger.get(`/verslag/${anna.place.conversation}/${file}`)))
  ).map(({ body }) => body);
  const mine = JSON.stringify([
    await hall.house.app.openReceipt(code),
    await anna.views(),
    await anna.browser.get(`/gesprek/${anna.place.conversation}/${anna.place.seat}/van-mij`),
  ]);
  const own = [mine, ...files].join('\n');
  const by = (marker: keyof typeof MARKERS) => [
    ...(seen[marker] ?? []),
    ...(heard[marker] ?? []),
    ...(own.includes(MARKERS[marker]) ? ['own'] : []),
  ];
  return { short: by('short'), long: by('long'), draft: by('draft') };
}

function database<Row extends { [column: string]: unknown }>(sql: string): Promise<readonly Row[]> {
  return hall.database().then((config) => rowsOf<Row>(config, sql));
}

/** Which of these stand somewhere in the files of the data folder; of a long one also when only a part of it was left. */
function found(...markers: readonly string[]): readonly string[] {
  const there = new Set<string>();
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of files) {
    const bytes = bytesOf(join(entry.parentPath, entry.name));
    for (const marker of markers) if (partsOf(marker).some((part) => bytes.includes(part))) there.add(marker);
  }
  return [...there];
}

/** Files come and go while the database is at work. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function partsOf(marker: string): readonly string[] {
  if (marker.length < 600) return [marker];
  return Array.from({ length: Math.floor(marker.length / 600) }, (_, index) => marker.slice(index * 600, index * 600 + 60));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const giveUp = performance.now() + 30_000; !(await isSo()); await pause(200)) assert.ok(performance.now() < giveUp);
}
