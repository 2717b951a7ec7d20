import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { HouseParts } from '#app/buildHouse.ts';
import { dayOf } from '#conversation/day.ts';
import type { OutcomeId, OutcomeKind } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import { owedIn } from '#report/afterwards.ts';
import { threadOf } from '#report/thread.ts';
import { allServers } from '../helpers/database.ts';
import { dump, rowsOf } from '../helpers/dump.ts';
import { accepted, codeOf, Evening, openHouse, TestClock, until, type Person } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((server) => server.stop())));

const ALL = { page: 1, pageSize: 50 } as const;

for (const server of servers) {
  test(`${server.name}: what lives on is found without folding: by its leader at once, by everybody once it is published`, async (story) => {
    const { evening, card } = await held(story, await server.database());
    const { house, leader } = evening;
    const made = await evening.lead(proposal(card));
    const [mine] = (await house.outcomes(leader.visitor, ALL)).outcomes;
    assert.deepEqual(
      [mine?.title, mine?.owner, mine?.theme, mine?.status, mine?.due, mine?.waiting, mine?.conversationTitle],
      ['Een bankje bij de halte', 'wethouder zorg', 'ontmoeten', 'open', '2027-02-01', true, 'Samen in de wijk'],
    );
    assert.equal((await house.outcomes(null, ALL)).total, 0);
    await publish(evening);
    assert.equal((await house.outcomes(null, ALL)).total, 1);
    assert.deepEqual(await house.outcomeChoices(null), { owners: ['wethouder zorg'], themes: ['ontmoeten'], places: [] });

    await evening.lead({ ...made.answer, type: 'dropOutcome', because: 'Dubbel' });
    assert.equal((await house.outcomes(leader.visitor, ALL)).total, 0);
    await evening.lead({ ...made.answer, type: 'restoreOutcome' });
    assert.equal((await house.outcomes(leader.visitor, ALL)).total, 1);
  });

  test(`${server.name}: what only those who lead may see stays theirs, also once all is published`, async (story) => {
    const { evening, card } = await held(story, await server.database());
    await evening.lead({ ...proposal(card), seenBy: 'leaders' });
    await publish(evening);
    assert.equal((await evening.house.outcomes(null, ALL)).total, 0);
    assert.equal((await evening.house.outcomes(evening.leader.visitor, ALL)).total, 1);
  });

  test(`${server.name}: a list is narrowed by owner, theme and what is overdue`, async (story) => {
    const { evening, card } = await held(story, await server.database());
    const { house, leader } = evening;
    await evening.lead(proposal(card));
    const settled = await evening.lead({ ...proposal(card), owner: 'dorpsraad', theme: '' });
    await evening.lead({ type: 'setStatus', ...settled.answer, saw: 1, status: 'noBecause', because: 'Geen plek', due: null });
    const list = async (more: object) => (await house.outcomes(leader.visitor, { ...ALL, ...more })).outcomes.map(({ owner }) => owner);
    assert.deepEqual(await list({}), ['wethouder zorg', 'dorpsraad'], 'what waits comes first');
    const said = (await house.outcomes(leader.visitor, { ...ALL, owner: 'dorpsraad' })).outcomes[0];
    assert.equal(said?.since, house.today(), 'and when it was said');
    assert.deepEqual(await list({ owner: 'dorpsraad' }), ['dorpsraad']);
    assert.deepEqual(await list({ theme: 'ontmoeten' }), ['wethouder zorg']);
    assert.deepEqual(await list({ overdueOn: '2027-02-01' }), [], 'the day itself still counts');
    assert.deepEqual(await list({ overdueOn: '2027-02-02' }), ['wethouder zorg']);
    assert.deepEqual(await list({ page: 2, pageSize: 1 }), ['dorpsraad']);

    // Who comes back weeks later sees at once what this conversation still owes.
    await evening.lead({ type: 'close' });
    await evening.lead({ type: 'markCounterVoice', entry: card });
    const [listed] = await house.listConversations(leader.visitor);
    assert.deepEqual(listed?.owed, { waiting: 1, late: 0, voices: 1, published: false, finished: false, promised: null });
    const situation = await house.situationOf(leader.at.conversation);
    assert.ok(situation);
    const { unchecked, unsigned, maySign, made, points, asked, ...owed } = owedIn(situation, house.today());
    assert.deepEqual(owed, listed.owed, 'the console tells the same');
    assert.deepEqual([unchecked, unsigned, maySign, made, points, asked], [2, 0, true, 2, 0, 0]);
    assert.equal(owedIn(situation, '2027-02-02').late, 1);
    await evening.lead({ type: 'changeScope', to: { hearBackOn: '2027-02-01' }, reason: 'De raad vroeg het.', saw: 0 });
    const promising = (await house.situationOf(leader.at.conversation)) ?? situation;
    const days = ['2027-02-01', '2027-02-02'];
    assert.deepEqual(
      days.map((today) => owedIn(promising, today).promised),
      [null, '2027-02-01'],
      'the day itself still counts',
    );
  });

  test(`${server.name}: a promised day that went by is late until the final report is closed and everybody can read it`, async (story) => {
    const clock = new TestClock();
    const { evening, anna } = await held(story, await server.database(), { clock });
    const { house, leader } = evening;
    const receipt = await house.makeReceipt(anna.visitor, anna.at);
    const heard = async () => {
      const opened = 'code' in receipt && (await house.openReceipt(receipt.code));
      return opened && 'hearBack' in opened ? opened.hearBack : assert.fail();
    };
    await evening.lead({
      type: 'changeScope',
      to: { hearBackOn: '2027-02-01', body: 'gemeenteraad' },
      reason: 'De raad vroeg het.',
      saw: 0,
    });
    const late = async () => {
      const situation = (await house.situationOf(leader.at.conversation)) ?? assert.fail();
      const listed = await house.listConversations(leader.visitor);
      const here = owedIn(situation, house.today()).promised;
      assert.deepEqual(
        [here],
        listed.map(({ owed }) => owed.promised),
        'the list tells the same',
      );
      return here;
    };
    await evening.lead({ type: 'close' });
    assert.equal(await late(), null);
    assert.deepEqual(await heard(), { body: 'gemeenteraad', on: '2027-02-01', late: false, finishedOn: null });
    clock.pass(19 * 24 * 60);
    assert.equal(await late(), '2027-02-01');
    assert.deepEqual(await heard(), { body: 'gemeenteraad', on: '2027-02-01', late: true, finishedOn: null });
    await evening.lead({ type: 'finishReport' });
    assert.deepEqual(await heard(), { body: 'gemeenteraad', on: '2027-02-01', late: true, finishedOn: '2027-02-02' });
    assert.equal(await late(), '2027-02-01', 'nobody else can read it');
    await publish(evening);
    assert.equal(await late(), null);
    await evening.lead({ type: 'reopenReport', because: 'Er kwam iets bij.' });
    assert.equal(await late(), '2027-02-01');
  });

  test(`${server.name}: another process hears of it, and of two that answer at once one is told`, async (story) => {
    const database = await server.database();
    const { evening, card } = await held(story, database);
    const { answer } = await evening.lead(proposal(card));
    const { house: other } = await openHouse(story, database, { clock: new TestClock() });
    const status = { type: 'setStatus', ...answer, saw: 1, status: 'busy', because: '', due: '2027-03-01' } as const;
    const { visitor, at } = evening.leader;
    const taken = await Promise.all([house(evening, 'one-of-two-answers'), other.take(visitor, at, 'other-of-two-answers', status)]);
    assert.deepEqual(taken.map(codeOf).sort(), ['accepted', 'changedSince']);

    function house({ house: own }: Evening, id: string) {
      return own.take(visitor, at, id, status);
    }
  });

  test(`${server.name}: who said it reads what grew from it, also after sealing, and tells what they notice`, async (story) => {
    const database = await server.database();
    const { evening, anna, card } = await held(story, database, { sealAfter: 0 });
    const { house } = evening;
    const receipt = await house.makeReceipt(anna.visitor, anna.at);
    assert.ok('code' in receipt);
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');
    const { answer } = await evening.lead(proposal(card));
    await evening.lead({ ...proposal(card), seenBy: 'leaders', fields: { what: 'Iets voor ons zelf' } });
    await evening.lead({ type: 'setStatus', ...answer, saw: 1, status: 'different', because: 'Het werd een schommel', due: null });
    const grown = async () => {
      const opened = await house.openReceipt(receipt.code);
      return 'cards' in opened ? opened.cards[0]?.grown : null;
    };
    const [only, ...others] = (await grown()) ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual([only?.title, only?.now.status, only?.now.because], ['Een bankje bij de halte', 'different', 'Het werd een schommel']);
    const told = await house.tellEffectByReceipt(receipt.code, card, answer.outcome as OutcomeId, 'aLittle');
    assert.equal(codeOf(told), 'accepted');
    assert.equal((await grown())?.[0]?.noticed, 'aLittle');
    await evening.lead({ ...answer, type: 'dropOutcome', because: 'Dubbel' });
    await evening.lead({ ...answer, type: 'restoreOutcome' });
    const counted = 'SELECT noticed_yes, noticed_little, noticed_no FROM outcomes WHERE noticed_little > 0';
    assert.deepEqual(await rowsOf(database, counted), [{ noticed_yes: 0, noticed_little: 1, noticed_no: 0 }]);
    const { threads } = await house.direction(evening.leader.visitor);
    assert.deepEqual([threads[0]?.theme, threads[0]?.outcomes, threads[0]?.effect], ['ontmoeten', 2, null], 'one answer is told to nobody');
    await rowsOf(database, 'UPDATE outcomes SET noticed_yes = 12, noticed_little = 0');
    const noticed = async (reader: typeof evening.leader.visitor | null) =>
      (await house.direction(reader)).threads.map(({ effect }) => effect?.total ?? null);
    assert.deepEqual(await noticed(evening.leader.visitor), [null], 'nor what others cannot read');
    await rowsOf(database, 'UPDATE streams SET published = true');
    assert.deepEqual([await noticed(evening.leader.visitor), await noticed(null)], [[12], [12]], 'to everybody the same');
    assert.equal(
      codeOf(await house.tellTurnByReceipt(receipt.code, card, answer.outcome as OutcomeId, 'Hier is niemand in')),
      'unknownOutcome',
    );

    const tried = await evening.lead({ ...proposal(card), kind: 'experiment', fields: { what: 'Een bankje voor een maand' } });
    await evening.lead({ type: 'tellTurn', ...tried.answer, words: 'Het duurt langer' });
    const back = await house.tellTurnByReceipt(receipt.code, card, tried.answer.outcome as OutcomeId, 'Het staat in de zon');
    assert.equal(codeOf(back), 'accepted');
    const turns = (await grown())?.[1]?.turns?.map(({ from, words }) => [from, words]);
    assert.deepEqual(turns, [
      ['owner', 'Het duurt langer'],
      ['people', 'Het staat in de zon'],
    ]);
  });

  test(`${server.name}: who wrote several cards that something grew from tells once what they notice of it`, async (story) => {
    const database = await server.database();
    const evening = await Evening.open(story, database, { clock: new TestClock(), sealAfter: 3_600_000 });
    const [anna] = await evening.joinAll(5);
    assert.ok(anna);
    await evening.next();
    const cards: EntryId[] = [];
    for (const text of ['Er is nergens een bankje.', 'Opa kan niet staan.', 'De bus komt laat.'])
      cards.push(accepted(await evening.write(anna, text)).answer.entry ?? assert.fail());
    await evening.next();
    await evening.lead({ type: 'release', place: 'write.1' });
    const { outcome } = (await evening.lead({ ...proposal(cards[0] ?? assert.fail()), cards })).answer;
    assert.ok(outcome);
    await evening.lead({ type: 'setStatus', outcome, saw: 1, status: 'succeeded', because: '', due: null });
    const receipt = await evening.house.makeReceipt(anna.visitor, anna.at);
    assert.ok('code' in receipt);
    for (const [at, effect] of (['yes', 'no', 'aLittle'] as const).entries())
      accepted(await evening.house.tellEffectByReceipt(receipt.code, cards[at] ?? assert.fail(), outcome, effect));
    const [known] = (await evening.state()).outcomes;
    assert.deepEqual(Object.values(known?.effects ?? {}), ['aLittle'], 'the last answer is the one that counts');
    const opened = await evening.house.openReceipt(receipt.code);
    const grown = 'cards' in opened ? opened.cards.flatMap((card) => card.grown) : [];
    assert.deepEqual(grown.map(({ tells, noticed }) => [tells, noticed]).toSorted(), [
      [false, null],
      [false, null],
      [true, 'aLittle'],
    ]);
    const told = Object.keys(known?.effects ?? {})[0] as EntryId;
    accepted(await evening.house.withdrawByReceipt(receipt.code, told));
    const left = cards.find((card) => card !== told) ?? assert.fail();
    accepted(await evening.house.tellEffectByReceipt(receipt.code, left, outcome, 'no'));
    const effects = async () => Object.values((await evening.state()).outcomes[0]?.effects ?? {});
    assert.deepEqual(await effects(), ['no'], 'what was told goes with its card, and can be told again with another');
    await evening.lead({ type: 'hide', entry: left, rule: 'name' });
    accepted(await evening.house.tellEffectByReceipt(receipt.code, left, outcome, 'yes'));
    assert.deepEqual(await effects(), ['yes'], 'also when others may not read the card');
    assert.deepEqual(await evening.house.withdrawAllByReceipt(receipt.code), { withdrawn: 2 });
    assert.deepEqual(await effects(), []);
    await until(
      async () => (await rowsOf(database, 'SELECT 1 FROM outcomes WHERE noticed_yes + noticed_little + noticed_no > 0')).length === 0,
    );
  });

  test(`${server.name}: who lets go of the card they told it with counts once all the same`, async (story) => {
    const evening = await Evening.open(story, await server.database());
    const { house } = evening;
    const [anna] = await evening.joinAll(5);
    assert.ok(anna);
    await evening.next();
    const write = async (text: string) => accepted(await evening.write(anna, text)).answer.entry ?? assert.fail();
    const cards = [await write('Er is nergens een bankje.'), await write('Opa kan niet staan.')].toSorted();
    const [one, two] = cards as [EntryId, EntryId];
    await evening.next();
    await evening.lead({ type: 'release', place: 'write.1' });
    const receipt = await house.makeReceipt(anna.visitor, anna.at);
    assert.ok('code' in receipt);
    await evening.lead({ type: 'close' });
    await until(async () => (await evening.state()).status === 'sealed');
    const { outcome } = (await evening.lead({ ...proposal(one), cards })).answer;
    assert.ok(outcome);
    const effects = async () => (await evening.state()).outcomes[0]?.effects;
    accepted(await house.tellEffectByReceipt(receipt.code, one, outcome, 'yes'));
    accepted(await house.letGoByReceipt(receipt.code, one));
    assert.deepEqual(await effects(), {}, 'they can tell it with the other');
    accepted(await house.tellEffectByReceipt(receipt.code, two, outcome, 'yes'));
    accepted(await house.letGoByReceipt(receipt.code, two));
    assert.deepEqual(await effects(), { [two]: 'yes' }, 'and with no other left it stays');
  });

  test(`${server.name}: what stands in an outcome in the words of a card goes when its writer takes the card back`, async (story) => {
    const database = await server.database();
    const { evening, anna, card } = await held(story, database);
    const { house } = evening;
    const receipt = await house.makeReceipt(anna.visitor, anna.at);
    assert.ok('code' in receipt);
    const copied = await evening.lead({ ...proposal(card), fields: { what: 'Er is nergens\neen bankje. ' } });
    await evening.lead({
      type: 'changeOutcome',
      ...copied.answer,
      saw: 1,
      because: 'Korter',
      ...WORDS,
      cards: [card],
      fields: { what: 'Een bankje' },
    });
    await evening.lead({ ...proposal(card), fields: { what: 'Er is nergens een bankje.' } });
    await publish(evening);
    const { house: other } = await openHouse(story, database, { clock: new TestClock() });
    const report = () =>
      other.read(evening.conversation, (situation, words) => JSON.stringify(threadOf(situation, words, 'public', '2027-01-15')));
    assert.match((await report()) ?? '', /nergens/);
    accepted(await house.withdrawByReceipt(receipt.code, card));
    assert.deepEqual((await house.outcomes(null, ALL)).outcomes.map(({ title }) => title).sort(), ['Een bankje', null]);
    for (const from of [await report(), JSON.stringify(await dump(database))]) assert.doesNotMatch(from ?? '', /nergens/);
  });

  test(`${server.name}: why it stands so is kept from everybody where that was said before it was opened, also in a row from before`, async (story) => {
    const database = await server.database();
    const clock = new TestClock();
    const { evening, card } = await held(story, database, { clock });
    const different = { type: 'setStatus', status: 'different', due: null } as const;
    const { fields, cards } = proposal(card);
    const opened = { type: 'changeOutcome', saw: 2, because: 'Klaar', ...WORDS, fields, cards } as const;
    for (const said of ['alone', 'again']) {
      const { answer } = await evening.lead({ ...proposal(card), seenBy: 'leaders' });
      await evening.lead({ ...different, ...answer, saw: 1, because: 'Alleen voor wie leidt' });
      clock.pass(24 * 60);
      await evening.lead({ ...opened, ...answer });
      clock.pass(24 * 60);
      if (said === 'again') await evening.lead({ ...different, ...answer, saw: 3, because: 'Voor iedereen' });
    }
    await publish(evening);
    const days = async () =>
      (await rowsOf<{ since: string }>(database, 'SELECT since::text FROM outcomes ORDER BY since')).map(({ since }) => since);
    const heard = [dayOf(clock.now() - 3 * 86_400_000), dayOf(clock.now())];
    assert.deepEqual(await days(), heard, 'from the day on which others could hear of it');
    await rowsOf(database, 'UPDATE outcomes SET since = NULL');
    await rowsOf(database, await readFile('src/store/migrations/022.do.since.sql', 'utf8'));
    assert.deepEqual(await days(), heard);
    const reasons = async () => (await evening.house.outcomes(null, ALL)).outcomes.map(({ because }) => because).sort();
    assert.deepEqual(await reasons(), ['Voor iedereen', null]);
    await rowsOf(
      database,
      `UPDATE outcomes SET because = (SELECT body ->> 'because' FROM events
         WHERE conversation = outcomes.conversation AND type = 'outcomeStood' AND body ->> 'outcome' = outcomes.id ORDER BY number DESC LIMIT 1)`,
    );
    assert.deepEqual(await reasons(), ['Alleen voor wie leidt', 'Voor iedereen']);
    await rowsOf(database, await readFile('src/store/migrations/019.do.silent-before-opening.sql', 'utf8'));
    assert.deepEqual(await reasons(), ['Voor iedereen', null]);
  });

  test(`${server.name}: with another owner, and with a new link, the door of who saw to it before ends; with another owner the mail too`, async (story) => {
    const database = await server.database();
    const { evening, card } = await held(story, database);
    const { house, leader } = evening;
    const { answer } = await evening.lead(proposal(card));
    const outcome = answer.outcome as OutcomeId;
    const enter = async () => {
      const link = await house.ownerLink(leader.visitor, leader.at, outcome);
      const { secret, visitor } = await house.newDevice();
      const used = 'secret' in link ? await house.useLink(visitor, link.secret) : assert.fail(link.refused);
      assert.ok('at' in used && used.at);
      return { person: { visitor: (await house.whoAsks(secret)) ?? visitor, at: used.at }, secret, link };
    };
    const ways = () => rowsOf(database, `SELECT id FROM links WHERE kind = 'owner' UNION ALL SELECT address FROM addresses`);
    const gone = async ({ secret }: Awaited<ReturnType<typeof enter>>) =>
      until(async () => (await house.whoAsks(secret))?.seats.length === 0);
    const changed = { type: 'changeOutcome', ...answer, because: 'Klopt beter', ...WORDS, cards: [card], fields: { what: 'Een bankje' } };
    const first = await enter();
    const second = await enter();
    await gone(first);
    await rowsOf(
      database,
      `INSERT INTO addresses (conversation, id, outcome, address, language, news) VALUES ('${evening.conversation}', 'a', '${outcome}', 'w@x.example', 'nl', false)`,
    );
    await evening.lead({ ...changed, saw: 1 });
    assert.equal((await ways()).length, 2, 'the same owner keeps both');
    await evening.lead({ ...changed, saw: 2, owner: 'dorpsraad' });
    assert.deepEqual(await ways(), []);
    await gone(second);
    const status = { type: 'setStatus', ...answer, saw: 3, status: 'busy', because: '', due: '2027-03-01' } as const;
    assert.equal(codeOf(await evening.take(second.person, status)), 'notYourRole', 'also where they are still remembered');
  });

  test(`${server.name}: erased words are not found by any more`, async (story) => {
    const database = await server.database();
    const { evening } = await held(story, database, { kinds: { tried: TRIED } });
    const { answer } = await evening.lead({
      type: 'makeOutcome',
      kind: 'tried',
      due: '2027-02-01',
      ...WORDS,
      cards: [],
      fields: { rule: 'Als het kan', tried: 'Bij een gezin' },
    });
    const found = () => rowsOf(database, "SELECT id FROM outcomes WHERE search @@ 'gezin'::tsquery");
    assert.equal((await found()).length, 1);
    await evening.lead({ type: 'setStatus', ...answer, saw: 1, status: 'succeeded', because: '', due: null });
    assert.deepEqual(await found(), []);
    assert.deepEqual(await rowsOf(database, "SELECT id FROM texts WHERE words LIKE '%gezin%'"), []);
  });
}

const WORDS = { owner: 'wethouder zorg', theme: 'ontmoeten', seenBy: 'everyone' } as const;

/** What it was tried on is not kept once it is adopted. */
const TRIED: OutcomeKind = {
  kind: 'tried',
  name: { nl: 'Regel', en: 'Rule' },
  explained: { nl: 'Een regel.', en: 'A rule.' },
  adoptedAt: 'succeeded',
  fields: [
    { key: 'rule', type: 'line', label: { nl: 'Regel', en: 'Rule' } },
    { key: 'tried', type: 'text', untilAdopted: true, optional: true, label: { nl: 'Bij wie', en: 'With whom' } },
  ],
};

function proposal(card: EntryId) {
  return {
    type: 'makeOutcome',
    kind: 'proposal',
    due: '2027-02-01',
    ...WORDS,
    cards: [card],
    fields: { what: 'Een bankje bij de halte' },
  } as const;
}

/** A card was written and given to the room. */
async function held(story: Parameters<typeof openHouse>[0], database: Parameters<typeof openHouse>[1], more: Partial<HouseParts> = {}) {
  const evening = await Evening.open(story, database, { clock: new TestClock(), sealAfter: 3_600_000, ...more });
  const [anna] = await evening.joinAll(5);
  assert.ok(anna);
  await evening.next();
  const card = accepted(await evening.write(anna, 'Er is nergens een bankje.')).answer.entry;
  assert.ok(card);
  await evening.next();
  await evening.lead({ type: 'release', place: 'write.1' });
  return { evening, anna, card };
}

/** Two people look through every part. */
async function publish(evening: Evening): Promise<void> {
  if ((await evening.state()).status === 'open') await evening.lead({ type: 'close' });
  for (const person of [evening.leader, await colleague(evening)]) {
    const { checks } = await evening.state();
    for (const part of ['top', 'write.1'] as const) {
      accepted(await evening.take(person, { type: 'check', part, changes: checks[part as 'top']?.changes ?? 0 }));
    }
  }
}

async function colleague(evening: Evening): Promise<Person> {
  const { house, leader } = evening;
  const link = await house.coFacilitatorLink(leader.visitor, leader.at);
  assert.ok('secret' in link);
  const { secret, visitor } = await house.newDevice();
  const used = await house.useLink(visitor, link.secret);
  assert.ok('at' in used && used.at);
  const now = await house.whoAsks(secret);
  assert.ok(now);
  return { visitor: now, at: used.at };
}
