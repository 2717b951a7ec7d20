import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SeatId } from '#conversation/state.ts';
import { countingSheet } from '#report/countingSheet.ts';
import { formatOf, inputOf, Story } from '../conversation/ground.ts';

test('who may not count paper, or stays outside the step, reads nothing of what is voted on', () => {
  const closed = {
    id: 'one',
    inputs: [inputOf('ballot', { late: 'refuse' })],
    grouping: { kind: 'closed', without: ['facilitator'] },
  } as const;
  const story = new Story(formatOf([closed])).begin();
  const [host, guest] = [story.join('host', 'resident', 'host'), story.join('guest')];
  story.next();
  const { situation, words } = story.conversation;
  const read = (seat: SeatId) => countingSheet(situation, seat, '1', words)?.votes.map(({ options, may }) => [options.length, may]);
  assert.deepEqual([host, guest, story.leader].map(read), [[[2, null]], [[0, 'notYourRole']], [[0, 'notYourRole']]]);
});
