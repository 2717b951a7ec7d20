import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { TrajectoryId } from '#app/house.ts';
import { MOST_CONVERSATIONS } from '#app/trajectories.ts';
import { checkOf, reportParts } from '#conversation/publishing.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { readTrajectory } from '#doors/trajectories.ts';
import { trajectoryData } from '#report/trajectory.ts';
import { Client } from 'pg';
import { allServers } from '../helpers/database.ts';
import { accepted, Evening, FORMAT, TestClock, type Ending, type Person } from './evening.ts';

/** Evenings of one organiser, months apart, that are read as one. */

const [server] = await allServers();
assert.ok(server);
after(() => server.stop());

test('a trajectory tells everybody of what is public, and its organiser of all, in the order of the days', async (story) => {
  const { evening, clock, trajectory } = await begun(story);
  const { house, leader } = evening;
  const later = await prepared(evening, 'De derde avond');
  const second = await prepared(evening, 'De tweede avond');
  // Put in the wrong way round.
  for (const { at } of [later, second, leader]) done(await house.trajectories.put(leader.visitor, trajectory, at.conversation));
  await held(evening, leader, '2027-04-01');
  clock.pass(40 * 24 * 60);
  await held(evening, second, '2027-03-15');
  const reads = async (who: Person | null) => {
    const read = await readTrajectory(house, who?.visitor ?? null, trajectory);
    return read && trajectoryData(read);
  };
  assert.equal(await reads(null), null, 'nothing of it is public');
  const whole = await reads(leader);
  assert.deepEqual(
    whole?.conversations.map(({ id, heldOn }) => [id, heldOn !== null]),
    [
      [leader.at.conversation, true],
      [second.at.conversation, true],
      [later.at.conversation, false],
    ],
  );
  assert.deepEqual(
    whole.livesOn.map(({ conversation, now }) => [conversation, now.due]),
    [
      [second.at.conversation, '2027-03-15'],
      [leader.at.conversation, '2027-04-01'],
    ],
  );
  await publish(evening, second);
  const shown = await reads(null);
  assert.deepEqual(
    shown?.conversations.map(({ id, people }) => [id, people?.count]),
    [[second.at.conversation, null]],
    'five people are too few to be counted in public, here as in its own report',
  );
  assert.deepEqual(
    shown.livesOn.map(({ conversation }) => conversation),
    [second.at.conversation],
  );
  assert.equal(JSON.stringify(shown).includes(leader.at.conversation), false);
  clock.pass(100 * 24 * 60);
  assert.deepEqual(
    (await reads(leader))?.livesOn.map(({ daysLate }) => daysLate > 0),
    [true, true],
  );
});

test('only its organiser makes, fills, renames and removes it; a conversation is in one', async (story) => {
  const { evening, trajectory } = await begun(story);
  const { house, leader } = evening;
  const { trajectories } = house;
  const { conversation } = leader.at;
  const nobody = (await house.newDevice()).visitor;
  const other = await colleague(evening);
  const another = await trajectories.make(other, 'the-trajectory-of-another', 'Van een ander');
  assert.ok('trajectory' in another);
  assert.equal(code(await trajectories.make(nobody, 'a-trajectory-of-nobody', 'x')), 'notYourRole');
  assert.equal(code(await trajectories.put(other, trajectory, conversation)), 'notFound');
  assert.equal(code(await trajectories.put(other, another.trajectory, conversation)), 'notFound', 'a conversation of somebody else');
  for (const who of [nobody, other]) {
    const refused = who === nobody ? 'notYourRole' : 'notFound';
    assert.equal(code(await trajectories.rename(who, trajectory, 'x')), refused);
    assert.equal(code(await trajectories.take(who, trajectory, conversation)), refused);
    assert.equal(code(await trajectories.remove(who, trajectory)), refused);
  }
  done(await trajectories.put(leader.visitor, trajectory, conversation));
  const beside = await made(evening, 'a-second-trajectory', 'Ernaast');
  done(await trajectories.put(leader.visitor, beside, conversation));
  assert.deepEqual((await trajectories.find(trajectory))?.conversations, []);
  assert.deepEqual((await trajectories.find(beside))?.conversations, [conversation]);
  const practice = await house.prepare(leader.visitor, evening.actionId(), { format: FORMAT.id, title: 'x', rehearsal: true }, true);
  assert.ok('seat' in practice);
  assert.equal(code(await trajectories.put(leader.visitor, trajectory, practice.conversation)), 'notFound', 'a rehearsal');
  done(await trajectories.take(leader.visitor, beside, conversation));
  done(await trajectories.remove(leader.visitor, beside));
  assert.equal(await trajectories.find(beside), null);
  assert.ok(await house.conversation(conversation));
});

test('a title is needed, once made it changes, and erased it is nowhere', async (story) => {
  const { evening, trajectory, database } = await begun(story);
  const { house, leader } = evening;
  const { trajectories } = house;
  assert.equal(code(await trajectories.make(leader.visitor, 'without-a-title-1', ' ')), 'fieldMissing');
  assert.equal(code(await trajectories.make(leader.visitor, 'with-a-long-title', 'x'.repeat(201))), 'tooLong');
  assert.equal(await made(evening, MADE, 'Iets anders'), trajectory, 'twice is once');
  done(await trajectories.rename(leader.visitor, trajectory, 'Zorg in de wijk'));
  assert.deepEqual(
    (await trajectories.listOf(leader.visitor)).map(({ title }) => title),
    ['Zorg in de wijk'],
  );
  done(await trajectories.rename(leader.visitor, trajectory, ''));
  assert.equal((await trajectories.find(trajectory))?.title, null);
  const client = new Client(database);
  await client.connect();
  const { rows } = await client.query('SELECT words FROM texts WHERE conversation = $1', [trajectory]);
  await client.end();
  assert.deepEqual(rows, [{ words: null }, { words: null }]);
});

test('so many conversations that one page cannot tell of them are refused', async (story) => {
  const { evening, trajectory } = await begun(story);
  const { house, leader } = evening;
  const put = async (nth: number) => {
    const { at } = await prepared(evening, `Avond ${nth}`);
    return code(await house.trajectories.put(leader.visitor, trajectory, at.conversation));
  };
  for (let nth = 1; nth < MOST_CONVERSATIONS; nth++) assert.equal(await put(nth), 'done');
  const atOnce = await Promise.all([put(MOST_CONVERSATIONS), put(MOST_CONVERSATIONS + 1)]);
  assert.deepEqual(atOnce.toSorted(), ['done', 'tooManyChoices']);
});

const MADE = 'the-first-trajectory';

async function begun(story: Ending) {
  assert.ok(server);
  const clock = new TestClock();
  const database = await server.database();
  const evening = await Evening.open(story, database, { clock, sealAfter: 365 * 24 * 3_600_000 });
  return { evening, clock, database, trajectory: await made(evening, MADE, 'Samen verder') };
}

async function made({ house, leader }: Evening, actionId: string, title: string): Promise<TrajectoryId> {
  const result = await house.trajectories.make(leader.visitor, actionId, title);
  assert.ok('trajectory' in result, JSON.stringify(result));
  return result.trajectory;
}

async function prepared(evening: Evening, title: string): Promise<Person> {
  const { visitor } = evening.leader;
  const at = await evening.house.prepare(visitor, evening.actionId(), { format: FORMAT.id, title, tables: 1 }, true);
  return 'refused' in at ? assert.fail(at.refused) : { visitor, at };
}

/** Five people come, and something is agreed that is to be heard of on a day. */
async function held(evening: Evening, leader: Person, due: string): Promise<void> {
  const { house } = evening;
  const state = async () => (await house.situationOf(leader.at.conversation))?.state ?? assert.fail();
  if ((await state()).status === 'preparing') accepted(await evening.take(leader, { type: 'open' }));
  const key = await house.joinCode(leader.visitor, leader.at);
  assert.ok('code' in key);
  for (let person = 0; person < 5; person++) {
    const { visitor } = await house.newDevice();
    await house.join(visitor, { code: key.code }, evening.actionId(), { perspectives: ['resident'] }, true);
  }
  accepted(await evening.take(leader, { type: 'next', from: null }));
  const outcome = {
    kind: 'question',
    owner: 'dorpsraad',
    theme: '',
    seenBy: 'everyone',
    cards: [],
    fields: { what: 'Komt er een bankje?' },
  };
  accepted(await evening.take(leader, { type: 'makeOutcome', due, ...outcome }));
  accepted(await evening.take(leader, { type: 'close' }));
}

/** Two people look through every part. */
async function publish(evening: Evening, leader: Person): Promise<void> {
  const link = await evening.house.coFacilitatorLink(leader.visitor, leader.at);
  assert.ok('secret' in link);
  const { secret, visitor } = await evening.house.newDevice();
  const used = await evening.house.useLink(visitor, link.secret);
  assert.ok('at' in used && used.at);
  const second = { visitor: (await evening.house.whoAsks(secret)) ?? assert.fail(), at: used.at };
  for (const person of [leader, second]) {
    const { state } = (await evening.house.situationOf(leader.at.conversation)) ?? assert.fail();
    for (const part of reportParts(state)) {
      accepted(await evening.take(person, { type: 'check', part, changes: checkOf(state, part).changes }));
    }
  }
}

async function colleague({ house, leader }: Evening) {
  const link = await house.organiserLink(leader.visitor, 'colleague');
  assert.ok('secret' in link);
  const { secret, visitor } = await house.newDevice();
  await house.useLink(visitor, link.secret);
  return (await house.whoAsks(secret)) ?? assert.fail();
}

function done(result: { readonly done: true } | Refusal): void {
  assert.deepEqual(result, { done: true });
}

function code(result: { readonly done: true } | { readonly trajectory: TrajectoryId } | Refusal): string {
  return 'refused' in result ? result.refused : 'done';
}
