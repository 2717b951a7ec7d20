import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isActionId, parseAction } from '#app/actions.ts';
import { parseJoinWish, parsePreparation } from '#app/wishes.ts';

const RUN = 'abcdefghjk0123456789';

test('an action comes in with its ids and its words', () => {
  const raw = { type: 'write', run: RUN, input: 'thought', act: { text: 'Regel één\nregel twee\t— met tab 🙂 שלום' } };
  assert.deepEqual(parseAction(raw), { action: { ...raw, kept: false } });
});

test('control signs and lone surrogates are taken out, before anything is kept', () => {
  const parsed = parseAction({ type: 'call', words: 'a\u0000b\u0007c\ud800d\r\ne\u009f\ufffe\uffff' });
  assert.deepEqual(parsed, { action: { type: 'call', words: 'abc\ufffdd\ne' } });
});

test('four thousand signs is the most one text may have', () => {
  assert.ok('action' in parseAction({ type: 'call', words: 'x'.repeat(4_000) }));
  assert.deepEqual(parseAction({ type: 'call', words: 'x'.repeat(4_001) }), { refused: 'tooLong', detail: { maximum: 4_000 } });
  assert.deepEqual(parseAction({ type: 'write', run: RUN, input: 'thought', act: { text: 'x'.repeat(1_000_000) } }), {
    refused: 'tooLong',
    detail: { maximum: 4_000 },
  });
});

test('an outcome says no more than can be read, and has a short owner and theme', () => {
  const outcome = {
    type: 'makeOutcome',
    kind: 'proposal',
    due: null,
    fields: {},
    cards: [],
    owner: 'dorpsraad',
    theme: '',
    seenBy: 'everyone',
  };
  const codeOf = (more: object) => parseAction({ ...outcome, ...more });
  const row = { what: 'x'.repeat(4_000) };
  assert.ok('action' in codeOf({ fields: { title: 'x', steps: [row, row, row, row] }, owner: 'x'.repeat(200) }));
  assert.deepEqual(codeOf({ fields: { title: 'x', steps: [row, row, row, row, row] } }), {
    refused: 'tooLong',
    detail: { maximum: 20_000 },
  });
  for (const more of [{ owner: 'x'.repeat(201) }, { theme: 'x'.repeat(201) }])
    assert.deepEqual(codeOf(more), { refused: 'tooLong', detail: { maximum: 200 } });
});

test('what the clock, the door and the house do, nobody can ask from outside', () => {
  for (const raw of [
    { type: 'timeUp', run: RUN },
    { type: 'seal' },
    { type: 'takeSeat', seat: RUN, role: 'leader', perspectives: [] },
    { type: 'toString' },
    { type: '__proto__' },
  ])
    assert.deepEqual(parseAction(raw), { refused: 'wrongShape' });
});

test('a wrong shape is refused, with nothing left out and nothing added', () => {
  const wrong = [
    null,
    1,
    'next',
    [],
    {},
    { type: 'next' },
    { type: 'next', from: 'kort' },
    { type: 'next', from: RUN, at: 1 },
    { type: 'extend', run: RUN, minutes: 1.5 },
    { type: 'extend', run: RUN, minutes: -1 },
    { type: 'extend', run: RUN, minutes: Infinity },
    { type: 'release', place: '../etc' },
    { type: 'write', run: RUN, input: 'thought' },
    { type: 'write', run: RUN, input: 'thought', act: { n: Number.NaN } },
    { type: 'write', run: RUN, input: 'thought', act: JSON.parse('{"__proto__": {"a": 1}}') as unknown },
    { type: 'write', run: RUN, input: 'thought', act: JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown },
    { type: 'write', run: RUN, input: 'thought', act: Array.from({ length: 100_000 }, () => 1) },
    { type: 'hide', entry: RUN, rule: 'because' },
  ];
  for (const [index, raw] of wrong.entries()) assert.deepEqual(parseAction(raw), { refused: 'wrongShape' }, `the one at ${index}`);
});

test('whatever comes in, reading it never throws', () => {
  fc.assert(
    fc.property(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withSparseArray: true,
        withTypedArray: true,
      }),
      (raw) => {
        for (const read of [parseAction, parseJoinWish, parsePreparation]) assert.ok(typeof read(raw) === 'object');
        isActionId(raw);
      },
    ),
  );
});

test('a join wish names known perspectives, each once', () => {
  assert.deepEqual(parseJoinWish({ perspectives: ['resident', 'parent', 'resident'] }), { wish: { perspectives: ['resident', 'parent'] } });
  assert.deepEqual(parseJoinWish({}), { wish: { perspectives: [] } });
  assert.deepEqual(parseJoinWish({ perspectives: ['king'] }), { refused: 'wrongShape' });
});
