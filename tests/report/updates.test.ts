import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutcomeAction } from '#conversation/action.ts';
import type { OutcomeId, OutcomeKind, SeenBy } from '#conversation/outcome.ts';
import { finalReportOf } from '#report/finalReport.ts';
import { formatOf, Story, WORDS } from '../conversation/ground.ts';

const DAY = 86_400_000;
const LEARNED: OutcomeKind = {
  kind: 'learned',
  name: WORDS,
  explained: WORDS,
  fields: [{ key: 'lesson', type: 'line', label: WORDS }],
  mayRunDifferently: true,
};

describe('what changed after an eindverslag was closed', () => {
  test('other words, and that it goes another way, are dated', () => {
    const story = new Evening();
    const [bench, coffee] = [story.make('everyone'), story.make('everyone')];
    story.finish();
    story.days(2);
    story.change(bench, 'everyone', 1);
    story.days(1);
    story.lead({ type: 'tellTurn', outcome: coffee, words: 'Het loopt anders' });
    assert.deepEqual(story.updates(), [
      { on: '2026-11-20', what: 'turn', outcome: coffee },
      { on: '2026-11-19', what: 'words', outcome: bench },
    ]);
  });

  test('of two things on one day the later one is told', () => {
    const story = new Evening();
    const bench = story.make('everyone');
    story.finish();
    story.days(1);
    story.lead({ type: 'setStatus', outcome: bench, saw: 1, status: 'busy', because: '', due: '2027-12-01' });
    story.hours(2);
    story.change(bench, 'everyone', 2);
    assert.deepEqual(story.updates(), [{ on: '2026-11-18', what: 'words', outcome: bench }]);
  });

  test('closed again after it was opened, only what changed since then', () => {
    const story = new Evening();
    const bench = story.make('everyone');
    story.finish();
    story.days(1);
    story.change(bench, 'everyone', 1);
    story.reopen();
    assert.deepEqual(story.updates(), []);
    story.days(1);
    story.finish();
    assert.deepEqual(story.updates(), []);
    story.days(1);
    story.change(bench, 'everyone', 2);
    assert.deepEqual(story.updates(), [{ on: '2026-11-20', what: 'words', outcome: bench }]);
  });
});

describe('what was of those who lead, and is opened after it was closed', () => {
  test('is dated from the day it was opened, made after it was closed or before', () => {
    for (const madeAfter of [true, false]) {
      const story = new Evening();
      const early = madeAfter ? null : story.make('leaders');
      story.finish();
      story.days(3);
      const outcome = early ?? story.make('leaders');
      story.lead({ type: 'setStatus', outcome, saw: 1, status: 'busy', because: '', due: '2027-12-01' });
      assert.deepEqual(story.updates(), [], 'nothing while it is theirs');
      story.days(6);
      story.change(outcome, 'everyone', 2);
      const opened = [{ on: '2026-11-26', what: 'made', outcome }];
      assert.deepEqual(story.updates(), opened);
      story.days(1);
      story.change(outcome, 'everyone', 3);
      assert.deepEqual(story.updates(), opened, 'what is new to the reader is told once');
    }
  });

  test('opened before it was closed, it stands in it as the others do', () => {
    const story = new Evening();
    const outcome = story.make('leaders');
    story.change(outcome, 'everyone', 1);
    story.days(1);
    story.finish();
    assert.deepEqual(story.updates(), []);
    story.days(1);
    story.change(outcome, 'everyone', 2);
    assert.deepEqual(story.updates(), [{ on: '2026-11-19', what: 'words', outcome }]);
  });
});

/** A conversation that is over, and what those who lead do with it from 17 November on. */
class Evening {
  readonly #story = new Story(formatOf([{ id: 'one' }]), undefined, { learned: LEARNED }).begin();

  constructor() {
    this.#story.next();
    this.#story.lead({ type: 'close' });
  }

  days(count: number): void {
    this.#story.now += count * DAY;
  }

  hours(count: number): void {
    this.#story.now += (count * DAY) / 24;
  }

  lead(action: Parameters<Story['lead']>[0]): void {
    assert.equal(this.#story.lead(action), null);
  }

  finish(): void {
    this.lead({ type: 'finishReport' });
    this.#story.wait(1);
  }

  reopen(): void {
    this.lead({ type: 'reopenReport', because: 'Er kwam een antwoord bij.' });
  }

  make(seenBy: SeenBy): OutcomeId {
    this.lead({ type: 'makeOutcome', kind: 'learned', due: '2027-12-01', ...wordsOf(seenBy) });
    return this.#story.last?.answer.outcome ?? assert.fail();
  }

  change(outcome: OutcomeId, seenBy: SeenBy, saw: number): void {
    this.lead({ type: 'changeOutcome', outcome, saw, because: 'Beter gezegd', ...wordsOf(seenBy) });
  }

  /** The same for those who were there and for everybody. */
  updates() {
    const { situation, words } = this.#story.conversation;
    const [room, everybody] = (['room', 'public'] as const).map(
      (each) => finalReportOf(situation, words, each, '2027-01-01').standing.updates,
    );
    assert.deepEqual(room, everybody);
    return everybody;
  }
}

function wordsOf(seenBy: SeenBy): Pick<Extract<OutcomeAction, { type: 'makeOutcome' }>, 'cards' | 'fields' | 'owner' | 'theme' | 'seenBy'> {
  return { cards: [], fields: { lesson: 'Een bankje' }, owner: 'dorpsraad', theme: '', seenBy };
}
