import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Format } from '#conversation/format.ts';
import type { OutcomeStatus } from '#conversation/outcome.ts';
import { checkOf, reportParts } from '#conversation/publishing.ts';
import { textsIn } from '#conversation/words.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { checkedReportOf, keptBackAt } from '#report/checked.ts';
import { tomorrowOf } from '#report/tomorrow.ts';
import { formatOf, inputOf, ROLES, Story, WORDS } from '../conversation/ground.ts';

describe('a report that two people look through', () => {
  test('its cards add up: what stands there, what stayed at the table, what was withdrawn, what was kept back', () => {
    const { story, place, write } = evening(formatOf([{ id: 'one' }]));
    write('anna', 'blijft staan');
    write('bo', 'blijft aan tafel', true);
    const back = write('cor', 'gaat over een ander');
    const withdrawn = write('dirk', 'toch niet');
    story.lead({ type: 'release', place });
    story.by('dirk' as SeatId, { type: 'withdraw', entry: withdrawn });
    story.lead({ type: 'close' });
    story.lead({ type: 'hide', entry: back, rule: 'aboutSomeoneElse' });
    const report = reportFrom(story);
    const [input] = report.steps[0]?.inputs ?? [];
    const counts = [input?.cards.length, input?.kept, input?.withdrawn, keptBackAt(report, place, 'note')];
    assert.deepEqual([report.facts.cards, ...counts], [4, 1, 1, 1, 1]);
  });

  test('of what is one answer a person nothing tells how many were kept back', () => {
    const { story, place, write } = evening(formatOf([{ id: 'one', inputs: [inputOf('vote')] }]));
    const answers = ['anna', 'bo', 'cor', 'dirk', 'els', 'fien'].map((name) => write(name, 'ja', false, 'vote'));
    story.lead({ type: 'release', place });
    story.lead({ type: 'close' });
    story.lead({ type: 'hide', entry: answers[0] as EntryId, rule: 'mistake' });
    assert.deepEqual(reportFrom(story).keptBack, {});
  });

  test('a shortened card says that it is, and says nothing of what was taken away', () => {
    const { story, place, write } = evening(formatOf([{ id: 'one' }]));
    const card = write('anna', 'dit blijft, dit gaat weg');
    story.lead({ type: 'release', place });
    story.lead({ type: 'close' });
    const [text] = textsIn(story.state.entries.get(card)?.body ?? null);
    assert.ok(text);
    story.lead({ type: 'shorten', entry: card, text, words: 'dit blijft' });
    const told = JSON.stringify(reportFrom(story));
    assert.match(told, /"shortened":true/);
    assert.doesNotMatch(told, /gaat weg/);
  });

  test('it is public when both have looked', () => {
    const { story, place, write } = evening(formatOf([{ id: 'one' }]));
    const second = story.join('second', null, 'facilitator');
    write('anna', 'een woord');
    story.lead({ type: 'release', place });
    story.lead({ type: 'close' });
    for (const seat of [story.leader, second]) {
      assert.equal(reportFrom(story).published, false);
      for (const part of reportParts(story.state)) story.by(seat, { type: 'check', part, changes: checkOf(story.state, part).changes });
    }
    assert.equal(reportFrom(story).published, true);
  });
});

describe('tomorrow', () => {
  const outcomes: Format['outcomes'] = [
    { kind: 'proposal', name: WORDS, from: ['plan'], seenBy: 'everyone', owner: 'table' },
    { kind: 'lesson', name: WORDS, from: ['note'], seenBy: 'everyone', owner: 'table' },
    { kind: 'pledge', name: WORDS, from: ['pledge'], seenBy: 'everyone', owner: 'writer' },
    { kind: 'needList', name: WORDS, from: ['need'], seenBy: 'everyone', owner: 'facilitator' },
  ];
  const followUps: Format['followUps'] = [
    { id: 'heard', afterDays: 28, asks: 'table', question: WORDS, statuses: [], seenBy: 'everyone' },
    { id: 'step', afterDays: 14, asks: 'writer', question: WORDS, statuses: [], seenBy: 'owner' },
  ];
  const note = (key: string) => ({ ...inputOf('note'), key });
  const format = formatOf([{ id: 'one', inputs: ['plan', 'note', 'pledge', 'need'].map(note) }], { outcomes, followUps });

  test('each owner has a sheet with what is theirs to do and the day they are asked; who promised something stands on none', () => {
    const { story, place, write } = evening(format, 2);
    const plans = [write('anna', 'plan van een', false, 'plan'), write('bo', 'plan van twee', false, 'plan')];
    for (const [input, text] of [
      ['note', 'een les'],
      ['pledge', 'ik beloof'],
      ['need', 'wat nodig is'],
    ] as const)
      write('anna', text, false, input);
    story.lead({ type: 'release', place });
    story.lead({ type: 'close' });
    const sheets = tomorrowOf(reportFrom(story), ROLES, []);
    assert.deepEqual(
      sheets.map(({ owner, table }) => [owner, table]),
      [
        ['facilitator', null],
        ['table', 1],
        ['table', 2],
      ],
    );
    assert.deepEqual(
      sheets.slice(1).map(({ parts, asked }) => [parts.flatMap(({ cards }) => cards.map(({ id }) => id)), asked.map(({ on }) => on)]),
      plans.map((id) => [[id], ['2026-12-15']]),
    );
    assert.doesNotMatch(JSON.stringify(sheets), /ik beloof|een les/);
    const came = (id: EntryId, ...statuses: readonly OutcomeStatus[]) => statuses.map((status) => ({ cards: [{ id }], now: { status } }));
    const [one, two] = plans;
    assert.ok(one && two);
    const left = tomorrowOf(reportFrom(story), ROLES, [...came(one, 'noBecause', 'busy'), ...came(two, 'succeeded')]);
    assert.deepEqual(
      left.slice(1).map(({ parts }) => parts.flatMap(({ cards }) => cards.map(({ id }) => id))),
      [[one], []],
      'what came about already is nobody’s tomorrow',
    );
  });

  test('what was kept back or withdrawn is nobody’s tomorrow', () => {
    const { story, place, write } = evening(format);
    const back = write('anna', 'plan', false, 'plan');
    story.lead({ type: 'release', place });
    story.lead({ type: 'close' });
    story.lead({ type: 'hide', entry: back, rule: 'name' });
    assert.deepEqual(tomorrowOf(reportFrom(story), ROLES, []), []);
  });
});

function evening(format: Format, tables = 1) {
  const story = new Story(format).begin(tables);
  const seats = new Map<string, SeatId>();
  for (const name of ['anna', 'bo', 'cor', 'dirk', 'els', 'fien']) seats.set(name, story.join(name));
  story.next();
  const write = (name: string, text: string, kept = false, input = 'note') => story.write(seats.get(name) as SeatId, text, { input, kept });
  return { story, place: story.run.place, write };
}

function reportFrom({ conversation: { situation, words } }: Story) {
  return checkedReportOf(situation, words, 'room');
}
