import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Visibility } from '#conversation/format.ts';
import { formatOf, inputOf, Story } from './ground.ts';

const AFTER: Visibility = { who: 'everyone', sender: 'withoutName', when: 'afterPhase' };

describe('secret votes', () => {
  test('a ballot never touches the log, the texts or the cards', () => {
    const { story, seats } = vote();
    const before = story.conversation.log.length;
    cast(story, seats, ['yes', 'yes', 'no', 'no', 'yes']);
    assert.equal(story.conversation.log.length, before);
    assert.deepEqual([story.state.entries.size, story.conversation.texts.size], [0, 0]);
    assert.equal(story.conversation.situation.authors.seatOf.size, 0);
  });

  test('one for each person, changeable; counted when the step ends', () => {
    const { story, seats } = vote();
    cast(story, seats, ['yes', 'yes', 'no', 'no', 'yes']);
    cast(story, seats.slice(0, 1), ['no']);
    story.next();
    assert.deepEqual(story.state.tallies['one.1/ballot'], { turnout: 5, counts: { yes: 2, no: 3 } });
    assert.deepEqual(story.view(story.leader, 'everyone')['tally/one.1/ballot'], {
      input: 'ballot',
      kind: 'ballot',
      turnout: 5,
      counts: { yes: 2, no: 3 },
      names: {},
    });
  });

  test('under five ballots there is no count', () => {
    const { story, seats } = vote();
    cast(story, seats, ['yes', 'yes', 'no', 'no']);
    story.next();
    assert.deepEqual(story.state.tallies['one.1/ballot'], { turnout: 4, counts: null });
    const shown = story.view(story.leader, 'everyone')['tally/one.1/ballot'];
    assert.deepEqual(shown, { input: 'ballot', kind: 'ballot', turnout: 0, counts: null, names: {} }, 'nor do others hear how many voted');
  });

  test('voting again is a new, empty ballot; the old result is not shown beside it', () => {
    const { story, seats } = vote();
    cast(story, seats, ['yes', 'yes', 'yes', 'yes', 'yes']);
    story.next();
    story.back();
    assert.equal(story.view(story.leader, 'everyone')['tally/one.1/ballot'], undefined);
    cast(story, seats, ['no', 'no', 'no', 'no', 'no']);
    story.next();
    assert.deepEqual(story.state.tallies['one.1/ballot'], { turnout: 5, counts: { yes: 0, no: 5 } });
  });

  test('two who exchange their choices leave the same log behind', () => {
    const [one, other] = [
      ['yes', 'no', 'yes', 'yes', 'no'],
      ['no', 'yes', 'yes', 'yes', 'no'],
    ].map((choices) => {
      const { story, seats } = vote();
      cast(story, seats, choices);
      story.next();
      return story.conversation.log;
    });
    assert.deepEqual(one, other);
  });

  test('closing counts too, and a late ballot is refused', () => {
    const { story, seats } = vote();
    const run = story.run.id;
    cast(story, seats, ['yes', 'yes', 'yes', 'yes', 'yes']);
    story.next();
    const [anna = story.leader] = seats;
    assert.equal(story.tryToWrite(anna, 'no', { input: 'ballot', run }), 'tooLate');
    const again = vote();
    cast(again.story, again.seats, ['no', 'no', 'no', 'no', 'no']);
    again.story.lead({ type: 'close' });
    assert.equal(again.story.state.tallies['one.1/ballot']?.turnout, 5);
  });

  test('a result that waits for release is released like cards', () => {
    const { story, seats } = vote({ ...AFTER, when: 'whenReleased' });
    cast(story, seats, ['yes', 'yes', 'yes', 'yes', 'yes']);
    assert.equal(story.lead({ type: 'release', place: story.run.place }), 'nothingToRelease');
    story.next();
    const shown = () => story.view(story.leader, 'everyone')['tally/one.1/ballot'];
    assert.equal(shown(), undefined);
    assert.equal(story.lead({ type: 'release', place: story.state.runs[0]?.place ?? story.run.place }), null);
    assert.ok(shown());
  });
});

function vote(visibility: Visibility = AFTER) {
  const story = new Story(
    formatOf([
      { id: 'one', inputs: [inputOf('ballot', { late: 'refuse' })], visibility },
      { id: 'two', uses: ['one'] },
    ]),
  ).begin();
  const seats = ['a', 'b', 'c', 'd', 'e'].map((name) => story.join(name));
  story.next();
  return { story, seats };
}

function cast(story: Story, seats: ReturnType<typeof vote>['seats'], choices: readonly string[]): void {
  for (const [index, choice] of choices.entries()) {
    const seat = seats[index] ?? story.leader;
    assert.equal(story.tryToWrite(seat, choice, { input: 'ballot' }), null);
  }
}
