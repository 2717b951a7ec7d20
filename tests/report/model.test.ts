import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Format, Perspective, Visibility } from '#conversation/format.ts';
import { reportParts } from '#conversation/publishing.ts';
import type { SeatId } from '#conversation/state.ts';
import { type Report, reportOf } from '#report/model.ts';
import type { Audience } from '#report/numbers.ts';
import { formatOf, inputOf, Story, WORDS } from '../conversation/ground.ts';

describe('what a report opens', () => {
  test('released cards only; it says how many stayed at the table, and how many were withdrawn', () => {
    const { story, seats } = evening(formatOf([{ id: 'one' }]));
    const [anna, bo, cor, dirk] = seats;
    story.write(anna, 'open');
    story.write(bo, 'aan tafel', { kept: true });
    const gone = story.write(cor, 'toch niet');
    story.lead({ type: 'release', place: story.run.place });
    story.by(cor, { type: 'withdraw', entry: gone });
    story.write(dirk, 'na het vrijgeven');
    const report = closed(story);
    assert.deepEqual(wordsIn(report), ['open']);
    const [input] = report.steps[0]?.inputs ?? [];
    assert.deepEqual([input?.kept, input?.withdrawn, input?.notReleased], [1, 1, 1]);
    assert.equal(report.facts.cards, 3);
  });

  test('nothing when nothing was released, and nothing of drafts or of what is for those who lead', () => {
    for (const who of ['me', 'facilitators'] as const) {
      const { story, seats } = evening(formatOf([{ id: 'one', visibility: { who, sender: 'alias', when: 'whenIConsent' } }]));
      const card = story.write(seats[0], 'niet voor het verslag');
      story.by(seats[0], { type: 'lay', entry: card });
      assert.deepEqual(wordsIn(closed(story)), []);
      story.lead({ type: 'release', place: story.run.place });
      assert.deepEqual(wordsIn(reportFrom(story)), []);
    }
  });

  test('what somebody laid on the table of their own accord is told as staying there', () => {
    const { story, seats } = evening(formatOf([{ id: 'one', visibility: { who: 'me', sender: 'withoutName', when: 'whenIConsent' } }]));
    story.by(seats[0], { type: 'lay', entry: story.write(seats[0], 'op tafel') });
    story.write(seats[1], 'nog niet gelegd');
    const [input] = closed(story).steps[0]?.inputs ?? [];
    assert.deepEqual([input?.kept, input?.withdrawn, input?.notReleased], [1, 0, 0]);
  });

  test('nothing of a closed step but how many cards there were', () => {
    const { story, seats } = evening(formatOf([{ id: 'one', grouping: { kind: 'closed', without: ['director'] } }]));
    story.write(seats[0], 'onder ons');
    story.lead({ type: 'release', place: story.run.place });
    const report = closed(story);
    assert.deepEqual(wordsIn(report), []);
    assert.deepEqual([report.steps[0]?.closed, report.steps[0]?.inputs[0]?.notReleased], [true, 1]);
  });

  test('no alias and no writer; the same before and after sealing', () => {
    const { story, seats } = evening(formatOf([{ id: 'one' }]));
    story.write(seats[0], 'van een merel');
    story.lead({ type: 'release', place: story.run.place });
    const before = closed(story);
    assert.doesNotMatch(JSON.stringify(before), /alias":\{|seat\d/);
    story.take({ type: 'seal' }, { kind: 'house' });
    assert.deepEqual({ ...reportFrom(story), status: 'closed' }, before);
  });

  test('every claim names cards that stand in the report', () => {
    const outcomes: Format['outcomes'] = [{ kind: 'lesson', name: WORDS, from: ['note'], seenBy: 'everyone', owner: 'table' }];
    const { story, seats } = evening(formatOf([{ id: 'one' }], { outcomes }));
    const card = story.write(seats[0], 'een les');
    story.lead({ type: 'release', place: story.run.place });
    const report = closed(story);
    assert.deepEqual(report.outcomes[0]?.cards, [card]);
    assert.equal(report.cards[card]?.id, card);
  });
});

describe('facts', () => {
  test('people are counted when all is over: from five in the room, from ten in public', () => {
    const { story } = evening(formatOf([{ id: 'one' }]), 6);
    assert.equal(reportFrom(story).facts.people, null);
    assert.equal(closed(story).facts.people, 6);
    assert.deepEqual(reportFrom(story, 'public').facts.people, null);
    assert.deepEqual(reportFrom(story, 'public').facts.sides, null);
  });

  test('who left is counted too; who leads, shows or observes is not', () => {
    const { story, seats } = evening(formatOf([{ id: 'one' }]), 5);
    story.join('observer', 'resident', 'observer');
    story.join('wall', null, 'wall');
    story.by(seats[0], { type: 'leave' });
    assert.equal(closed(story).facts.people, 5);
  });

  test('which voices were missing, and whether it was led from the town hall', () => {
    const { story } = evening(formatOf([{ id: 'one' }], { mustBePresent: ['resident', 'municipality'] }), 5);
    story.take({ type: 'takeSeat', seat: 'second' as SeatId, role: 'facilitator', perspectives: ['civilServant'] }, { kind: 'door' });
    const { facts } = closed(story);
    assert.deepEqual([facts.missing, facts.ledByMunicipality], [['municipality'], true]);
  });

  test('sides: a few is a few', () => {
    const story = new Story(formatOf([{ id: 'one' }])).begin();
    const voices: readonly Perspective[] = [...times('resident', 9), ...times('professional', 2), ...times('municipality', 3)];
    for (const [index, voice] of voices.entries()) story.join(`seat${index}`, voice);
    story.next();
    assert.deepEqual(closed(story).facts.sides, { resident: 9, professional: 'few', municipality: 'few', other: 0 });
  });
});

describe('what people chose', () => {
  const votes = formatOf([
    {
      id: 'one',
      inputs: [inputOf('vote'), inputOf('ballot', { late: 'refuse' })],
      visibility: { who: 'everyone', sender: 'withoutName', when: 'whenReleased' },
    },
    { id: 'two' },
  ]);

  test('answers are told together, from five on, and rest on all of them', () => {
    const { story, seats } = evening(votes, 5);
    for (const seat of seats) story.write(seat, 'ja', { input: 'vote' });
    story.lead({ type: 'release', place: story.run.place });
    const { sum, cards } = closed(story).steps[0]?.inputs[0] ?? {};
    assert.deepEqual([sum?.summary, sum?.restsOn.length, cards], [{ turnout: 5 }, 5, []]);
  });

  test('under five nothing tells how many there were', () => {
    const { story, seats } = evening(votes, 5);
    for (const seat of seats.slice(0, 4)) story.write(seat, 'ja', { input: 'vote' });
    story.lead({ type: 'release', place: story.run.place });
    const input = closed(story).steps[0]?.inputs[0];
    assert.deepEqual(input?.sum, { summary: null, restsOn: [] });
    assert.deepEqual([input?.kept, input?.withdrawn, input?.notReleased], [0, 0, 0]);
  });

  test('a secret vote is told in order, ties as ties, once it is released', () => {
    const { story, seats } = evening(votes, 6);
    for (const [index, seat] of seats.entries()) story.tryToWrite(seat, index % 2 === 0 ? 'yes' : 'no', { input: 'ballot' });
    story.next();
    const tally = () => reportFrom(story).steps[0]?.inputs[1]?.tally;
    assert.equal(tally(), null);
    story.lead({ type: 'release', place: story.state.runs[0]?.place ?? story.run.place });
    assert.deepEqual(
      tally()?.options?.map(({ option, count, place, tied }) => [option, count, place, tied]),
      [
        ['no', 3, 1, true],
        ['yes', 3, 1, true],
      ],
    );
  });

  test('what was voted behind a closed door, or for those who lead alone, is told to nobody and waits for no check', () => {
    const ballot = (visibility?: Visibility) => inputOf('ballot', { late: 'refuse', ...(visibility && { visibility }) });
    const forLeaders: Visibility = { who: 'facilitators', sender: 'withoutName', when: 'whenReleased' };
    const behind = formatOf([{ id: 'one', inputs: [ballot()], grouping: { kind: 'closed', without: ['facilitator'] } }, { id: 'two' }]);
    const alone = formatOf([{ id: 'one', inputs: [ballot(forLeaders)] }, { id: 'two' }]);
    for (const format of [behind, alone]) {
      const { story, seats } = evening(format, 6);
      for (const seat of seats) story.tryToWrite(seat, 'yes', { input: 'ballot' });
      story.next();
      const place = story.state.runs[0]?.place ?? story.run.place;
      story.lead({ type: 'release', place });
      assert.ok(story.state.tallies['one.1/ballot']?.counts && story.state.released[place], 'it was counted and released');
      assert.equal(closed(story).steps[0]?.inputs[0]?.tally, null);
      assert.deepEqual(reportParts(story.state), ['top']);
    }
  });

  test('words only for me are nowhere; the report says they stayed on the phones', () => {
    const { story } = evening(formatOf([{ id: 'one', inputs: [inputOf('note', { private: true })] }]));
    assert.equal(closed(story).steps[0]?.inputs[0]?.onPhones, true);
  });
});

describe('before and after', () => {
  const outcomes: Format['outcomes'] = [
    {
      kind: 'question',
      name: WORDS,
      from: ['after'],
      change: { before: ['before'], after: ['after'] },
      seenBy: 'everyone',
      owner: 'presenter',
    },
  ];
  const of = (who: 'group' | 'everyone') =>
    formatOf(
      [
        { id: 'one', inputs: [inputOf('note', { key: 'before' })], visibility: { who, sender: 'name', when: 'atOnce' } },
        { id: 'two', inputs: [inputOf('note', { key: 'after' })] },
      ],
      { outcomes },
    );

  test('each table sees its own problem sharpen', () => {
    const { story, seats } = evening(of('group'), 2, 2);
    const before = seats.map((seat) => story.write(seat, `eerst ${seat}`, { input: 'before' }));
    story.next();
    const after = seats.map((seat) => story.write(seat, `scherper ${seat}`, { input: 'after' }));
    const changes = closed(story, true).outcomes[0]?.changes;
    assert.deepEqual(
      changes,
      [0, 1].map((index) => ({ table: index + 1, before: [before[index]], after: [after[index]] })),
    );
  });

  test('one problem for the room belongs to every table', () => {
    const { story, seats } = evening(of('everyone'), 2, 2);
    const before = story.write(seats[0], 'voor iedereen', { input: 'before' });
    story.next();
    const after = seats.map((seat) => story.write(seat, `scherper ${seat}`, { input: 'after' }));
    const changes = closed(story, true).outcomes[0]?.changes;
    assert.deepEqual(
      changes,
      [0, 1].map((index) => ({ table: index + 1, before: [before], after: [after[index]] })),
    );
  });
});

test('what is asked later stands there with its day', () => {
  const followUps: Format['followUps'] = [
    { id: 'later', afterDays: 14, asks: 'writer', question: WORDS, statuses: ['open', 'succeeded'], seenBy: 'owner' },
  ];
  const { story } = evening(formatOf([{ id: 'one' }], { followUps }));
  assert.equal(reportFrom(story).followUps[0]?.on, null);
  const report = closed(story);
  assert.deepEqual([report.heldOn, report.followUps[0]?.on], ['2026-11-17', '2026-12-01']);
});

test('a report is plain JSON', () => {
  const { story, seats } = evening(formatOf([{ id: 'one' }]));
  story.write(seats[0], 'een woord');
  story.lead({ type: 'release', place: story.run.place });
  const report = closed(story);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

type Seats = readonly [SeatId, SeatId, SeatId, SeatId, ...SeatId[]];

function evening(format: Format, people = 4, tables = 1): { readonly story: Story; readonly seats: Seats } {
  const story = new Story(format).begin(tables);
  const seats = Array.from({ length: people }, (_, index) => story.join(`seat${index}`));
  story.next();
  return { story, seats: seats as [SeatId, SeatId, SeatId, SeatId, ...SeatId[]] };
}

function closed(story: Story, releaseAll = false): Report {
  if (releaseAll) for (const { place } of story.state.runs) story.lead({ type: 'release', place });
  story.lead({ type: 'close' });
  return reportFrom(story);
}

function reportFrom(story: Story, audience: Audience = 'room'): Report {
  return reportOf(story.conversation.situation, story.conversation.words, audience);
}

function wordsIn(report: Report): readonly string[] {
  return Object.values(report.cards).map((card) => (card.body as { readonly text: string }).text);
}

function times(perspective: Perspective, count: number): readonly Perspective[] {
  return Array.from({ length: count }, () => perspective);
}
