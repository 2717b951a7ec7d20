import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutcomeKinds } from '#conversation/outcome.ts';
import { directionOf, type OutcomeSum } from '#report/direction.ts';

const both = { nl: 'x', en: 'x' };
const KINDS: OutcomeKinds = {
  letting: { kind: 'letting', name: both, explained: both, shows: 'workDifferently', fields: [] },
  asking: { kind: 'asking', name: both, explained: both, shows: 'residentsTakePart', fields: [] },
  plain: { kind: 'plain', name: both, explained: both, fields: [] },
};

test('each theme is one thread: how we work, in which conversations, what came of it, and what people notice', () => {
  const sums = [
    sum({ theme: 'ontmoeten', kind: 'letting', status: 'succeeded', conversations: ['a'], noticed: { yes: 9, aLittle: 2, no: 1 } }),
    sum({ theme: 'ontmoeten', kind: 'asking', status: 'open', count: 2, conversations: ['a', 'b'] }),
    sum({ theme: null, kind: 'plain', status: 'stopped' }),
  ];
  const { threads, signs, others } = directionOf(sums, KINDS);
  assert.equal(others, 1, 'a plain one is a sign of none of the three');
  const [met, other] = threads;
  assert.deepEqual(met, {
    theme: 'ontmoeten',
    behaviours: 1,
    conversations: 2,
    outcomes: 3,
    waiting: 2,
    effect: { total: 12, yes: 9, aLittle: 'few', no: 'few' },
  });
  assert.equal(other?.effect, null, 'under ten people nothing is told of people');
  assert.equal(directionOf(sums, KINDS, true).threads[0]?.effect, null, 'of one place nothing: it could be taken from the whole');
  assert.deepEqual(
    signs.map(({ condition, outcomes, cameAbout }) => [condition, outcomes, cameAbout]),
    [
      ['workDifferently', 1, 1],
      ['residentsTakePart', 2, 0],
      ['newCooperation', 0, 0],
    ],
  );
});

test('of a theme nothing is told from which those of too few people follow', () => {
  const effectOf = (...outcomes: readonly Partial<OutcomeSum>[]) => directionOf(outcomes.map(sum), KINDS).threads[0]?.effect?.total ?? null;
  const twelve = { noticed: { yes: 6, aLittle: 0, no: 6 } };
  const noes = (no: number) => ({ noticed: { yes: 0, aLittle: 0, no } });
  assert.equal(effectOf(twelve, noes(0)), 12);
  assert.equal(effectOf(twelve, noes(3)), null, 'fifteen but twelve is three');
  assert.equal(effectOf(twelve, noes(9)), null, 'nine are too few in public');
  assert.equal(effectOf(twelve, noes(4), noes(4), noes(2)), 22, 'ten together');
  assert.equal(effectOf(twelve, noes(8), noes(4)), null, 'who leads reads of eight, and would be left with four');
  assert.equal(effectOf({ ...twelve, count: 2 }), null, 'added up before: nobody knows of how many each is');
});

function sum(more: Partial<OutcomeSum>): OutcomeSum {
  return {
    theme: null,
    kind: 'plain',
    status: 'open',
    count: 1,
    noticed: { yes: 0, aLittle: 0, no: 0 },
    conversations: ['a'],
    ...more,
  };
}
