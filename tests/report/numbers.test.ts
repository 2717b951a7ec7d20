import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Part, partsShown, peopleShown } from '#report/numbers.ts';

describe('numbers of people', () => {
  test('are shown from five in the room and from ten in public', () => {
    assert.deepEqual(
      [4, 5, 9, 10].map((people) => peopleShown(people, 'room')),
      [null, 5, 9, 10],
    );
    assert.deepEqual(
      [4, 5, 9, 10].map((people) => peopleShown(people, 'public')),
      [null, null, null, 10],
    );
  });

  test('parts that are all large, or nobody at all, are counted', () => {
    assert.deepEqual(partsShown({ a: 44, b: 19, c: 11, d: 0 }), { a: 44, b: 19, c: 11, d: 0 });
  });

  test('a part under five is a few, when more parts are', () => {
    assert.deepEqual(partsShown({ a: 20, b: 3, c: 2 }), { a: 20, b: 'few', c: 'few' });
  });

  test('one small part would follow from the others: the smallest of those is not counted either', () => {
    assert.deepEqual(partsShown({ a: 20, b: 9, c: 3 }), { a: 20, b: 'some', c: 'some' });
  });

  test('small parts of which only one sum is possible are not called few', () => {
    assert.deepEqual(partsShown({ a: 20, b: 1, c: 1 }), { a: 'some', b: 'some', c: 'some' });
    assert.deepEqual(partsShown({ a: 4, b: 4, c: 0 }), { a: 'some', b: 'some', c: 0 });
  });

  test('no part under five can be found by trying all numbers that fit what is shown', () => {
    const parts = fc
      .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 12 })))
      .filter((counts) => counts.reduce((sum, count) => sum + count, 0) >= 5);
    fc.assert(
      fc.property(parts, (counts) => {
        const shown = Object.values(partsShown(Object.fromEntries(counts.map((count, index) => [`part${index}`, count]))));
        const fitting = possible(counts.reduce((sum, count) => sum + count, 0)).filter((other) => isSame(shown, other));
        for (const [index, count] of counts.entries()) {
          if (count === 0 || count >= 5) continue;
          assert.ok(new Set(fitting.map((other) => other[index])).size > 1, `${counts.join(', ')} gives away ${count}`);
        }
      }),
    );
  });
});

function possible(sum: number): readonly (readonly number[])[] {
  const upTo = Array.from({ length: sum + 1 }, (_, count) => count);
  return upTo.flatMap((a) => upTo.filter((b) => a + b <= sum).map((b) => [a, b, sum - a - b]));
}

/** Whether these counts would be shown in the same way: whoever reads it knows the rule. */
function isSame(shown: readonly Part[], counts: readonly number[]): boolean {
  const other = Object.values(partsShown(Object.fromEntries(counts.map((count, index) => [`part${index}`, count]))));
  return other.every((part, index) => part === shown[index]);
}
