import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Phase } from '#conversation/format.ts';
import { usualTables } from '#conversation/seating.ts';
import type { EveryoneShape, FacilitatorShape } from '#conversation/views/shapes.ts';
import { asksOf } from '../../src/routes/leiden/[conversation]/[seat]/attention.ts';
import { formatOf, Story } from './ground.ts';

/** Two tables of two chairs. */
function smallRoom(): Story {
  return new Story(formatOf([{ id: 'one', grouping: { kind: 'groups', size: 2, mix: 'stay', rotate: 'none' } }])).begin(2);
}

function peopleOf(story: Story): FacilitatorShape['people'] {
  return (story.view(story.leader, 'facilitator') as FacilitatorShape).people;
}

test('more people than chairs: everybody gets a place, and who leads sees how many chairs there are', () => {
  const story = smallRoom();
  const seats = ['anna', 'bo', 'cas', 'dirk', 'els'].map((name) => story.join(name));
  assert.deepEqual([peopleOf(story).here, peopleOf(story).chairs], [5, 4]);
  assert.ok(seats.every((seat) => (story.state.seats.get(seat)?.table ?? 0) > 0));
});

test('a format says how many tables the fewest and the most people it is for need', () => {
  const six: Phase['grouping'] = { kind: 'groups', size: 6, mix: 'stay', rotate: 'none' };
  const groupSize = { minimum: 18, maximum: 50 };
  assert.deepEqual(usualTables(formatOf([{ id: 'one', grouping: six }], { groupSize })), { least: 3, most: 9 });
  assert.deepEqual(usualTables(formatOf([{ id: 'one', grouping: { kind: 'plenary' } }], { groupSize })), { least: 1, most: 1 });
});

test('a table with far more people than it has chairs asks for whoever leads', () => {
  const story = smallRoom();
  const host = story.join('host', 'resident', 'host');
  const asks = () => {
    const console = story.view(story.leader, 'facilitator') as FacilitatorShape;
    return asksOf(console, story.view(story.leader, 'everyone') as EveryoneShape, story.now).filter(({ kind }) => kind === 'crowdedTable');
  };
  for (let more = 1; more <= 2; more++) story.by(host, { type: 'seatPerson', perspectives: [] });
  assert.deepEqual(asks(), [], 'one chair more is no matter');
  story.by(host, { type: 'seatPerson', perspectives: [] });
  assert.deepEqual(asks(), [{ kind: 'crowdedTable', table: 1, people: 4 }]);
  story.by(host, { type: 'countHeads', heads: 4 });
  assert.equal(asks().length, 1, 'who seats them does not put it right by counting them');
});

test('a table more gives chairs; who comes next sits there, and nobody who sat has to move', () => {
  const story = smallRoom();
  const seats = ['anna', 'bo', 'cas', 'dirk'].map((name) => story.join(name));
  const before = seats.map((seat) => story.state.seats.get(seat)?.table);
  assert.equal(story.lead({ type: 'setTables', count: 3 }), null);
  assert.equal(peopleOf(story).chairs, 6);
  const newcomer = story.join('els');
  assert.equal(story.state.seats.get(newcomer)?.table, 3);
  assert.deepEqual(
    seats.map((seat) => story.state.seats.get(seat)?.table),
    before,
  );
});

test('a format that seats nobody in groups has no chairs to count', () => {
  const story = new Story(formatOf([{ id: 'one', grouping: { kind: 'plenary' } }])).begin();
  assert.equal(peopleOf(story).chairs, null);
});

test('one table is left: everybody sits there, a pair that would be apart is told, and no word is lost', () => {
  const story = smallRoom();
  const [anna, bo] = [story.join('anna'), story.join('bo')];
  story.lead({ type: 'wish', wish: 'apart', seats: [anna, bo] });
  story.next();
  story.write(anna, 'Mijn buurt heeft een bankje nodig.');
  assert.equal(story.lead({ type: 'mergeTables', table: 2, into: 1 }), null);
  assert.deepEqual([story.state.seats.get(anna)?.table, story.state.seats.get(bo)?.table], [1, 1]);
  assert.deepEqual((story.view(story.leader, 'facilitator') as FacilitatorShape).clashes, [1]);
  assert.ok(story.sees(anna, 'bankje'));
  assert.equal(story.next(), 'noNext');
});
