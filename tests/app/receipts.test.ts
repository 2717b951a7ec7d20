import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Client, type PoolConfig } from 'pg';
import type { OpenedReceipt } from '#app/house.ts';
import type { EntryId } from '#conversation/state.ts';
import { openStore } from '#store/open.ts';
import { allServers } from '../helpers/database.ts';
import { dump, rowsOf } from '../helpers/dump.ts';
import { accepted, codeOf, Evening, openHouse, until, type Person } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

for (const server of servers) {
  test(`${server.name}: a code opens the cards I shared, from any device, and never my notes`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    await evening.next();
    const [anna, bert] = (await evening.joinAll(2)) as [Person, Person];
    accepted(await evening.write(anna, 'Van Anna.'));
    accepted(await evening.write(bert, 'Van Bert.'));
    await keepAtTable(evening, anna, 'Blijft aan tafel.');
    await evening.next();
    await evening.next();
    accepted(await evening.take(anna, { type: 'write', run: await evening.run(), input: 'note', act: { text: 'Alleen van mij.' } }));
    const { code } = await receiptOf(evening, anna);

    const opened = await openedBy(evening, code.toUpperCase().replaceAll(' ', '-'));
    assert.deepEqual(textsOf(opened), ['Blijft aan tafel.', 'Van Anna.']);
    assert.deepEqual(opened.cards.filter(({ kept }) => kept).length, 1);
    assert.equal(opened.title, 'Samen in de wijk');
    assert.equal(opened.sealed, false);
  });

  test(`${server.name}: after sealing the code is the only thread to one's cards`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const [anna, bert] = (await evening.joinAll(2)) as [Person, Person];
    for (const text of ['Een.', 'Twee.', 'Drie.']) accepted(await evening.write(anna, text));
    accepted(await evening.write(bert, 'Van een ander.'));
    const { code } = await receiptOf(evening, anna);
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');

    const tables = await dump(database);
    for (const table of ['authors', 'answers', 'ballots', 'ballot_keys']) assert.deepEqual(tables[table], [], table);
    assert.equal(tables['owner_tags']?.length, 3);
    assert.doesNotMatch(JSON.stringify(tables['receipts']), new RegExp(anna.at.seat));
    const withSeats = Object.entries(tables).filter(([, rows]) => rows.some((row) => row.includes(anna.at.seat)));
    assert.deepEqual(withSeats.map(([table]) => table).sort(), ['device_seats', 'events'], 'only that she sat there');
    const events = tables['events']?.filter((row) => row.includes(anna.at.seat)) ?? [];
    assert.ok(events.every((row) => row.includes('seatTaken')));

    assert.deepEqual(textsOf(await openedBy(evening, code)), ['Drie.', 'Een.', 'Twee.']);
    const { house } = await openHouse(story, database);
    const elsewhere = await house.openReceipt(code);
    assert.ok('cards' in elsewhere && elsewhere.sealed);
    assert.deepEqual(textsOf(elsewhere), ['Drie.', 'Een.', 'Twee.']);
    assert.deepEqual(await evening.house.makeReceipt(bert.visitor, bert.at), { refused: 'sealed' });
  });

  test(`${server.name}: nothing about a sealed conversation groups cards by person`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const people = await evening.joinAll(4);
    const codes = await Promise.all(people.map((person) => receiptOf(evening, person)));
    for (const person of people) for (let card = 0; card < 5; card++) accepted(await evening.write(person, 'Zomaar een zin.'));
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');
    const tags = await rowsOf<{ tag: string; xmin: string }>(database, `SELECT encode(tag, 'hex') AS tag, xmin::text FROM owner_tags`);
    assert.equal(tags.length, 20);
    assert.equal(new Set(tags.map(({ xmin }) => xmin)).size, 1, 'all tags in one transaction');
    assert.deepEqual(
      tags.map(({ tag }) => tag),
      tags.map(({ tag }) => tag).toSorted(),
      'in an order that says nothing',
    );
    for (const { code } of codes) assert.equal((await openedBy(evening, code)).cards.length, 5);
  });

  test(`${server.name}: by the code a card is withdrawn for everybody, let go of, or moved to another code`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const anna = await evening.join();
    const first = await entryOf(evening, anna, 'Hier heb ik spijt van.');
    const second = await entryOf(evening, anna, 'Dit mag blijven.');
    const { code } = await receiptOf(evening, anna);
    assert.equal(codeOf(await evening.house.letGoByReceipt(code, second)), 'notNow');
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');

    accepted(await evening.house.withdrawByReceipt(code, first));
    assert.equal((await evening.state()).entries.get(first)?.status, 'withdrawn');
    assert.doesNotMatch(JSON.stringify(await dump(database)), /spijt/);
    const renewing = evening.actionId();
    const renewed = await evening.house.renewReceipt(code, renewing);
    assert.ok('code' in renewed);
    assert.deepEqual(await evening.house.renewReceipt(code, renewing), renewed, 'when the answer was lost it is told again');
    assert.deepEqual(await evening.house.renewReceipt(code, evening.actionId()), { refused: 'notFound' });
    assert.deepEqual(await evening.house.openReceipt(code), { refused: 'notFound' });
    assert.deepEqual(textsOf(await openedBy(evening, renewed.code)), ['Dit mag blijven.']);
    accepted(await evening.house.allowQuoteByReceipt(renewed.code, second, true));
    assert.equal((await evening.state()).entries.get(second)?.quotable, true);
    assert.equal(codeOf(await evening.house.allowQuoteByReceipt(code, second, false)), 'unknownCard');
    await evening.lead({ type: 'hide', entry: second, rule: 'name' });
    assert.deepEqual(
      (await openedBy(evening, renewed.code)).cards.map(({ quotable }) => quotable),
      [null],
      'what is hidden is quoted nowhere',
    );
    await evening.lead({ type: 'show', entry: second });
    accepted(await evening.house.letGoByReceipt(renewed.code, second));
    assert.deepEqual((await openedBy(evening, renewed.code)).cards, []);
    assert.equal((await evening.state()).entries.get(second)?.status, 'there');
    assert.equal((await evening.state()).entries.get(second)?.quotable, undefined, 'nobody could take it back');
  });

  test(`${server.name}: what is let go of while another code is made stays let go of`, async (story) => {
    const database = await server.database();
    const store = await openStore(database);
    const evening = await Evening.open(story, database, { store });
    await evening.next();
    const anna = await evening.join();
    const first = await entryOf(evening, anna, 'Dit blijft van mij.');
    const second = await entryOf(evening, anna, 'Dit laat ik los.');
    const { code } = await receiptOf(evening, anna);
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');
    const replace = store.receipts.replace.bind(store.receipts);
    store.receipts.replace = async (...asked) => {
      accepted(await evening.house.letGoByReceipt(code, second));
      return replace(...asked);
    };
    const renewed = await evening.house.renewReceipt(code, evening.actionId());
    assert.ok('code' in renewed);
    assert.deepEqual(
      (await openedBy(evening, renewed.code)).cards.map(({ entry }) => entry),
      [first],
    );
  });

  test(`${server.name}: what could not be taken back or let go of by the code is not told as done`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const anna = await evening.join();
    const first = await entryOf(evening, anna, 'Dit mag eruit.');
    const second = await entryOf(evening, anna, 'Dit ook.');
    const { code } = await receiptOf(evening, anna);
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');
    accepted(await evening.house.allowQuoteByReceipt(code, second, true));
    await whileNothingIsStored(database, async () => {
      assert.deepEqual(await evening.house.withdrawAllByReceipt(code), { refused: 'databaseAway' });
      assert.equal(codeOf(await evening.house.letGoByReceipt(code, second)), 'databaseAway');
    });
    assert.deepEqual(
      new Map((await openedBy(evening, code)).cards.map(({ entry, quotable }) => [entry, quotable])),
      new Map([
        [first, false],
        [second, true],
      ]),
      'both are still theirs, and so is the yes',
    );
    assert.deepEqual(await evening.house.withdrawAllByReceipt(code), { withdrawn: 2 });
  });

  test(`${server.name}: by the code all of one person goes at once, before sealing and after it; what others wrote and the counts stay`, async (story) => {
    for (const sealed of [false, true]) {
      const database = await server.database();
      const evening = await Evening.open(story, database, { sealAfter: sealed ? 0 : 3_600_000 });
      await evening.next();
      const [anna, bert] = [await evening.join(), await evening.join()];
      for (const words of ['Van Anna, één.', 'Van Anna, twee.', 'Van Anna, drie.']) await entryOf(evening, anna, words);
      const other = await entryOf(evening, bert, 'Van Bert.');
      const { code } = await receiptOf(evening, anna);
      await evening.lead({ type: 'close' });
      await until(async () => (await evening.state()).status === (sealed ? 'sealed' : 'closed'));
      assert.deepEqual(await evening.house.withdrawAllByReceipt(code), { withdrawn: 3 });
      assert.deepEqual(await evening.house.withdrawAllByReceipt(code), { withdrawn: 0 });
      assert.doesNotMatch(JSON.stringify(await dump(database)), /Van Anna/);
      const { entries } = await evening.state();
      assert.deepEqual([entries.size, entries.get(other)?.status], [4, 'there']);
      assert.deepEqual((await openedBy(evening, code)).cards, []);
    }
    const { house } = await Evening.open(story, await server.database());
    assert.deepEqual(await house.withdrawAllByReceipt('geen geldige code 1234'), { refused: 'notFound' });
  });

  test(`${server.name}: it tells which point a card went into and what was answered, also to a minority note, which can be taken back`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const anna = await evening.join();
    const card = await entryOf(evening, anna, 'Er is geen bus.');
    const { table } = (await evening.state()).seats.get(anna.at.seat) ?? { table: 0 };
    await evening.next();
    const made = accepted(await evening.take(anna, { type: 'makePoint', table, cards: [card], words: 'De bus moet terug.' }));
    const point = made.answer.point ?? '';
    accepted(await evening.take(anna, { type: 'answerPoint', point, says: 'otherwise', note: 'Of een belbus.' }));
    const { code } = await receiptOf(evening, anna);
    assert.deepEqual((await openedBy(evening, code)).cards[0]?.harvested.points, [], 'not before the table signed');
    accepted(await evening.take(anna, { type: 'signTable', table }));
    await evening.lead({ type: 'release', place: 'write.1' });
    await evening.lead({ type: 'markCounterVoice', entry: card });
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');
    await evening.lead({ type: 'answerVoice', voice: card, saw: 0, words: 'Die komt terug in het voorjaar.' });

    const renewed = await evening.house.renewReceipt(code, evening.actionId());
    assert.ok('code' in renewed);
    const { cards, notes } = await openedBy(evening, renewed.code);
    assert.deepEqual(cards[0]?.harvested.points, [{ words: 'De bus moet terug.', own: true, agreement: 'notAll' }]);
    assert.equal(cards[0]?.harvested.voice?.reply?.words, 'Die komt terug in het voorjaar.');
    assert.deepEqual(
      notes.map(({ words, about, signed, readBy, reply }) => ({ words, about, signed, readBy, reply })),
      [{ words: 'Of een belbus.', about: 'De bus moet terug.', signed: true, readBy: 'room', reply: null }],
      'at a table so small, not by everybody',
    );
    accepted(await evening.house.withdrawByReceipt(renewed.code, notes[0]?.id ?? card));
    assert.doesNotMatch(JSON.stringify(await dump(database)), /belbus/);
    assert.deepEqual((await openedBy(evening, renewed.code)).notes, []);
  });

  test(`${server.name}: of a code whose end date has passed nothing is kept`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    await evening.next();
    const [anna, bert] = (await evening.joinAll(2)) as [Person, Person];
    await receiptOf(evening, anna);
    const { code } = await receiptOf(evening, bert);
    const client = new Client(database);
    await client.connect();
    story.after(() => client.end());
    await client.query(`UPDATE receipts SET ends_on = current_date - 2 WHERE seat = $1`, [anna.at.seat]);
    await openHouse(story, database);
    const { rows } = await client.query<{ seat: string }>('SELECT seat FROM receipts');
    assert.deepEqual(rows, [{ seat: bert.at.seat }]);
    assert.deepEqual((await openedBy(evening, code)).cards, []);
  });

  test(`${server.name}: a new code replaces the old one; what is no code opens nothing`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    await evening.next();
    const [anna, bert] = (await evening.joinAll(2)) as [Person, Person];
    const annas = await entryOf(evening, anna, 'Van Anna.');
    const old = await receiptOf(evening, anna);
    const fresh = await receiptOf(evening, anna);
    const other = await receiptOf(evening, bert);
    assert.notEqual(old.code, fresh.code);
    assert.deepEqual(await evening.house.openReceipt(old.code), { refused: 'notFound' });
    assert.equal((await openedBy(evening, fresh.code)).cards.length, 1);
    for (const wrong of ['', 'bako', 'bako bako bako bako 0000', 'x'.repeat(100_000)])
      assert.deepEqual(await evening.house.openReceipt(wrong), { refused: 'notFound' });
    assert.equal(codeOf(await evening.house.withdrawByReceipt(other.code, annas)), 'unknownCard');
    assert.deepEqual(await evening.house.makeReceipt(bert.visitor, anna.at), { refused: 'notFound' });
  });
}

/** What there is can be read; nothing new can be kept. */
async function whileNothingIsStored(database: PoolConfig, during: () => Promise<void>): Promise<void> {
  const client = new Client(database);
  await client.connect();
  await client.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '42P01'; END $$`);
  await client.query('CREATE TRIGGER refuses BEFORE INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse()');
  await during();
  await client.query('DROP TRIGGER refuses ON events');
  await client.end();
}

async function receiptOf(evening: Evening, { visitor, at }: Person): Promise<{ code: string }> {
  const made = await evening.house.makeReceipt(visitor, at);
  assert.ok('code' in made);
  assert.match(made.code, /^([a-z]{4} ){4}\d{4}$/);
  assert.equal(await evening.house.receiptOf(visitor, at), 'phone');
  return made;
}

async function openedBy(evening: Evening, code: string): Promise<OpenedReceipt> {
  const opened = await evening.house.openReceipt(code);
  if ('refused' in opened) return assert.fail(`refused: ${opened.refused}`);
  return opened;
}

function textsOf({ cards }: OpenedReceipt): string[] {
  return cards.map(({ card }) => (card as { body: { text: string } }).body.text).sort();
}

async function entryOf(evening: Evening, person: Person, text: string): Promise<EntryId> {
  const { entry } = accepted(await evening.write(person, text)).answer;
  assert.ok(entry);
  return entry;
}

async function keepAtTable(evening: Evening, person: Person, text: string): Promise<void> {
  accepted(await evening.take(person, { type: 'write', run: await evening.run(), input: 'thought', act: { text }, kept: true }));
}
