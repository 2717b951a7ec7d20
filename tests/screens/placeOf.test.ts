import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from '../../src/routes/leiden/[conversation]/[seat]/tafels/person.ts';

test('people are pointed out by where they sit; an interpreter has no place of their own', () => {
  const person = { seat: 'one', table: 2, number: 3, perspectives: ['resident'], here: true } as const;
  assert.equal(placeOf(person), 'Tafel 2, plek 3: inwoner');
  assert.equal(placeOf({ ...person, here: false }), 'Iemand die weg is: inwoner');
  assert.equal(placeOf({ ...person, table: 0, number: 0 }), 'Iemand zonder plek aan tafel: inwoner');
});
