import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome, OutcomeId, OutcomeStatus } from '#conversation/outcome.ts';
import type { PledgeAnswers } from '#conversation/pledge.ts';
import { Shelf } from '#conversation/shelf.ts';
import { begin, type Entry, type EntryId } from '#conversation/state.ts';
import type { TextId } from '#conversation/words.ts';
import { dinerPensant } from '#formats/dinerPensant.ts';
import { inHuisZaaien } from '#formats/inHuisZaaien.ts';
import { askedAbout, askedAt, askedOfOthers, dayAskedAbout } from '#report/askedOfOthers.ts';

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

test('what has come waits until it is said at what it asks about how that stands', () => {
  const asked = (...outcomes: Outcome[]) =>
    askedOfOthers({ ...begin(inHuisZaaien), ...CLOSED, outcomes }, '2027-02-25').map(({ id, waits }) => [id, waits]);
  const waits = [['cameUp', true]];
  const answered = [['cameUp', false]];
  const [before, since] = ['2027-01-20', '2027-02-25'];
  assert.deepEqual(asked(), waits, 'nothing was made yet');
  assert.deepEqual(asked(stood('experiment', 'busy', before)), waits);
  assert.deepEqual(asked(stood('experiment', 'busy', since)), answered);
  assert.deepEqual(asked(stood('experiment', 'different', before)), answered, 'it was over already');
  assert.deepEqual(asked(stood('experiment', 'busy', before), stood('experiment', 'busy', since)), waits);
  assert.deepEqual(asked(stood('lesson', 'busy', since)), waits, 'it asks about no lesson');
});

test('it waits no longer when all it came back to have answered on their receipt', () => {
  const asked = (...answers: readonly PledgeAnswers[]) => {
    const cards = answers.map(
      (each, index) => [`c${index}` as EntryId, { input: 'problemOfTable', status: 'there', answers: each } as Entry] as const,
    );
    const state = { ...begin(inHuisZaaien), ...CLOSED, entries: Shelf.from(cards) };
    return askedOfOthers(state, '2027-02-25').map((each) => [each.waits, each.onReceipt, each.answers]);
  };
  const came = (status: string) => ({ cameUp: { status, learned: null } });
  assert.deepEqual(asked({}, {}), [[true, true, []]]);
  assert.deepEqual(asked(came('succeeded'), {}), [[true, true, ['succeeded']]]);
  assert.deepEqual(asked(came('different'), came('succeeded')), [[false, true, ['succeeded', 'different']]]);
});

test('an outcome that was made or answered since is not asked for again', () => {
  const at = (outcome: Outcome) => askedAt({ ...begin(inHuisZaaien), ...CLOSED, outcomes: [outcome] }, outcome, '2027-03-02').length;
  assert.equal(at(stood('experiment', 'open', '2027-01-20')), 1);
  assert.equal(at(stood('experiment', 'open', '2027-03-02')), 0);
});

/** How it stands since a day, year-month-day. */
function stood(kind: string, status: OutcomeStatus, since: string): Outcome {
  return {
    id: kind as OutcomeId,
    kind,
    fields: {},
    cards: [],
    owner: { name: 't1' as TextId, seat: null },
    theme: null,
    seenBy: 'everyone',
    history: [{ status, because: null, due: '2027-04-01', at: Date.parse(`${since}T12:00:00Z`) }],
    changes: [],
    withResidents: false,
    effects: {},
    turns: [],
    origin: null,
    asked: [],
    dropped: null,
  };
}
