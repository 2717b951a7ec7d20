import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InputUse } from '#conversation/format.ts';
import type { Json } from '#conversation/words.ts';
import { textOf } from '#inputs/form.ts';
import { forms } from '#inputs/forms.ts';
import { inputs } from '#inputs/rules.ts';

test('every input of the house can be sent as a form', () => {
  assert.deepEqual(Object.keys(forms).sort(), Object.keys(inputs).sort());
});

test('what is typed comes in as lines, without signs that nobody types', () => {
  const form = new FormData();
  form.set('words', 'een\u0000\u0007\ttwee\u009f\u007f\r\ndrie\rvier');
  assert.equal(textOf(form, 'words'), 'een\ttwee\ndrie\nvier');
});

test('a card takes its text, fields, links and address; what was left open is not there', () => {
  const act = read({ kind: 'card' }, [
    ['text', 'Eén\r\ntwee'],
    ['field.says', 'Kom maar'],
    ['field.does', '  '],
    ['link', 'a'],
    ['link', 'b'],
    ['to', 'youth'],
  ]);
  assert.deepEqual(act, { text: 'Eén\ntwee', fields: { says: 'Kom maar' }, links: ['a', 'b'], to: 'youth' });
  assert.equal(read({ kind: 'card' }, [['text', ' \n ']]), null);
});

test('dots without a number, and options without dots, are no part of a vote', () => {
  const use = { kind: 'vote', way: 'dots' };
  assert.deepEqual(
    read(use, [
      ['dots.a', '2'],
      ['dots.b', '0'],
      ['dots.c', ''],
      ['dots.d', 'veel'],
    ]),
    { dots: { a: 2 } },
  );
  assert.equal(read(use, [['dots.a', '0']]), null);
});

test('a top keeps the order of the ranks, whatever the order of the fields', () => {
  assert.deepEqual(
    read({ kind: 'vote', way: 'topN' }, [
      ['rank.3', 'c'],
      ['rank.1', 'a'],
      ['rank.2', ''],
    ]),
    { order: ['a', 'c'] },
  );
});

test('a secret ballot has no words, whatever the form says', () => {
  const fields = [
    ['answer', 'for'],
    ['text', 'omdat ik het ben'],
  ] as const;
  assert.deepEqual(read({ kind: 'vote', way: 'forIfAgainst' }, fields), { answer: 'for', text: 'omdat ik het ben' });
  assert.deepEqual(read({ kind: 'vote', way: 'forIfAgainst', secret: true }, fields), { answer: 'for' });
  assert.equal(read({ kind: 'vote', way: 'consent' }, [['text', 'alleen woorden']]), null);
});

test('a score holds only the scales that were filled in', () => {
  assert.deepEqual(
    read({ kind: 'score' }, [
      ['scale.trust', '4'],
      ['scale.time', ''],
      ['reason', 'Zomaar'],
    ]),
    { values: { trust: 4 }, reason: 'Zomaar' },
  );
  assert.equal(read({ kind: 'score' }, [['reason', 'Zomaar']]), null);
});

test('a place is whole or it is nothing', () => {
  assert.deepEqual(
    read({ kind: 'placement', way: 'axes' }, [
      ['item', 'a'],
      ['x', '-0.5'],
      ['y', '0'],
    ]),
    { item: 'a', x: -0.5, y: 0 },
  );
  assert.equal(
    read({ kind: 'placement', way: 'axes' }, [
      ['item', 'a'],
      ['x', '-0.5'],
      ['y', 'Infinity'],
    ]),
    null,
  );
  assert.deepEqual(
    read({ kind: 'placement', way: 'matrix' }, [
      ['item', 'a'],
      ['row', 'r'],
      ['column', 'c'],
    ]),
    { item: 'a', row: 'r', column: 'c' },
  );
  assert.deepEqual(
    read({ kind: 'placement', way: 'net' }, [
      ['from', 'a'],
      ['relation', 'helps'],
      ['to', 'b'],
      ['text', ''],
    ]),
    { from: 'a', to: 'b', relation: 'helps' },
  );
  assert.deepEqual(
    read({ kind: 'placement', way: 'web' }, [
      ['side.body', '7'],
      ['side.mind', ''],
    ]),
    { values: { body: 7 } },
  );
});

test('consent is a yes or a no, never a guess', () => {
  assert.deepEqual(read({ kind: 'consent' }, [['yes', 'yes']]), { yes: true });
  assert.deepEqual(
    read({ kind: 'consent' }, [
      ['yes', 'no'],
      ['card', 'a'],
    ]),
    { yes: false, card: 'a' },
  );
  assert.equal(read({ kind: 'consent' }, [['card', 'a']]), null);
});

function read(
  use: { readonly kind: string; readonly [field: string]: Json },
  fields: readonly (readonly [string, string])[],
): Json | null | undefined {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const whole: InputUse = { key: 'one', late: 'accept', label: { nl: 'Doe', en: 'Do' }, ...use };
  return forms[use.kind]?.(whole, form);
}
