import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Shelf } from '#conversation/shelf.ts';

const puts = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer()), { maxLength: 200 });

test('a shelf holds what a map holds', () => {
  fc.assert(
    fc.property(puts, fc.string({ maxLength: 3 }), (items, other) => {
      const shelf = items.reduce((known, [id, item]) => known.put(id, item), Shelf.empty<number>());
      const map = new Map(items);
      assert.equal(shelf.size, map.size);
      assert.deepEqual(new Map(shelf.entries()), map);
      assert.deepEqual([shelf.get(other), shelf.has(other)], [map.get(other), map.has(other)]);
    }),
  );
});

test('putting leaves the earlier shelf as it was', () => {
  fc.assert(
    fc.property(puts, puts, (first, then) => {
      const shelf = Shelf.from(first);
      const before = [...shelf.entries()];
      then.reduce((known, [id, item]) => known.put(id, item), shelf);
      assert.deepEqual([...shelf.entries()], before);
      assert.equal(shelf.size, before.length);
    }),
  );
});

test('made at once or one by one, it holds the same in the same order', () => {
  fc.assert(
    fc.property(puts, (items) => {
      const oneByOne = items.reduce((known, [id, item]) => known.put(id, item), Shelf.empty<number>());
      assert.deepEqual([...Shelf.from(items).entries()], [...oneByOne.entries()]);
    }),
  );
});

test('a shelf whose rows are put up when asked for holds the same in the same order', () => {
  fc.assert(
    fc.property(puts, puts, (items, then) => {
      const whole = Shelf.from(items);
      const rows = [...whole.rows()];
      assert.equal(rows.length, Shelf.ROWS);
      for (const [number, row] of rows.entries()) for (const [id] of row) assert.equal(Shelf.rowOf(id), number);
      const lazily = Shelf.lazily(
        rows.map((row) => () => row),
        whole.size,
      );
      assert.equal(lazily.size, whole.size);
      const add = (shelf: Shelf<number>) => then.reduce((known, [id, item]) => known.put(id, item), shelf);
      assert.deepEqual([...add(lazily).entries()], [...add(whole).entries()]);
      assert.deepEqual([...lazily.entries()], [...whole.entries()]);
    }),
  );
});

test('what is added to a shelf that is put up lazily stands where it would have stood', () => {
  fc.assert(
    fc.property(puts, fc.uniqueArray(fc.string({ minLength: 4, maxLength: 6 }), { maxLength: 60 }), fc.nat(60), (items, added, looked) => {
      const whole = Shelf.from(items);
      let lazily = Shelf.lazily(
        [...whole.rows()].map((row) => () => row),
        whole.size,
      );
      for (const [index, id] of added.entries()) {
        const before = lazily;
        lazily = lazily.add(id, index);
        if (index === looked) assert.equal(before.has(id), false);
      }
      const expected = added.reduce((shelf, id, index) => shelf.put(id, index), whole);
      assert.equal(lazily.size, expected.size);
      assert.deepEqual([...lazily.entries()], [...expected.entries()]);
    }),
  );
});

test('a row that nobody looks at is never made', () => {
  const made: number[] = [];
  const shelf = Shelf.lazily<number>(
    Array.from({ length: Shelf.ROWS }, (_, row) => () => (made.push(row), [])),
    0,
  );
  shelf.get('one');
  shelf.get('one');
  assert.deepEqual(made, [Shelf.rowOf('one')]);
});

test('what was added is found without putting up the row it came to', () => {
  const made: number[] = [];
  const shelf = Shelf.lazily<number>(
    Array.from({ length: Shelf.ROWS }, (_, row) => () => (made.push(row), [])),
    0,
  ).add('one', 1);
  assert.equal(shelf.get('one'), 1);
  assert.deepEqual(made, []);
});
