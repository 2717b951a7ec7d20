import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Place } from '#conversation/format.ts';
import type { RunId } from '#conversation/state.ts';
import type { RunShape, SheetLine } from '#conversation/views/shapes.ts';
import { planOf, replan } from '#conversation/plan.ts';

const MINUTE = 60_000;
const EIGHT = Date.UTC(2026, 10, 17, 19, 0);

test('before the beginning nothing has a time and nothing is late', () => {
  assert.deepEqual(planOf([line('one'), line('two')], null, EIGHT, onTheWall), { starts: [null, null], ends: null, late: 0 });
});

test('what comes starts when the current step ends, and so on to the end', () => {
  const sheet = [line('one', 10, 'done', 0), line('two', 10, 'now', 10), line('three', 12), line('four', 5)];
  const plan = planOf(sheet, run({ endsAt: EIGHT + 20 * MINUTE }), EIGHT + 14 * MINUTE, onTheWall);
  assert.deepEqual(minutesAfterEight(plan.starts), [0, 10, 20, 32]);
  assert.equal(plan.ends, EIGHT + 37 * MINUTE);
  assert.equal(plan.late, 0);
});

test('a step that began late, or was given two minutes, makes the evening later', () => {
  const sheet = [line('one', 10, 'done', 0), line('two', 10, 'now', 13), line('three', 12)];
  assert.equal(planOf(sheet, run({ endsAt: EIGHT + 23 * MINUTE }), EIGHT + 14 * MINUTE, onTheWall).late, 3);
  assert.equal(planOf(sheet, run({ endsAt: EIGHT + 25 * MINUTE }), EIGHT + 14 * MINUTE, onTheWall).late, 5);
});

test('a pause, and time that has run out, push the end along with the clock', () => {
  const sheet = [line('one', 10, 'now', 0), line('two', 5)];
  const paused = planOf(sheet, run({ endsAt: EIGHT + 10 * MINUTE, pausedWith: 4 * MINUTE }), EIGHT + 20 * MINUTE, onTheWall);
  assert.equal(paused.late, 14);
  const over = planOf(sheet, run({ endsAt: EIGHT + 10 * MINUTE }), EIGHT + 13 * MINUTE, onTheWall);
  assert.equal(over.late, 3);
  assert.equal(over.ends, EIGHT + 18 * MINUTE);
});

test('time is won back from the longest steps, a minute at a time, never below two thirds of what was planned', () => {
  assert.deepEqual(gives([now(4), line('sow'), line('covered', 8), line('short', 2)]), { sow: 3, covered: 1 });
  assert.deepEqual(gives([now(60), line('sow'), line('covered', 8), line('short', 2)]), { sow: 3, covered: 2 });
  assert.deepEqual(gives([now(0), line('sow')]), {});
  assert.deepEqual(gives([now(-3), line('sow')]), {});
});

test('what was won back is won: the evening is less late, and the same steps do not give again', () => {
  const sheet = [now(4), { ...line('sow'), minutes: 7 }, line('covered', 8), line('short', 2)];
  assert.equal(planOf(sheet, null, EIGHT, onTheWall).late, 1);
  assert.deepEqual(gives(sheet), { covered: 1 });
});

test('soup at half past eight: what comes before gives minutes, down to half, and the plan says so', () => {
  // 20:00 plus ten late, a talk and questions of fifteen each: without help the soup comes at 20:40.
  const sheet = [now(0), line('explain', 15), line('questions', 15), soup(30), line('after', 30)];
  assert.deepEqual(gives(sheet), { explain: 5, questions: 5 });
  const [outlook] = replan(sheet, null, EIGHT, onTheWall).promises;
  assert.deepEqual([outlook?.line.phase, outlook?.is, minutesAfterEight([outlook?.begins ?? null])], ['soup', 'saved', [30]]);
});

test('a promise that cannot be kept is named with the time it becomes', () => {
  const { shorter, promises } = replan([now(0), line('explain', 15), soup(15)], null, EIGHT, onTheWall);
  assert.deepEqual(
    shorter.map(({ line: { phase }, by }) => [phase, by]),
    [['explain', 7]],
  );
  assert.deepEqual(
    promises.map(({ is, begins }) => [is, begins]),
    [['tooLate', EIGHT + 18 * MINUTE]],
  );
});

test('a promise is not kept before its time either, so minutes are not taken to wait for it', () => {
  const sheet = [now(0), line('explain', 5), soup(30), line('after', 12)];
  assert.deepEqual(minutesAfterEight(planOf(sheet, null, EIGHT, onTheWall).starts), [-10, 10, 30, 35]);
  assert.deepEqual(gives(sheet), {});
  assert.equal(planOf(sheet, null, EIGHT, onTheWall).late, 0, 'waiting for it was part of the plan');
});

test('a break, a round, the closing and a step without a clock give nothing, whatever was promised', () => {
  const fixed = { ...line('round', 30), shortenable: false };
  const { shorter, promises } = replan([now(0), fixed, soup(30)], null, EIGHT, onTheWall);
  assert.deepEqual([shorter.length, promises[0]?.is], [0, 'tooLate']);
});

test('a promise after midnight is still ahead, and one of an hour ago is not for tomorrow', () => {
  const late = Date.UTC(2026, 10, 17, 22, 50);
  const sheet = [
    { ...line('one', 10), state: 'now' as const, startedAt: late },
    { ...line('soup', 5), promised: 5 },
  ];
  assert.equal(planOf(sheet, null, late, onTheWall).starts[1], late + 15 * MINUTE);
  const past = [
    { ...line('one', 10), state: 'now' as const, startedAt: late },
    { ...line('soup', 5), promised: 22 * 60 + 50 },
  ];
  assert.equal(replan(past, null, late, onTheWall).promises[0]?.is, 'tooLate');
});

test('whatever the evening: only what may give gives, never too much, and no promise gets worse', () => {
  const lines = fc.array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 40 }),
      shortenable: fc.boolean(),
      promised: fc.option(fc.integer({ min: 20 * 60, max: 23 * 60 })),
    }),
    { minLength: 1, maxLength: 9 },
  );
  const seed = Date.now();
  fc.assert(
    fc.property(fc.integer({ min: -20, max: 60 }), lines, (late, steps) => {
      const sheet = [now(late), ...steps.map(({ minutes, ...rest }, index) => ({ ...line(`step${index}`, minutes), ...rest }))];
      const before = planOf(sheet, null, EIGHT, onTheWall);
      const { shorter, promises } = replan(sheet, null, EIGHT, onTheWall);
      for (const { line: each, by } of shorter)
        assert.ok(each.shortenable && each.state === 'todo' && by >= 1 && each.minutes - by >= each.planned / 2);
      const after = sheet.map((each) => ({
        ...each,
        minutes: each.minutes - (shorter.find(({ line: { phase } }) => phase === each.phase)?.by ?? 0),
      }));
      const plan = planOf(after, null, EIGHT, onTheWall);
      assert.ok(plan.late <= before.late);
      for (const { line: each, is, begins, promised } of promises) {
        const index = sheet.indexOf(each);
        assert.equal(plan.starts[index], begins, 'what is said is what happens');
        assert.ok(begins >= promised, 'never before its time');
        assert.ok(begins <= (before.starts[index] ?? 0));
        assert.equal(is === 'tooLate', begins > promised);
      }
    }),
    { seed },
  );
});

function gives(sheet: readonly SheetLine[]): { readonly [phase: string]: number } {
  return Object.fromEntries(replan(sheet, null, EIGHT, onTheWall).shorter.map(({ line: { phase }, by }) => [phase, by]));
}

/** A step of ten minutes that should have ended so many minutes ago, and ends at ten past eight. */
function now(late: number): SheetLine {
  return { ...line('now', 20 + late), planned: 20, state: 'now', startedAt: EIGHT - (10 + late) * MINUTE };
}

function soup(after: number): SheetLine {
  return { ...line('soup', 5), shortenable: false, promised: 20 * 60 + after };
}

/** In Amsterdam, in winter. */
function onTheWall(at: number): number {
  return Math.floor(at / MINUTE + 60) % 1_440;
}

function line(phase: string, minutes = 10, state: SheetLine['state'] = 'todo', startedAfter: number | null = null): SheetLine {
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
