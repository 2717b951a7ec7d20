import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { Client } from 'pg';
import type { BuiltHouse } from '#app/buildHouse.ts';
import type { Entrance, HandedLink, OrganiserId, Revocation, Visitor } from '#app/house.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { allServers } from '../helpers/database.ts';
import { dump, rowsOf } from '../helpers/dump.ts';
import { accepted, becomeOrganiser, codeOf, Evening, FORMAT, openHouse, until } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

for (const server of servers) {
  test(`${server.name}: the set-up code works once, from a file that only its owner reads`, async (story) => {
    const database = await server.database();
    const { house } = await openHouse(story, database);
    assert.ok(house.setUpFile);
    assert.equal(statSync(house.setUpFile).mode & 0o777, 0o600);
    const code = readFileSync(house.setUpFile, 'utf8');
    await becomeOrganiser(house);
    const { visitor } = await house.newDevice();
    assert.deepEqual(await house.useSetUpCode(visitor, code), { refused: 'notFound' });
    assert.ok(!existsSync(house.setUpFile), 'the file is gone');
    const { house: later } = await openHouse(story, database);
    assert.equal(later.setUpFile, null);
  });

  test(`${server.name}: a device is known by its secret alone, which is stored nowhere`, async (story) => {
    const database = await server.database();
    const { house } = await openHouse(story, database);
    const { secret, visitor } = await house.newDevice();
    assert.deepEqual(await house.whoAsks(secret), visitor);
    for (const wrong of [undefined, '', `${secret}x`, 'x'.repeat(10_000)]) assert.equal(await house.whoAsks(wrong), null);
    assert.doesNotMatch(JSON.stringify(await dump(database)), new RegExp(secret));
  });

  test(`${server.name}: nobody acts from a seat that is another's`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    await evening.next();
    const [anna, bert] = await evening.joinAll(2);
    assert.ok(anna && bert);
    assert.equal(codeOf(await evening.write({ visitor: bert.visitor, at: anna.at }, 'Namens Anna.')), 'notFound');
    assert.equal(await evening.house.mayReach(bert.visitor, anna.at), false);
    assert.equal(await evening.house.mayReach(bert.visitor, bert.at), true);
  });

  test(`${server.name}: what was never open is thrown away whole, by whose it is; what was open stays`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const { house, leader } = evening;
    const { visitor } = leader;
    const at = await house.prepare(visitor, evening.actionId(), { format: FORMAT.id, title: 'Weggegooid' }, true);
    assert.ok('seat' in at);
    const handed = await house.coFacilitatorLink(visitor, at);
    assert.ok('secret' in handed);
    const { visitor: helper } = await house.newDevice();
    await house.useLink(helper, handed.secret);
    await house.makeTickets(visitor, at, 0, 2);
    assert.deepEqual(await house.discard({ ...visitor, organiser: null }, at.conversation), { refused: 'notYourRole' });
    assert.deepEqual(await house.discard({ ...visitor, organiser: 'other' as OrganiserId }, at.conversation), { refused: 'notFound' });
    assert.deepEqual(await house.discard(visitor, leader.at.conversation), { refused: 'wasOpen' }, 'its doors are open');
    assert.deepEqual(await house.discard(visitor, at.conversation), { discarded: true });
    assert.deepEqual(await house.discard(visitor, at.conversation), { refused: 'notFound' });
    const listed = await house.listConversations(visitor);
    assert.deepEqual(
      listed.map(({ id }) => id),
      [leader.at.conversation],
    );
    assert.equal(await house.mayReach(helper, at), false);
    assert.equal(await house.situationOf(at.conversation), null);
    const left = Object.entries(await dump(database)).filter(([, rows]) => rows.some((row) => row.includes(at.conversation)));
    assert.deepEqual(
      left.map(([table]) => table),
      ['erased', 'revocations', 'texts'],
      'only which words are gone, and who can no longer come in',
    );
  });

  test(`${server.name}: what is thrown away is gone for who waits to write in it, and in every house`, async (story) => {
    const database = await server.database();
    const { house, leader } = await Evening.open(story, database);
    const { visitor } = leader;
    const { house: second } = await openHouse(story, database);
    const { house: third } = await openHouse(story, database);
    const prepared = async (title: string) => {
      const at = await house.prepare(visitor, `preparing-${title}-once`, { format: FORMAT.id, title }, true);
      assert.ok('seat' in at);
      for (const other of [second, third]) assert.ok(await other.situationOf(at.conversation), 'each house holds it');
      return at;
    };
    const contended = await prepared('contended');
    const quiet = await prepared('quiet');
    const { conversation } = contended;
    const client = new Client(database);
    await client.connect();
    story.after(() => client.end());
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM streams WHERE conversation = $1 FOR UPDATE', [conversation]);
    const waiting = async <T>(asked: Promise<T>, place: number) => {
      await until(async () => (await rowsOf(database, WAITING)).length === place);
      return { asked };
    };
    const discarding = await waiting(house.discard(visitor, conversation), 1);
    const opening = await waiting(house.take(visitor, contended, 'opening-it-just-then', { type: 'open' }), 2);
    const scope = { type: 'setScope', title: 'Wees', about: 'Wees', decides: 'Wees', hearBack: 'Wees' };
    const describing = await waiting(second.take(visitor, contended, 'describing-it-just-then', scope), 3);
    const ballot = { type: 'write', run: 'r'.repeat(20), input: 'plan', act: { answer: 'for' } };
    const voting = await waiting(third.take(visitor, contended, 'voting-in-it-just-then', ballot), 4);
    await client.query('COMMIT');
    assert.deepEqual(await discarding.asked, { discarded: true });
    for (const { asked } of [opening, describing, voting]) assert.equal(codeOf(await asked), 'notFound');
    assert.deepEqual(await house.discard(visitor, quiet.conversation), { discarded: true });
    const { conversation: held } = leader.at;
    assert.equal((await rowsOf(database, `SELECT 1 FROM texts WHERE conversation <> '${held}' AND words IS NOT NULL`)).length, 0);
    for (const at of [contended, quiet]) {
      for (const each of [house, second, third]) {
        assert.deepEqual(await each.enterAsOrganiser(visitor, at.conversation), { refused: 'notFound' });
        assert.equal(await each.situationOf(at.conversation), null);
        assert.equal(codeOf(await each.take(visitor, at, 'writing-much-too-late', scope)), 'notFound');
      }
      const left = Object.entries(await dump(database)).filter(([, rows]) => rows.some((row) => row.includes(at.conversation)));
      assert.deepEqual(
        left.map(([table]) => table),
        ['erased', 'revocations', 'texts'],
      );
    }
  });

  test(`${server.name}: joining twice with one action is one seat; a second person on the same phone is another`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { visitor } = await evening.house.newDevice();
    const invitation = await invitationTo(evening);
    const join = (actionId: string) => evening.house.join(visitor, invitation, actionId, { perspectives: ['resident'] }, true);
    const first = await join('joining-the-first-time');
    assert.deepEqual(await join('joining-the-first-time'), first);
    const second = await join('passing-on-the-phone');
    assert.ok('seat' in first && 'seat' in second && first.seat !== second.seat);
    const { seats } = await evening.state();
    assert.equal([...seats.values()].filter(({ role }) => role === 'guest').length, 2);
  });

  test(`${server.name}: one joins by typing or scanning, until the code is renewed or the conversation is closed`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house, leader } = evening;
    const old = await house.joinCode(leader.visitor, leader.at);
    assert.ok('code' in old);
    assert.match(old.code, /^[a-z]+ \d\d$/);
    const typed = await house.findInvitation({ code: old.code.toUpperCase().replace(' ', '') });
    const scanned = await house.findInvitation({ secret: old.secret });
    assert.ok('conversation' in typed && typed.conversation === evening.conversation && typed.title === 'Samen in de wijk');
    assert.deepEqual(scanned, typed);
    const fresh = await house.renewJoinCode(leader.visitor, leader.at);
    assert.ok('secret' in fresh);
    assert.deepEqual(await house.findInvitation({ secret: old.secret }), { refused: 'notFound' });
    await evening.lead({ type: 'close' });
    assert.deepEqual(await house.findInvitation({ secret: fresh.secret }), { refused: 'closed' });
    assert.deepEqual(await house.findInvitation({ code: fresh.code }), { refused: 'closed' });
  });

  test(`${server.name}: a guest cannot come in as facilitator, nor make links or codes`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { visitor } = await evening.house.newDevice();
    const asLeader = await evening.house.join(visitor, await invitationTo(evening), 'a-guest-with-a-plan', { role: 'leader' }, true);
    assert.deepEqual(asLeader, { refused: 'wrongShape' });
    const anna = await evening.join();
    const { house } = evening;
    for (const refused of [
      await house.wallLink(anna.visitor, anna.at),
      await house.renewJoinCode(anna.visitor, anna.at),
      await house.linksTo(anna.visitor, anna.at),
      await house.revokeSeat(anna.visitor, anna.at, evening.leader.at.seat),
      await house.organiserLink(anna.visitor, 'colleague'),
      await house.prepare(anna.visitor, 'a-guest-with-a-plan-2', { format: 'evening', title: 'Van mij' }, true),
    ])
      assert.deepEqual(refused, { refused: 'notYourRole' });
    assert.deepEqual(await house.coFacilitatorLink(anna.visitor, evening.leader.at), { refused: 'notFound' });
    assert.deepEqual(await house.listConversations(anna.visitor), []);
  });

  test(`${server.name}: a second facilitator leads by a link, until it is taken away`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const { house, leader } = evening;
    const { house: there } = await openHouse(story, database);
    const link = await handed(house.coFacilitatorLink(leader.visitor, leader.at));
    const { secret, visitor } = await there.newDevice();
    const entrance = await there.useLink(visitor, link.secret);
    assert.ok('at' in entrance && entrance.at);
    const second = { visitor: await known(there, secret), at: entrance.at };
    accepted(await there.take(second.visitor, second.at, 'the-second-one-leads', { type: 'next', from: null }));

    const revoked: Revocation[] = [];
    there.onRevoked((revocation) => revoked.push(revocation));
    assert.deepEqual(await house.revokeLink(leader.visitor, link.id, leader.at), { revoked: 1 });
    await until(() => revoked.length > 0);
    assert.deepEqual(revoked.map(({ device, conversation, seat }) => ({ device, conversation, seat }))[0], {
      device: visitor.device,
      ...entrance.at,
    });
    const now = await known(there, secret);
    assert.deepEqual(now.seats, []);
    assert.equal(await there.mayReach(now, entrance.at), false);
    assert.deepEqual(await there.useLink(now, link.secret), { refused: 'notFound' });
  });

  test(`${server.name}: all screens opened by one wall link are one wall, also in the facilitator's own browser`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house, leader } = evening;
    const link = await handed(house.wallLink(leader.visitor, leader.at));
    const { visitor } = await house.newDevice();
    const elsewhere = await house.useLink(visitor, link.secret);
    const here = await house.useLink(leader.visitor, link.secret);
    assert.ok('at' in elsewhere && 'at' in here);
    assert.deepEqual(here.at, elsewhere.at);
    assert.equal([...(await evening.state()).seats.values()].filter(({ role }) => role === 'screen').length, 1);
  });

  test(`${server.name}: an organiser link opens one's own conversations elsewhere, a colleague gets none of them`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house, leader } = evening;
    const mine = await handed(house.organiserLink(leader.visitor, 'myself'));
    const colleagues = await handed(house.organiserLink(leader.visitor, 'colleague'));
    const laptop = await enteredBy(house, mine);
    const colleague = await enteredBy(house, colleagues);
    assert.deepEqual(
      (await house.listConversations(laptop.visitor)).map(({ id, title, status }) => ({ id, title, status })),
      [{ id: evening.conversation, title: 'Samen in de wijk', status: 'open' }],
    );
    assert.deepEqual(await house.listConversations(colleague.visitor), []);
    assert.deepEqual(await house.enterAsOrganiser(laptop.visitor, evening.conversation), leader.at);
    assert.deepEqual(await house.enterAsOrganiser(colleague.visitor, evening.conversation), { refused: 'notFound' });
    accepted(await house.take(laptop.visitor, leader.at, 'leading-from-the-laptop', { type: 'next', from: null }));

    assert.deepEqual(await house.revokeLink(colleague.visitor, mine.id, null), { refused: 'notFound' });
    assert.deepEqual(await house.revokeLink(leader.visitor, mine.id, null), { revoked: 2 });
    const after = await known(house, laptop.secret);
    assert.deepEqual(after, { device: laptop.visitor.device, organiser: null, seats: [] });
    assert.ok(await house.mayReach(leader.visitor, leader.at), 'the first device keeps its own way in');
  });

  test(`${server.name}: who renews the way in locks out every other device, also the first one that was set up`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house, leader } = evening;
    const link = await handed(house.organiserLink(leader.visitor, 'myself'));
    const colleague = await enteredBy(house, await handed(house.organiserLink(leader.visitor, 'colleague')));
    const phone = await enteredBy(house, link);
    assert.ok(!('refused' in (await house.enterAsOrganiser(phone.visitor, evening.conversation))));
    const visitor = (await house.whoAsks(phone.secret)) ?? assert.fail();
    const renewed = await handed(house.renewOrganiserLink(visitor));
    assert.equal(codeOf(await house.take(leader.visitor, leader.at, 'leading-from-the-first', { type: 'next', from: null })), 'notFound');
    const { visitor: other } = await house.newDevice();
    assert.deepEqual(await house.useLink(other, link.secret), { refused: 'notFound' });
    accepted(await house.take(visitor, leader.at, 'leading-from-the-phone', { type: 'next', from: null }));
    assert.ok(!('refused' in (await house.useLink(other, renewed.secret))));
    assert.equal((await known(house, colleague.secret))?.organiser, colleague.visitor.organiser, 'a colleague has a way of their own');
  });

  test(`${server.name}: a forgotten device is nobody any more, on every process`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database);
    const { house: there } = await openHouse(story, database);
    const { secret, visitor } = await there.newDevice();
    assert.ok(await evening.house.whoAsks(secret));
    const told: Revocation[] = [];
    evening.house.onRevoked((revocation) => told.push(revocation));
    await there.forgetDevice(visitor);
    await until(() => told.length > 0);
    assert.equal(await evening.house.whoAsks(secret), null);
    assert.equal(await there.whoAsks(secret), null);
  });

  test(`${server.name}: a seat taken away closes that seat alone, and its words stay`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    await evening.next();
    const [anna, bert] = await evening.joinAll(2);
    assert.ok(anna && bert);
    accepted(await evening.write(anna, 'Dit blijft.'));
    assert.deepEqual(await evening.house.revokeSeat(evening.leader.visitor, evening.leader.at, anna.at.seat), { revoked: 1 });
    assert.equal(codeOf(await evening.write({ ...anna, visitor: { ...anna.visitor, seats: [] } }, 'Dit niet.')), 'notFound');
    accepted(await evening.write(bert, 'Dit wel.'));
    assert.equal((await evening.state()).entries.size, 2);
  });

  test(`${server.name}: preparing twice with one action makes one conversation`, async (story) => {
    const { house } = await openHouse(story, await server.database());
    const organiser = await becomeOrganiser(house);
    const preparation = { format: 'evening', title: 'Eén keer', about: 'de wijk', minutes: { write: 12 }, tables: 3 };
    const made = await Promise.all([1, 2].map(() => house.prepare(organiser, 'tapped-twice-on-begin', preparation, true)));
    assert.deepEqual(made[0], made[1]);
    const [listed, ...others] = await house.listConversations(organiser);
    assert.equal(others.length, 0);
    assert.equal(listed?.title, 'Eén keer');
    const situation = listed && (await house.situationOf(listed.id));
    assert.deepEqual(situation?.state.minutes, { write: 12 });
    assert.equal(situation?.state.tableCount, 3);
    assert.deepEqual(await house.prepare(organiser, 'tapped-once-on-begin', { format: 'bestaat-niet', title: '' }, true), {
      refused: 'wrongFormat',
    });
  });
}

/** Those who wait for what another has locked. */
const WAITING = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

async function invitationTo({ house, leader }: Evening): Promise<{ secret: string }> {
  const code = await house.joinCode(leader.visitor, leader.at);
  assert.ok('secret' in code);
  return { secret: code.secret };
}

async function handed(link: Promise<HandedLink | Refusal>): Promise<HandedLink> {
  const made = await link;
  assert.ok('secret' in made);
  return made;
}

async function known(house: BuiltHouse, secret: string): Promise<Visitor> {
  const visitor = await house.whoAsks(secret);
  assert.ok(visitor);
  return visitor;
}

async function enteredBy(house: BuiltHouse, link: HandedLink): Promise<{ secret: string; visitor: Visitor }> {
  const { secret, visitor } = await house.newDevice();
  const entrance: Entrance | Refusal = await house.useLink(visitor, link.secret);
  assert.deepEqual(entrance, { kind: 'organiser', at: null });
  return { secret, visitor: await known(house, secret) };
}
