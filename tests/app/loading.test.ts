import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { RULES_VERSION } from '#conversation/event.ts';
import { textsIn } from '#conversation/words.ts';
import { inputs } from '#inputs/rules.ts';
import { kinds } from '#outcomes/kinds.ts';
import type { Held } from '#app/held.ts';
import { load } from '#app/loading.ts';
import { partsOf } from '#app/snapshot.ts';
import { openStore } from '#store/open.ts';
import { allServers } from '../helpers/database.ts';
import { rowsOf } from '../helpers/dump.ts';
import { accepted, Evening, openHouse, until, type Person } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

for (const server of servers) {
  test(`${server.name}: a snapshot and what came after is the same as folding from the beginning`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const store = await openStore(database);
    story.after(() => store.stop());
    const people = await evening.joinAll(9);
    await evening.next();
    await writeSome(evening, people);
    const conversation = await store.conversations.find(evening.conversation);
    assert.ok(conversation);
    const halfway = await load(store.streams, conversation, inputs, kinds);
    await store.snapshots.keep(conversation.id, {
      number: halfway.held.last,
      rulesVersion: RULES_VERSION,
      parts: partsOf(halfway.held.situation.state),
    });
    await evening.lead({ type: 'release', place: 'write.1' });
    await evening.next();
    await writeSome(evening, people);

    const quick = await load(store.streams, conversation, inputs, kinds);
    await rowsOf(database, 'DELETE FROM snapshots');
    const whole = await load(store.streams, conversation, inputs, kinds);
    assert.equal(quick.snapshot, halfway.held.last);
    assert.equal(whole.snapshot, 0);
    assert.deepEqual(unfolded(quick.held), unfolded(whole.held));
  });

  test(`${server.name}: a snapshot of other rules is not used, and makes way for one of ours`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const store = await openStore(database);
    story.after(() => store.stop());
    const conversation = await store.conversations.find(evening.conversation);
    assert.ok(conversation);
    const { held } = await load(store.streams, conversation, inputs, kinds);
    const keep = (rulesVersion: number) =>
      store.snapshots.keep(conversation.id, { number: held.last, rulesVersion, parts: partsOf(held.situation.state) });
    await keep(RULES_VERSION + 1);
    assert.equal((await load(store.streams, conversation, inputs, kinds)).snapshot, 0);
    await keep(RULES_VERSION);
    assert.equal((await load(store.streams, conversation, inputs, kinds)).snapshot, held.last);
    assert.deepEqual(await rowsOf(database, 'SELECT DISTINCT rules_version FROM snapshots'), [{ rules_version: RULES_VERSION }]);
  });

  test(`${server.name}: a long conversation gets a snapshot by itself`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const people = await evening.joinAll(20);
    for (let round = 0; round < 21; round++)
      await Promise.all(people.flatMap((person) => Array.from({ length: 5 }, () => evening.write(person, 'Nog een zin.'))));
    await until(async () => (await rowsOf(database, 'SELECT 1 FROM snapshots')).length > 0);
    const { house } = await openHouse(story, database);
    const [here, there] = [await house.situationOf(evening.conversation), await evening.house.situationOf(evening.conversation)];
    assert.ok(here && there);
    assert.deepEqual(unfolded({ situation: here, last: 0 }), unfolded({ situation: there, last: 0 }));
  });

  test(`${server.name}: a final report that was closed before the list knew of it stands there as closed, until it is opened again`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const { house, leader } = evening;
    const migration = await readFile('src/store/migrations/017.do.finished-before.sql', 'utf8');
    const afterMigrating = async (before: boolean) => {
      await rowsOf(database, `UPDATE streams SET finished = ${before}`);
      await rowsOf(database, migration);
      return (await house.listConversations(leader.visitor)).map(({ owed }) => owed.finished);
    };
    await evening.lead({ type: 'close' });
    assert.deepEqual(await afterMigrating(false), [false]);
    await evening.lead({ type: 'finishReport' });
    assert.deepEqual(await afterMigrating(false), [true]);
    await evening.lead({ type: 'reopenReport', because: 'Er kwam iets bij.' });
    assert.deepEqual(await afterMigrating(true), [false]);
  });

  test(`${server.name}: a promised day that went by stands in the list, also of a conversation from before the list knew of it`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const store = await openStore(database);
    story.after(() => store.stop());
    const { organiser } = evening.leader.visitor;
    assert.ok(organiser);
    const promised = async (today: string) => (await store.conversations.listOf(organiser, today)).map(({ owed }) => owed.promised);
    await evening.lead({ type: 'changeScope', to: { hearBackOn: '2099-03-01' }, reason: 'De raad vroeg het.', saw: 0 });
    assert.deepEqual([await promised('2099-03-01'), await promised('2099-03-02')], [[null], ['2099-03-01']]);
    await rowsOf(database, 'UPDATE streams SET hear_back = NULL');
    await rowsOf(database, await readFile('src/store/migrations/018.do.promised-day.sql', 'utf8'));
    assert.deepEqual(await promised('2099-03-02'), ['2099-03-01']);
  });

  test(`${server.name}: words are looked up when a reader asks for them`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const anna = await evening.join();
    for (const text of ['Een.', 'Twee.']) accepted(await evening.write(anna, text));
    const { house } = await openHouse(story, database);
    const read = await house.read(evening.conversation, ({ state }, words) =>
      [...state.entries.values()].flatMap(({ body }) => textsIn(body).map(words)),
    );
    assert.deepEqual(read?.toSorted(), ['Een.', 'Twee.']);
    assert.equal(await house.read('geen-gesprek' as typeof evening.conversation, () => 1), null);
  });

  test(`${server.name}: what screens show is at hand without waiting, and what is missed makes them look again`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const anna = await evening.join();
    accepted(await evening.write(anna, 'In beeld.'));
    const { house } = await openHouse(story, database);
    const before = await house.lookAt(evening.conversation);
    assert.ok(before);
    const entriesOf = (look: typeof before) =>
      [...look.situation.state.entries.values()].flatMap(({ body }) => textsIn(body).map(look.words));
    assert.deepEqual(entriesOf(before), ['In beeld.']);
    for (let step = 0; step < 3; step++) await evening.next();
    const { house: later } = await openHouse(story, database);
    const touched: unknown[] = [];
    story.after(later.onChange(evening.conversation, (change) => touched.push(change.touched)));
    const missing = await later.lookAt(evening.conversation);
    assert.ok(missing);
    assert.deepEqual(entriesOf(missing), [null], 'not in view any more, so not looked up before');
    await until(() => touched.includes('all'));
    assert.deepEqual(entriesOf(missing), ['In beeld.']);
  });

  test(`${server.name}: what screens show is at hand as well when a card elsewhere was withdrawn while it was looked up`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const anna = await evening.join();
    accepted(await evening.write(anna, 'Blijft.'));
    const { entry } = accepted(await evening.write(anna, 'Gaat weg.')).answer;
    const store = await openStore(database);
    let withdrawn = false;
    const find: typeof store.texts.find = async (...asked) => {
      const found = await store.texts.find(...asked);
      if (!withdrawn) {
        withdrawn = true;
        accepted(await evening.take(anna, { type: 'withdraw', entry }));
        await house.situationOf(evening.conversation);
      }
      return found;
    };
    const { house } = await openHouse(story, database, { store: { ...store, texts: { find } } });
    const look = await house.lookAt(evening.conversation);
    assert.ok(look);
    const there = [...look.situation.state.entries.values()].filter(({ status }) => status === 'there');
    assert.deepEqual(
      there.flatMap(({ body }) => textsIn(body).map(look.words)),
      ['Blijft.'],
    );
  });
}

/** With everything on its shelves in plain sight, in order. */
function unfolded({ situation: { state, authors }, last }: Held) {
  const { entries, seats, ...rest } = state;
  const bySeat = [...authors.entriesOf.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const byEntry = [...authors.seatOf.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const ready = [...authors.ready.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { last, rest, entries: [...entries.entries()], seats: [...seats.entries()], bySeat, byEntry, ready };
}

async function writeSome(evening: Evening, people: readonly Person[]): Promise<void> {
  const run = (await evening.state()).runs[0]?.id;
  for (const [index, person] of people.entries()) {
    const { entry } = accepted(
      await evening.take(person, { type: 'write', run, input: 'thought', act: { text: `Zin ${index}` }, kept: index % 4 === 0 }),
    ).answer;
    if (index % 3 === 0) accepted(await evening.take(person, { type: 'withdraw', entry }));
    if (index % 5 === 2) await evening.lead({ type: 'hide', entry: entry ?? '', rule: 'name' });
    accepted(await evening.take(person, { type: 'ready', run: await evening.run() }));
  }
  await evening.lead({ type: 'setMinutes', phase: 'talk', minutes: 12 });
}
