import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SeatId } from '#conversation/state.ts';
import type { MeShape } from '#conversation/views/shapes.ts';
import { formatOf, Story } from './ground.ts';

const MINUTE = 60_000;

/** A round of a minute each: a host, and two guests who speak after the host. */
function round() {
  const story = new Story(formatOf([{ id: 'one', turn: { kind: 'inTurns', secondsEach: 60 } }])).begin();
  const [host, anna, bo] = [story.join('host', 'resident', 'host'), story.join('anna'), story.join('bo')];
  story.next();
  return { story, host, anna, bo };
}

function me(story: Story, seat: SeatId): MeShape['me'] {
  return (story.view(seat, 'me') as MeShape).me;
}

function pass(story: Story, seat: SeatId): void {
  assert.equal(story.by(seat, { type: 'passTurn', run: story.run.id, turn: story.run.turns[1] ?? 0 }), null);
}

describe('the time of a turn', () => {
  test('it begins with the turn; who speaks and who hosts know when it is over, the others do not', () => {
    const { story, host, anna, bo } = round();
    pass(story, host);
    const begins = story.now;
    assert.equal(me(story, anna).turnEndsAt, begins + MINUTE);
    assert.equal(me(story, host).turnEndsAt, begins + MINUTE);
    assert.equal(me(story, bo).turnEndsAt, null);
  });

  test('nothing happens when it is over: whoever speaks goes on', () => {
    const { story, host } = round();
    story.wait(5);
    assert.deepEqual([me(story, host).speaks, story.run.timeUp], [true, false]);
  });

  test('the host passes the turn on for somebody whose phone lies away', () => {
    const { story, host, anna, bo } = round();
    pass(story, host);
    assert.equal(me(story, host).turn, 1);
    pass(story, host);
    assert.deepEqual([me(story, anna).speaks, me(story, bo).speaks], [false, true]);
  });

  test('a pause takes nothing from it, and in a pause no clock runs', () => {
    const { story, host } = round();
    const begins = story.now;
    story.lead({ type: 'pause', run: story.run.id });
    assert.equal(me(story, host).turnEndsAt, null);
    story.wait(7);
    story.lead({ type: 'resume', run: story.run.id });
    assert.equal(me(story, host).turnEndsAt, begins + 7 * MINUTE + MINUTE);
  });

  test('who asks for more has twice the time, and may think better of it', () => {
    const { story, host, anna } = round();
    assert.equal(story.by(anna, { type: 'tell', slower: true }), null);
    pass(story, host);
    assert.equal(me(story, anna).turnEndsAt, story.now + 2 * MINUTE);
    assert.equal(story.by(anna, { type: 'tell', slower: false }), null);
    assert.equal(me(story, anna).turnEndsAt, story.now + MINUTE);
  });

  test('nobody else sees that somebody asked: no screen but their own changes', () => {
    const { story, host, anna, bo } = round();
    const wall = story.join('wall', null, 'wall');
    const others = [story.leader, host, bo, wall];
    const before = others.map((seat) => story.screen(seat));
    story.by(anna, { type: 'tell', slower: true });
    assert.equal(me(story, anna).told.slower, true);
    assert.deepEqual(
      others.map((seat) => story.screen(seat)),
      before,
    );
  });

  test('a table that sits down anew in the middle of a round has no clock for its first turn', () => {
    const { story, host } = round();
    story.lead({ type: 'reshuffle', tables: 1 });
    assert.equal(me(story, host).turnEndsAt, null);
  });
});
