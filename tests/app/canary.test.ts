import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Client } from 'pg';
import { textsIn } from '#conversation/words.ts';
import { embeddedServer } from '../helpers/database.ts';
import { dump } from '../helpers/dump.ts';
import { accepted, codeOf, Evening, type Person } from './evening.ts';

const server = await embeddedServer();
after(() => server.stop());

const CANARY = /kanarievogel/;

test('what people write stands in one table and nowhere else', async (story) => {
  const database = await server.database();
  const evening = await Evening.open(story, database);
  await everyWord(evening);
  for (const [table, rows] of Object.entries(await dump(database))) {
    if (table === 'texts') assert.equal(rows.filter((row) => CANARY.test(row)).length, 9, 'the canary is there');
    else assert.ok(!rows.some((row) => CANARY.test(row)), table);
  }
  assert.doesNotMatch(evening.logged.join('\n'), CANARY);
  assert.doesNotMatch(await server.log(), CANARY);
});

test('the database writes down nobody’s words, also when a statement fails', async (story) => {
  const database = await server.database();
  const evening = await Evening.open(story, database);
  const client = new Client(database);
  await client.connect();
  await client.query(`ALTER TABLE texts ADD CONSTRAINT refuses_all CHECK (words NOT LIKE 'kanarievogel%')`);
  await client.end();
  await evening.next();
  const anna = await evening.join();
  assert.equal(codeOf(await evening.write(anna, 'kanarievogel, geweigerd')), 'wrongShape');
  assert.equal(evening.logged.length, 1);
  assert.doesNotMatch(evening.logged.join('\n'), CANARY);
  assert.doesNotMatch(await server.log(), CANARY);
});

test('withdrawn and corrected words are gone from the database at once', async (story) => {
  const database = await server.database();
  const evening = await Evening.open(story, database);
  await evening.next();
  const anna = await evening.join();
  const gone = accepted(await evening.write(anna, 'kanarievogel een')).answer.entry;
  const mended = accepted(await evening.write(anna, 'kanarievogel twee')).answer.entry;
  accepted(await evening.take(anna, { type: 'withdraw', entry: gone }));
  accepted(await evening.take(anna, { type: 'correct', entry: mended, act: { text: 'Netjes gezegd.' } }));
  assert.doesNotMatch(JSON.stringify(await dump(database)), CANARY);
  const seen = await evening.house.read(evening.conversation, ({ state }, words) =>
    [...state.entries.values()].flatMap(({ body }) => textsIn(body).map(words)),
  );
  assert.deepEqual(seen?.toSorted(), ['Netjes gezegd.', null]);
});

/** A card, a kept card, a note, a call, a title, who decides, why that was said anew, an adapted text and a late card. */
async function everyWord(evening: Evening): Promise<void> {
  await evening.next();
  const anna: Person = await evening.join();
  const run = await evening.run();
  accepted(await evening.write(anna, 'kanarievogel op tafel'));
  accepted(await evening.take(anna, { type: 'write', run, input: 'thought', act: { text: 'kanarievogel gehouden' }, kept: true }));
  accepted(await evening.take(anna, { type: 'call', words: 'kanarievogel, kom je?' }));
  await evening.lead({ type: 'changeScope', to: { title: 'kanarievogel', body: 'kanarievogel' }, reason: 'kanarievogel', saw: 0 });
  await evening.lead({ type: 'adaptText', phase: 'write', slot: 'say', language: 'nl', words: 'Zeg kanarievogel' });
  await evening.next();
  accepted(await evening.take(anna, { type: 'write', run, input: 'thought', act: { text: 'kanarievogel te laat' } }));
  await evening.next();
  accepted(await evening.take(anna, { type: 'write', run: await evening.run(), input: 'note', act: { text: 'kanarievogel voor mij' } }));
}
