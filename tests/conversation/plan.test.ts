import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place } from '#conversation/format.ts';
import type { RunId } from '#conversation/state.ts';
import type { RunShape, SheetLine } from '#conversation/views/shapes.ts';
import { planOf, winBack } from '#conversation/plan.ts';

const MINUTE = 60_000;
const EIGHT = Date.UTC(2026, 10, 17, 19, 0);

test('before the beginning nothing has a time and nothing is late', () => {
  assert.deepEqual(planOf([line('one', 'todo'), line('two', 'todo')], null, EIGHT), { starts: [null, null], ends: null, late: 0 });
});

test('what comes starts when the current step ends, and so on to the end', () => {
  const sheet = [line('one', 'done', 10, 0), line('two', 'now', 10, 10), line('three', 'todo', 12), line('four', 'todo', 5)];
  const plan = planOf(sheet, run({ endsAt: EIGHT + 20 * MINUTE }), EIGHT + 14 * MINUTE);
  assert.deepEqual(minutesAfterEight(plan.starts), [0, 10, 20, 32]);
  assert.equal(plan.ends, EIGHT + 37 * MINUTE);
  assert.equal(plan.late, 0);
});

test('a step that began late, or was given two minutes, makes the evening later', () => {
  const sheet = [line('one', 'done', 10, 0), line('two', 'now', 10, 13), line('three', 'todo', 12)];
  assert.equal(planOf(sheet, run({ endsAt: EIGHT + 23 * MINUTE }), EIGHT + 14 * MINUTE).late, 3);
  assert.equal(planOf(sheet, run({ endsAt: EIGHT + 25 * MINUTE }), EIGHT + 14 * MINUTE).late, 5);
});

test('a pause, and time that has run out, push the end along with the clock', () => {
  const sheet = [line('one', 'now', 10, 0), line('two', 'todo', 5)];
  const paused = planOf(sheet, run({ endsAt: EIGHT + 10 * MINUTE, pausedWith: 4 * MINUTE }), EIGHT + 20 * MINUTE);
  assert.equal(paused.late, 14);
  const over = planOf(sheet, run({ endsAt: EIGHT + 10 * MINUTE }), EIGHT + 13 * MINUTE);
  assert.equal(over.late, 3);
  assert.equal(over.ends, EIGHT + 18 * MINUTE);
});

test('time is won back from the longest steps, a minute at a time, never below two thirds', () => {
  const [sow, covered, short] = [line('sow', 'todo', 10), line('covered', 'todo', 8), line('short', 'todo', 2)];
  const gives = (late: number) => winBack([sow, covered, short], late).map(({ line: { phase }, by }) => [phase, by]);
  assert.deepEqual(gives(4), [
    ['sow', 3],
    ['covered', 1],
  ]);
  assert.deepEqual(gives(60), [
    ['sow', 3],
    ['covered', 2],
  ]);
  assert.deepEqual(gives(0), []);
  assert.deepEqual(gives(-3), []);
});

function line(phase: string, state: SheetLine['state'], minutes = 10, startedAfter: number | null = null): SheetLine {
  const startedAt = startedAfter === null ? null : EIGHT + startedAfter * MINUTE;
  return {
    place: `${phase}.1` as Place,
    phase,
    name: { nl: phase, en: phase },
    minutes,
    planned: minutes,
    startedAt,
    state,
    cards: 0,
    released: false,
    waiting: 0,
    shortenable: true,
    promised: null,
  };
}

function run({ endsAt, pausedWith = null }: { readonly endsAt: number; readonly pausedWith?: number | null }): RunShape {
  return { id: 'run' as RunId, ordinal: 1, endsAt, pausedWith, timeUp: false, gong: false, ended: false };
}

function minutesAfterEight(starts: readonly (number | null)[]): (number | null)[] {
  return starts.map((start) => (start === null ? null : (start - EIGHT) / MINUTE));
}
