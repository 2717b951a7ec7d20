import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { MadeTicket } from '#app/house.ts';
import type { SeatId } from '#conversation/state.ts';
import { allServers } from '../helpers/database.ts';
import { accepted, codeOf, Evening, until } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

for (const server of servers) {
  test(`${server.name}: by the number of a ticket somebody gets its seat, and its code opens what is written for them`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house } = evening;
    const [ticket] = await tickets(evening, 1);
    assert.ok(ticket);
    const actionId = evening.actionId();
    const seating = { type: 'seatPerson', perspectives: ['resident'], table: 2, ticket: ticket.number };
    accepted(await evening.take(evening.leader, seating, actionId));
    accepted(await evening.take(evening.leader, seating, actionId));
    const served = await lastSeat(evening);
    await evening.next();
    const write = { type: 'write', run: await evening.run(), input: 'thought', act: { text: 'Zei ik aan tafel.' }, forSeat: served };
    accepted(await evening.take(evening.leader, write));
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');
    const opened = await house.openReceipt(ticket.code);
    assert.ok('cards' in opened && opened.cards.length === 1);
  });

  test(`${server.name}: a wrong, a used and an ended number say so, and seat nobody`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house, leader } = evening;
    const [first, second, third] = await tickets(evening, 3);
    assert.ok(first && second && third);
    const seat = async (ticket: number) => codeOf(await evening.take(leader, { type: 'seatPerson', perspectives: [], ticket }));
    assert.equal(await seat(first.number), 'accepted');
    assert.equal(await seat(first.number), 'ticketUsed');
    assert.equal(await seat(99), 'unknownTicket');
    assert.equal(await seat(10_001), 'wrongShape');
    const { visitor } = await house.newDevice();
    assert.deepEqual(await scan(evening, first), { refused: 'ticketUsed' });
    assert.ok('seat' in (await house.join(visitor, { secret: second.secret }, evening.actionId(), {}, true)));
    assert.equal(await seat(second.number), 'ticketUsed');
    await house.endTickets(leader.visitor, leader.at);
    assert.equal(await seat(third.number), 'ticketEnded');
    assert.equal((await evening.state()).seats.size, 3);
  });

  test(`${server.name}: a number that was refused to somebody is still free`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const [ticket] = await tickets(evening, 1);
    assert.ok(ticket);
    const guest = await evening.join();
    const seating = { type: 'seatPerson', perspectives: [], ticket: ticket.number };
    assert.equal(codeOf(await evening.take(guest, seating)), 'notYourRole');
    assert.equal(codeOf(await evening.take(evening.leader, { ...seating, table: 9 })), 'unknownTable');
    assert.ok('seat' in (await scan(evening, ticket)));
  });

  test(`${server.name}: a secret vote for somebody without a phone is theirs, once`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    for (let person = 0; person < 2; person++) accepted(await evening.take(evening.leader, { type: 'seatPerson', perspectives: [] }));
    const served = [...(await evening.state()).seats.values()].filter(({ phoneless }) => phoneless).map(({ id }) => id);
    const people = await evening.joinAll(3);
    await evening.next();
    await evening.next();
    for (const person of people) accepted(await evening.vote(person, 'for'));
    const vote = async (forSeat: SeatId, answer: string) =>
      accepted(await evening.take(evening.leader, { type: 'write', run: await evening.run(), input: 'plan', act: { answer }, forSeat }));
    for (const answer of ['for', 'against']) for (const seat of served) await vote(seat, answer);
    await evening.next();
    const [tally] = Object.values((await evening.state()).tallies);
    assert.equal(tally?.turnout, 5);
    assert.equal(tally.counts?.['against'], 2);
    assert.equal(tally.counts['for'], 3);
  });
}

async function tickets({ house, leader }: Evening, count: number): Promise<readonly MadeTicket[]> {
  const made = await house.makeTickets(leader.visitor, leader.at, 0, count);
  if ('refused' in made) return assert.fail(`refused: ${made.refused}`);
  return made.tickets;
}

async function scan(evening: Evening, { secret }: MadeTicket) {
  const { visitor } = await evening.house.newDevice();
  return evening.house.join(visitor, { secret }, evening.actionId(), { perspectives: ['resident'] }, true);
}

async function lastSeat(evening: Evening): Promise<SeatId> {
  const seat = [...(await evening.state()).seats.values()].find(({ phoneless }) => phoneless);
  assert.ok(seat);
  return seat.id;
}
