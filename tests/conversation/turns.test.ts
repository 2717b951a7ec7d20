import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SeatId } from '#conversation/state.ts';
import type { Turn } from '#conversation/format.ts';
import { formatOf, inputOf, Story } from './ground.ts';

function tableWith(turn: Turn, roles: readonly string[] = ['participant', 'participant', 'participant']) {
  const story = new Story(formatOf([{ id: 'one', turn, inputs: [inputOf('note'), inputOf('question')] }])).begin();
  const seats = roles.map((role, index) => story.join(`seat${index}`, 'resident', role));
  story.next();
  return { story, seats };
}

function speakerOf(story: Story, seats: readonly SeatId[]): number {
  return seats.findIndex((seat) => (story.view(seat, 'me')['me'] as { readonly speaks: boolean }).speaks);
}

function pass(story: Story, seat: SeatId | undefined, turn = story.run.turns[1] ?? 0) {
  return story.by(seat ?? story.leader, { type: 'passTurn', run: story.run.id, turn });
}

describe('turns', () => {
  test('in turns: the order of the seats, one at a time, round and round', () => {
    const { story, seats } = tableWith({ kind: 'inTurns' });
    const order = seats.concat(seats).map(() => {
      const speaker = speakerOf(story, seats);
      assert.equal(pass(story, seats[speaker]), null);
      return speaker;
    });
    assert.deepEqual(order, [0, 1, 2, 0, 1, 2]);
  });

  test('two taps on one button pass one turn: the neighbour keeps theirs', () => {
    const { story, seats } = tableWith({ kind: 'inTurns' });
    const [anna = story.leader] = seats;
    const drawn = () => (story.view(anna, 'me')['me'] as { readonly turn: number | null }).turn;
    assert.equal(drawn(), 0);
    assert.equal(pass(story, anna, 0), null);
    assert.equal(pass(story, anna, 0), 'movedOn');
    assert.equal(speakerOf(story, seats), 1);
    assert.equal(drawn(), null);
  });

  test('who listens first speaks last in the first round, and in the order of the seats after that', () => {
    const { story, seats } = tableWith({ kind: 'inTurns', listensFirst: 'presenter' }, ['presenter', 'participant', 'participant']);
    const order = seats.concat(seats).map(() => {
      const speaker = speakerOf(story, seats);
      pass(story, seats[0]);
      return speaker;
    });
    assert.deepEqual(order, [1, 2, 0, 0, 1, 2]);
  });

  test('an empty chair is passed over, and nobody loses a turn by it', () => {
    const { story, seats } = tableWith({ kind: 'talkingPiece' });
    const [first, second, third] = seats;
    pass(story, first);
    assert.equal(speakerOf(story, seats), 1);
    assert.ok(first && second && third);
    story.by(first, { type: 'leave' });
    assert.equal(speakerOf(story, seats), 1);
    pass(story, second);
    assert.equal(speakerOf(story, seats), 2);
    pass(story, third);
    assert.equal(speakerOf(story, seats), 1);
  });

  test('where nobody in particular speaks there is no turn to pass', () => {
    const { story, seats } = tableWith({ kind: 'free' });
    assert.equal(speakerOf(story, seats), -1);
    assert.equal(pass(story, seats[0]), 'notInThisStep');
  });

  test('questions only: a card that asks nothing is refused', () => {
    const { story, seats } = tableWith({ kind: 'questionsOnly' });
    const [anna = story.leader] = seats;
    assert.equal(story.tryToWrite(anna, 'Ik vind dat …', { input: 'note' }), 'onlyQuestions');
    assert.equal(story.tryToWrite(anna, 'Hoe lang al?', { input: 'question' }), null);
  });

  test('the presenter is silent: only the others write', () => {
    const { story, seats } = tableWith({ kind: 'presenterSilent' }, ['presenter', 'participant']);
    const [presenter = story.leader, other = story.leader] = seats;
    assert.equal(story.tryToWrite(presenter, 'maar'), 'presenterListens');
    assert.equal(story.tryToWrite(other, 'ik hoorde'), null);
  });

  test('silent: nothing appears from others until the step is over, and the wall counts nothing', () => {
    const story = new Story(
      formatOf([
        { id: 'one', turn: { kind: 'silent' } },
        { id: 'two', uses: ['one'] },
      ]),
    ).begin();
    const [anna, bo, wall] = [story.join('anna'), story.join('bo'), story.join('wall', null, 'wall')];
    story.next();
    const before = story.screen(wall);
    story.write(anna, 'in stilte');
    assert.ok(story.sees(anna, 'in stilte') && !story.sees(bo, 'in stilte'));
    assert.equal(story.screen(wall), before);
    story.next();
    assert.ok(story.sees(bo, 'in stilte'));
  });
});
