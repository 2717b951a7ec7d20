import assert from 'node:assert/strict';
import { after, test, type TestContext } from 'node:test';
import type { PoolConfig } from 'pg';
import type { Asked, OpenedReceipt } from '#app/house.ts';
import { Mailing } from '#app/mailing.ts';
import { serverRandomness } from '#app/world.ts';
import { dayOf } from '#conversation/day.ts';
import type { OutcomeId, OutcomeStatus } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import { openPost } from '#mail/smtp.ts';
import { reportOf } from '#report/model.ts';
import { openStore } from '#store/open.ts';
import { allServers, type TestServer } from '../helpers/database.ts';
import { dump, rowsOf } from '../helpers/dump.ts';
import { openPostOffice, type PostOffice } from '../mail/postOffice.ts';
import { accepted, codeOf, Evening, FORMAT, TestClock, until, type Person } from './evening.ts';

const servers = await allServers();
after(() => Promise.all(servers.map((each) => each.stop())));

const both = (nl: string, en: string) => ({ nl, en });
const STATUSES = ['open', 'busy', 'succeeded', 'leaveIt'];
const PROMISING = {
  ...FORMAT,
  outcomes: [{ kind: 'pledge', name: both('Belofte', 'Pledge'), from: ['thought'], seenBy: 'everyone', owner: 'writer' }],
  followUps: [
    { id: 'firstStep', afterDays: 14, asks: 'writer', question: both('Eerste stap?', 'First step?'), statuses: STATUSES, seenBy: 'owner' },
    { id: 'kept', afterDays: 42, asks: 'writer', question: both('Hoe ging het?', 'How did it go?'), statuses: STATUSES, seenBy: 'owner' },
  ],
} satisfies typeof FORMAT;

for (const server of servers) {
  test(`${server.name}: who asked for it is mailed on the day, once, and nobody reads in a mail what it is about`, async (t) => {
    const { evening, clock, office, code, pledge, database } = await promised(t, server);
    await mailTo(evening, office, code);
    assert.equal((await opened(evening, code)).mail?.standing, 'confirmed');
    assert.equal((await opened(evening, code)).mail?.address, 'i…@voorbeeld.nl');
    clock.pass(13 * DAY);
    const { mailing } = await another(t, database, clock, office);
    await mailing.deliver();
    assert.equal(office.received.length, 1, 'nothing before its day');
    clock.pass(DAY);
    await Promise.all([mailing.deliver(), (await another(t, database, clock, office)).mailing.deliver()]);
    await mailing.deliver();
    assert.equal(office.received.length, 2, 'one letter, whoever looks');
    const letter = office.received[1]?.whole ?? '';
    assert.match(letter, /Er staat een vraag voor je klaar/);
    assert.match(letter, /https:\/\/samenspraak[.]example\/terugleeskaart en typ/);
    for (const { whole } of office.received) {
      for (const secret of [
        PROMISE,
        'Samen in de wijk',
        'Avond',
        'Eerste stap',
        pledge,
        evening.conversation,
        code,
        code.replaceAll(' ', ''),
      ])
        assert.ok(!whole.includes(secret), secret);
      assert.doesNotMatch(whole, /https?:\/\/\S*[?#]|terugleeskaart\/\w/, 'a link grants nothing');
    }

    const [question] = (await opened(evening, code)).cards[0]?.questions ?? [];
    assert.deepEqual([question?.followUp, question?.answer], ['firstStep', null]);
    accepted(await evening.house.answerByReceipt(code, pledge, { followUp: 'firstStep', status: 'busy', words: 'Bellen helpt.' }));
    assert.deepEqual((await opened(evening, code)).cards[0]?.questions[0]?.answer, { status: 'busy', learned: 'Bellen helpt.' });
    const report = await evening.house.read(evening.conversation, (situation, words) => reportOf(situation, words, 'room'));
    assert.doesNotMatch(JSON.stringify(report), /Bellen/, 'it stands in no report');
    const atOnce = ['open', 'busy'].map((status) =>
      evening.house.answerByReceipt(code, pledge, { followUp: 'firstStep', status, words: '' }),
    );
    (await Promise.all(atOnce)).forEach(accepted);
    assert.match(
      (await opened(evening, code)).cards[0]?.questions[0]?.answer?.status ?? '',
      /^(open|busy)$/,
      'of two at once the last counts',
    );
    assert.equal(codeOf(await evening.house.answerByReceipt(code, pledge, { followUp: 'kept', status: 'busy', words: '' })), 'notNow');
    clock.pass(28 * DAY);
    await mailing.deliver();
    assert.equal(office.received.length, 3);
    assert.deepEqual((await dump(database))['addresses'], [], 'after the last question the address goes');
  });

  test(`${server.name}: laat maar, a new code, stopping and withdrawing: the address goes or moves along with what it was for`, async (t) => {
    const { evening, clock, office, code, pledge, database } = await promised(t, server);
    await mailTo(evening, office, code);
    const fresh = await evening.house.renewReceipt(code, evening.actionId());
    assert.ok('code' in fresh);
    assert.equal((await opened(evening, fresh.code)).mail?.standing, 'confirmed');
    assert.deepEqual(await evening.house.stopReceiptMail(fresh.code), { asked: true });
    assert.deepEqual((await dump(database))['addresses'], []);
    assert.deepEqual((await dump(database))['letters'], []);

    await mailTo(evening, office, fresh.code);
    clock.pass(14 * DAY);
    accepted(await evening.house.answerByReceipt(fresh.code, pledge, { followUp: 'firstStep', status: 'leaveIt', words: '' }));
    assert.deepEqual((await dump(database))['addresses'], []);
    const { mailing } = await another(t, database, clock, office);
    await mailing.deliver();
    assert.equal(office.received.length, 2, 'only the codes');

    accepted(await evening.house.answerByReceipt(fresh.code, pledge, { followUp: 'firstStep', status: 'open', words: '' }));
    clock.pass(7 * DAY);
    await mailTo(evening, office, fresh.code);
    accepted(await evening.house.withdrawByReceipt(fresh.code, pledge));
    assert.deepEqual((await dump(database))['addresses'], []);
    assert.equal(
      codeOf(await evening.house.answerByReceipt(fresh.code, pledge, { followUp: 'firstStep', status: 'open', words: '' })),
      'unknownCard',
    );
  });

  test(`${server.name}: a mailbox that takes nothing is said so, and its address is not kept; one that is full is tried again`, async (t) => {
    const { evening, clock, office, code, database } = await promised(t, server);
    await mailTo(evening, office, code);
    clock.pass(14 * DAY);
    const { mailing } = await another(t, database, clock, office);
    office.answer(ADDRESS, 451);
    await mailing.deliver();
    await mailing.deliver();
    office.answer(ADDRESS);
    await mailing.deliver();
    assert.equal(office.received.length, 1, 'not at once');
    clock.pass(60);
    await mailing.deliver();
    assert.equal(office.received.length, 2);
    assert.equal((await opened(evening, code)).mail?.standing, 'confirmed');

    office.answer(ADDRESS, 550);
    clock.pass(28 * DAY);
    await mailing.deliver();
    assert.deepEqual((await opened(evening, code)).mail, { possible: true, standing: 'failed', address: null, news: false });
    assert.ok(!JSON.stringify(await dump(database)).includes(ADDRESS));
    assert.equal((await opened(evening, code)).cards[0]?.questions[0]?.followUp, 'kept', 'it is asked here');
  });

  test(`${server.name}: while nobody's mail is taken nothing is used up, and no address is given up`, async (t) => {
    const { evening, clock, office, code, database } = await promised(t, server);
    await mailTo(evening, office, code);
    clock.pass(14 * DAY);
    const { store, mailing } = await another(t, database, clock, office);
    const world = { clock, randomness: serverRandomness, log: () => undefined };
    const cutOff = new Mailing(store, world, { post: { bring: () => Promise.resolve('away'), stop: () => undefined }, house: HOUSE });
    for (let tries = 0; tries < 12; tries++) {
      await cutOff.deliver();
      clock.pass(15);
    }
    office.answer(ADDRESS, 451);
    await mailing.deliver();
    assert.equal((await opened(evening, code)).mail?.standing, 'confirmed', 'this was the first time that it was tried');
    office.answer(ADDRESS);
    clock.pass(15);
    await mailing.deliver();
    assert.equal(office.received.length, 2);

    const holder = { conversation: evening.conversation, outcome: 'o' as OutcomeId };
    const wish = { address: 'ander@voorbeeld.nl', language: 'nl', news: false } as const;
    for (let tries = 0; tries < 4; tries++) assert.deepEqual(await cutOff.ask(holder, wish), { refused: 'mailAway' });
    for (let codes = 0; codes < 3; codes++) assert.deepEqual(await mailing.ask(holder, wish), { asked: true });
    const elsewhere = 'van-wie-niets-vroeg@voorbeeld.nl';
    for (let tries = 0; tries < 3; tries++)
      assert.deepEqual(await mailing.ask(holder, { ...wish, address: elsewhere }), { refused: 'mailedEnough' });
    assert.equal(await ask(evening, code, elsewhere), ASKED, 'what one may not ask is not counted to another');
  });

  test(`${server.name}: what somebody learned goes when they let go of the card`, async (t) => {
    const { evening, clock, code, pledge, database } = await promised(t, server);
    clock.pass(14 * DAY);
    accepted(await evening.house.answerByReceipt(code, pledge, { followUp: 'firstStep', status: 'busy', words: 'kanarieles' }));
    accepted(await evening.house.letGoByReceipt(code, pledge));
    assert.doesNotMatch(JSON.stringify(await dump(database)), /kanarieles/);
  });

  test(`${server.name}: a mail that went out just before a crash goes out once more under the same id`, async (t) => {
    const { evening, clock, office, code, database } = await promised(t, server);
    await mailTo(evening, office, code);
    clock.pass(14 * DAY);
    const { mailing, store } = await another(t, database, clock, office);
    store.addresses.brought = () => Promise.reject(new Error('a crash'));
    await assert.rejects(mailing.deliver());
    clock.pass(60);
    await (await another(t, database, clock, office)).mailing.deliver();
    const ids = office.received.slice(1).map(({ whole }) => /Message-ID: <([^>]+)>/i.exec(whole)?.[1]);
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 1);
  });

  test(`${server.name}: a wrong code, an old one and one tried too often are told the same; nobody is mailed more than three codes a week`, async (t) => {
    const { evening, clock, office, code, database } = await promised(t, server);
    assert.deepEqual(await evening.house.confirmReceiptMail(code, '123456'), { refused: 'wrongMailCode' });
    assert.equal(await ask(evening, code), ASKED);
    const right = mailedCode(office);
    for (let tries = 0; tries < 5; tries++) {
      const wrong = String((Number(right) + tries + 1) % 1_000_000).padStart(6, '0');
      assert.deepEqual(await evening.house.confirmReceiptMail(code, wrong), { refused: 'wrongMailCode' });
    }
    assert.deepEqual(await evening.house.confirmReceiptMail(code, right), { refused: 'wrongMailCode' });
    assert.equal(await ask(evening, code), ASKED);
    clock.pass(61);
    assert.deepEqual(await evening.house.confirmReceiptMail(code, mailedCode(office)), { refused: 'wrongMailCode' });
    assert.equal((await opened(evening, code)).mail?.standing, 'none');

    const asked = await Promise.all([ask(evening, code), ask(evening, code), ask(evening, code, 'IEMAND@voorbeeld.nl')]);
    assert.equal(asked.filter((one) => one === ASKED).length, 1);
    assert.equal(office.received.length, 3);
    const hashed = await rowsOf<{ times: number }>(database, 'SELECT times FROM mailed');
    assert.deepEqual(
      hashed.map(({ times }) => times),
      [3, 3],
    );
    clock.pass(8 * DAY);
    assert.equal(await ask(evening, code), ASKED);
  });

  test(`${server.name}: who sees to an outcome is mailed on the day it is owed, and again on another day`, async (t) => {
    const { evening, clock, office, code, database } = await promised(t, server);
    const outcome = await letGo(evening, '2027-01-20');
    const { house, leader } = evening;
    const wish = { address: 'wethouder@gemeente.example', language: 'nl' } as const;
    assert.deepEqual(await house.mailOwner(leader.visitor, leader.at, outcome, wish), { asked: true });
    assert.deepEqual(await house.confirmOwnerMail(leader.visitor, leader.at, outcome, '000'), { refused: 'wrongMailCode' });
    assert.deepEqual(await house.confirmOwnerMail(leader.visitor, leader.at, outcome, mailedCode(office)), { asked: true });
    const stranger = await evening.join().catch(() => null);
    assert.equal(stranger, null);
    const { visitor } = await house.newDevice();
    assert.deepEqual(await house.ownerMail(visitor, leader.at, outcome), { refused: 'notFound' });

    const { mailing } = await another(t, database, clock, office);
    clock.pass(6 * DAY);
    await mailing.deliver();
    await mailing.deliver();
    assert.equal(office.received.length, 2);
    assert.match(office.received[1]?.whole ?? '', /Er wacht een vraag op jouw antwoord/);
    assert.doesNotMatch(office.received[1]?.whole ?? '', /kanarie|Wijkraad|Samen in de wijk/);
    await stand(evening, outcome, 'busy', '2027-02-01');
    await mailing.deliver();
    assert.equal(office.received.length, 2);
    clock.pass(12 * DAY);
    office.answer(wish.address, 550);
    await mailing.deliver();
    assert.deepEqual(await house.ownerMail(leader.visitor, leader.at, outcome), {
      possible: true,
      standing: 'failed',
      address: null,
      news: false,
    });
    const owner = await ownerOf(evening, outcome);
    const standingFor = async ({ visitor: who, at }: Person) => {
      const mail = await house.ownerMail(who, at, outcome);
      return 'refused' in mail ? mail.refused : mail.standing;
    };
    assert.equal(await standingFor(owner), 'failed', 'on their own page');
    const other = await letGo(evening, '2027-03-01');
    assert.deepEqual(await house.ownerMail(owner.visitor, owner.at, other), { refused: 'notYourRole' });
    await stand(evening, outcome, 'succeeded', null);
    await mailing.erasePast();
    assert.deepEqual((await dump(database))['addresses'], []);
    assert.deepEqual(await house.mailOwner(leader.visitor, leader.at, outcome, wish), { refused: 'notNow' });
    assert.deepEqual(await house.mailOwner(leader.visitor, leader.at, 'x' as typeof outcome, wish), { refused: 'unknownOutcome' });
    assert.ok('cards' in (await house.openReceipt(code)));
  });

  test(`${server.name}: who asked for news hears of it the next morning, once a week at most, and not of what they saw`, async (t) => {
    const { evening, clock, office, code, database } = await promised(t, server);
    await mailTo(evening, office, code, true);
    const { mailing } = await another(t, database, clock, office);
    const outcome = await letGo(evening, '2027-03-01');
    await stand(evening, outcome, 'busy', '2027-03-02');
    await mailing.deliver();
    assert.equal(office.received.length, 1);
    clock.pass(DAY);
    await mailing.deliver();
    assert.equal(office.received.length, 2);
    assert.match(office.received[1]?.whole ?? '', /Er is nieuws over een gesprek waar je bij was/);
    assert.doesNotMatch(office.received[1]?.whole ?? '', /kanarie|Wijkraad|Samen in de wijk/);

    assert.deepEqual(await evening.house.lookAtReceipt(code), { before: null });
    const looked = dayOf(clock.now());
    await stand(evening, outcome, 'busy', '2027-03-03');
    for (let day = 0; day < 5; day++) {
      clock.pass(DAY);
      await mailing.deliver();
    }
    assert.equal(office.received.length, 2, 'not again within the week');
    assert.deepEqual(await evening.house.lookAtReceipt(code), { before: looked });
    clock.pass(5 * DAY);
    await mailing.deliver();
    clock.pass(DAY);
    await mailing.deliver();
    assert.equal(office.received.filter(({ whole }) => /Er is nieuws/.test(whole)).length, 1, 'what was seen is no news');
  });

  test(`${server.name}: what is no address, a mailbox that is not there, and a server that is away are each said plainly`, async (t) => {
    const { evening, clock, office, code, database } = await promised(t, server);
    for (const address of [
      '',
      'iemand',
      'iemand@voorbeeld',
      'a@b.nl, c@d.nl',
      'a@b.nl\r\nBcc: c@d.nl',
      'a\u0000b@c.nl',
      'a\u0085b@c.nl',
      'Iemand <a@b.nl>',
      `${'a'.repeat(300)}@b.nl`,
    ])
      assert.deepEqual(await ask(evening, code, address), { refused: 'wrongAddress' }, address);
    office.answer(ADDRESS, 550);
    assert.deepEqual(await ask(evening, code), { refused: 'addressRefused' });
    office.answer(ADDRESS, 451);
    assert.deepEqual(await ask(evening, code), { refused: 'mailAway' });
    assert.deepEqual((await dump(database))['addresses'], []);
    office.answer(ADDRESS);
    await mailTo(evening, office, code);
    clock.pass(7 * DAY);
    office.answer(ADDRESS, 451);
    assert.deepEqual(await ask(evening, code), { refused: 'mailAway' });
    assert.equal((await opened(evening, code)).mail?.standing, 'confirmed', 'what was confirmed stays');
  });

  test(`${server.name}: a house without mail says so, and asks in the app`, async (t) => {
    const clock = new TestClock();
    const evening = await Evening.open(t, await server.database(), { clock, formats: [PROMISING] });
    await evening.next();
    const anna = await evening.join();
    accepted(await evening.write(anna, PROMISE));
    const code = await receiptOf(evening, anna);
    assert.equal((await opened(evening, code)).mail, null, 'nothing to mail about yet');
    assert.deepEqual(await ask(evening, code), { refused: 'notNow' });
    await evening.lead({ type: 'close' });
    assert.deepEqual((await opened(evening, code)).mail, { possible: false, standing: 'none', address: null, news: false });
    assert.deepEqual(await ask(evening, code), { refused: 'noMail' });
    clock.pass(14 * DAY);
    assert.equal((await opened(evening, code)).cards[0]?.questions.length, 1);
  });
}

const DAY = 24 * 60;
const PROMISE = 'kanariebelofte bij de buurvrouw';
const ADDRESS = 'iemand@voorbeeld.nl';
const ASKED = 'asked';

/** An evening that is over and sealed, with one promise in it, in a house that brings mail. */
async function promised(t: TestContext, server: TestServer) {
  const database = await server.database();
  const office = await openPostOffice();
  const clock = new TestClock();
  const post = openPost({ url: new URL(office.url), from: 'post@samenspraak.example', onTrouble: () => undefined });
  const evening = await Evening.open(t, database, { clock, formats: [PROMISING], mail: { post, house: HOUSE } });
  t.after(() => office.stop());
  await evening.next();
  const anna = await evening.join();
  const { entry } = accepted(await evening.write(anna, PROMISE)).answer;
  assert.ok(entry);
  const code = await receiptOf(evening, anna);
  await evening.lead({ type: 'close' });
  clock.pass(1);
  await until(async () => (await evening.state()).status === 'sealed');
  return { evening, clock, office, code, database, pledge: entry satisfies EntryId };
}

const HOUSE = 'https://samenspraak.example';

/** Another process on the same database, that brings what is due when it is told to. */
async function another(t: TestContext, database: PoolConfig, clock: TestClock, office: PostOffice) {
  const store = await openStore(database);
  const post = openPost({ url: new URL(office.url), from: 'post@samenspraak.example', onTrouble: () => undefined });
  const mailing = new Mailing(store, { clock, randomness: serverRandomness, log: () => undefined }, { post, house: HOUSE });
  t.after(async () => {
    await mailing.done();
    await store.stop();
  });
  return { mailing, store };
}

async function receiptOf(evening: Evening, { visitor, at }: Person): Promise<string> {
  const made = await evening.house.makeReceipt(visitor, at);
  return 'code' in made ? made.code : assert.fail(made.refused);
}

async function opened(evening: Evening, code: string): Promise<OpenedReceipt> {
  const found = await evening.house.openReceipt(code);
  return 'refused' in found ? assert.fail(found.refused) : found;
}

async function ask(evening: Evening, code: string, address = ADDRESS, news = false): Promise<Asked | typeof ASKED> {
  const asked = await evening.house.mailReceipt(code, { address, language: 'nl', news });
  return 'asked' in asked ? ASKED : asked;
}

async function mailTo(evening: Evening, office: PostOffice, code: string, news = false): Promise<void> {
  assert.equal(await ask(evening, code, ADDRESS, news), ASKED);
  assert.deepEqual(await evening.house.confirmReceiptMail(code, mailedCode(office)), { asked: true });
}

/** As it stands in the last mail. */
function mailedCode({ received }: PostOffice): string {
  const [, first = '', second = ''] = /code: (\d{3}) (\d{3})/.exec(received.at(-1)?.whole ?? '') ?? [];
  return first + second;
}

/** Something that lives on, with an owner and a day. */
async function letGo(evening: Evening, due: string): Promise<OutcomeId> {
  const fields = { what: 'kanarieformulier', sort: 'rule', from: '2026-04-01', why: 'kanariereden' };
  const made = {
    type: 'makeOutcome',
    kind: 'lettingGo',
    due,
    fields,
    cards: [],
    owner: 'Wijkraad',
    theme: '',
    seenBy: 'everyone',
  } as const;
  const { outcome } = (await evening.lead(made)).answer;
  assert.ok(outcome);
  return outcome;
}

async function stand(evening: Evening, outcome: OutcomeId, status: OutcomeStatus, due: string | null): Promise<void> {
  const { history, changes } = (await evening.state()).outcomes.find(({ id }) => id === outcome) ?? assert.fail();
  await evening.lead({ type: 'setStatus', outcome, saw: history.length + changes.length, status, because: '', due });
}

/** Who sees to it, by a link of their own. */
async function ownerOf({ house, leader }: Evening, outcome: OutcomeId): Promise<Person> {
  const handed = await house.ownerLink(leader.visitor, leader.at, outcome);
  const { visitor } = await house.newDevice();
  const entrance = 'secret' in handed ? await house.useLink(visitor, handed.secret) : assert.fail(handed.refused);
  return 'at' in entrance && entrance.at ? { visitor, at: entrance.at } : assert.fail();
}
