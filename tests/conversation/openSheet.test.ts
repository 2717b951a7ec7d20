import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Phase } from '#conversation/format.ts';
import { OPEN_SHEET, openSheetIn } from '#conversation/openSheet.ts';
import type { RefusalCode } from '#conversation/refusal.ts';
import type { SeatId } from '#conversation/state.ts';
import type { MeShape } from '#conversation/views/shapes.ts';
import { reportOf } from '#report/model.ts';
import { formatOf, inputOf, Story } from './ground.ts';

describe('"Wij doen het anders"', () => {
  test('the host gives the table one open sheet, and goes back to the form with one tap', () => {
    const { story, host, anna } = table();
    assert.equal(onSheet(story, anna), false);
    assert.equal(story.by(host, { type: 'openSheet', run: story.run.id, open: true }), null);
    assert.equal(onSheet(story, anna), true);
    assert.equal(story.by(host, { type: 'openSheet', run: story.run.id, open: false }), null);
    assert.equal(onSheet(story, anna), false);
  });

  test('is of one table and one step, and no other screen shows it', () => {
    const { story, host, other } = table();
    const before = [other, story.leader].map((seat) => story.screen(seat));
    story.by(host, { type: 'openSheet', run: story.run.id, open: true });
    assert.deepEqual(
      [other, story.leader].map((seat) => story.screen(seat)),
      before,
    );
    story.next();
    assert.equal(onSheet(story, host), false);
  });

  test('only who hosts or writes speaks for the table; where nobody does, anyone there may', () => {
    const { story, host, anna, other } = table();
    assert.equal(story.by(anna, { type: 'openSheet', run: story.run.id, open: true }), 'notYourRole');
    assert.equal(story.tryToWrite(anna, 'ook ik', { input: OPEN_SHEET }), 'notYourRole');
    assert.equal(story.by(other, { type: 'openSheet', run: story.run.id, open: true }), null);
    story.by(host, { type: 'leave' });
    assert.equal(story.by(anna, { type: 'openSheet', run: story.run.id, open: true }), null);
  });

  test('there is none where a table does nothing together', () => {
    const vote = inputOf('vote', { late: 'refuse' });
    const nothingTogether: readonly (Partial<Phase> & { readonly id: string })[] = [
      { id: 'break', kind: 'break' },
      { id: 'forMe', visibility: { who: 'me', sender: 'alias', when: 'whenIConsent' } },
      { id: 'arrive', kind: 'arrive', inputs: [] },
      { id: 'result', kind: 'inform', inputs: [] },
      { id: 'wholeRoom', kind: 'close', grouping: { kind: 'plenary' } },
      { id: 'eachVotes', kind: 'choose', inputs: [vote] },
      { id: 'eachInSilence', kind: 'note', turn: { kind: 'silent' } },
      { id: 'eachScores', inputs: [inputOf('score', { kind: 'score', late: 'refuse' }), inputOf('note')] },
      { id: 'editors', kind: 'order', inputs: [inputOf('note', { sharedBy: 'role' })] },
    ];
    const story = new Story(formatOf(nothingTogether)).begin();
    const anna = story.join('anna');
    for (const { id } of nothingTogether) {
      story.next();
      assert.equal(may(story, anna), 'noSheetHere', id);
      assert.equal(story.by(anna, { type: 'openSheet', run: story.run.id, open: true }), 'noSheetHere', id);
      assert.equal(story.tryToWrite(anna, 'toch', { input: OPEN_SHEET }), 'noSheetHere', id);
    }
  });

  test('there is one where a table talks, writes beside a vote, or gives one sentence to the room', () => {
    const together: readonly (Partial<Phase> & { readonly id: string })[] = [
      { id: 'talks', kind: 'talk', inputs: [] },
      { id: 'writesToo', inputs: [inputOf('vote', { late: 'refuse' }), inputOf('note')] },
      { id: 'oneSentence', kind: 'round', devices: 'onePerTable', grouping: { kind: 'plenary' } },
    ];
    const story = new Story(formatOf(together)).begin();
    const anna = story.join('anna');
    for (const { id } of together) {
      story.next();
      assert.equal(may(story, anna), null, id);
      assert.equal(story.by(anna, { type: 'openSheet', run: story.run.id, open: true }), null, id);
    }
  });

  test('a table that goes back to the form keeps its words, and may still finish those it was writing', () => {
    const { story, host } = table();
    story.by(host, { type: 'openSheet', run: story.run.id, open: true });
    const sheet = story.write(host, 'wij praten liever', { input: OPEN_SHEET });
    story.by(host, { type: 'openSheet', run: story.run.id, open: false });
    assert.equal(story.state.entries.get(sheet)?.status, 'there');
    assert.equal(story.tryToWrite(host, 'en dit nog', { input: OPEN_SHEET }), null);
    const run = story.run.id;
    story.next();
    assert.equal(story.tryToWrite(host, 'en dit na de stap', { input: OPEN_SHEET, run }), null);
  });

  test('a scribe who wrote for the wrong table takes it back: gone for all, and written once where it belongs', () => {
    const { story, host, other } = table();
    const wrong = story.write(host, 'dit hoort bij tafel twee', { input: OPEN_SHEET });
    assert.equal(story.by(other, { type: 'correct', entry: wrong, act: { text: 'van ons' } }), 'unknownCard', 'not theirs to change');
    assert.equal(story.by(host, { type: 'withdraw', entry: wrong }), null);
    const right = story.write(other, 'dit hoort bij tafel twee', { input: OPEN_SHEET });
    const there = [...story.state.entries.values()].filter(({ status }) => status === 'there');
    assert.deepEqual(
      there.map(({ id, table: number }) => [id, number]),
      [[right, story.state.seats.get(other)?.table]],
    );
  });

  test('who sits down anew finds the form', () => {
    const { story, host } = table();
    story.by(host, { type: 'openSheet', run: story.run.id, open: true });
    story.lead({ type: 'reshuffle', tables: 2 });
    assert.equal(onSheet(story, host), false);
  });
});

describe('the words of an open sheet', () => {
  test('follow the step: read by who leads, released to the room, corrected, kept, withdrawn', () => {
    const { story, host, other } = table({ visibility: { who: 'group', sender: 'alias', when: 'whenReleased' } });
    const sheet = story.write(host, 'wij doen dit anders', { input: OPEN_SHEET });
    assert.equal(story.by(host, { type: 'correct', entry: sheet, act: { text: 'wij doen dit zo' } }), null);
    assert.equal(story.sees(other, 'wij doen dit zo'), false);
    story.lead({ type: 'release', place: story.run.place });
    assert.equal(story.sees(other, 'wij doen dit zo'), true);
    const kept = story.write(host, 'dit blijft hier', { input: OPEN_SHEET, kept: true });
    story.next();
    story.lead({ type: 'release', place: story.state.entries.get(kept)?.place ?? story.run.place });
    assert.equal(story.sees(other, 'dit blijft hier'), false);
    assert.equal(story.by(host, { type: 'withdraw', entry: sheet }), null);
    assert.equal(story.sees(other, 'wij doen dit zo'), false);
  });

  test('stand in the report among the results of the step, without any mark', () => {
    const { story, host } = table();
    story.by(host, { type: 'openSheet', run: story.run.id, open: true });
    const sheet = story.write(host, 'ons verhaal', { input: OPEN_SHEET });
    story.lead({ type: 'release', place: story.run.place });
    const { situation, words } = story.conversation;
    const [step] = reportOf(situation, words, 'room').steps;
    assert.deepEqual(
      step?.inputs.map(({ use, cards }) => [use.key, cards]),
      [
        ['note', []],
        [OPEN_SHEET, [sheet]],
      ],
    );
  });

  test('wait for the end of a step that promises so, also where the step itself asks nothing', () => {
    const { story, host } = table({ kind: 'talk', inputs: [], visibility: { who: 'group', sender: 'alias', when: 'afterPhase' } });
    story.write(host, 'zo deden wij het', { input: OPEN_SHEET });
    const { place } = story.run;
    assert.equal(story.lead({ type: 'release', place }), 'stillWriting');
    story.next();
    assert.equal(story.lead({ type: 'release', place }), null);
  });

  test('are told without a sender, to the table or more, and when the step says so', () => {
    const seen = (who: Phase['visibility']['who'], when: Phase['visibility']['when']) =>
      formatOf([{ id: 'one', visibility: { who, sender: 'name', when } }]).phases.map((phase) => openSheetIn(phase)?.visibility)[0];
    assert.deepEqual(seen('everyone', 'atOnce'), { who: 'everyone', sender: 'withoutName', when: 'atOnce' });
    assert.deepEqual(seen('sameRole', 'afterPhase'), { who: 'group', sender: 'withoutName', when: 'afterPhase' });
    assert.deepEqual(seen('group', 'whenIConsent'), { who: 'group', sender: 'withoutName', when: 'whenReleased' });
  });

  test('are no question, and yet may be written where only questions are', () => {
    const { story, host } = table({ turn: { kind: 'questionsOnly' } });
    assert.equal(story.tryToWrite(host, 'wij vragen niets', { input: OPEN_SHEET }), null);
  });
});

function table(more: Partial<Phase> = {}) {
  const story = new Story(formatOf([{ id: 'one', inputs: [inputOf('note')], ...more }, { id: 'two' }])).begin(2);
  const host = story.join('host', 'resident', 'host');
  const other = story.join('other');
  const anna = story.join('anna');
  story.next();
  const number = story.state.seats.get(host)?.table ?? 0;
  story.lead({ type: 'moveSeat', seat: anna, table: number });
  story.lead({ type: 'moveSeat', seat: other, table: number === 1 ? 2 : 1 });
  return { story, host, anna, other };
}

function may(story: Story, seat: SeatId): RefusalCode | null {
  return (story.view(seat, 'me')['may'] as MeShape['may']).openSheet;
}

function onSheet(story: Story, seat: SeatId): boolean {
  return (story.view(seat, 'table')['table'] as { readonly onSheet: boolean }).onSheet;
}
