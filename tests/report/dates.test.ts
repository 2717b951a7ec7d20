import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, daysLater } from '#conversation/day.ts';
import { clockOf } from '#report/dates.ts';

test('a day is the day people live in, also around midnight', () => {
  assert.equal(dayOf(Date.UTC(2026, 10, 17, 22, 59)), '2026-11-17');
  assert.equal(dayOf(Date.UTC(2026, 10, 17, 23, 0)), '2026-11-18');
  assert.equal(dayOf(Date.UTC(2026, 5, 17, 22, 0)), '2026-06-18');
});

test('the time of day follows summer and winter', () => {
  assert.equal(clockOf(Date.UTC(2026, 10, 17, 19, 5)), '20:05');
  assert.equal(clockOf(Date.UTC(2026, 5, 17, 22, 0)), '00:00');
});

test('two weeks later is the same day of the week, also over the change of the clock', () => {
  assert.equal(daysLater('2026-03-20', 14), '2026-04-03');
  assert.equal(daysLater('2026-12-30', 14), '2027-01-13');
});
