import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Format, InputUse } from '#conversation/format.ts';
import type { Json } from '#conversation/words.ts';
import { rules as consent } from '#inputs/consent/rules.ts';
import { rules as score } from '#inputs/score/rules.ts';
import { rules as vote } from '#inputs/vote/rules.ts';
import { checkedReportOf } from '#report/checked.ts';
import { finalReportOf } from '#report/finalReport.ts';
import type { Audience } from '#report/numbers.ts';
import { formatOf, INPUTS, inputOf, Story, WORDS } from '../conversation/ground.ts';

const SECRET = { ...inputOf('vote'), way: 'forIfAgainst', secret: true };
const OPEN = { ...inputOf('vote'), way: 'one', among: { options: ['for', 'against'].map((id) => ({ id, label: WORDS })) } };

describe('a vote, from ten ballots in public', () => {
  for (const [name, use, act] of [
    ['secret', SECRET, 'answer'],
    ['open', OPEN, 'one'],
  ] as const) {
    const voted = (all: readonly string[]) =>
      answered(
        use,
        all.map((chosen) => ({ [act]: chosen })),
      );

    test(`that is ${name}: of six or nine ballots everybody hears nothing, not even how many there were`, () => {
      for (const count of [6, 9]) {
        const story = voted([...times(count - 1, 'for'), 'against']);
        assert.deepEqual(toldVotes(story, 'room'), [{ turnout: count, counts: [count - 1, 1] }]);
        assert.deepEqual(toldVotes(story, 'public'), []);
        assert.equal(final(story, 'public').asked[0]?.answers, null);
        const [input] = inputs(story, 'public');
        assert.deepEqual([input?.sum, input?.cards], [{ summary: null, restsOn: [] }, []]);
        assert.deepEqual([input?.tally?.turnout ?? null, input?.tally?.options ?? null], [null, null]);
      }
    });

    test(`that is ${name}: of twelve everybody hears every option, also the smallest`, () => {
      const story = voted([...times(11, 'for'), 'against']);
      for (const audience of ['room', 'public'] as const) {
        assert.deepEqual(toldVotes(story, audience), [{ turnout: 12, counts: [11, 1] }]);
        assert.equal(final(story, audience).asked[0]?.answers, 12);
      }
    });
  }
});

describe('how many gave each answer, where it is no vote', () => {
  const YES_OR_NO = { ...inputOf('consent'), purpose: { id: 'minutes', text: WORDS } };
  const SCALES = { ...inputOf('score'), scales: [{ id: 'safe', label: WORDS, minimum: 1, maximum: 5, steps: [] }] };
  const scored = (values: readonly number[]) =>
    answered(
      SCALES,
      values.map((safe) => ({ values: { safe } })),
    );

  test('everybody hears none of them when one is under five and would follow from the others', () => {
    const story = answered(YES_OR_NO, [...times(11, { yes: true }), { yes: false }]);
    assert.deepEqual(inputs(story, 'room')[0]?.sum?.summary, { turnout: 12, counts: { yes: 11, no: 1 } });
    assert.deepEqual(inputs(story, 'public')[0]?.sum?.summary, { turnout: 12, counts: null });
  });

  test('of a scale the mean stays', () => {
    const story = scored([...times(9, 4), ...times(3, 2)]);
    const safe = { turnout: 12, counts: null, mean: 3.5 };
    assert.deepEqual(inputs(story, 'public')[0]?.sum?.summary, { turnout: 12, scales: { safe } });
  });

  test('all of them are told when each is five or more, or nobody', () => {
    const story = scored([...times(7, 4), ...times(5, 2)]);
    const safe = { turnout: 12, counts: { 1: 0, 2: 5, 3: 0, 4: 7, 5: 0 }, mean: 3.2 };
    assert.deepEqual(inputs(story, 'public')[0]?.sum?.summary, { turnout: 12, scales: { safe } });
  });
});

/** Each answer is somebody’s; all of it is released when the conversation is over. */
function answered(use: InputUse, acts: readonly Json[]): Story {
  const outcomes: Format['outcomes'] = [{ kind: 'choice', name: WORDS, from: [use.key], seenBy: 'everyone', owner: 'facilitator' }];
  const format = formatOf([{ id: 'one', inputs: [use] }, { id: 'two' }], { outcomes });
  const story = new Story(format, { ...INPUTS, consent, score, vote }).begin();
  const seats = acts.map((_, index) => story.join(`seat${index}`));
  story.next();
  for (const [index, act] of acts.entries()) {
    const seat = seats[index] ?? assert.fail();
    assert.equal(story.by(seat, { type: 'write', run: story.run.id, input: use.key, act, kept: false }), null);
  }
  story.next();
  for (const { place } of story.state.runs) story.lead({ type: 'release', place });
  story.lead({ type: 'close' });
  return story;
}

function toldVotes(story: Story, audience: Audience) {
  const votes = final(story, audience).results.flatMap((result) => result.votes);
  return votes.map(({ turnout, options }) => ({ turnout, counts: options.map(({ count }) => count) }));
}

function inputs({ conversation: { situation, words } }: Story, audience: Audience) {
  return checkedReportOf(situation, words, audience).steps[0]?.inputs ?? [];
}

function final({ conversation: { situation, words } }: Story, audience: Audience) {
  return finalReportOf(situation, words, audience, '2026-12-01');
}

function times<Each>(count: number, each: Each): readonly Each[] {
  return Array.from({ length: count }, () => each);
}
