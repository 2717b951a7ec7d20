import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin } from '#conversation/state.ts';
import { dinerPensant } from '#formats/dinerPensant.ts';
import { inHuisZaaien } from '#formats/inHuisZaaien.ts';
import { askedAbout, askedOfOthers, dayAskedAbout } from '#report/askedOfOthers.ts';

/** A winter evening in Leeuwarden: half past eleven there is still the same day. */
const CLOSED = { closedAt: Date.UTC(2027, 0, 14, 22, 30) };

test('what a format asks of others than who promised something comes on its days, and waits from then on', () => {
  const state = { ...begin(dinerPensant), ...CLOSED };
  const asked = (today: string) => askedOfOthers(state, today).map(({ id, on, hasCome }) => [id, on, hasCome]);
  assert.deepEqual(asked('2027-02-10'), [
    ['replied', '2027-02-11', false],
    ['plansChanged', '2027-04-15', false],
  ]);
  assert.deepEqual(asked('2027-02-11')[0], ['replied', '2027-02-11', true]);
  assert.deepEqual(askedOfOthers(begin(dinerPensant), '2027-02-11'), []);
});

test('the day offered for an outcome is the next one on which the format asks about it', () => {
  const state = { ...begin(inHuisZaaien), ...CLOSED };
  assert.equal(dayAskedAbout(state, 'experiment', '2027-01-15'), '2027-02-25');
  assert.equal(dayAskedAbout(state, 'experiment', '2027-02-26'), null);
  assert.equal(dayAskedAbout(state, 'lesson', '2027-01-15'), null, 'of what the format does not name only who leads is asked');
});

test('at an outcome stands only what the format asks of who sees to it, or of who leads', () => {
  const asked = (kind: string) =>
    askedAbout({ ...begin(inHuisZaaien), ...CLOSED }, kind, '2027-02-25').map(({ on, asks, hasCome }) => [on, asks, hasCome]);
  assert.deepEqual(asked('experiment'), [['2027-02-25', 'presenter', true]]);
  assert.deepEqual(asked('lesson'), []);
});
