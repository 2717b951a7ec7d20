import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ConsentUse } from '#inputs/consent/rules.ts';
import { entriesOf, stage, WORDS } from './stage.ts';

const use: ConsentUse = { key: 'here', kind: 'consent', late: 'refuse', label: WORDS, purpose: { id: 'quote', text: WORDS } };
const perCard: ConsentUse = { ...use, perCard: ['asset'] };

suite('consent', () => {
  test('is a yes or a no to one purpose', () => {
    assert.deepEqual(stage(use).does({ yes: true }), { body: { purpose: 'quote', yes: true, card: null } });
    assert.deepEqual(stage(use).does({ yes: 'true' }), { refused: 'wrongShape' });
  });
  test('can be taken back', () => {
    const on = stage(use, { own: [{ purpose: 'quote', yes: true, card: null }] });
    assert.deepEqual(on.does({ yes: false }), { body: { purpose: 'quote', yes: false, card: null }, replaces: 'before0' });
  });
  test('is given for each card apart, when the format asks so', () => {
    const on = stage(perCard, { cards: { one: {}, two: {} }, mine: ['one', 'two'], own: [{ purpose: 'quote', yes: true, card: 'one' }] });
    assert.deepEqual(on.does({ yes: true, card: 'two' }), { body: { purpose: 'quote', yes: true, card: 'two' } });
    assert.deepEqual(on.does({ yes: true }), { refused: 'needsCard', detail: { minimum: 1 } });
    assert.deepEqual(stage(use, { cards: { one: {} } }).does({ yes: true, card: 'one' }), { refused: 'wrongShape' });
  });
  test('is nobody’s to give for the words of another', () => {
    assert.deepEqual(stage(perCard, { cards: { one: {} } }).does({ yes: true, card: 'one' }), { refused: 'notYours' });
  });
  test('is counted from five people on', () => {
    const { rules, words } = stage(use);
    const answers = (count: number) =>
      entriesOf(Array.from({ length: count }, (_, index) => ({ purpose: 'quote', yes: index > 0, card: null })));
    assert.deepEqual(rules.summary(use, answers(4), words), { turnout: 4, counts: null });
    assert.deepEqual(rules.summary(use, answers(5), words), { turnout: 5, counts: { yes: 4, no: 1 } });
  });
});
