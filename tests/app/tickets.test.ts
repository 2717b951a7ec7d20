import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { MadeTicket, Place, Visitor } from '#app/house.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { allServers } from '../helpers/database.ts';
import { dump } from '../helpers/dump.ts';
import { accepted, Evening, until } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

for (const server of servers) {
  test(`${server.name}: tickets are numbered on, and nothing readable of them is kept`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const [first, second, third] = [...(await tickets(evening, 2)), ...(await tickets(evening, 1))];
    assert.deepEqual([first?.number, second?.number, third?.number], [1, 2, 3]);
    const everything = JSON.stringify(await dump(database));
    for (const ticket of [first, second, third]) {
      assert.ok(ticket);
      assert.match(ticket.secret, /^t\.[\w-]{43}$/);
      assert.match(ticket.code, /^([a-z]{4} ){4}\d{4}$/);
      for (const secret of [ticket.secret, ticket.secret.slice(2), ticket.code]) assert.ok(!everything.includes(secret), secret);
    }
  });

  test(`${server.name}: a form that is sent twice makes its tickets once; a count is from 1 to 300`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house, leader } = evening;
    await tickets(evening, 3);
    assert.deepEqual(await house.makeTickets(leader.visitor, leader.at, 0, 3), { refused: 'movedOn' });
    for (const wrong of [0, 301, 1.5, Number.NaN, -1])
      assert.deepEqual(await house.makeTickets(leader.visitor, leader.at, 3, wrong), { refused: 'wrongShape' });
    const both = await Promise.all([1, 2].map(() => house.makeTickets(leader.visitor, leader.at, 3, 2)));
    assert.equal(both.filter((made) => 'tickets' in made).length, 1, 'two at the same time deal no number twice');
    assert.deepEqual(await house.ticketsOf(leader.visitor, leader.at), { made: 5, used: 0, ended: 0 });
  });

  test(`${server.name}: a ticket leads to one seat, whose cards its code opens`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const [ticket] = await tickets(evening, 1);
    assert.ok(ticket);
    const found = await evening.house.findInvitation({ secret: ticket.secret });
    assert.ok('title' in found && found.title === 'Samen in de wijk' && found.secret === ticket.secret);
    const { visitor } = await evening.house.newDevice();
    const at = seated(await scan(evening, visitor, ticket));
    assert.deepEqual(await scan(evening, visitor, ticket, 'municipality'), at, 'the same phone lands on its own seat');
    assert.equal(await evening.house.receiptOf(visitor, at), 'ticket');
    await evening.next();
    accepted(await evening.write({ visitor, at }, 'Van wie een kaartje had.'));
    const opened = await evening.house.openReceipt(ticket.code);
    assert.ok('cards' in opened && opened.cards.length === 1);

    const made = await evening.house.makeReceipt(visitor, at);
    assert.ok('code' in made);
    assert.equal(await evening.house.receiptOf(visitor, at), 'phone');
    assert.deepEqual(await evening.house.openReceipt(ticket.code), { refused: 'notFound' });
    const again = await evening.house.openReceipt(made.code);
    assert.ok('cards' in again && again.cards.length === 1);
  });

  test(`${server.name}: a second phone is told that the ticket is in use, and reaches nothing`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const [ticket] = await tickets(evening, 1);
    assert.ok(ticket);
    const phones = await Promise.all(Array.from({ length: 5 }, async () => (await evening.house.newDevice()).visitor));
    const outcomes = await Promise.all(phones.map((visitor) => scan(evening, visitor, ticket)));
    const places = outcomes.flatMap((outcome) => ('seat' in outcome ? outcome : []));
    assert.equal(places.length, 1, 'the first of five at the same moment');
    assert.deepEqual(new Set(outcomes.flatMap((outcome) => ('refused' in outcome ? outcome.refused : []))), new Set(['ticketUsed']));
    const reached = await Promise.all(
      phones.map((visitor) => evening.house.mayReach(visitor, seated(places[0] ?? { refused: 'notFound' }))),
    );
    assert.equal(reached.filter(Boolean).length, 1);
    const others = await Promise.all([null, ...phones].map((visitor) => evening.house.isTicketOfOthers(visitor, ticket)));
    assert.deepEqual(others, [true, ...reached.map((mine) => !mine)]);
    assert.equal((await evening.state()).seats.size, 2, 'the ticket and who leads');
  });

  test(`${server.name}: an unknown ticket and an ended one say so; who uses one keeps it`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house, leader } = evening;
    const [used, unused] = await tickets(evening, 2);
    assert.ok(used && unused);
    const { visitor } = await house.newDevice();
    const at = seated(await scan(evening, visitor, used));
    assert.deepEqual(await house.endTickets(leader.visitor, leader.at), { ended: 1 });
    assert.deepEqual(await house.ticketsOf(leader.visitor, leader.at), { made: 2, used: 1, ended: 1 });
    assert.deepEqual(await house.findInvitation({ secret: unused.secret }), { refused: 'ticketEnded' });
    assert.deepEqual(await scan(evening, visitor, unused), { refused: 'ticketEnded' });
    assert.deepEqual(await house.openReceipt(unused.code), { refused: 'notFound' });
    assert.deepEqual(await scan(evening, visitor, used), at);
    for (const secret of [`t.${'x'.repeat(43)}`, 't.', `t.${'x'.repeat(10_000)}`])
      assert.deepEqual(await house.findInvitation({ secret }), { refused: 'unknownTicket' });
    const [later] = await tickets(evening, 1);
    assert.equal(later?.number, 3);
  });

  test(`${server.name}: who comes before the doors are open does not use up the ticket`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house, leader } = evening;
    const early = await house.prepare(leader.visitor, 'prepared-but-not-open', { format: 'evening', title: 'Later' }, true);
    assert.ok('seat' in early);
    const made = await house.makeTickets(leader.visitor, early, 0, 1);
    assert.ok('tickets' in made);
    const [ticket] = made.tickets;
    assert.ok(ticket);
    const [one, two] = [(await house.newDevice()).visitor, (await house.newDevice()).visitor];
    assert.deepEqual(await scan(evening, one, ticket), { refused: 'notOpenYet' });
    accepted(await evening.take({ visitor: leader.visitor, at: early }, { type: 'open' }));
    seated(await scan(evening, two, ticket));
    assert.deepEqual(await scan(evening, one, ticket), { refused: 'ticketUsed' });
  });

  test(`${server.name}: only who leads makes, counts or ends tickets`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { visitor, at } = await evening.join();
    assert.deepEqual(await evening.house.makeTickets(visitor, at, 0, 1), { refused: 'notYourRole' });
    assert.deepEqual(await evening.house.ticketsOf(visitor, at), { refused: 'notYourRole' });
    assert.deepEqual(await evening.house.endTickets(visitor, evening.leader.at), { refused: 'notFound' });
  });

  test(`${server.name}: at sealing a ticket lets go of its seat; its code still opens the cards`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const { house, leader } = evening;
    const [ticket, unused] = await tickets(evening, 2);
    assert.ok(ticket && unused);
    const { visitor } = await house.newDevice();
    const at = seated(await scan(evening, visitor, ticket));
    await evening.next();
    accepted(await evening.write({ visitor, at }, 'Dit blijft vindbaar.'));
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');

    const tables = await dump(database);
    for (const table of ['tickets', 'receipts']) assert.doesNotMatch(JSON.stringify(tables[table]), new RegExp(at.seat), table);
    for (const row of tables['tickets'] ?? []) assert.match(row, /^\(\w+,\d,"\\\\x[0-9a-f]{64}",,,f,[\d-]{10}\)$/);
    const opened = await house.openReceipt(ticket.code);
    assert.ok('cards' in opened && opened.sealed && opened.cards.length === 1);
    assert.deepEqual(await house.findInvitation({ secret: unused.secret }), { refused: 'closed' });
    assert.deepEqual(await house.makeTickets(leader.visitor, leader.at, 2, 1), { refused: 'alreadyClosed' });
  });
}

async function tickets({ house, leader }: Evening, count: number): Promise<readonly MadeTicket[]> {
  const standing = await house.ticketsOf(leader.visitor, leader.at);
  assert.ok('made' in standing);
  const made = await house.makeTickets(leader.visitor, leader.at, standing.made, count);
  if ('refused' in made) return assert.fail(`refused: ${made.refused}`);
  return made.tickets;
}

function scan(evening: Evening, visitor: Visitor, { secret }: MadeTicket, as = 'resident'): Promise<Place | Refusal> {
  return evening.house.join(visitor, { secret }, evening.actionId(), { perspectives: [as] }, true);
}

function seated(outcome: Place | Refusal): Place {
  if ('refused' in outcome) return assert.fail(`refused: ${outcome.refused}`);
  return outcome;
}
