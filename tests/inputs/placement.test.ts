import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { PlacementUse } from '#inputs/placement/rules.ts';
import { entriesOf, seen, stage, WORDS } from './stage.ts';

const basis = { key: 'here', kind: 'placement', late: 'refuse', label: WORDS } as const;
const options = (...ids: string[]) => ids.map((id) => ({ id, label: WORDS }));
const axis = (from: -1 | 0) => ({ from, label: WORDS, low: WORDS, high: WORDS });

suite('a place between two axes', () => {
  const use: PlacementUse = { ...basis, way: 'axes', by: 'table', items: { cards: ['asset'] }, horizontal: axis(-1), vertical: axis(0) };
  const props = { cards: { one: {}, two: {} } };

  test('is on both axes, to the hundredth', () => {
    assert.deepEqual(stage(use, props).does({ item: 'one', x: -0.5049, y: 0.331 }), { body: { item: 'one', x: -0.5, y: 0.33 } });
    assert.deepEqual(stage(use, props).does({ item: 'one', x: -1.01, y: 0 }), { refused: 'unknownChoice' });
    assert.deepEqual(stage(use, props).does({ item: 'one', x: 0, y: -0.1 }), { refused: 'unknownChoice' });
  });
  test('never holds a minus zero, which JSON cannot keep', () => {
    const written = stage(use, props).does({ item: 'one', x: -0.001, y: 0 });
    assert.deepEqual(written, { body: { item: 'one', x: 0, y: 0 } });
  });
  test('is for a card that is there', () => {
    assert.deepEqual(stage(use, props).does({ item: 'three', x: 0, y: 0 }), { refused: 'unknownCard' });
  });
  test('is one for each card at a table: the last hand decides', () => {
    const on = stage(use, {
      ...props,
      ofOthers: [
        { item: 'two', x: 0, y: 0 },
        { item: 'one', x: 0, y: 0 },
      ],
    });
    assert.deepEqual(on.does({ item: 'one', x: 1, y: 1 }), { body: { item: 'one', x: 1, y: 1 }, replaces: 'before1' });
  });
  test('of a seat replaces only what is of that seat', () => {
    const own: PlacementUse = { ...use, by: 'seat' };
    const others = stage(own, { ...props, ofOthers: [{ item: 'one', x: 0, y: 0 }] });
    assert.deepEqual(others.does({ item: 'one', x: 1, y: 1 }), { body: { item: 'one', x: 1, y: 1 } });
    const mine = stage(own, { ...props, own: [{ item: 'one', x: 0, y: 0 }] });
    assert.deepEqual(mine.does({ item: 'one', x: 1, y: 1 }), { body: { item: 'one', x: 1, y: 1 }, replaces: 'before0' });
  });
  test('stays with its card when it is corrected', () => {
    const on = stage(use, { ...props, own: [{ item: 'one', x: 0, y: 0 }], corrects: true });
    assert.deepEqual(on.does({ item: 'one', x: 1, y: 1 }), { body: { item: 'one', x: 1, y: 1 } });
    assert.deepEqual(on.does({ item: 'two', x: 1, y: 1 }), { refused: 'wrongShape' });
  });
  test('of tables is shown as the mean, of fewer than five people not at all', () => {
    const placed = entriesOf([
      { item: 'one', x: 1, y: 0 },
      { item: 'one', x: 0, y: 1 },
    ]);
    const { rules, words } = stage(use);
    assert.deepEqual(rules.summary(use, placed, words), [{ item: 'one', count: 2, x: 0.5, y: 0.5 }]);
    const own: PlacementUse = { ...use, by: 'seat' };
    assert.deepEqual(rules.summary(own, placed, words), []);
  });
});

suite('a place in a matrix', () => {
  const use: PlacementUse = {
    ...basis,
    way: 'matrix',
    by: 'seat',
    items: { options: options('nurse') },
    rows: options('r1', 'r2'),
    columns: options('c1'),
  };

  test('is a cell', () =>
    assert.deepEqual(stage(use).does({ item: 'nurse', row: 'r1', column: 'c1' }), { body: { item: 'nurse', row: 'r1', column: 'c1' } }));
  test('knows its rows, columns and items', () => {
    assert.deepEqual(stage(use).does({ item: 'nurse', row: 'r3', column: 'c1' }), { refused: 'unknownChoice' });
    assert.deepEqual(stage(use).does({ item: 'nurse', row: 'r1', column: 'r1' }), { refused: 'unknownChoice' });
    assert.deepEqual(stage(use).does({ item: 'cook', row: 'r1', column: 'c1' }), { refused: 'unknownChoice' });
  });
  test('is counted by cell', () => {
    const placed = ['r1', 'r1', 'r1', 'r1', 'r2'].map((row) => ({ item: 'nurse', row, column: 'c1' }));
    const { rules, words } = stage(use);
    assert.deepEqual(rules.summary(use, entriesOf(placed), words), [
      {
        item: 'nurse',
        cells: [
          { row: 'r1', column: 'c1', count: 4 },
          { row: 'r2', column: 'c1', count: 1 },
        ],
      },
    ]);
  });
});

suite('a line on a net', () => {
  const use: PlacementUse = {
    ...basis,
    way: 'net',
    by: 'table',
    items: { options: options('a', 'b') },
    relations: options('helps', 'blocks'),
    described: true,
  };

  test('goes from one to the other, with a few words if one likes', () => {
    assert.deepEqual(seen(stage(use), { from: 'a', to: 'b', relation: 'helps', text: 'elke week' }), {
      from: 'a',
      to: 'b',
      relation: 'helps',
      text: 'elke week',
    });
    assert.deepEqual(seen(stage(use), { from: 'a', to: 'b', relation: 'helps' }), { from: 'a', to: 'b', relation: 'helps', text: null });
    assert.deepEqual(stage({ ...use, described: false }).does({ from: 'a', to: 'b', relation: 'helps', text: 'elke week' }), {
      refused: 'wrongShape',
    });
  });
  test('does not go to itself or to nowhere', () => {
    assert.deepEqual(stage(use).does({ from: 'a', to: 'a', relation: 'helps' }), { refused: 'unknownChoice' });
    assert.deepEqual(stage(use).does({ from: 'a', to: 'c', relation: 'helps' }), { refused: 'unknownChoice' });
    assert.deepEqual(stage(use).does({ from: 'a', to: 'b', relation: 'loves' }), { refused: 'unknownChoice' });
  });
  test('is one in each direction', () => {
    const on = stage(use, { ofOthers: [{ from: 'a', to: 'b', relation: 'helps', text: null }] });
    assert.deepEqual(on.does({ from: 'a', to: 'b', relation: 'blocks' }), {
      body: { from: 'a', to: 'b', relation: 'blocks', text: null },
      replaces: 'before0',
    });
    assert.deepEqual(on.does({ from: 'b', to: 'a', relation: 'blocks' }), { body: { from: 'b', to: 'a', relation: 'blocks', text: null } });
  });
});

suite('a web of sides', () => {
  const use: PlacementUse = { ...basis, way: 'web', by: 'seat', sides: options('body', 'mind') };

  test('has a number from 0 to 10 on each side, and may pass one over', () => {
    assert.deepEqual(stage(use).does({ values: { body: 0, mind: 10 } }), { body: { values: { body: 0, mind: 10 } } });
    assert.deepEqual(stage(use).does({ values: { mind: 3 } }), { body: { values: { mind: 3 } } });
    assert.deepEqual(stage(use).does({ values: { mind: 11 } }), { refused: 'wrongShape' });
    assert.deepEqual(stage(use).does({ values: { soul: 5 } }), { refused: 'unknownChoice' });
    assert.deepEqual(stage(use).does({ values: {} }), { refused: 'empty' });
  });
  test('is shown as the mean of each side that five people filled in', () => {
    const webs = [2, 4, 6, 8, 10].map((body, index) => ({ values: index === 0 ? { body } : { body, mind: 5 } }));
    const { rules, words } = stage(use);
    assert.deepEqual(rules.summary(use, entriesOf(webs), words), [{ side: 'body', count: 5, mean: 6 }]);
  });
});
