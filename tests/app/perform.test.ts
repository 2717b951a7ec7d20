import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { allServers } from '../helpers/database.ts';
import { rowsOf } from '../helpers/dump.ts';
import { accepted, codeOf, Evening, openHouse, until } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

for (const server of servers) {
  test(`${server.name}: what was accepted is there, in a house that starts later`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const [anna, bert] = await evening.joinAll(2);
    assert.ok(anna && bert);
    const first = accepted(await evening.write(anna, 'De buurtmoestuin werkt goed.'));
    accepted(await evening.write(bert, 'Er is een leeg lokaal.'));

    const { house } = await openHouse(story, database);
    const situation = await house.situationOf(evening.conversation);
    assert.equal(situation?.state.entries.size, 2);
    assert.equal(situation.authors.seatOf.get(first.answer.entry ?? ''), anna.at.seat);
    assert.deepEqual(situation.state, await evening.state());
  });

  test(`${server.name}: the same action again gets its first answer, another body under its id is refused`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    await evening.next();
    const anna = await evening.join();
    const first = await evening.write(anna, 'Eén keer.', 'the-same-action-id');
    assert.deepEqual(await evening.write(anna, 'Eén keer.', 'the-same-action-id'), first);
    assert.equal(codeOf(await evening.write(anna, 'Iets anders.', 'the-same-action-id')), 'otherBody');
    assert.equal((await evening.state()).entries.size, 1);
  });

  test(`${server.name}: twins in one flush become one card`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    await evening.next();
    const anna = await evening.join();
    const twins = await Promise.all(Array.from({ length: 20 }, () => evening.write(anna, 'Tik tik.', 'tapped-too-often-01')));
    assert.equal(new Set(twins.map((taken) => JSON.stringify(taken))).size, 1);
    assert.equal((await evening.state()).entries.size, 1);
  });

  test(`${server.name}: a refused action is not remembered and may be tried again later`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const anna = await evening.join();
    const action = { type: 'next', from: null };
    assert.equal(codeOf(await evening.take(anna, action, 'only-for-the-leader')), 'notYourRole');
    accepted(await evening.take(evening.leader, action, 'only-for-the-leader'));
  });

  test(`${server.name}: four hundred at once share a few transactions and lose nothing`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const people = await evening.joinAll(40);
    const taken = await Promise.all(
      people.flatMap((person) => Array.from({ length: 10 }, (_, index) => evening.write(person, `Zin ${index}`))),
    );
    assert.deepEqual(new Set(taken.map(codeOf)), new Set(['accepted']));
    const rows = await rowsOf(
      database,
      `SELECT count(*)::int AS events, count(DISTINCT xmin::text)::int AS transactions, max(number) AS last FROM events WHERE type = 'entryWritten'`,
    );
    assert.equal(rows[0]?.['events'], 400);
    assert.ok(Number(rows[0]?.['transactions']) < 100, JSON.stringify(rows));
    const numbers = await rowsOf(database, 'SELECT array_agg(number ORDER BY number) AS all FROM events');
    assert.deepEqual(
      numbers[0]?.['all'],
      Array.from({ length: Number(rows[0]?.['last']) }, (_, index) => index + 1),
    );
  });

  test(`${server.name}: two houses on one database act as one`, async (story) => {
    const database = await server.database();
    const here = await Evening.open(story, database);
    const { house: there } = await openHouse(story, database);
    await here.next();
    const people = await here.joinAll(10);
    assert.ok(await there.situationOf(here.conversation));
    const heard: number[] = [];
    story.after(there.onChange(here.conversation, ({ events }) => heard.push(events.filter(({ type }) => type === 'entryWritten').length)));
    const run = await here.run();
    const body = (index: number) => ({ type: 'write', run, input: 'thought', act: { text: `Zin ${index}` } });
    const taken = await Promise.all(
      people.flatMap(({ visitor, at }, who) =>
        [here.house, there, here.house, there].map((house, index) =>
          house.take(visitor, at, `across-two-houses-${who}-${index}`, body(index)),
        ),
      ),
    );
    assert.deepEqual(new Set(taken.map(codeOf)), new Set(['accepted']));
    const [first] = people;
    assert.ok(first);
    const again = await there.take(first.visitor, first.at, 'across-two-houses-0-0', body(0));
    assert.deepEqual(again, taken[0]);
    await until(() => heard.reduce((sum, each) => sum + each, 0) === 40);
    assert.deepEqual(await there.situationOf(here.conversation), await here.house.situationOf(here.conversation));
  });

  test(`${server.name}: what a screen looks at is as new as the database once it was refreshed, without any hint`, async (story) => {
    const database = await server.database();
    const here = await Evening.open(story, database);
    const { house: there } = await openHouse(story, database, { pollEvery: 3_600_000 });
    await there.lookAt(here.conversation);
    await here.next();
    await there.refresh(here.conversation);
    assert.equal((await there.lookAt(here.conversation))?.situation.state.run?.id, await here.run());
  });
}
