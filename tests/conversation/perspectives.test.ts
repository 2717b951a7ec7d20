import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Perspective } from '#conversation/format.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import type { CardShape } from '#conversation/views/shapes.ts';
import { formatOf, Story } from './ground.ts';

const format = formatOf([
  { id: 'one', visibility: { who: 'everyone', sender: 'perspective', when: 'whenReleased' } },
  { id: 'two', uses: ['one'] },
  { id: 'pairs', uses: ['one'], grouping: { kind: 'groups', size: 2, mix: 'lot', rotate: 'all' } },
]);
const THREE_EACH: readonly Perspective[] = ['resident', 'resident', 'resident', 'municipality', 'municipality', 'municipality'];

describe('perspectives on cards', () => {
  test('show on all cards of a table when every perspective there has three writers', () => {
    const { story, cards } = table(THREE_EACH);
    release(story);
    assert.deepEqual(
      cards.map((card) => perspectiveOf(story, card)),
      THREE_EACH,
    );
  });

  test('show on none when one perspective has only two', () => {
    const { story, cards } = table(THREE_EACH.slice(0, 5));
    release(story);
    assert.deepEqual(
      cards.map((card) => perspectiveOf(story, card)),
      cards.map(() => null),
    );
  });

  test('show on none when somebody of another perspective sits there and wrote nothing', () => {
    const { story, cards } = table(THREE_EACH.slice(0, 3), ['professional']);
    release(story);
    assert.deepEqual(
      cards.map((card) => perspectiveOf(story, card)),
      [null, null, null],
    );
  });

  test('show on none when somebody chose no perspective', () => {
    const { story, cards } = table(THREE_EACH.slice(0, 3), [null]);
    release(story);
    assert.deepEqual(
      cards.map((card) => perspectiveOf(story, card)),
      [null, null, null],
    );
  });

  test('three cards of one writer are one writer', () => {
    const { story, seats, cards } = table(['resident', 'municipality', 'municipality', 'municipality']);
    for (const text of ['nog een', 'en nog een']) cards.push(story.write(seats[0] ?? story.leader, text));
    release(story);
    assert.deepEqual(new Set(cards.map((card) => perspectiveOf(story, card))), new Set([null]));
  });

  test('are decided at release and frozen: who leaves, moves or withdraws changes nothing', () => {
    const { story, seats, cards } = table(THREE_EACH);
    release(story);
    const [first = story.leader, second = story.leader] = seats;
    story.by(first, { type: 'leave' });
    story.by(second, { type: 'withdraw', entry: cards[1] ?? ('' as EntryId) });
    assert.deepEqual(
      [cards[0], cards[2]].map((card) => perspectiveOf(story, card ?? '')),
      ['resident', 'resident'],
    );
  });

  test('once shown on none, more writers do not bring them back', () => {
    const { story, cards } = table(THREE_EACH.slice(0, 5));
    release(story);
    const sixth = story.join('sixth', 'municipality');
    const late = story.write(sixth, 'nu drie');
    release(story);
    assert.deepEqual(
      [...cards, late].map((card) => perspectiveOf(story, card)),
      [...cards, late].map(() => null),
    );
  });

  test('do not show when the table was seated anew before the release', () => {
    const { story, cards } = table(THREE_EACH);
    story.next();
    story.next();
    story.lead({ type: 'release', place: story.state.runs[0]?.place ?? story.run.place });
    assert.deepEqual(new Set(cards.map((card) => perspectiveOf(story, card))), new Set([null]));
  });

  test('before release a card shows none', () => {
    const soon = formatOf([
      { id: 'one', visibility: { who: 'group', sender: 'perspective', when: 'afterPhase' } },
      { id: 'two', uses: ['one'] },
    ]);
    const { story, cards, seats } = table(THREE_EACH, [], soon);
    story.next();
    const card = story.view(seats[1] ?? story.leader, 'table')[`card/${cards[0]}`] as CardShape;
    assert.equal(card.sender, null);
  });
});

/** One table at which each of these wrote one card, and the others nothing. */
function table(writers: readonly Perspective[], others: readonly (Perspective | null)[] = [], of = format) {
  const story = new Story(of).begin();
  const seats: SeatId[] = writers.map((perspective, index) => story.join(`writer${index}`, perspective));
  for (const [index, perspective] of others.entries()) story.join(`silent${index}`, perspective);
  story.next();
  return { story, seats, cards: seats.map((seat, index) => story.write(seat, `kaartje ${index}`)) };
}

function release(story: Story): void {
  assert.equal(story.lead({ type: 'release', place: story.run.place }), null);
}

function perspectiveOf(story: Story, card: string): Perspective | null {
  const { sender } = story.view(story.leader, 'everyone')[`card/${card}`] as CardShape;
  return sender && 'perspective' in sender ? sender.perspective : null;
}
