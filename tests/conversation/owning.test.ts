import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleHere } from '#conversation/heads.ts';
import type { OutcomeId, OutcomeKinds } from '#conversation/outcome.ts';
import type { SeatId } from '#conversation/state.ts';
import { channelsOf } from '#conversation/view.ts';
import { formatOf, Story } from './ground.ts';

const both = { nl: 'x', en: 'x' };
const KINDS: OutcomeKinds = {
  promise: { kind: 'promise', name: both, explained: both, fields: [{ key: 'what', type: 'line', label: both }] },
};
const LATER = '2026-12-31';
const owner = 'owner' as SeatId;

test('who sees to an outcome answers for that one, and for no other', () => {
  const story = new Story(formatOf([{ id: 'one' }]), undefined, KINDS).begin();
  const [mine, other] = [make(story), make(story)];
  assert.equal(story.take({ type: 'seatOwner', outcome: mine, seat: owner }, { kind: 'house' }), null);
  assert.equal(story.by(owner, answerTo(mine)), null);
  assert.equal(story.by(owner, answerTo(other)), 'notYourRole');
  assert.equal(story.by(owner, { type: 'dropOutcome', outcome: mine, because: 'x' }), 'notYourRole');
  assert.equal(story.by(owner, { type: 'makeOutcome', kind: 'promise', due: LATER, ...WORDS }), 'notYourRole');
});

test('they were not there: they count in no number, and no screen of the evening is theirs', () => {
  const story = new Story(formatOf([{ id: 'one' }]), undefined, KINDS).begin();
  story.take({ type: 'seatOwner', outcome: make(story), seat: owner }, { kind: 'house' });
  assert.deepEqual(peopleHere(story.state), []);
  assert.deepEqual(channelsOf(story.conversation.situation, owner), []);
});

test('with a new door the old one leads to nothing any more, also after sealing', () => {
  const story = new Story(formatOf([{ id: 'one' }]), undefined, KINDS).begin();
  const outcome = make(story);
  const next = 'next' as SeatId;
  story.lead({ type: 'close' });
  story.take({ type: 'seal' }, { kind: 'house' });
  for (const seat of [owner, next]) assert.equal(story.take({ type: 'seatOwner', outcome, seat }, { kind: 'house' }), null);
  assert.equal(story.by(owner, answerTo(outcome)), 'notYourRole');
  assert.equal(story.by(next, answerTo(outcome)), null);
});

const WORDS = { fields: { what: 'Een bankje' }, cards: [], owner: 'wethouder', theme: '', seenBy: 'everyone' } as const;

function make(story: Story): OutcomeId {
  const refused = story.lead({ type: 'makeOutcome', kind: 'promise', due: LATER, ...WORDS });
  return story.last?.answer.outcome ?? assert.fail(String(refused));
}

function answerTo(outcome: OutcomeId) {
  return { type: 'setStatus', outcome, saw: 1, status: 'busy', because: '', due: LATER } as const;
}
