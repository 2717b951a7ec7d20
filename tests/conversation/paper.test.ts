import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FlatView } from '#conversation/channel.ts';
import type { Place, Role, Visibility } from '#conversation/format.ts';
import { standingIn, paperCount } from '#conversation/paper.ts';
import type { SeatId } from '#conversation/state.ts';
import type { PaperVotesShape, TallyShape } from '#conversation/views/shapes.ts';
import { reportOf } from '#report/model.ts';
import { formatOf, inputOf, ROLES, Story, WORDS } from './ground.ts';

const AFTER: Visibility = { who: 'everyone', sender: 'withoutName', when: 'afterPhase' };

describe('dots on paper, counted by two', () => {
  test('what two people found the same is added to the tally, with its people', () => {
    const { story, host, seats } = vote(5);
    for (const seat of seats) story.tryToWrite(seat, 'no', { input: 'ballot' });
    assert.equal(count(story, host, { people: 3, yes: 2, no: 1 }), null);
    assert.equal(count(story, story.leader, { people: 3, no: 1, yes: 2 }), null);
    story.next();
    assert.deepEqual(story.state.tallies['one.1/ballot'], { turnout: 8, counts: { yes: 2, no: 6 } });
  });

  test('what was counted once, or not the same, is left out', () => {
    for (const second of [null, { people: 3, yes: 3, no: 0 }, { people: 2, yes: 2, no: 0 }]) {
      const { story, host, seats } = vote(5);
      for (const seat of seats) story.tryToWrite(seat, 'no', { input: 'ballot' });
      count(story, host, { people: 3, yes: 2, no: 1 });
      if (second) count(story, story.leader, second);
      story.next();
      assert.deepEqual(story.state.tallies['one.1/ballot'], { turnout: 5, counts: { yes: 0, no: 5 }, unsettled: [1] });
      assert.deepEqual(shown(story, host)['tally/one.1/ballot'], {
        input: 'ballot',
        kind: 'ballot',
        names: {},
        turnout: 5,
        counts: { yes: 0, no: 5 },
        unsettled: [1],
      });
      assert.deepEqual(onConsole(story).left, [{ label: WORDS, fewOn: null, unsettled: [1] }]);
    }
  });

  test('who counts again counts anew: then it is the same after all', () => {
    const { story, host, seats } = vote(5);
    for (const seat of seats) story.tryToWrite(seat, 'no', { input: 'ballot' });
    count(story, host, { people: 3, yes: 1, no: 2 });
    count(story, story.leader, { people: 3, yes: 2, no: 1 });
    count(story, host, { people: 3, yes: 2, no: 1 });
    story.next();
    assert.deepEqual(story.state.tallies['one.1/ballot']?.counts, { yes: 2, no: 6 });
  });

  test('a count lies in no log and on no screen', () => {
    const { story, host } = vote(5);
    const before = story.conversation.log.length;
    const screens = [host, story.leader].map((seat) => story.screen(seat));
    count(story, host, { people: 3, yes: 2, no: 1 });
    assert.equal(story.conversation.log.length, before);
    assert.deepEqual(
      [host, story.leader].map((seat) => story.screen(seat)),
      screens,
    );
  });

  test('a table whose counter could take its own paper from the tally keeps the others hidden', () => {
    const { story, host, seats } = vote(3);
    for (const seat of seats) story.tryToWrite(seat, 'no', { input: 'ballot' });
    count(story, host, { people: 3, yes: 2, no: 1 });
    count(story, story.leader, { people: 3, yes: 2, no: 1 });
    story.next();
    assert.deepEqual(story.state.tallies['one.1/ballot'], { turnout: 6, counts: null, fewOn: 'phones' });
    const { turnout, counts, fewOn } = shown(story, host)['tally/one.1/ballot'] as TallyShape;
    assert.deepEqual(
      { turnout, counts, fewOn },
      { turnout: 0, counts: null, fewOn: 'phones' },
      'who counted cannot subtract a turnout either',
    );
    assert.deepEqual(onConsole(story).left, [{ label: WORDS, fewOn: 'phones', unsettled: [] }]);
    story.lead({ type: 'release', place: 'one.1' as Place });
    const { situation, words } = story.conversation;
    const [told] = reportOf(situation, words, 'room').steps.flatMap(({ inputs }) => inputs.flatMap(({ tally }) => tally ?? []));
    assert.deepEqual(told, { turnout: null, options: null, fewOn: 'phones', restsOn: [] });
    story.back();
    assert.deepEqual(onConsole(story).left, [], 'a vote that is held again is a new one');
  });

  test('too few at all is no matter of paper', () => {
    const { story, host, seats } = vote(2);
    for (const seat of seats) story.tryToWrite(seat, 'no', { input: 'ballot' });
    count(story, host, { people: 2, yes: 2, no: 0 });
    count(story, story.leader, { people: 2, yes: 2, no: 0 });
    story.next();
    assert.deepEqual(story.state.tallies['one.1/ballot'], { turnout: 4, counts: null });
  });

  test('who leads is warned before the vote that few have a phone where others vote on paper', () => {
    const inputs = [inputOf('ballot', { late: 'refuse' })];
    const story = new Story(formatOf([{ id: 'talk' }, { id: 'vote', kind: 'choose', inputs, visibility: AFTER }, { id: 'end' }])).begin();
    const host = story.join('host', 'resident', 'host');
    story.join('guest');
    story.next();
    assert.equal(onConsole(story).fewPhones, null, 'everybody votes by phone');
    story.by(host, { type: 'seatPerson', perspectives: [] });
    assert.equal(onConsole(story).fewPhones, 2, 'while the step before it is going on');
    for (let more = 1; more <= 3; more++) story.join(`more${more}`);
    assert.equal(onConsole(story).fewPhones, null, 'five are enough');
    story.by('more1' as SeatId, { type: 'leave' });
    story.next();
    assert.equal(onConsole(story).fewPhones, 4);
    story.next();
    assert.equal(onConsole(story).fewPhones, null);
  });

  test('who leads, and counted more than one table, cannot take all of those from the tally either', () => {
    for (const leads of [true, false]) {
      const scribe: Role = { id: 'scribe', name: WORDS, task: 'scribe' };
      const story = new Story(
        formatOf([{ id: 'one', inputs: [inputOf('ballot', { late: 'refuse' })] }], { roles: [...ROLES, scribe] }),
      ).begin(2);
      const tables = [1, 2].map((table) => {
        const [host, writer, voter] = ['host', 'scribe', 'participant'].map((role) => story.join(`${role}${table}`, 'resident', role));
        for (const seat of [host, writer, voter]) if (seat) story.lead({ type: 'moveSeat', seat, table });
        return { table, host, writer };
      });
      const voters = [story.join('voter'), 'participant1' as SeatId, 'participant2' as SeatId];
      story.next();
      for (const seat of voters) story.tryToWrite(seat, 'no', { input: 'ballot' });
      for (const { table, host, writer } of tables)
        for (const seat of [host, leads ? story.leader : writer])
          assert.equal(count(story, seat ?? story.leader, { people: 3, yes: 2, no: 1 }, table), null);
      story.lead({ type: 'close' });
      assert.deepEqual(
        story.state.tallies['one.1/ballot'],
        leads ? { turnout: 9, counts: null, fewOn: 'phones' } : { turnout: 9, counts: { yes: 4, no: 5 } },
      );
    }
  });

  test('how far it is comes to the table and who leads, and goes with the step', () => {
    const { story, host } = vote(5);
    const note = (standing: 'one' | 'same' | 'differs') =>
      story.take({ type: 'notePaper', run: story.run.id, input: 'ballot', table: 1, standing }, { kind: 'house' });
    assert.equal(note('differs'), null);
    const seen = () => (story.view(host, 'table')['table'] as { readonly paper: object }).paper;
    assert.deepEqual(seen(), { ballot: 'differs' });
    note('same');
    assert.deepEqual(seen(), { ballot: 'same' });
    story.next();
    assert.deepEqual(seen(), {});
  });
});

describe('a count of paper is refused', () => {
  test('with more votes than people sit there, unless heads were counted', () => {
    const { story, host } = vote(2);
    assert.equal(count(story, host, { people: 9, yes: 9, no: 0 }), 'morePaperThanPeople');
    story.by(host, { type: 'countHeads', heads: 9 });
    assert.equal(count(story, host, { people: 9, yes: 9, no: 0 }), null);
  });

  test('with more than these people have to give, of nobody, or for what nobody can choose', () => {
    const { story, host } = vote(5);
    assert.equal(count(story, host, { people: 2, yes: 2, no: 1 }), 'moreThanPaperHolds');
    assert.equal(count(story, host, { people: 0, yes: 0, no: 0 }), 'empty');
    assert.equal(count(story, host, { people: 2, maybe: 1 }), 'unknownChoice');
  });

  test('from who neither hosts nor writes there, for another table, after the step, and where the vote is open', () => {
    const { story, host, seats } = vote(2);
    const [guest = host] = seats;
    assert.equal(count(story, guest, { people: 1, yes: 1 }), 'notYourRole');
    assert.equal(
      story.by(host, { type: 'countPaper', run: story.run.id, input: 'ballot', people: 1, counts: {}, table: 2 }),
      'notYourTable',
    );
    assert.equal(story.by(host, { type: 'countPaper', run: story.run.id, input: 'vote', people: 1, counts: {} }), 'notInThisStep');
    const { id: run } = story.run;
    story.next();
    assert.equal(story.by(host, { type: 'countPaper', run, input: 'ballot', people: 1, counts: {} }), 'movedOn');
  });
});

test('of three counts two that are the same will do; two pairs that differ will not', () => {
  const [a, b] = [paperCount(1, 2, { yes: 2 }), paperCount(1, 2, { yes: 1, no: 1 })];
  assert.equal(standingIn([], 1), null);
  assert.equal(standingIn([a], 1), 'one');
  assert.equal(standingIn([a, b], 1), 'differs');
  assert.equal(standingIn([a, b, a], 1), 'same');
  assert.equal(standingIn([a, b, a, b], 1), 'differs');
  assert.equal(standingIn([a, a], 2), null);
});

function vote(people: number) {
  const inputs = [inputOf('ballot', { late: 'refuse' }), inputOf('vote', { late: 'refuse' })];
  const story = new Story(
    formatOf([
      { id: 'one', kind: 'choose', inputs, visibility: AFTER },
      { id: 'two', uses: ['one'] },
    ]),
  ).begin();
  const host = story.join('host', 'resident', 'host');
  const seats = Array.from({ length: people }, (_, index) => story.join(`voter${index}`));
  story.next();
  return { story, host, seats };
}

function shown(story: Story, seat: SeatId): FlatView {
  return story.view(seat, 'everyone');
}

function onConsole(story: Story): PaperVotesShape {
  return story.view(story.leader, 'facilitator')['paperVotes'] as PaperVotesShape;
}

function count(story: Story, seat: SeatId, { people, ...counts }: { readonly people: number; readonly [option: string]: number }, at = 1) {
  const table = seat === story.leader ? { table: at } : {};
  return story.by(seat, { type: 'countPaper', run: story.run.id, input: 'ballot', people, counts, ...table });
}
