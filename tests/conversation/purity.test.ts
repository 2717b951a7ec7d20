import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action, Actor } from '#conversation/action.ts';
import { decide } from '#conversation/decide.ts';
import type { Circumstances } from '#conversation/decision.ts';
import { evolve } from '#conversation/evolve.ts';
import { isRefusal } from '#conversation/refusal.ts';
import type { SeatId, State } from '#conversation/state.ts';
import { channelsOf, channelView } from '#conversation/view.ts';
import { formatOf, Story } from './ground.ts';

const grouping = { kind: 'groups', size: 2, mix: 'lot', rotate: 'all' } as const;
const format = formatOf([
  { id: 'one', visibility: { who: 'everyone', sender: 'perspective', when: 'whenReleased' } },
  { id: 'two', uses: ['one'], grouping },
]);

test('deciding, folding and looking leave what they were given as it was, and say the same twice', () => {
  const story = new Story(frozen(format)).begin(2);
  const [anna, bo] = [story.join('anna'), story.join('bo')];
  story.next();
  const card = story.write(anna, 'een woord');
  const { place, id: run } = story.run;
  const actions: readonly (readonly [Action, Actor])[] = [
    [
      { type: 'write', run, input: 'note', act: { text: 'nog een' }, kept: true },
      { kind: 'seat', seat: bo },
    ],
    [
      { type: 'correct', entry: card, act: { text: 'beter' } },
      { kind: 'seat', seat: anna },
    ],
    [{ type: 'takeSeat', seat: 'cor' as SeatId, role: 'participant', perspectives: ['youth'] }, { kind: 'door' }],
    [
      { type: 'release', place },
      { kind: 'seat', seat: story.leader },
    ],
    [
      { type: 'withdraw', entry: card },
      { kind: 'seat', seat: anna },
    ],
    [
      { type: 'mergeTables', table: 1, into: 2 },
      { kind: 'seat', seat: story.leader },
    ],
    [
      { type: 'next', from: run },
      { kind: 'seat', seat: story.leader },
    ],
    [{ type: 'close' }, { kind: 'seat', seat: story.leader }],
  ];
  for (const [action, actor] of actions) {
    const situation = frozen(story.conversation.situation);
    const before = picture(situation.state);
    const circumstances: Circumstances = frozen({ now: story.now, seed: 'the same' });
    const [first, second] = [1, 2].map(() => decide(situation, frozen(action), frozen(actor), circumstances));
    assert.ok(first && !isRefusal(first), action.type);
    assert.deepEqual(first, second);
    const folded = [1, 2].map(() => frozen(first).events.reduce((state, event) => evolve(state, event), situation.state));
    assert.deepEqual(picture(folded[0] ?? situation.state), picture(folded[1] ?? situation.state));
    for (const channel of channelsOf(situation, anna)) channelView(situation, channel, story.conversation.words);
    assert.equal(picture(situation.state), before);
    story.take(action, actor);
  }
});

function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** Shelves cannot be frozen: what is on them is written out. */
function picture(state: State): string {
  return JSON.stringify({ ...state, seats: [...state.seats.entries()], entries: [...state.entries.entries()] });
}
