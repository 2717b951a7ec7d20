import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '#conversation/format.ts';
import type { InputRules, Inputs } from '#conversation/input.ts';
import { formats } from '#formats/list.ts';
import { inputs } from '#inputs/rules.ts';
import { canariesIn } from '#rehearsal/canaries.ts';
import { play } from '#rehearsal/play.ts';
import { reportOf } from '#report/model.ts';
import { everything } from '../formats/everything.ts';

for (const format of [...formats, everything]) {
  test(`${format.id} plays from its parsed JSON to its end, its report builds, and no canary leaks`, () => {
    const played = play({ format: JSON.parse(JSON.stringify(format)) as Format, inputs, people: 9, seed: 'contract' }, reportOf);
    assert.equal(played.problem, null);
    assert.equal(played.phases.reached, played.phases.of);
    assert.ok(played.report && played.seen > 0);
    assert.deepEqual(played.leaks, []);
  });
}

test('the checker sees a word that leaks, and says where', () => {
  let overheard = '';
  const chatty: InputRules = {
    ...ruleOf('card'),
    decide(context, act) {
      overheard = canariesIn(JSON.stringify(act))[0] ?? overheard;
      return ruleOf('card').decide(context, act);
    },
    view: () => ({ card: 'question', text: overheard, fields: {}, links: [], to: null }),
  };
  const { leaks } = play(
    { format: everything, inputs: { ...inputs, card: chatty } satisfies Inputs, people: 9, seed: 'leaking' },
    reportOf,
  );
  assert.ok(leaks.some(({ channel }) => channel.startsWith('table/')));
});

test('the checker sees words that should have stayed on the phone', () => {
  const [, reflection] = formats;
  assert.ok(reflection);
  const leaky = JSON.parse(JSON.stringify(reflection)) as Format;
  const played = play({ format: leaky, inputs, people: 5, seed: 'private' }, (_, __, audience) => ({ audience, note: 'prive1z' }));
  assert.ok(played.leaks.some(({ what }) => what.startsWith('prive1z in the report')));
});

test('an evening that breaks off says with which seed', () => {
  const broken: Inputs = {
    ...inputs,
    card: {
      ...ruleOf('card'),
      view: () => {
        throw new Error('Out of ink.');
      },
    },
  };
  const played = play({ format: everything, inputs: broken, people: 4, seed: 'unlucky' }, reportOf);
  assert.match(played.problem ?? '', /Out of ink/);
  assert.equal(played.seed, 'unlucky');
});

function ruleOf(kind: string): InputRules {
  const rules = inputs[kind];
  assert.ok(rules);
  return rules;
}
