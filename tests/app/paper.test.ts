import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { allServers } from '../helpers/database.ts';
import { dump } from '../helpers/dump.ts';
import { accepted, Evening, type Person } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

for (const server of servers) {
  test(`${server.name}: two people count the paper of a table; both hear how far it is, and the log never holds a count`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const people = await evening.joinAll(6);
    const colleague = await colleagueOf(evening);
    await evening.next();
    await evening.next();
    for (const person of people) accepted(await evening.vote(person, 'for'));
    const table = (await evening.state()).seats.get(people[0]?.at.seat ?? '')?.table ?? 0;
    await evening.lead({ type: 'countHeads', heads: 20, table });
    const count = async (person: Person, against: number) =>
      accepted(
        await evening.take(person, { type: 'countPaper', run: await evening.run(), input: 'plan', people: 17, counts: { against }, table }),
      ).answer.paper;
    assert.equal(await count(evening.leader, 17), 'one');
    assert.equal(await count(colleague, 16), 'differs');
    assert.equal((await evening.state()).paper['plan']?.[table], 'differs');
    assert.equal(await count(colleague, 17), 'same');
    assert.equal((await evening.state()).paper['plan']?.[table], 'same');
    assert.equal((await dump(database))['ballots']?.length, 8);
    await evening.next();
    assert.deepEqual(Object.values((await evening.state()).tallies), [{ turnout: 23, counts: { for: 6, against: 17 } }]);
    const left = await dump(database);
    assert.deepEqual([left['ballots'], left['ballot_keys']], [[], []]);
    assert.ok(!JSON.stringify(left['events']).includes('"people"'), 'what one table came to is nowhere');
  });
}

test('two seats of one device are no two people who count', async (story) => {
  const [server] = servers;
  assert.ok(server);
  const evening = await Evening.open(story, await server.database());
  await evening.joinAll(6);
  const { house, leader } = evening;
  const link = await house.coFacilitatorLink(leader.visitor, leader.at);
  const entrance = 'refused' in link ? link : await house.useLink(leader.visitor, link.secret);
  if ('refused' in entrance || !entrance.at) return assert.fail('no way in');
  const other = { visitor: leader.visitor, at: entrance.at };
  await evening.next();
  await evening.next();
  await evening.lead({ type: 'countHeads', heads: 6, table: 1 });
  const paper = { type: 'countPaper', run: await evening.run(), input: 'plan', people: 6, counts: { against: 6 }, table: 1 };
  assert.equal(accepted(await evening.take(leader, paper)).answer.paper, 'one');
  assert.equal(accepted(await evening.take(other, paper)).answer.paper, 'one');
  await evening.next();
  assert.deepEqual(Object.values((await evening.state()).tallies), [{ turnout: 0, counts: null, unsettled: [1] }]);
});

/** Somebody else who leads, on a device of their own. */
async function colleagueOf({ house, leader }: Evening): Promise<Person> {
  const link = await house.coFacilitatorLink(leader.visitor, leader.at);
  if ('refused' in link) return assert.fail(link.refused);
  const { secret, visitor } = await house.newDevice();
  const entrance = await house.useLink(visitor, link.secret);
  if ('refused' in entrance || !entrance.at) return assert.fail('no way in');
  return { visitor: (await house.whoAsks(secret)) ?? visitor, at: entrance.at };
}
