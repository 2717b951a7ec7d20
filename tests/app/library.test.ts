import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { PoolConfig } from 'pg';
import { daysLater } from '#conversation/day.ts';
import type { Place, Visitor } from '#app/house.ts';
import type { HandedLink } from '#app/links.ts';
import type { Store } from '#app/ports.ts';
import { lostOf } from '#conversation/lostWords.ts';
import { checkOf, reportParts } from '#conversation/publishing.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { kinds } from '#outcomes/kinds.ts';
import { openStore } from '#store/open.ts';
import { allServers } from '../helpers/database.ts';
import { dump, holdingUp, rowsOf } from '../helpers/dump.ts';
import { accepted, codeOf, Evening, FORMAT, openHouse, TestClock, type Ending, type Person } from './evening.ts';

/** An example told at one evening is found, taken over by another organiser, asked about and answered. */

const [server] = await allServers();
assert.ok(server);
after(() => server.stop());
const WISH = { words: '', page: 1, pageSize: 20 } as const;

test('an example is found in Dutch once it is public, and never what only those who lead may read', async (story) => {
  const { evening, of } = await told(story);
  const { house, leader } = evening;
  const count = async (words: string, reader: Person | null = null) =>
    (await house.library.search(reader?.visitor ?? null, { ...WISH, words })).total;
  assert.equal(await count('buurthuizen'), 0);
  assert.equal(await count('buurthuizen', leader), 1);
  assert.equal(await house.library.item(null, of), null);
  await publish(evening);
  assert.equal(await count('buurthuizen'), 1);
  assert.equal(await count('dorpshuis'), 1, 'by another name for it');
  assert.equal(await count('ruzie'), 0, 'what failed is for those who lead');
  assert.deepEqual(
    await house.library.search(null, { ...WISH, words: 'sleutelb' }).then(({ total, nearly }) => [total, nearly]),
    [1, true],
    'a word that was not finished',
  );
  assert.deepEqual(
    await house.library.search(null, { ...WISH, words: 'buurthius' }).then(({ total, meant }) => [total, meant]),
    [1, 'buurthuis'],
    'a word with a slip',
  );
  const narrowed = async (more: object) => (await house.library.search(null, { ...WISH, ...more })).total;
  assert.deepEqual(
    [
      await narrowed({ theme: 'Ontmoeten' }),
      await narrowed({ theme: 'wonen' }),
      await narrowed({ kind: 'question' }),
      await narrowed({ status: 'open' }),
    ],
    [1, 0, 0, 1],
  );
  assert.deepEqual((await house.library.choices(null)).themes, ['ontmoeten']);
  const item = await house.library.item(null, of);
  assert.ok(item);
  assert.deepEqual(
    item.view.fields.map(({ key }) => key),
    ['approach', 'weighed'],
  );
});

test('what not everybody can read is taken over for those who lead, until they open it', async (story) => {
  const { evening, of } = await told(story);
  const { house, leader } = evening;
  const seenBy = async (id: string) => {
    const { conversation } = (await eveningOf(evening, leader.visitor)).at;
    const { outcome } = accepted(await house.library.adopt(leader.visitor, id, of, { into: conversation, owner: 'buurtteam' })).answer;
    assert.ok(outcome);
    return (await house.library.item(leader.visitor, { conversation, outcome }))?.view.seenBy;
  };
  assert.equal(await seenBy('adopt-not-yet-public'), 'leaders');
  await publish(evening);
  assert.equal(await seenBy('adopt-what-is-public'), 'everyone');
  const words = {
    owner: 'dorpsraad',
    theme: '',
    cards: [],
    because: 'Nog niet klaar',
    fields: { title: 'Buurthuis', approach: 'Zo.', weighed: 'Dit.' },
    seenBy: 'leaders',
  };
  await evening.lead({ type: 'changeOutcome', outcome: of.outcome, saw: 1, ...words });
  assert.equal(await seenBy('adopt-what-was-closed'), 'leaders');
});

test('it is taken over with where it came from, asked after in three months, and the original tells of it', async (story) => {
  const clock = new TestClock();
  const { evening, of } = await told(story, undefined, undefined, clock);
  await publish(evening);
  const { house } = evening;
  const other = await colleague(evening);
  const home = other.at;
  const adopt = (id: string, owner = 'buurtteam') => house.library.adopt(other.visitor, id, of, { into: home.conversation, owner });
  assert.equal(
    codeOf(await house.library.adopt(evening.leader.visitor, 'adopt-elsewhere-01', of, { into: home.conversation, owner: 'x' })),
    'notFound',
  );
  assert.equal(codeOf(await adopt('adopt-by-nobody-01', ' ')), 'needsOwner');
  const { outcome } = accepted(await adopt('adopt-the-first-01')).answer;
  clock.pass(24 * 60);
  assert.deepEqual(accepted(await adopt('adopt-the-first-01')).answer, { outcome }, 'twice is once, also a day later');
  assert.ok(outcome);
  const copy = await house.library.item(other.visitor, { conversation: home.conversation, outcome });
  assert.deepEqual(copy?.from, { ...of, title: 'Buurthuis in zelfbeheer' });
  assert.equal(copy?.view.now.due, daysLater(house.today(), 90), 'three months after it was taken over, a day ago');
  assert.deepEqual(
    copy?.view.fields.map(({ key }) => key),
    ['approach', 'weighed'],
    'what failed stays where it was told',
  );
  const original = await house.library.item(null, of);
  assert.deepEqual([original?.takenOver.count, original?.takenOver.told.length], [1, 0], 'the other conversation is not public');
  assert.equal((await house.library.item(other.visitor, of))?.takenOver.told.length, 1);
  const [found] = (await house.library.search(other.visitor, { ...WISH, words: 'buurthuis' })).found;
  assert.deepEqual([found?.outcome, found?.usedBy], [of.outcome, 1], 'the original, once');
});

test('what was taken over in the words of a card goes everywhere with that card: in a copy of a copy, and in every process, also where no hint is heard', async (story) => {
  assert.ok(server);
  const database = await server.database();
  const { evening, of, card } = await told(story, database, await deafStore(database));
  await publish(evening);
  const { house } = evening;
  const other = await colleague(evening);
  const adopt = async (from: typeof of, { conversation }: Place) => {
    const wish = { into: conversation, owner: 'buurtteam' };
    const { outcome } = accepted(await house.library.adopt(other.visitor, evening.actionId(), from, wish)).answer;
    return { conversation, outcome: outcome ?? assert.fail() };
  };
  const copy = await adopt(of, other.at);
  const copies = [copy, await adopt(copy, (await eveningOf(evening, other.visitor)).at)];
  const { house: elsewhere } = await openHouse(story, database, { store: await deafStore(database), clock: new TestClock(), kinds });
  const read = (at: typeof house) => Promise.all(copies.map(async (each) => JSON.stringify(await at.library.item(other.visitor, each))));
  for (const each of [house, elsewhere]) for (const text of await read(each)) assert.match(text, /sleutelbos/);

  accepted(await evening.take(card.by, { type: 'withdraw', entry: card.entry }));
  assert.doesNotMatch(JSON.stringify(await dump(database)), /sleutelbos/);
  for (const each of [house, elsewhere]) {
    for (const text of await read(each)) {
      assert.doesNotMatch(text, /sleutelbos/);
      assert.match(text, /Buurthuis in zelfbeheer/, 'what the card did not say stays');
    }
  }
});

test('who takes over what a card said while that is taken back takes over nothing', async (story) => {
  const { evening, of, database, card } = await told(story);
  await publish(evening);
  const other = await colleague(evening);
  const into = other.at.conversation;
  const late = await holdingUp(database, `SELECT 1 FROM streams WHERE conversation = '${into}' FOR UPDATE`, async (waiting) => {
    const adopting = evening.house.library.adopt(other.visitor, evening.actionId(), of, { into, owner: 'buurtteam' });
    await waiting(1);
    accepted(await evening.take(card.by, { type: 'withdraw', entry: card.entry }));
    return { adopting };
  });
  assert.equal(codeOf(await late.adopting), 'changedSince');
  assert.doesNotMatch(JSON.stringify(await dump(database)), /sleutelbos/);
});

test('who takes a card back while it is being taken over waits for the copy, which goes too', async (story) => {
  const { evening, of, database, card } = await told(story);
  await publish(evening);
  const other = await colleague(evening);
  const wish = { into: other.at.conversation, owner: 'buurtteam' };
  const both = await holdingUp(database, 'LOCK TABLE copied_texts IN SHARE MODE', async (waiting) => {
    const adopting = evening.house.library.adopt(other.visitor, evening.actionId(), of, wish);
    await waiting(1);
    const withdrawing = evening.take(card.by, { type: 'withdraw', entry: card.entry });
    await waiting(2);
    return [adopting, withdrawing];
  });
  for (const taken of await Promise.all(both)) accepted(taken);
  assert.doesNotMatch(JSON.stringify(await dump(database)), /sleutelbos/);
});

for (const paired of ['as it happens', 'after the upgrade'] as const) {
  test(`a copy that keeps words when it is worded anew, though the original says others by then, loses them too: ${paired}`, async (story) => {
    const { evening, of, database, card } = await told(story);
    await publish(evening);
    const other = await colleague(evening);
    const wish = { into: other.at.conversation, owner: 'buurtteam' };
    const { outcome } = accepted(await evening.house.library.adopt(other.visitor, evening.actionId(), of, wish)).answer;
    const change = { type: 'changeOutcome', saw: 1, because: 'Duidelijker', owner: 'dorpsraad', theme: 'ontmoeten', seenBy: 'everyone' };
    const fields = { title: 'Buurthuis in zelfbeheer', approach: 'In onze woorden.', weighed: 'Meer eigenaarschap.' };
    await evening.lead({ ...change, outcome: of.outcome, cards: [card.entry], fields });
    const kept = { ...fields, approach: 'Bewoners kregen de sleutelbos.' };
    accepted(await evening.take(other, { ...change, outcome: outcome ?? null, cards: [], fields: kept }));
    if (paired === 'after the upgrade') {
      await rowsOf(database, 'DELETE FROM copied_texts');
      await rowsOf(database, await readFile('src/store/migrations/021.do.copied-before.sql', 'utf8'));
    }
    accepted(await evening.take(card.by, { type: 'withdraw', entry: card.entry }));
    assert.doesNotMatch(JSON.stringify(await dump(database)), /sleutelbos/);
  });
}

test('a form that was open on a copy brings nothing back that was taken back meanwhile where it came from', async (story) => {
  const { evening, of, database, card } = await told(story);
  await publish(evening);
  const { house } = evening;
  const other = await colleague(evening);
  const wish = { into: other.at.conversation, owner: 'buurtteam' };
  const { outcome } = accepted(await house.library.adopt(other.visitor, evening.actionId(), of, wish)).answer;
  const knownLost = async () => {
    const lost = await house.read(other.at.conversation, ({ state }, words) => {
      const copy = state.outcomes.find(({ id }) => id === outcome);
      return copy ? lostOf(copy, words) : null;
    });
    return lost ?? assert.fail();
  };
  const drawn = await knownLost();
  const form = {
    type: 'changeOutcome',
    outcome: outcome ?? null,
    saw: 1,
    because: 'Duidelijker',
    owner: 'buurtteam',
    theme: '',
    seenBy: 'everyone',
    cards: [],
    fields: { title: 'Buurthuis in zelfbeheer', approach: 'Bewoners kregen de sleutelbos.', weighed: 'Meer eigenaarschap.' },
  };
  accepted(await evening.take(card.by, { type: 'withdraw', entry: card.entry }));
  assert.equal(codeOf(await evening.take(other, { ...form, lost: drawn })), 'changedSince');
  assert.equal(codeOf(await evening.take(other, form)), 'changedSince', 'who knows of nothing knows least');
  assert.doesNotMatch(JSON.stringify(await dump(database)), /sleutelbos/);
  const inOwnWords = { ...form.fields, approach: 'Bewoners beheren het zelf.' };
  accepted(await evening.take(other, { ...form, fields: inOwnWords, lost: await knownLost() }));
});

test('a question reaches who leads, and is read by others with its answer', async (story) => {
  const { evening, of } = await told(story);
  await publish(evening);
  const { house, leader } = evening;
  const other = await colleague(evening);
  accepted(await house.library.ask(other.visitor, 'ask-a-question-001', of, 'Wat kostte het?'));
  assert.deepEqual(
    (await house.library.askedAbout(leader.visitor)).map(({ outcome }) => outcome),
    [of.outcome],
  );
  assert.deepEqual(await house.library.askedAbout(other.visitor), []);
  assert.deepEqual((await house.library.item(other.visitor, of))?.asked, [], 'nobody reads it before it is answered');
  const [asked] = (await house.library.item(leader.visitor, of))?.asked ?? [];
  assert.equal(asked?.words, 'Wat kostte het?');
  await evening.lead({ type: 'answerAsked', outcome: of.outcome, asked: asked.id, words: 'De huur van een jaar.' });
  assert.equal((await house.library.item(null, of))?.asked[0]?.answer?.words, 'De huur van een jaar.');
  assert.deepEqual(await house.library.askedAbout(leader.visitor), []);
  assert.equal(codeOf(await house.library.ask((await house.newDevice()).visitor, 'ask-as-a-stranger', of, 'x')), 'notYourRole');
});

/** Behind some poolers nothing is ever heard. */
async function deafStore(database: PoolConfig): Promise<Store> {
  const { hints, ...store } = await openStore(database);
  return { ...store, hints: { tell: (hint) => hints.tell(hint), onHeard: () => undefined } };
}

async function told(story: Ending, known?: PoolConfig, store?: Store, clock = new TestClock()) {
  assert.ok(server);
  const database = known ?? (await server.database());
  const evening = await Evening.open(story, database, { clock, sealAfter: 3_600_000, kinds, ...(store && { store }) });
  const [by] = await evening.joinAll(5);
  assert.ok(by);
  await evening.next();
  const { entry } = accepted(await evening.write(by, 'Bewoners kregen de sleutelbos.')).answer;
  assert.ok(entry);
  await evening.next();
  await evening.lead({ type: 'release', place: 'write.1' });
  const { answer } = await evening.lead({
    type: 'makeOutcome',
    kind: 'practiceExample',
    due: '2027-02-01',
    owner: 'dorpsraad',
    theme: 'ontmoeten',
    seenBy: 'everyone',
    cards: [entry],
    fields: {
      title: 'Buurthuis in zelfbeheer',
      approach: 'Bewoners kregen de sleutelbos.',
      weighed: 'Minder toezicht, meer eigenaarschap.',
      failed: 'Er was ruzie over geld.',
    },
  });
  await evening.lead({ type: 'close' });
  assert.ok(answer.outcome);
  const of = { conversation: evening.leader.at.conversation, outcome: answer.outcome };
  return { evening, database, card: { by, entry }, of };
}

/** Two people look through every part. */
async function publish(evening: Evening): Promise<void> {
  for (const person of [evening.leader, await besideLeader(evening)]) {
    const state = await evening.state();
    for (const part of reportParts(state)) {
      accepted(await evening.take(person, { type: 'check', part, changes: checkOf(state, part).changes }));
    }
  }
}

async function besideLeader(evening: Evening): Promise<Person> {
  const link = await evening.house.coFacilitatorLink(evening.leader.visitor, evening.leader.at);
  const { visitor, used } = await comeBy(evening, link);
  assert.ok(used.at);
  return { visitor, at: used.at };
}

/** Somebody else of the house, with an evening of their own that is open. */
async function colleague(evening: Evening): Promise<Person> {
  const { visitor } = await comeBy(evening, await evening.house.organiserLink(evening.leader.visitor, 'colleague'));
  return eveningOf(evening, visitor);
}

async function eveningOf(evening: Evening, visitor: Visitor): Promise<Person> {
  const at = await evening.house.prepare(visitor, evening.actionId(), { format: FORMAT.id, title: 'Ons dorp', tables: 1 }, true);
  if ('refused' in at) return assert.fail(at.refused);
  const person = { visitor, at };
  accepted(await evening.take(person, { type: 'open' }));
  return person;
}

async function comeBy(evening: Evening, link: HandedLink | Refusal) {
  assert.ok('secret' in link);
  const { secret, visitor } = await evening.house.newDevice();
  const used = await evening.house.useLink(visitor, link.secret);
  assert.ok('kind' in used);
  return { visitor: (await evening.house.whoAsks(secret)) ?? assert.fail(), used };
}
