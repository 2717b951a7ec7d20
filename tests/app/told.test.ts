import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { allServers } from '../helpers/database.ts';
import { dump, rowsOf } from '../helpers/dump.ts';
import { accepted, codeOf, Evening, openHouse, until } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

for (const server of servers) {
  test(`${server.name}: what people tell of themselves lies in one table, as it is now, until the conversation closes`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database, { sealAfter: 0 });
    const [anna, bert] = await evening.joinAll(2);
    assert.ok(anna && bert);
    await evening.lead({ type: 'offer', needs: ['hearingLoop', 'childcare'], photos: true });
    accepted(await evening.take(anna, { type: 'tell', needs: ['hearingLoop', 'childcare'] }));
    accepted(await evening.take(anna, { type: 'tell', needs: ['hearingLoop'], young: true, slower: true }));
    accepted(await evening.take(bert, { type: 'tell', photo: false }));
    const lies = await rowsOf(database, 'SELECT seat, young, photo, needs, slower FROM told ORDER BY young');
    assert.deepEqual(lies, [
      { seat: bert.at.seat, young: false, photo: false, needs: [], slower: false },
      { seat: anna.at.seat, young: true, photo: null, needs: ['hearingLoop'], slower: true },
    ]);
    assert.deepEqual(await tablesThatSay(database, /hearingLoop/), ['events', 'told'], 'the events say what was offered');
    assert.deepEqual(await tablesThatSay(database, /childcare/), ['events']);

    await evening.lead({ type: 'close' });
    assert.deepEqual(await rowsOf(database, 'SELECT * FROM told'), []);
    await until(async () => (await evening.state()).status === 'sealed');
    assert.deepEqual((await dump(database))['answers'], [], 'nor by what was asked');
  });

  test(`${server.name}: another process knows it, and who starts anew; nobody under sixteen is heard outside the table`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const [anna] = await evening.joinAll(1);
    assert.ok(anna);
    accepted(await evening.take(anna, { type: 'tell', young: true }));
    const { house: other } = await openHouse(story, database);
    const seen = (await other.situationOf(evening.conversation))?.authors.told.get(anna.at.seat);
    assert.deepEqual(seen, { young: true, photo: null, needs: [], slower: false });
    accepted(await other.take(anna.visitor, anna.at, 'takes-it-back-elsewhere', { type: 'tell', young: false }));
    accepted(await evening.take(anna, { type: 'tell', young: true }));
    const card = accepted(await evening.write(anna, 'Een skatebaan.')).answer.entry ?? '';
    assert.equal(codeOf(await evening.take(anna, { type: 'keep', entry: card, kept: false })), 'staysAtTable');
    assert.equal((await other.situationOf(evening.conversation))?.state.entries.get(card)?.kept, true);
  });
}

async function tablesThatSay(database: Parameters<typeof dump>[0], words: RegExp): Promise<readonly string[]> {
  const tables = Object.entries(await dump(database));
  return tables.flatMap(([table, rows]) => (rows.some((row) => words.test(row)) ? [table] : []));
}
