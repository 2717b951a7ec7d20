import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { PoolConfig } from 'pg';
import { allServers } from '../helpers/database.ts';
import { dump, rowsOf } from '../helpers/dump.ts';
import { accepted, codeOf, Evening, openHouse, type Ending, type Person } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

for (const server of servers) {
  test(`${server.name}: the tally counts each person once, by their last choice`, async (story) => {
    const database = await server.database();
    const { evening, people } = await atTheVote(story, database, 6);
    await voteAll(evening, people, ['for', 'for', 'against', 'for', 'for', 'for']);
    accepted(await evening.vote(people[0] as Person, 'against'));
    assert.equal((await dump(database))['ballots']?.length, 6);
    await evening.next();
    const { tallies } = await evening.state();
    assert.deepEqual(Object.values(tallies), [{ turnout: 6, counts: { for: 4, against: 2 } }]);
  });

  test(`${server.name}: under five ballots there is a turnout and no tally`, async (story) => {
    const { evening, people } = await atTheVote(story, await server.database(), 4);
    await voteAll(evening, people, ['for', 'for', 'against', 'for']);
    await evening.next();
    assert.deepEqual(Object.values((await evening.state()).tallies), [{ turnout: 4, counts: null }]);
  });

  test(`${server.name}: after closing nothing tells two voters apart who exchanged their choices`, async (story) => {
    const one = await playVote(story, await server.database(), ['for', 'against', 'for', 'for', 'against', 'for']);
    const other = await playVote(story, await server.database(), ['against', 'for', 'for', 'for', 'against', 'for']);
    assert.deepEqual(one, other);
  });

  test(`${server.name}: while people vote no ballot shares a transaction with anything, and its action id is nowhere`, async (story) => {
    const database = await server.database();
    const { evening, people } = await atTheVote(story, database, 12);
    const actionIds = people.map((_, index) => `secret-ballot-action-${index}`);
    const run = await evening.run();
    const taken = await Promise.all(
      people.map((person, index) => evening.take(person, { type: 'write', run, input: 'plan', act: { answer: 'for' } }, actionIds[index])),
    );
    assert.deepEqual(new Set(taken.map(codeOf)), new Set(['accepted']));
    const dumped = await dump(database);
    const tables = Object.keys(dumped);
    const transactions = await Promise.all(
      tables.map(async (table) => rowsOf<{ xmin: string }>(database, `SELECT xmin::text FROM "${table}"`)),
    );
    const all = transactions.flat().map(({ xmin }) => xmin);
    const ballots = await rowsOf<{ xmin: string }>(database, 'SELECT xmin::text FROM ballots');
    assert.equal(ballots.length, 12);
    for (const { xmin } of ballots) assert.equal(all.filter((each) => each === xmin).length, 1);
    for (const id of actionIds) assert.ok(!JSON.stringify(dumped).includes(id));
    for (const { at } of people) assert.ok(!JSON.stringify(dumped['ballots']).includes(at.seat));
  });

  test(`${server.name}: a ballot that comes as the step ends is counted or refused, never half`, async (story) => {
    const database = await server.database();
    const { evening, people } = await atTheVote(story, database, 30);
    const { house: there } = await openHouse(story, database);
    const run = await evening.run();
    const voting = people.map(({ visitor, at }, index) =>
      (index % 2 ? evening.house : there).take(visitor, at, `on-the-edge-of-time-${index}`, {
        type: 'write',
        run,
        input: 'plan',
        act: { answer: 'for' },
      }),
    );
    const [taken] = await Promise.all([Promise.all(voting), evening.next()]);
    const counted = taken.filter((each) => each.accepted).length;
    assert.deepEqual(
      Object.values((await evening.state()).tallies).map(({ turnout }) => turnout),
      [counted],
    );
    assert.deepEqual((await dump(database))['ballots'], []);
  });
}

async function atTheVote(story: Ending, database: PoolConfig, count: number): Promise<{ evening: Evening; people: Person[] }> {
  const evening = await Evening.open(story, database);
  await evening.next();
  const people: Person[] = [];
  for (let index = 0; index < count; index++) people.push(await evening.join());
  await evening.next();
  return { evening, people };
}

async function voteAll(evening: Evening, people: readonly Person[], choices: readonly ('for' | 'against')[]): Promise<void> {
  for (const [index, person] of people.entries()) accepted(await evening.vote(person, choices[index] ?? 'for'));
}

/** Everything there is to read afterwards, with random ids and hashes made alike. */
async function playVote(story: Ending, database: PoolConfig, choices: readonly ('for' | 'against')[]) {
  const { evening, people } = await atTheVote(story, database, choices.length);
  await voteAll(evening, people, choices);
  await evening.next();
  const tables = await dump(database);
  assert.deepEqual(tables['ballots'], []);
  assert.deepEqual(tables['ballot_keys'], []);
  const withoutTimes = Object.entries(tables).filter(([table]) => table !== 'migrations');
  return withoutTimes.map(([table, rows]) => [table, rows.map(madeAlike)]);
}

function madeAlike(row: string): string {
  return row
    .replaceAll(/\bt?[0-9a-z]{20}\b/g, 'id')
    .replaceAll(/\\x[0-9a-f]{64}/g, 'hash')
    .replaceAll(/[A-Za-z0-9_-]{43}/g, 'hash')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*\+00/g, 'time')
    .replaceAll(/\b1\d{12}\b/g, 'time')
    .replaceAll(/,"?[a-z]+ \d\d"?,/g, ',code,')
    .replaceAll(/evening-action-\d+|house-action-\d+/g, 'action');
}
