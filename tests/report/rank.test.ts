import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ranked } from '#inputs/rank.ts';

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
