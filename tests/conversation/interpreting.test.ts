import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { INTERPRETER } from '#conversation/interpreting.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { touched } from '#conversation/touched.ts';
import type { CardShape, FacilitatorShape, MeShape, OwnCardShape, TableShape } from '#conversation/views/shapes.ts';
import { formatOf, inputOf, Story } from './ground.ts';

const format = formatOf(
  [
    { id: 'one', inputs: [inputOf('note'), inputOf('vote', { late: 'refuse' }), inputOf('ballot', { late: 'refuse' })] },
    { id: 'two', grouping: { kind: 'groups', size: 2, mix: 'diverse', rotate: 'all' } },
    { id: 'three', grouping: { kind: 'closed', without: ['director'] } },
  ],
  { mustBePresent: ['resident', 'professional'] },
);
const SAID = { words: 'نحن بحاجة إلى مقاعد', language: 'ar' } as const;

describe('an interpreter', () => {
  test('is there in every format, given by who leads alone, and counts in no number', () => {
    const { story, tolk, anna } = hall();
    assert.equal(story.state.seats.get(tolk)?.role, INTERPRETER.id);
    const { people, missing } = story.view(story.leader, 'facilitator') as FacilitatorShape;
    assert.deepEqual([people.here, missing], [2, ['professional']], 'the voice of the interpreter fills no place');
    assert.deepEqual(
      story.state.tables.map(({ seats }) => seats.includes(tolk)),
      [false, false],
    );
    assert.equal(story.by(anna, { type: 'interpret', seat: anna, whom: tolk }), 'notYourRole');
    assert.equal(story.by(anna, { type: 'takeRole', role: INTERPRETER.id }), 'notYourRole');
    assert.equal(story.lead({ type: 'giveRole', seat: anna, role: INTERPRETER.id }), 'wrongShape');
    assert.equal(story.lead({ type: 'interpret', seat: anna, whom: tolk }), 'cannotMove', 'nobody interprets for an interpreter');
  });

  test('stays with whom they interpret for, through every new seating, and outside where that one is', () => {
    const { story, tolk, anna, bert } = hall();
    for (const table of [2, 1]) {
      story.lead({ type: 'moveSeat', seat: anna, table });
      assert.equal((story.view(tolk, 'table') as TableShape).table.number, table);
    }
    story.next();
    story.next();
    assert.equal((story.view(tolk, 'table') as TableShape).table.number, story.state.seats.get(anna)?.table);
    story.lead({ type: 'giveRole', seat: anna, role: 'director' });
    story.next();
    assert.deepEqual(story.view(tolk, 'table'), {}, 'of a step that is closed to the one it is closed to the other');
    assert.notDeepEqual(story.view(bert, 'table'), {});
  });

  test('writes what was said in two languages: a card of the one who said it, which that one can take back', () => {
    const { story, tolk, anna, bert } = hall();
    story.next();
    assert.equal(write(story, tolk, anna, 'Wij hebben bankjes nodig.'), null);
    const entry = story.last?.answer.entry as EntryId;
    assert.equal(story.conversation.situation.authors.seatOf.get(entry), anna);
    const card = (story.view(bert, 'table') as TableShape)[`card/${entry}`] as CardShape;
    assert.deepEqual([card.body, card.spoken], [{ text: 'Wij hebben bankjes nodig.' }, SAID]);
    assert.deepEqual(((story.view(anna, 'me') as MeShape)[`mine/${entry}`] as OwnCardShape).spoken, SAID);
    const { events = [], authored = [] } = story.last ?? {};
    assert.ok(touched(story.conversation.situation, events, authored) !== 'all');
    assert.equal(story.by(anna, { type: 'withdraw', entry }), null);
    assert.ok(story.last?.erased.includes(story.state.entries.get(entry)?.spoken?.text as never), 'both are erased');
    assert.ok(!story.sees(bert, 'مقاعد'));
  });

  test('puts no choice, no vote and no other action in the mouth of anybody', () => {
    const { story, tolk, anna, bert } = hall();
    story.next();
    const run = story.run.id;
    for (const input of ['vote', 'ballot'])
      assert.equal(story.by(tolk, { type: 'write', run, input, act: { text: 'ja' }, kept: false, forSeat: anna }), 'notYourRole');
    assert.equal(story.by(tolk, { type: 'write', run, input: 'note', act: { text: 'x' }, kept: false }), 'notYourRole', 'has no voice');
    assert.equal(write(story, tolk, bert, 'x'), 'notYourSeat', 'only for one');
    for (const type of ['ready', 'leave'] as const) assert.equal(story.by(tolk, { type, run, forSeat: anna }), 'notYourRole');
    assert.equal(story.by(tolk, { type: 'tell', young: true, forSeat: anna }), 'notYourRole');
    const own = { type: 'write', run, input: 'note', act: { text: 'x' }, kept: false, spoken: SAID } as const;
    assert.equal(story.by(anna, own), 'notYourRole', 'who speaks for themselves needs no second text');
  });

  test('takes part again when who leads says so', () => {
    const { story, tolk, anna } = hall();
    assert.equal(story.lead({ type: 'interpret', seat: tolk, whom: null }), null);
    assert.ok(story.state.tables.some(({ seats }) => seats.includes(tolk)));
    story.next();
    assert.equal(write(story, tolk, anna, 'x'), 'notYourSeat');
    story.write(tolk, 'een eigen kaartje');
  });
});

test('a shortened card no longer tells how it was said', () => {
  const { story, tolk, anna } = hall();
  story.next();
  write(story, tolk, anna, 'Wij hebben bankjes nodig, zegt mevrouw De Vries.');
  const entry = story.last?.answer.entry as EntryId;
  const { body } = story.state.entries.get(entry) ?? {};
  story.lead({ type: 'release', place: story.run.place });
  story.lead({ type: 'close' });
  const text = (body as { readonly text: never }).text;
  assert.equal(story.lead({ type: 'shorten', entry, text, words: 'Wij hebben bankjes nodig.' }), null);
  assert.ok(!story.sees('bert' as SeatId, 'مقاعد'));
});

test('who corrects the card writes both over: what was said before goes for good', () => {
  const { story, tolk, anna } = hall();
  story.next();
  write(story, tolk, anna, 'Wij hebben bankjes nodig, zegt mevrouw De Vries.');
  const entry = story.last?.answer.entry as EntryId;
  const { spoken } = story.state.entries.get(entry) ?? {};
  assert.equal(story.by(anna, { type: 'correct', entry, act: { text: 'Wij hebben bankjes nodig.' } }), null);
  assert.ok(spoken && story.last?.erased.includes(spoken.text));
  for (const seat of ['anna', 'bert'] as SeatId[]) assert.ok(!story.sees(seat, 'مقاعد'));
});

test('an interpreter hears at once that who they speak for went away, or is ready', () => {
  const { story, tolk, anna } = hall();
  story.next();
  for (const action of [{ type: 'ready', run: story.run.id }, { type: 'leave' }] as const) {
    assert.equal(story.by(anna, action), null);
    const { events = [], authored = [] } = story.last ?? {};
    const channels = touched(story.conversation.situation, events, authored);
    assert.ok(channels === 'all' || channels.has(`me/${tolk}`), action.type);
  }
});

/** Anna and Bert at two tables; a third person interprets for Anna. */
function hall() {
  const story = new Story(format).begin(2);
  const [anna, bert] = [story.join('anna'), story.join('bert')];
  const tolk = story.join('tolk', 'professional');
  assert.equal(story.lead({ type: 'interpret', seat: tolk, whom: anna }), null);
  for (const seat of [anna, bert]) story.lead({ type: 'moveSeat', seat, table: 1 });
  return { story, anna, bert, tolk };
}

function write(story: Story, by: SeatId, forSeat: SeatId, text: string) {
  return story.by(by, { type: 'write', run: story.run.id, input: 'note', act: { text }, kept: false, spoken: SAID, forSeat });
}
