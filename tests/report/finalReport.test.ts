import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Format } from '#conversation/format.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import type { PointId } from '#conversation/harvest.ts';
import type { OutcomeKind, OutcomeKinds } from '#conversation/outcome.ts';
import { rules as score } from '#inputs/score/rules.ts';
import { rules as vote } from '#inputs/vote/rules.ts';
import { checkedReportOf } from '#report/checked.ts';
import { finalData } from '#report/finalData.ts';
import { finalReportOf } from '#report/finalReport.ts';
import { FINAL_SCHEMA } from '#report/finalSchema.ts';
import type { Audience } from '#report/numbers.ts';
import { threadOf } from '#report/thread.ts';
import { faultsBy } from '../helpers/jsonSchema.ts';
import { formatOf, INPUTS, inputOf, Story, WORDS } from '../conversation/ground.ts';

const house = { kind: 'house' } as const;
const DAY = 86_400_000;

describe('somebody’s own words', () => {
  test('stand there only as a quote that was allowed, and are gone at once when it is taken back', () => {
    const { story, cards } = evening();
    const [anna, bo] = cards;
    closed(story);
    assert.doesNotMatch(all(story), /van anna|van bo/);
    story.take({ type: 'allowQuote', entry: anna, allows: true }, house);
    assert.match(all(story), /van anna/);
    assert.doesNotMatch(all(story), /van bo/);
    assert.deepEqual(
      told(story).asked[0]?.quotes.map(({ words }) => words.nl),
      ['van anna'],
    );
    assert.deepEqual(told(story).asked[0]?.cards.length, 2, 'who said nothing counts');
    story.take({ type: 'allowQuote', entry: anna, allows: false }, house);
    assert.doesNotMatch(all(story), /van anna/);
    story.take({ type: 'allowQuote', entry: bo, allows: true }, house);
    story.take({ type: 'withdraw', entry: bo }, house);
    assert.doesNotMatch(all(story), /van bo/);
  });

  test('as a counter-voice too: without a yes it is only said where it can be read', () => {
    const { story, cards } = evening();
    const [anna] = cards;
    closed(story);
    story.lead({ type: 'markCounterVoice', entry: anna });
    const [voice] = told(story).voices;
    assert.deepEqual([voice?.kind, voice?.words, voice?.opens, voice?.reply], ['card', null, true, null]);
    story.take({ type: 'allowQuote', entry: anna, allows: true }, house);
    assert.equal(told(story).voices[0]?.words, 'van anna');
  });
});

describe('whether it is final', () => {
  test('it says how many counter-voices wait, when it was closed, and why it was opened again', () => {
    const { story, cards } = evening();
    const [anna] = cards;
    closed(story);
    story.lead({ type: 'markCounterVoice', entry: anna });
    assert.deepEqual([told(story).standing.openVoices, told(story).standing.finishedOn], [1, null]);
    story.lead({ type: 'noAnswer', voice: anna, saw: 0, because: 'Dit ligt bij het Rijk.' });
    const [voice] = told(story).voices;
    assert.deepEqual(voice?.reply, { kind: 'none', words: 'Dit ligt bij het Rijk.', on: '2026-11-17' });
    assert.equal(story.lead({ type: 'finishReport' }), null);
    assert.deepEqual([told(story).standing.openVoices, told(story).standing.finishedOn], [0, '2026-11-17']);
    story.lead({ type: 'reopenReport', because: 'Er kwam een antwoord bij.' });
    assert.deepEqual([told(story).standing.finishedOn, told(story).standing.reopened], [null, ['Er kwam een antwoord bij.']]);
  });
});

test('what changed after it was closed stands above it, once for each thing, the last first', () => {
  const { story, cards } = evening({ learned: LEARNED });
  closed(story);
  const make = (lesson: string) => {
    const made = {
      kind: 'learned',
      due: '2027-12-01',
      cards,
      fields: { lesson },
      owner: 'dorpsraad',
      theme: '',
      seenBy: 'everyone',
    } as const;
    assert.equal(story.lead({ type: 'makeOutcome', ...made }), null);
    return told(story).outcomes.at(-1)?.id ?? assert.fail();
  };
  const [bench, coffee] = [make('Een bankje'), make('Koffie')];
  assert.equal(story.lead({ type: 'finishReport' }), null);
  assert.deepEqual(told(story).standing.updates, []);
  story.now += 10 * DAY;
  assert.equal(story.lead({ type: 'setStatus', outcome: bench, saw: 1, status: 'busy', because: '', due: '2027-12-01' }), null);
  story.now += DAY;
  assert.equal(story.lead({ type: 'setStatus', outcome: bench, saw: 2, status: 'succeeded', because: '', due: null }), null);
  story.now += DAY;
  assert.equal(story.lead({ type: 'changeScope', to: { hearBackOn: '2027-12-12' }, reason: 'Later dan gedacht.', saw: 0 }), null);
  const added = make('Een lijst');
  const expected = [
    { on: '2026-11-29', what: 'made', outcome: added },
    { on: '2026-11-29', what: 'scope', outcome: null },
    { on: '2026-11-28', what: 'status', outcome: bench },
  ];
  assert.deepEqual(told(story).standing.updates, expected);
  assert.deepEqual(told(story, 'public').standing.updates, expected);
  assert.ok(expected.every(({ outcome }) => outcome !== coffee));
  const data = JSON.parse(JSON.stringify(finalData(told(story), false))) as object;
  assert.deepEqual(faultsBy(FINAL_SCHEMA, { $schema: 'https://example.org/schema', ...data }), []);
});

describe('what it yielded', () => {
  const first = inputOf('card', { key: 'first' });
  const sharper = { ...inputOf('card', { key: 'sharper' }), by: 'table' };
  const outcomes: Format['outcomes'] = [
    {
      kind: 'question',
      name: WORDS,
      from: ['sharper'],
      change: { before: ['first'], after: ['sharper'] },
      seenBy: 'everyone',
      owner: 'table',
    },
  ];

  test('a sentence of a table stands there in words, beside how somebody said it first; that only as a quote', () => {
    const story = new Story(
      formatOf(
        [
          { id: 'one', inputs: [first] },
          { id: 'two', inputs: [sharper], uses: ['one'] },
        ],
        { outcomes },
      ),
    ).begin();
    const anna = story.join('anna');
    story.next();
    const before = story.write(anna, 'eerst van anna', { input: 'first' });
    story.next();
    const after = story.write(anna, 'scherper van de tafel', { input: 'sharper' });
    closed(story);
    const change = () => told(story).results[0]?.changes[0];
    const together = { nl: 'scherper van de tafel', en: 'scherper van de tafel' };
    assert.deepEqual(change(), { table: 1, before: [{ id: before, words: null }], after: [{ id: after, words: together }] });
    story.take({ type: 'allowQuote', entry: before, allows: true }, house);
    assert.equal(change()?.before[0]?.words?.nl, 'eerst van anna');
    assert.deepEqual(told(story).asked[0]?.quotes, [], 'and not a second time');
  });
});

describe('somebody’s words stand there once', () => {
  test('a card that was chosen stands in its vote, and not under what was asked too', () => {
    const use = { ...inputOf('vote'), way: 'one', among: { cards: ['note'] } };
    const outcomes: Format['outcomes'] = [{ kind: 'choice', name: WORDS, from: ['vote'], seenBy: 'everyone', owner: 'facilitator' }];
    const visibility = { who: 'everyone', sender: 'withoutName', when: 'atOnce' } as const;
    const phases = [
      { id: 'one', visibility },
      { id: 'two', inputs: [use], uses: ['one'] },
    ];
    const story = new Story(formatOf(phases, { outcomes }), { ...INPUTS, vote }).begin();
    const seats = ['a', 'b', 'c', 'd', 'e'].map((name) => story.join(name));
    story.next();
    const chosen = story.write(seats[0] ?? assert.fail(), 'van anna');
    const other = story.write(seats[1] ?? assert.fail(), 'van bo');
    story.next();
    for (const seat of seats) {
      assert.equal(story.by(seat, { type: 'write', run: story.run.id, input: 'vote', act: { one: chosen }, kept: false }), null);
    }
    closed(story);
    for (const entry of [chosen, other]) story.take({ type: 'allowQuote', entry, allows: true }, house);
    const report = told(story);
    assert.equal(report.results[0]?.votes[0]?.options[0]?.words?.nl, 'van anna');
    assert.deepEqual(
      report.asked[0]?.quotes.map(({ words }) => words.nl),
      ['van bo'],
    );
    assert.equal(JSON.stringify(report).split('"nl":"van anna"').length - 1, 1);
  });

  test('what was said first to the whole room, with what each table made of it', () => {
    const everyone = { who: 'everyone', sender: 'withoutName', when: 'atOnce' } as const;
    const first = { ...inputOf('card', { key: 'first' }), visibility: everyone };
    const sharper = { ...inputOf('card', { key: 'sharper' }), by: 'table' };
    const change = { before: ['first'], after: ['sharper'] };
    const outcomes: Format['outcomes'] = [{ kind: 'question', name: WORDS, from: ['sharper'], change, seenBy: 'everyone', owner: 'table' }];
    const phases = [
      { id: 'one', inputs: [first] },
      { id: 'two', inputs: [sharper], uses: ['one'] },
    ];
    const story = new Story(formatOf(phases, { outcomes })).begin(2);
    const seats = [story.join('anna'), story.join('bo')];
    for (const [index, seat] of seats.entries()) story.lead({ type: 'moveSeat', seat, table: index + 1 });
    story.next();
    const before = story.write(seats[0] ?? assert.fail(), 'voor iedereen', { input: 'first' });
    story.next();
    const after = seats.map((seat, index) => story.write(seat, `van tafel ${index + 1}`, { input: 'sharper' }));
    closed(story);
    story.take({ type: 'allowQuote', entry: before, allows: true }, house);
    const ids = told(story).results[0]?.changes.map((said) => [
      said.table,
      said.before.map(({ id }) => id),
      said.after.map(({ id }) => id),
    ]);
    assert.deepEqual(ids, [[0, [before], after]]);
  });
});

describe('what tables said together', () => {
  test('agreement and dissent side by side, on cards that stand in the report', () => {
    const { story, seats, cards } = evening();
    const [anna, bo] = seats;
    const point = made(story, anna, cards);
    assert.equal(story.by(bo, { type: 'answerPoint', point, says: 'otherwise', note: 'Ik zie het anders.' }), null);
    story.by(anna, { type: 'signTable', table: 1 });
    closed(story);
    const [first] = told(story).points.points;
    assert.deepEqual([first?.words, first?.agreement, first?.cards, first?.table], ['een punt', 'notAll', cards, 1]);
    assert.deepEqual(
      first?.notes.map(({ words, reply }) => [words, reply]),
      [['Ik zie het anders.', null]],
    );
    assert.equal(told(story).standing.openVoices, 1);
    assert.equal(told(story, 'public').points.points[0]?.table, undefined);
  });

  test('not a point of a table that did not sign, nor one of which no card was released', () => {
    const { story, seats, cards } = evening();
    made(story, seats[0], cards);
    closed(story);
    assert.deepEqual(told(story).points, { points: [], withoutCards: 0 });
    const other = evening();
    made(other.story, other.seats[0], other.cards);
    other.story.by(other.seats[0], { type: 'signTable', table: 1 });
    other.story.lead({ type: 'close' });
    assert.deepEqual(told(other.story).points, { points: [], withoutCards: 1 });
  });

  test('when all it rests on was withdrawn its words go too', () => {
    const { story, seats, cards } = evening();
    made(story, seats[0], cards);
    story.by(seats[0], { type: 'signTable', table: 1 });
    closed(story);
    for (const entry of cards) story.take({ type: 'withdraw', entry }, house);
    assert.deepEqual(
      told(story).points.points.map(({ words, cards: left }) => [words, left]),
      [[null, []]],
    );
    assert.doesNotMatch(all(story), /een punt/);
  });
});

test('looking back: each sentence from five answers in the room and ten in public, never under', () => {
  const { story } = lookingBack(9, 4);
  const items = (audience: Audience) => told(story, audience).evaluation?.items.map(({ id, answers, mean }) => [id, answers, mean]);
  assert.deepEqual(items('room'), [
    ['safe', 9, 4],
    ['new', null, null],
  ]);
  assert.deepEqual(items('public'), [
    ['safe', null, null],
    ['new', null, null],
  ]);
});

test('in the conversation report too: what fewer than ten answered is not told to everybody, nor how many they were', () => {
  const { story } = lookingBack(14, 6);
  const told = (audience: Audience) =>
    checkedReportOf(story.conversation.situation, story.conversation.words, audience).steps[0]?.inputs[0]?.sum;
  const safe = { turnout: 14, counts: { 1: 0, 2: 0, 3: 0, 4: 14, 5: 0 }, mean: 4 };
  const few = { turnout: null, counts: null, mean: null };
  assert.deepEqual(told('public')?.summary, { turnout: 14, scales: { safe, new: few } });
  const other = lookingBack(9, 9).story.conversation;
  const report = checkedReportOf(other.situation, other.words, 'public');
  assert.deepEqual(report.steps[0]?.inputs[0]?.sum, { summary: null, restsOn: [] });
});

test('what the report withholds shows through no outcome that grew from it either', () => {
  const { story } = lookingBack(9, 9);
  const cards = [...story.state.entries.values()].slice(0, 1).map(({ id }) => id);
  const words = { fields: { lesson: 'Vaker doen' }, owner: 'dorpsraad', theme: '', seenBy: 'everyone' } as const;
  assert.equal(story.lead({ type: 'makeOutcome', kind: 'learned', due: '2026-12-01', cards, ...words }), null);
  const shown = (audience: Audience) =>
    threadOf(story.conversation.situation, story.conversation.words, audience, '2026-12-01')[0]?.cards.map(({ card }) => card !== null);
  assert.deepEqual(shown('room'), [true]);
  assert.deepEqual(shown('public'), [false]);
});

const LEARNED: OutcomeKind = { kind: 'learned', name: WORDS, explained: WORDS, fields: [{ key: 'lesson', type: 'line', label: WORDS }] };

/** So many people answer the first sentence with a four, and so many of them the second with a two. */
function lookingBack(first: number, second: number): { readonly story: Story } {
  const scale = { id: 'safe', label: WORDS, minimum: 1, maximum: 5, steps: [] };
  const outcomes: Format['outcomes'] = [{ kind: 'evaluation', name: WORDS, from: ['back'], seenBy: 'everyone', owner: 'facilitator' }];
  const use = { ...inputOf('score', { key: 'back' }), scales: [scale, { ...scale, id: 'new' }], reason: { label: WORDS } };
  const story = new Story(formatOf([{ id: 'one', inputs: [use] }], { outcomes }), { ...INPUTS, score }, { learned: LEARNED }).begin();
  const seats = Array.from({ length: first }, (_, index) => story.join(`seat${index}`));
  story.next();
  for (const [index, seat] of seats.entries()) {
    const values = { safe: 4, ...(index < second && { new: 2 }) };
    assert.equal(
      story.by(seat, { type: 'write', run: story.run.id, input: 'back', act: { values, reason: 'Het was rustig' }, kept: false }),
      null,
    );
  }
  closed(story);
  return { story };
}

interface Evening {
  readonly story: Story;
  readonly seats: readonly [SeatId, SeatId];
  readonly cards: readonly [EntryId, EntryId];
}

function evening(kinds: OutcomeKinds = {}): Evening {
  const story = new Story(formatOf([{ id: 'one' }, { id: 'two', uses: ['one'] }]), INPUTS, kinds).begin();
  const seats = [story.join('anna'), story.join('bo')] as const;
  story.next();
  const cards = [story.write(seats[0], 'van anna'), story.write(seats[1], 'van bo')] as const;
  story.next();
  return { story, seats, cards };
}

function made(story: Story, seat: SeatId, cards: readonly EntryId[]): PointId {
  assert.equal(story.by(seat, { type: 'makePoint', table: 1, cards, words: 'een punt' }), null);
  return Object.keys(story.state.harvest.points)[0] as PointId;
}

function closed(story: Story): void {
  for (const { place } of story.state.runs) story.lead({ type: 'release', place });
  story.lead({ type: 'close' });
}

function told(story: Story, audience: Audience = 'room') {
  return finalReportOf(story.conversation.situation, story.conversation.words, audience, '2027-01-01');
}

function all(story: Story): string {
  return JSON.stringify([told(story), told(story, 'public')]);
}
