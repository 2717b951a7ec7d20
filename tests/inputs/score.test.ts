import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ScoreUse } from '#inputs/score/rules.ts';
import { entriesOf, seen, stage, WORDS } from './stage.ts';

const scale = (id: string, minimum: number, maximum: number) => {
  return { id, label: WORDS, minimum, maximum, steps: [minimum, maximum].map((at) => ({ at, label: WORDS })) };
};
const use: ScoreUse = { key: 'here', kind: 'score', late: 'refuse', label: WORDS, scales: [scale('heard', 1, 5), scale('safe', 0, 10)] };
const asking = (required: boolean): ScoreUse => ({ ...use, reason: { label: WORDS, required, maxWords: 3 } });

suite('a score', () => {
  test('gives a number on each scale, and may pass one over', () => {
    assert.deepEqual(stage(use).does({ values: { heard: 4, safe: 0 } }), { body: { values: { heard: 4, safe: 0 }, reason: null } });
    assert.deepEqual(stage(use).does({ values: { safe: 10 } }), { body: { values: { safe: 10 }, reason: null } });
    assert.deepEqual(stage(use).does({ values: {} }), { refused: 'empty' });
  });
  test('stays on the scale', () => {
    for (const values of [{ heard: 0 }, { heard: 6 }, { safe: 11 }, { other: 1 }]) {
      assert.deepEqual(stage(use).does({ values }), { refused: 'unknownChoice' });
    }
    assert.deepEqual(stage(use).does({ values: { heard: 2.5 } }), { refused: 'wrongShape' });
  });
  test('asks why, when the format does', () => {
    assert.deepEqual(stage(asking(true)).does({ values: { heard: 4 } }), { refused: 'needsReason' });
    assert.ok('body' in stage(asking(false)).does({ values: { heard: 4 } }));
    assert.deepEqual(seen(stage(asking(true)), { values: { heard: 4 }, reason: 'Ik mocht uitpraten' }), {
      values: { heard: 4 },
      reason: 'Ik mocht uitpraten',
    });
    assert.deepEqual(stage(asking(true)).does({ values: { heard: 4 }, reason: 'een twee drie vier' }), {
      refused: 'tooManyWords',
      detail: { maximum: 3, count: 4 },
    });
    assert.deepEqual(stage(use).does({ values: { heard: 4 }, reason: 'Zomaar' }), { refused: 'wrongShape' });
  });
  test('is one for each seat: the next replaces it', () => {
    const on = stage(use, { own: [{ values: { heard: 1 }, reason: null }] });
    assert.deepEqual(on.does({ values: { heard: 5 } }), { body: { values: { heard: 5 }, reason: null }, replaces: 'before0' });
  });
  test('is summed up on each scale that five people filled in', () => {
    const { rules, words } = stage(use);
    const scores = [1, 1, 4, 5, 5].map((heard, index) => ({ values: index < 4 ? { heard, safe: 10 } : { heard }, reason: null }));
    assert.deepEqual(rules.summary(use, entriesOf(scores), words), {
      turnout: 5,
      scales: {
        heard: { turnout: 5, counts: { 1: 2, 2: 0, 3: 0, 4: 1, 5: 2 }, mean: 3.2 },
        safe: { turnout: 4, counts: null, mean: null },
      },
    });
  });
});
