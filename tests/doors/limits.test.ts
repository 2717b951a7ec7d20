import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Allowance, networkOf } from '#doors/limits.ts';

test('so many at once, then so many a minute', () => {
  let now = 0;
  const allowance = new Allowance({ atOnce: 10, perMinute: 30 }, () => now);
  for (let count = 0; count < 10; count++) assert.equal(allowance.spend('seat'), 0);
  assert.equal(allowance.spend('seat'), 2);
  now += 2_000;
  assert.equal(allowance.spend('seat'), 0);
  assert.equal(allowance.spend('seat'), 2);
  now += 60_000;
  for (let count = 0; count < 10; count++) assert.equal(allowance.spend('seat'), 0);
  assert.notEqual(allowance.spend('seat'), 0);
});

test('what one spends another keeps, and what was given back may be spent again', () => {
  const allowance = new Allowance({ atOnce: 1, perMinute: 30 }, () => 0);
  assert.equal(allowance.spend('one'), 0);
  assert.equal(allowance.spend('other'), 0);
  allowance.giveBack('one');
  assert.equal(allowance.spend('one'), 0);
  assert.notEqual(allowance.spend('other'), 0);
});

test('addresses of one network of IPv6 count as one', () => {
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2::9'));
  assert.notEqual(networkOf('2001:db8:1:2::9'), networkOf('2001:db8:1:3::9'));
  assert.equal(networkOf('::1'), '0:0:0:0');
  assert.equal(networkOf('192.168.1.20'), '192.168.1.20');
});
