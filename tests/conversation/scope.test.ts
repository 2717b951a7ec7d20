import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayOf } from '#conversation/day.ts';
import { checkOf } from '#conversation/publishing.ts';
import { isPast, NO_SCOPE, SCOPE_MORE } from '#conversation/scope.ts';
import type { EveryoneShape } from '#conversation/views/shapes.ts';
import { checkedReportOf } from '#report/checked.ts';
import { reportData } from '#report/data.ts';
import { REPORT_SCHEMA } from '#report/dataSchema.ts';
import { scopeReport } from '#report/scope.ts';
import { faultsBy } from '../helpers/jsonSchema.ts';
import { formatOf, Story } from './ground.ts';

const LINES = { title: 'Samen eten', about: 'De straat.', decides: 'Wij.', hearBack: 'In december.' };

describe('before the doors open', () => {
  test('nothing of the card has to be filled in, and what is left out stays as it was', () => {
    const story = laidReady();
    assert.deepEqual(
      SCOPE_MORE.map((part) => told(story)[part]),
      SCOPE_MORE.map(() => null),
    );
    assert.equal(story.lead({ type: 'setScope', ...LINES, fixed: 'De prijs.', level: 'advise', hearBackOn: '2026-12-12' }), null);
    assert.equal(story.lead({ type: 'setScope', ...LINES, title: 'Samen aan tafel' }), null);
    const { title, fixed, level, hearBackOn, changes } = told(story);
    assert.deepEqual(
      { title, fixed, level, hearBackOn, changes },
      {
        title: 'Samen aan tafel',
        fixed: 'De prijs.',
        level: 'advise',
        hearBackOn: '2026-12-12',
        changes: [],
      },
    );
  });

  test('what is written over is gone, and empty words and null take away', () => {
    const story = laidReady();
    story.lead({ type: 'setScope', ...LINES, body: 'Het college.', ledBy: 'municipality' });
    story.lead({ type: 'setScope', title: '', about: '', decides: '', hearBack: '', body: ' ', ledBy: null });
    assert.deepEqual(story.state.scope, NO_SCOPE);
    assert.equal(story.conversation.texts.size, 0);
  });

  test('a promised day is a day of the calendar that is still to come; one that stands may stay', () => {
    const story = laidReady();
    const promise = (hearBackOn: string) => story.lead({ type: 'setScope', ...LINES, hearBackOn });
    assert.equal(promise('12 december'), 'needsDay');
    assert.equal(promise('2026-02-29'), 'needsDay');
    assert.equal(promise('2026-11-16'), 'dayPassed');
    assert.equal(promise(dayOf(story.now)), null, 'today can still be kept');
    story.wait(60 * 24 * 7);
    assert.equal(promise('2026-11-17'), null);
    assert.equal(promise('2026-11-18'), 'dayPassed');
  });

  test('there is nothing to change with a reason yet', () => {
    assert.equal(laidReady().lead({ type: 'changeScope', to: { title: 'Anders' }, reason: 'want', saw: 0 }), 'notOpenYet');
  });
});

describe('from the opening on', () => {
  test('it is not filled in anew, also when all is over', () => {
    const story = laidReady().begin();
    assert.equal(story.lead({ type: 'setScope', ...LINES }), 'scopeFixed');
    story.lead({ type: 'close' });
    assert.equal(story.lead({ type: 'setScope', ...LINES }), 'scopeFixed');
  });

  test('a change keeps what stood, what stands, why and when, and everybody hears that there was one', () => {
    const story = laidReady().begin();
    const anna = story.join('anna');
    assert.equal(changesSeen(story), 0);
    assert.equal(
      story.lead({ type: 'changeScope', to: { decides: 'De raad.', level: 'consult', ledBy: null }, reason: 'De raad vroeg het.', saw: 0 }),
      null,
    );
    const { decides, level, changes } = told(story);
    assert.deepEqual([decides, level], ['De raad.', 'consult']);
    assert.deepEqual(changes, [
      {
        on: '2026-11-17',
        reason: 'De raad vroeg het.',
        parts: [
          { part: 'decides', before: 'Wij.', after: 'De raad.' },
          { part: 'level', before: null, after: 'consult' },
        ],
      },
    ]);
    assert.equal(changesSeen(story), 1);
    assert.ok(story.sees(anna, 'De raad.'));
  });

  test('of two people who change it at once the second hears of the first, and a second tap changes nothing', () => {
    const story = laidReady().begin();
    const change = { type: 'changeScope', to: { decides: 'De raad.' }, reason: 'want', saw: 0 } as const;
    assert.equal(story.lead(change), null);
    assert.equal(story.lead(change), 'changedSince');
    assert.equal(told(story).changes.length, 1);
  });

  test('the day may be moved when all is over, and who looked the report through looks again', () => {
    const story = laidReady({ hearBackOn: '2026-12-12' }).begin();
    story.lead({ type: 'close' });
    assert.equal(story.lead({ type: 'check', part: 'top', changes: 0 }), null);
    assert.equal(story.lead({ type: 'changeScope', to: { hearBackOn: '2027-01-15' }, reason: 'De raad was vol.', saw: 0 }), null);
    assert.deepEqual(told(story).changes[0]?.parts, [{ part: 'hearBackOn', before: '2026-12-12', after: '2027-01-15' }]);
    assert.deepEqual(checkOf(story.state, 'top').by, []);
    const { conversation } = story;
    const report = checkedReportOf(conversation.situation, conversation.words, 'public');
    const data = JSON.parse(JSON.stringify(reportData(report, { audience: 'public', rehearsal: false, thread: [] }))) as object;
    assert.deepEqual(faultsBy(REPORT_SCHEMA, { $schema: 'https://example.org/schema', ...data }), [], 'other software reads it too');
  });
});

test('a promised day is past from the next day on', () => {
  assert.deepEqual(
    [isPast('2026-12-12', '2026-12-11'), isPast('2026-12-12', '2026-12-12'), isPast('2026-12-12', '2026-12-13')],
    [false, false, true],
  );
});

function laidReady(more: { readonly hearBackOn?: string } = {}): Story {
  const story = new Story(formatOf([{ id: 'one' }]));
  story.lead({ type: 'setScope', ...LINES, ...more });
  return story;
}

function told({ conversation, state }: Story) {
  return scopeReport(state, conversation.words);
}

function changesSeen(story: Story): number {
  const { conversation } = story.view(story.leader, 'everyone') as Pick<EveryoneShape, 'conversation'>;
  return conversation.scopeChanges;
}
