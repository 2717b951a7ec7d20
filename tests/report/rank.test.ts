import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ranked, topOf } from '#inputs/rank.ts';

test('a tie is a tie: the same place for both, and the next one is skipped', () => {
  const order = ranked({ bus: 3, garden: 7, keys: 7, table: 1 });
  assert.deepEqual(
    order.map(({ option, place, tied }) => [option, place, tied]),
    [
      ['garden', 1, true],
      ['keys', 1, true],
      ['bus', 3, false],
      ['table', 4, false],
    ],
  );
});

test('a top ten shows everybody who shares the tenth place, and stops before a tie that begins after it', () => {
  const counts = (...each: readonly number[]) =>
    Object.fromEntries(each.map((count, at) => [`proposal${String(at).padStart(2, '0')}`, count]));
  const nine = [20, 19, 18, 17, 16, 15, 14, 13, 12];
  assert.equal(topOf(ranked(counts(...nine, 5, 5, 5, 1)), 10).length, 12);
  assert.deepEqual(
    new Set(
      topOf(ranked(counts(...nine, 5, 5, 5, 1)), 10)
        .slice(9)
        .map(({ place }) => place),
    ),
    new Set([10]),
  );
  assert.equal(topOf(ranked(counts(...nine, 6, 5, 5)), 10).length, 10);
  assert.equal(topOf(ranked(counts(3, 2)), 10).length, 2);
});
