import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { SeatId } from '#conversation/state.ts';
import { until } from '../app/evening.ts';
import { dump } from '../helpers/dump.ts';
import { Browser } from './browser.ts';
import { SECRETS } from './format.ts';
import { Hall } from './hall.ts';
import { Watch } from './watch.ts';

const HOST = { id: 'host', name: { nl: 'Gastheer', en: 'Host' }, task: 'hostTable', maximum: 1, per: 'table' } as const;
const hall = await Hall.open({ after }, { format: { ...SECRETS, id: 'hosted', roles: [...SECRETS.roles, HOST] }, sealAfter: 500 });
const [host, bo, cas] = [await hall.join(1), await hall.join(1), await hall.join(2)];
await hall.lead({ type: 'giveRole', seat: host.place.seat, role: 'host' });
const ticket = await ticketOf();
const reader = new Browser(hall.url);
const watch = await Watch.begin(hall, [
  ...Object.entries({ host, bo, cas, leader: hall.leader }).map(([name, guest]) => ({ name, browser: guest.browser, guest })),
  { name: 'reader', browser: reader, guest: null },
]);
after(() => watch.close());

test('what a host writes in silence for somebody without a phone, only the code on their ticket opens', async () => {
  await host.do({ type: 'seatPerson', perspectives: ['resident'], ticket: ticket.number });
  const served = await phoneless();
  await hall.goTo('silent');
  await host.do({ type: 'write', run: await host.run(), input: 'quiet', act: { text: 'kanarie-stil' }, forSeat: served });
  assert.equal((await reader.post('/terugleeskaart?/open', { code: ticket.code })).status, 303);
  assert.deepEqual(await watch.look({ quiet: 'kanarie-stil' }, { everywhere: true }), { quiet: ['reader'] });
  await hall.goTo('draft');
  await host.do({ type: 'write', run: await host.run(), input: 'mine', act: { text: 'kanarie-mij' }, forSeat: served });
  assert.deepEqual(await watch.look({ mine: 'kanarie-mij' }, { everywhere: true }), { mine: [] });
  assert.deepEqual(watch.heard({ mine: 'kanarie-mij' }), { mine: [] });
});

test('the ticket is on no page, in no stream and nowhere in the database', async () => {
  const markers = { code: ticket.code, secret: ticket.secret };
  assert.deepEqual(await watch.look(markers, { everywhere: true }), { code: [], secret: [] });
  assert.deepEqual(watch.heard(markers), { code: [], secret: [] });
  const tables = JSON.stringify(await dump(await hall.database()));
  for (const marker of Object.values(markers)) assert.ok(!tables.includes(marker));
});

test('which card is of somebody without a phone shows nowhere, but that they sit there', async () => {
  const served = await phoneless();
  const [entry] = (await hall.state()).entries.values();
  assert.ok(entry);
  for (const guest of [host, bo, cas]) {
    const cards = Object.entries((await guest.views()).channels.table?.view ?? {}).filter(([key]) => key.startsWith('card/'));
    for (const [, card] of cards) assert.ok(!JSON.stringify(card).includes(served));
  }
  assert.deepEqual(await watch.look({ served }), { served: ['host', 'leader'] }, 'whoever may write for them');
});

test('at sealing the ticket and the card let go of the seat', async () => {
  const served = await phoneless();
  await hall.lead({ type: 'close' });
  await until(async () => (await hall.state()).status === 'sealed');
  const tables = await dump(await hall.database());
  const withSeat = Object.entries(tables).filter(([, rows]) => rows.some((row) => row.includes(served)));
  assert.deepEqual(
    withSeat.map(([table]) => table),
    ['events'],
  );
  assert.ok(tables['events']?.filter((row) => row.includes(served)).every((row) => row.includes('seatTaken')));
  assert.match((await reader.get('/terugleeskaart')).body, /kanarie-stil/);
});

async function ticketOf() {
  const leader = await hall.house.app.whoAsks(hall.leader.browser.deviceSecret);
  assert.ok(leader);
  const made = await hall.house.app.makeTickets(leader, hall.leader.place, 0, 1);
  assert.ok('tickets' in made);
  const [ticket] = made.tickets;
  assert.ok(ticket);
  return ticket;
}

async function phoneless(): Promise<SeatId> {
  const seat = [...(await hall.state()).seats.values()].find((each) => each.phoneless);
  assert.ok(seat);
  return seat.id;
}
