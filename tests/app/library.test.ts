import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { daysLater } from '#conversation/day.ts';
import type { HandedLink } from '#app/links.ts';
import { checkOf, reportParts } from '#conversation/publishing.ts';
import type { Refusal } from '#conversation/refusal.ts';
import { kinds } from '#outcomes/kinds.ts';
import { allServers } from '../helpers/database.ts';
import { accepted, codeOf, Evening, FORMAT, TestClock, type Ending, type Person } from './evening.ts';

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

test('it is taken over with where it came from, asked after in three months, and the original tells of it', async (story) => {
  const { evening, of } = await told(story);
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
  assert.deepEqual(accepted(await adopt('adopt-the-first-01')).answer, { outcome }, 'twice is once');
  assert.ok(outcome);
  const copy = await house.library.item(other.visitor, { conversation: home.conversation, outcome });
  assert.deepEqual(copy?.from, { ...of, title: 'Buurthuis in zelfbeheer' });
  assert.equal(copy?.view.now.due, daysLater(house.today(), 91));
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

async function told(story: Ending) {
  assert.ok(server);
  const evening = await Evening.open(story, await server.database(), { clock: new TestClock(), sealAfter: 3_600_000, kinds });
  await evening.joinAll(5);
  await evening.next();
  const { answer } = await evening.lead({
    type: 'makeOutcome',
    kind: 'practiceExample',
    due: '2027-02-01',
    owner: 'dorpsraad',
    theme: 'ontmoeten',
    seenBy: 'everyone',
    cards: [],
    fields: {
      title: 'Buurthuis in zelfbeheer',
      approach: 'Bewoners kregen de sleutelbos.',
      weighed: 'Minder toezicht, meer eigenaarschap.',
      failed: 'Er was ruzie over geld.',
    },
  });
  await evening.lead({ type: 'close' });
  assert.ok(answer.outcome);
  return { evening, of: { conversation: evening.leader.at.conversation, outcome: answer.outcome } };
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
