import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Client } from 'pg';
import { Rooms } from '#app/rooms.ts';
import { requestOf } from '#app/request.ts';
import { serverClock, serverRandomness } from '#app/world.ts';
import { inputs } from '#inputs/rules.ts';
import { kinds } from '#outcomes/kinds.ts';
import type { RunId } from '#conversation/state.ts';
import { openStore } from '#store/open.ts';
import { CutLine } from '../helpers/cutLine.ts';
import { embeddedServer } from '../helpers/database.ts';
import { accepted, codeOf, Evening, openHouse, until } from './evening.ts';

const server = await embeddedServer();
after(() => server.stop());

test('the database is killed while people write: all is accepted, once', async (story) => {
  const evening = await Evening.open(story, await server.database());
  await evening.next();
  const people = await evening.joinAll(20);
  const writing = Promise.all(
    people.flatMap((person) =>
      Array.from({ length: 5 }, async (_, index) => {
        const before = await evening.write(person, `Voor ${index}`);
        const later = await evening.write(person, `Na ${index}`);
        return [before, later];
      }),
    ),
  );
  await until(async () => (await evening.state()).entries.size > 20);
  process.kill(server.pid, 'SIGKILL');
  const taken = (await writing).flat();
  assert.deepEqual(new Set(taken.map(codeOf)), new Set(['accepted']));
  const ids = taken.map((each) => accepted(each).answer.entry);
  const { entries } = await evening.state();
  assert.equal(entries.size, 200);
  assert.deepEqual(new Set(ids), new Set([...entries.values()].map(({ id }) => id)));
});

test('a commit whose answer was lost is found again by the remembered answer', async (story) => {
  const database = await server.database();
  const { line, config } = await CutLine.to(database);
  story.after(() => line.close());
  const evening = await Evening.open(story, config);
  await evening.next();
  const anna = await evening.join();
  line.unanswered = 1;
  const { answer } = accepted(await evening.write(anna, 'Is dit bewaard?'));
  const { entries } = await evening.state();
  assert.deepEqual(
    [...entries.values()].map(({ id }) => id),
    [answer.entry],
  );
});

test('a database that stays away: a clear refusal, and the same action is taken once it is back', async (story) => {
  const { line, config } = await CutLine.to(await server.database());
  story.after(() => line.close());
  const evening = await Evening.open(story, config, { patience: 300 });
  await evening.next();
  const anna = await evening.join();
  const run = await evening.run();
  const body = { type: 'write', run, input: 'thought', act: { text: 'Staat op mijn telefoon.' } };
  line.cut = true;
  line.hangUp();
  assert.equal(codeOf(await evening.take(anna, body, 'while-it-is-away')), 'databaseAway');
  assert.equal((await evening.state()).entries.size, 0, 'what is held can still be read');
  line.cut = false;
  accepted(await evening.take(anna, body, 'while-it-is-away'));
  assert.equal((await evening.state()).entries.size, 1);
});

test('one body that cannot be stored spoils nobody else’s, and nobody’s words are logged', async (story) => {
  const database = await server.database();
  const evening = await Evening.open(story, database);
  await evening.next();
  const people = await evening.joinAll(5);
  const store = await openStore(database);
  story.after(() => store.stop());
  const logged: string[] = [];
  const world = { clock: serverClock, randomness: serverRandomness, log: (...line: unknown[]) => void logged.push(JSON.stringify(line)) };
  const rooms = new Rooms({ store, inputs, kinds, world, patience: 1_000, sealAfter: 0 });
  const room = await rooms.find(evening.conversation);
  assert.ok(room);
  const run = (await evening.run()) as RunId;
  // The door would have taken out the sign that PostgreSQL cannot keep.
  const taken = await Promise.all(
    people.map(({ at }, index) =>
      room.perform(
        requestOf({ kind: 'seat', seat: at.seat }, `side-by-side-${index}`, {
          type: 'write',
          run,
          input: 'thought',
          kept: false,
          act: { text: `kanarievogel${index === 2 ? '\u0000' : ''}` },
        }),
      ),
    ),
  );
  assert.deepEqual(taken.map(codeOf), ['accepted', 'accepted', 'wrongShape', 'accepted', 'accepted']);
  assert.equal(logged.length, 1);
  assert.doesNotMatch(logged.join(), /kanarievogel/);
  assert.doesNotMatch(await server.log(), /kanarievogel/);
  await rooms.done();
});

test('a database that is broken for everybody is no fault of the words: they are taken once it is mended', async (story) => {
  const database = await server.database();
  const evening = await Evening.open(story, database);
  await evening.next();
  const anna = await evening.join();
  const body = { type: 'write', run: await evening.run(), input: 'thought', act: { text: 'Even wachten dan.' } };
  const client = new Client(database);
  await client.connect();
  story.after(() => client.end());
  await client.query('ALTER TABLE texts RENAME TO mislaid');
  assert.equal(codeOf(await evening.take(anna, body, 'while-it-is-broken')), 'databaseAway');
  await client.query('ALTER TABLE mislaid RENAME TO texts');
  accepted(await evening.take(anna, body, 'while-it-is-broken'));
  assert.equal((await evening.state()).entries.size, 1);
});

test('a house that is told to stop finishes what it was asked', async (story) => {
  const database = await server.database();
  const evening = await Evening.open(story, database);
  await evening.next();
  const people = await evening.joinAll(10);
  const run = await evening.run();
  const writing = people.map((person, index) =>
    evening.take(person, { type: 'write', run, input: 'thought', act: { text: 'Nog net.' } }, `just-before-the-end-${index}`),
  );
  await Promise.resolve();
  const { house } = await openHouse(story, database);
  const taken = await Promise.all(writing);
  assert.equal((await house.situationOf(evening.conversation))?.state.entries.size, taken.filter((each) => each.accepted).length);
});
