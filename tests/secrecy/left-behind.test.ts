import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Client } from 'pg';
import { OWN_DATABASE } from '../helpers/app.ts';
import { dump } from '../helpers/dump.ts';
import { Browser } from './browser.ts';
import { Hall } from './hall.ts';
import { overhear } from './overhear.ts';
import { sayEverything, WORDS } from './words.ts';

const said = overhear({ after });
const hall = await Hall.open({ after }, { environment: OWN_DATABASE });
const database = await hall.database();
const hints = await hear();
const people = { anna: await hall.join(1), bo: await hall.join(1), cas: await hall.join(2) };
const links = [await hall.link('wall'), await hall.link('coFacilitator')];
const devices = [...(await Promise.all(links.map((link) => hall.enter(link)))), ...Object.values(people)];
const receipt = await receiptOf();
await sayEverything(hall, people);

const EVERY_WORD = Object.values(WORDS);
/** Kept as hashes only, or shown once and never kept. */
const SECRETS = [
  hall.setUpCode,
  receipt,
  ...links.map(({ secret }) => secret),
  ...devices.map(({ browser }) => String(browser.deviceSecret)),
];

test('a copy of the database holds words in one table only, withdrawn and private ones in none, and no secret', async () => {
  const { texts = [], ...tables } = await dump(database);
  const gone = [WORDS.withdrawn, WORDS.private, WORDS.ballot];
  const there = EVERY_WORD.filter((word) => !gone.some((each) => each === word));
  assert.deepEqual(foundIn(texts.join('\n'), EVERY_WORD), there);
  for (const [table, rows] of Object.entries(tables)) assert.deepEqual(foundIn(rows.join('\n'), [...EVERY_WORD, ...SECRETS]), [], table);
});

test('the log of the database server, what the house said, and what it tells other processes hold no word and no secret', async () => {
  const log = readFileSync(join(hall.running.dataDir, 'postgres.log'), 'utf8');
  const running = readFileSync(join(hall.running.dataDir, 'running.json'), 'utf8');
  const { secret: key } = await hall.invitation();
  assert.ok(hints.length > 0 && log.length > 0);
  for (const [name, text] of Object.entries({ log, running, hints: hints.join('\n'), said: said() }))
    assert.deepEqual(foundIn(text, [...EVERY_WORD, ...SECRETS, key]), [], name);
  assert.equal(existsSync(join(hall.running.dataDir, 'set-up-code')), false);
});

test('also an error nobody foresaw writes down nobody’s words, and shows none', async () => {
  const dirk = await hall.join(1);
  const client = new Client(database);
  await client.connect();
  await hall.lead({ type: 'back', from: (await hall.state()).run?.id ?? '' });
  await client.query('ALTER TABLE texts RENAME TO texts_away');
  const before = said().length;
  try {
    const call = { type: 'call', words: 'kanarie15onvoorzien' };
    const api = await dirk.act(call);
    const page = await dirk.browser.post(`/gesprek/${dirk.place.conversation}/${dirk.place.seat}/roep?/call`, {
      action: 'an-action-of-the-form',
      words: call.words,
    });
    assert.deepEqual([api.status, page.status], [503, 503]);
    assert.doesNotMatch(api.body, /kanarie|texts/);
  } finally {
    await client.query('ALTER TABLE texts_away RENAME TO texts');
    await client.end();
  }
  assert.ok(said().length > before, 'the operator hears that something is wrong');
  assert.doesNotMatch(said() + readFileSync(join(hall.running.dataDir, 'postgres.log'), 'utf8'), /kanarie/);
});

function foundIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => text.includes(word) || text.includes(JSON.stringify(word).slice(1, -1)));
}

async function receiptOf(): Promise<string> {
  const { place, browser } = people.anna;
  const { body } = await browser.post(`/gesprek/${place.conversation}/${place.seat}/van-mij?/code`, {});
  const [code] = /(?:[a-z]{4} ){4}\d{4}/.exec(body) ?? [];
  assert.ok(code);
  assert.equal((await new Browser(hall.url).post('/terugleeskaart?/open', { code })).status, 303);
  return code;
}

/** Everything that is told to other processes of the house. */
async function hear(): Promise<readonly string[]> {
  const heard: string[] = [];
  const client = new Client(database);
  client.on('notification', ({ payload = '' }) => heard.push(payload));
  client.on('error', () => undefined);
  await client.connect();
  await client.query('LISTEN samenspraak');
  after(() => client.end());
  return heard;
}
