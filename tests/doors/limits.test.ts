import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { House } from '#app/house.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import { refuse } from '#conversation/refusal.ts';
import type { EntryId } from '#conversation/state.ts';
import { Desk } from '#doors/desk.ts';
import { Allowance, LIMITS, networkOf } from '#doors/limits.ts';

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

test('a receipt may do as much as a seat, however its code is typed and from wherever', async () => {
  const taken = { accepted: true, answer: {} };
  const asked = { openReceipt: () => Promise.resolve({ cards: [] }), tellTurnByReceipt: () => Promise.resolve(taken) };
  const desk = new Desk(Object.assign(Object.create(null) as House, asked), () => 0);
  const tell = (code: string, from: string) => desk.tellTurnByReceipt(from, code, 'x' as EntryId, 'y' as OutcomeId, 'Het loopt anders');
  for (let count = 0; count < LIMITS.writes.atOnce; count++)
    assert.equal((await tell('bako dilu 0000', `192.0.2.${count}`)).accepted, true);
  assert.deepEqual(await tell('Bako-Dilu 0000', '198.51.100.1'), { accepted: false, ...refuse('tooFast', { seconds: 2 }) });
  assert.equal((await tell('bako dilu 0001', '192.0.2.1')).accepted, true);
});
