import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decide } from '#conversation/decide.ts';
import type { Grouping } from '#conversation/format.ts';
import type { SeatId } from '#conversation/state.ts';
import { formatOf, Story } from './ground.ts';

const FREE: Grouping = { kind: 'groups', size: 4, mix: 'free', rotate: 'none' };
const GIVEN: Grouping = { kind: 'groups', size: 2, mix: 'lot', rotate: 'all' };
const format = formatOf([{ id: 'one' }, { id: 'two', grouping: FREE }, { id: 'three', grouping: GIVEN }]);

describe('sitting down by the code of a table', () => {
  test('a newcomer sits where they stand; where no such table is they get a place as always', () => {
    const story = new Story(format).begin(3);
    assert.equal(come(story, 'anna', 3), 3);
    assert.equal(come(story, 'bo', 3), 3);
    assert.equal(come(story, 'cor', 9), 1);
  });

  test('until the first step everybody may sit elsewhere, and to sit there already is fine', () => {
    const story = new Story(format).begin(2);
    const anna = story.join('anna');
    assert.equal(story.by(anna, { type: 'sitAt', table: 2 }), null);
    assert.equal(story.by(anna, { type: 'sitAt', table: 2 }), null);
    assert.deepEqual([tableOf(story, anna), story.last?.events], [2, []]);
    assert.equal(story.by(anna, { type: 'sitAt', table: 7 }), 'unknownTable');
  });

  test('in a step in which the tables stay, the refusal says where one sits', () => {
    const story = new Story(format).begin(2);
    const anna = story.join('anna');
    story.next();
    assert.equal(story.by(anna, { type: 'sitAt', table: 2 }), 'seatGiven');
    const { situation } = story.conversation;
    const actor = { kind: 'seat', seat: anna } as const;
    assert.deepEqual(decide(situation, { type: 'sitAt', table: 2 }, actor, { now: story.now, seed: 'any' }), {
      refused: 'seatGiven',
      detail: { table: 1 },
    });
  });

  test('in a step in which people sit where they like, they do', () => {
    const story = new Story(format).begin(2);
    const anna = story.join('anna');
    story.next();
    story.next();
    assert.equal(story.by(anna, { type: 'sitAt', table: 2 }), null);
    assert.equal(tableOf(story, anna), 2);
  });

  test('whose table is gone may sit down anywhere; who has left first comes back', () => {
    const story = new Story(format).begin(3);
    const [anna, bo, cor] = [story.join('anna'), story.join('bo'), story.join('cor')];
    story.by(cor, { type: 'leave' });
    for (let steps = 0; steps < 3; steps++) story.next();
    assert.deepEqual(
      story.state.tables.map(({ number }) => number),
      [1],
    );
    assert.equal(story.by(cor, { type: 'sitAt', table: 1 }), 'left');
    assert.equal(story.by(anna, { type: 'sitAt', table: 1 }), 'seatGiven');
    assert.equal(tableOf(story, bo), 1);
  });
});

function come(story: Story, name: string, table: number): number | undefined {
  const seat = name as SeatId;
  assert.equal(story.take({ type: 'takeSeat', seat, role: 'participant', perspectives: ['resident'], table }, { kind: 'door' }), null);
  return tableOf(story, seat);
}

function tableOf(story: Story, seat: SeatId): number | undefined {
  return story.state.seats.get(seat)?.table;
}
