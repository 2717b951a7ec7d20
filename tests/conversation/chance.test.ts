import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceFrom } from '#conversation/chance.ts';

test('the same seed throws the same dice', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const throws = () => {
        const chance = chanceFrom(seed);
        return [chance.id(), chance.next(), chance.below(6), chance.shuffle([1, 2, 3, 4]), chance.pick(['a', 'b'])];
      };
      assert.deepEqual(throws(), throws());
    }),
  );
});

test('first ids from two hundred thousand seeds are all different', () => {
  const ids = new Set(Array.from({ length: 200_000 }, (_, index) => chanceFrom(`seed ${index}`).id()));
  assert.equal(ids.size, 200_000);
});

test('a shuffle keeps everything and leaves the list alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
      const before = [...items];
      assert.deepEqual(
        chanceFrom(seed)
          .shuffle(items)
          .toSorted((a, b) => a - b),
        before.toSorted((a, b) => a - b),
      );
      assert.deepEqual(items, before);
    }),
  );
});

test('below gives whole numbers under the limit, every one of them now and then', () => {
  const chance = chanceFrom('dice');
  const seen = new Set(Array.from({ length: 1_000 }, () => chance.below(6)));
  assert.deepEqual([...seen].toSorted(), [0, 1, 2, 3, 4, 5]);
});
