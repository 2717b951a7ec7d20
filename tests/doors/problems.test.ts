import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StoreProblem } from '#app/ports.ts';
import { REFUSALS, refuse } from '#conversation/refusal.ts';
import { isUnforeseen, problemOf, refusalFor } from '#doors/problems.ts';

test('each refusal has its status: 409 unless the request itself, its pace or our database is in the way', () => {
  const others = {
    notFound: 404,
    notYourSeat: 404,
    unknownTicket: 404,
    wrongShape: 400,
    tooLong: 413,
    tooMuch: 413,
    tooFast: 429,
    databaseAway: 503,
  };
  for (const code of REFUSALS) {
    const { status, body } = problemOf(refuse(code), 'nl');
    assert.equal(status, { ...others }[code as keyof typeof others] ?? 409, code);
    assert.deepEqual(Object.keys(JSON.parse(String(body)) as object), ['type', 'title', 'status', 'code', 'detail', 'kept']);
  }
});

test('who has to wait hears how long', () => {
  assert.equal(problemOf(refuse('tooFast', { seconds: 7 }), 'nl').headers?.['retry-after'], '7');
  assert.ok(Number(problemOf(refuse('databaseAway'), 'nl').headers?.['retry-after']) >= 1);
  assert.equal(problemOf(refuse('notNow'), 'nl').headers?.['retry-after'], undefined);
});

test('only a database that is away is no fault of ours', () => {
  assert.deepEqual(refusalFor(new StoreProblem('away', '57P01')), refuse('databaseAway'));
  assert.deepEqual(refusalFor(new StoreProblem('again', '40001')), refuse('databaseAway'));
  assert.equal(refusalFor(new StoreProblem('failed', '22P05')), null);
  assert.equal(refusalFor(new TypeError('ours')), null);
});

test('whoever runs the house hears of what is broken for everybody, not again of a database that is away', () => {
  assert.equal(isUnforeseen(new StoreProblem('away', '57P01')), false);
  assert.equal(isUnforeseen(new StoreProblem('again', '40001')), false);
  assert.equal(isUnforeseen(new StoreProblem('broken', '42P01')), true);
  assert.equal(isUnforeseen(new TypeError('ours')), true);
  assert.deepEqual(refusalFor(new StoreProblem('broken', '42P01')), refuse('databaseAway'));
});
