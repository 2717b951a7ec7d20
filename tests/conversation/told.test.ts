import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Visibility } from '#conversation/format.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { NEEDS, NOTHING_TOLD } from '#conversation/told.ts';
import { touched } from '#conversation/touched.ts';
import type { FacilitatorShape, MeShape, ServedShape } from '#conversation/views/shapes.ts';
import { formatOf, inputOf, Story } from './ground.ts';

const EVERYONE: Visibility = { who: 'everyone', sender: 'alias', when: 'atOnce' };
const format = formatOf([
  {
    id: 'one',
    inputs: [inputOf('note'), inputOf('vote', { late: 'refuse' }), inputOf('question', { roles: ['host'] })],
    visibility: EVERYONE,
  },
  { id: 'two', inputs: [], uses: ['one'] },
]);

describe('what people need', () => {
  test('reaches who leads as counts with tables, and nobody else', () => {
    const { story, anna, bert } = hall();
    assert.equal(story.by(anna, { type: 'tell', needs: ['hearingLoop'] }), null);
    assert.equal(story.by(bert, { type: 'tell', needs: ['hearingLoop', 'quietTable'] }), null);
    story.lead({ type: 'moveSeat', seat: bert, table: 2 });
    assert.deepEqual(careOf(story).needs, [
      { need: 'hearingLoop', people: 2, tables: [1, 2] },
      { need: 'quietTable', people: 1, tables: [2] },
    ]);
    assert.deepEqual(toldTo(story, anna), { ...NOTHING_TOLD, needs: ['hearingLoop'] });
    for (const seat of ['carla', 'wall'] as SeatId[]) assert.doesNotMatch(story.screen(seat), /hearingLoop|quietTable/);
    assert.doesNotMatch(JSON.stringify(story.conversation.log.map(({ body }) => body)), /"needs":\["hearingLoop"\]|quietTable"\]\}/);
  });

  test('is taken back, goes with who leaves, and is only what was offered', () => {
    const { story, anna, bert } = hall();
    for (const seat of [anna, bert]) story.by(seat, { type: 'tell', needs: ['quietTable'] });
    story.by(anna, { type: 'tell', needs: [] });
    story.by(bert, { type: 'leave' });
    assert.deepEqual(careOf(story).needs, []);
    story.lead({ type: 'offer', needs: ['transport'], photos: false });
    assert.equal(story.by(anna, { type: 'tell', needs: ['quietTable'] }), 'unknownChoice');
    assert.equal(story.by(anna, { type: 'tell', needs: ['transport'] }), null);
  });

  test('is forgotten when the conversation closes', () => {
    const { story, anna } = hall();
    story.by(anna, { type: 'tell', needs: ['quietTable'], photo: false });
    story.by(anna, { type: 'tell', young: true });
    story.lead({ type: 'close' });
    assert.deepEqual(toldTo(story, anna), NOTHING_TOLD);
    assert.deepEqual(careOf(story), { needs: [], photos: null });
  });

  test('wakes the one who told and who leads, nobody else', () => {
    const { story, anna } = hall();
    story.by(anna, { type: 'tell', photo: true });
    const { events = [], authored = [] } = story.last ?? {};
    assert.deepEqual(events, [{ type: 'told' }]);
    assert.deepEqual([...touched(story.conversation.situation, events, authored)].toSorted(), ['facilitator', 'me/anna']);
  });
});

describe('photographs', () => {
  test('may be made at a table where all of at least five said yes', () => {
    const { story, anna } = hall();
    for (const name of ['dirk', 'els', 'faye']) story.join(name);
    const people = story.state.tables.flatMap(({ seats }) => seats);
    for (const seat of people) story.lead({ type: 'moveSeat', seat, table: 1 });
    assert.equal(careOf(story).photos, null, 'nobody said anything');
    for (const seat of people) story.by(seat, { type: 'tell', photo: true });
    assert.deepEqual(careOf(story).photos, { 1: 'all' });
    story.by(anna, { type: 'tell', photo: false });
    assert.deepEqual(careOf(story).photos, { 1: 'ask' });
    story.by(anna, { type: 'tell', photo: null });
    assert.deepEqual(careOf(story).photos, { 1: 'ask' }, 'who did not say is not in the picture');
    story.lead({ type: 'moveSeat', seat: anna, table: 2 });
    assert.deepEqual(careOf(story).photos, { 1: 'all', 2: 'few' });
    story.lead({ type: 'offer', needs: NEEDS, photos: false });
    assert.equal(careOf(story).photos, null);
  });

  test('further seats of one phone do not fill a table up to five', () => {
    const { story, anna, bert } = hall();
    const shared = ['s1', 's2', 's3', 's4'].map((name) => story.takeSeat(name, { phone: 'p1' }));
    for (const seat of shared) story.lead({ type: 'moveSeat', seat, table: 1 });
    for (const seat of [bert, ...shared]) story.by(seat, { type: 'tell', photo: true });
    story.by(anna, { type: 'tell', photo: false });
    assert.equal(careOf(story).photos?.[1], 'few');
    story.lead({ type: 'countHeads', heads: 6, table: 1 });
    assert.equal(careOf(story).photos?.[1], 'ask');
  });

  test('are never made of somebody young, who cannot say yes alone', () => {
    const { story, anna } = hall();
    story.by(anna, { type: 'tell', photo: true });
    story.by(anna, { type: 'tell', young: true });
    assert.equal(toldTo(story, anna).photo, null);
    assert.equal(story.by(anna, { type: 'tell', photo: true }), 'unknownChoice');
  });
});

describe('somebody younger than sixteen', () => {
  test('writes for the table alone, whatever was asked; the room and the wall never see it', () => {
    const { story, anna, bert } = hall();
    story.by(anna, { type: 'tell', young: true });
    story.next();
    const card = story.write(anna, 'ik mis een skatebaan');
    story.write(bert, 'wij missen bankjes');
    assert.equal(story.state.entries.get(card)?.kept, true);
    story.lead({ type: 'release', place: story.run.place });
    assert.ok(story.sees(bert, 'skatebaan'), 'at the same table');
    for (const seat of ['carla', 'wall'] as SeatId[])
      assert.deepEqual([story.sees(seat, 'skatebaan'), story.sees(seat, 'bankjes')], [false, true]);
  });

  test('cannot let the words go further later, by letting go, correcting or writing over', () => {
    const { story, anna } = hall();
    story.by(anna, { type: 'tell', young: true });
    story.next();
    const card = story.write(anna, 'ik mis een skatebaan');
    assert.equal(story.by(anna, { type: 'keep', entry: card, kept: false }), 'staysAtTable');
    assert.equal(story.by(anna, { type: 'correct', entry: card, act: { text: 'een skatebaan graag' } }), null);
    assert.equal(story.state.entries.get(card)?.kept, true);
    assert.equal(story.by(anna, { type: 'withdraw', entry: card }), null, 'taking back is always allowed');
  });

  test('chooses and votes like everybody', () => {
    const { story, anna } = hall();
    story.by(anna, { type: 'tell', young: true });
    story.next();
    assert.equal(story.by(anna, { type: 'write', run: story.run.id, input: 'vote', act: { text: 'ja' }, kept: false }), null);
    assert.deepEqual(
      [...story.state.entries.values()].map(({ kept }) => kept),
      [false],
    );
  });

  test('who wrote something already keeps that at the table first', () => {
    const { story, anna } = hall();
    story.next();
    const card = story.write(anna, 'ik mis een skatebaan');
    assert.equal(story.by(anna, { type: 'tell', young: true }), 'keepFirst');
    story.by(anna, { type: 'keep', entry: card, kept: true });
    assert.equal(story.by(anna, { type: 'tell', young: true }), null);
    assert.equal(story.by(anna, { type: 'tell', young: false }), null, 'and may come back on it');
    assert.equal(story.by(anna, { type: 'keep', entry: card, kept: false }), null);
  });

  test('who writes for the table writes the words of the table', () => {
    const { story } = hall();
    const host = story.join('host', 'resident', 'host');
    story.by(host, { type: 'tell', young: true });
    story.next();
    const [ofTable, own] = [story.write(host, 'wat vinden wij samen', { input: 'question' }), story.write(host, 'wat vind ik zelf')];
    assert.deepEqual(
      [ofTable, own].map((id) => story.state.entries.get(id)?.kept),
      [false, true],
    );
  });

  test('without a phone says so to whoever writes for them: only they see it, and new words stay at the table', () => {
    const { story, bert } = hall();
    const host = story.join('host', 'resident', 'host');
    story.lead({ type: 'moveSeat', seat: host, table: 1 });
    story.by(host, { type: 'seatPerson', perspectives: ['resident'] });
    const forSeat = [...story.state.seats.values()].find(({ phoneless }) => phoneless)?.id ?? host;
    story.next();
    const write = { type: 'write', run: story.run.id, input: 'note', act: { text: 'een skatebaan' }, kept: false, forSeat } as const;
    story.by(host, write);
    const entry = [...story.state.entries.values()].at(0)?.id ?? ('' as EntryId);
    assert.equal(story.by(host, { type: 'tell', young: true, forSeat }), 'keepFirst');
    assert.equal(story.by(bert, { type: 'keep', entry, kept: true, forSeat }), 'notYourRole');
    assert.equal(story.by(host, { type: 'keep', entry, kept: true, forSeat }), null);
    const others = [bert, 'carla' as SeatId, story.leader].map((seat) => story.screen(seat));
    assert.equal(story.by(host, { type: 'tell', young: true, forSeat }), null);
    assert.deepEqual(
      [bert, 'carla' as SeatId, story.leader].map((seat) => story.screen(seat)),
      others,
    );
    const served = story.view(host, 'me')[`serves/${forSeat}`] as ServedShape;
    assert.deepEqual([served.young, served.ownWordsStay], [true, ['note', 'vote', 'question']]);
    assert.equal(story.by(host, write), null);
    assert.deepEqual(
      [...story.state.entries.values()].map(({ kept }) => kept),
      [true, true],
    );
    story.by(host, { type: 'tell', young: false, forSeat });
    assert.equal(story.by(host, { type: 'keep', entry, kept: false, forSeat }), 'notYourRole', 'who types lets go of nothing');
  });

  test('also among those of one role writes for who of them sits there', () => {
    const toRole: Visibility = { who: 'sameRole', sender: 'withoutName', when: 'atOnce' };
    const story = new Story(formatOf([{ id: 'one', visibility: toRole }])).begin(2);
    const [young, near, far] = ['young', 'near', 'far'].map((name) => story.join(name, 'resident', 'director')) as [SeatId, SeatId, SeatId];
    for (const [seat, table] of [
      [young, 1],
      [near, 1],
      [far, 2],
    ] as const)
      story.lead({ type: 'moveSeat', seat, table });
    story.by(young, { type: 'tell', young: true });
    story.next();
    story.write(young, 'een skatebaan');
    assert.deepEqual([story.sees(near, 'skatebaan'), story.sees(far, 'skatebaan')], [true, false]);
  });

  test('nor can who works on it with them let it go further, or keep what others wrote at the table', () => {
    const shared = inputOf('question', { roles: ['director'], sharedBy: 'role' });
    const story = new Story(formatOf([{ id: 'one', inputs: [shared], visibility: EVERYONE }])).begin(2);
    const [young, colleague] = ['young', 'colleague'].map((name) => story.join(name, 'resident', 'director')) as [SeatId, SeatId];
    story.by(young, { type: 'tell', young: true });
    story.next();
    const [own, others] = [
      story.write(young, 'een skatebaan', { input: 'question' }),
      story.write(colleague, 'bankjes', { input: 'question' }),
    ];
    assert.equal(story.by(colleague, { type: 'keep', entry: own, kept: false }), 'unknownCard');
    assert.equal(story.by(colleague, { type: 'correct', entry: own, act: { text: 'een skatebaan graag' } }), null);
    assert.equal(story.by(young, { type: 'correct', entry: others, act: { text: 'twee bankjes' } }), null);
    assert.deepEqual(
      [own, others].map((id) => story.state.entries.get(id)?.kept),
      [true, true],
      'both have words of somebody young now',
    );
    const third = story.join('third', 'resident', 'director');
    assert.equal(story.by(third, { type: 'keep', entry: others, kept: false }), 'unknownCard', 'the answer is the same of whom it is not');
  });

  test('is known to nobody: the screens of all others stay the same to the letter', () => {
    const { story, anna, bert } = hall();
    story.next();
    const others = [bert, 'carla', 'wall', story.leader] as SeatId[];
    const before = others.map((seat) => story.screen(seat));
    assert.equal(story.by(anna, { type: 'tell', young: true }), null);
    assert.deepEqual(
      others.map((seat) => story.screen(seat)),
      before,
    );
    assert.doesNotMatch(JSON.stringify(story.conversation.log), /young/);
  });
});

/** Three people and a wall; Anna and Bert sit at the first table, Carla at the second. */
function hall() {
  const story = new Story(format).begin(2);
  story.lead({ type: 'offer', needs: NEEDS, photos: true });
  story.join('wall', null, 'wall');
  const [anna, bert, carla] = ['anna', 'bert', 'carla'].map((name) => story.join(name)) as [SeatId, SeatId, SeatId];
  for (const seat of [anna, bert]) story.lead({ type: 'moveSeat', seat, table: 1 });
  story.lead({ type: 'moveSeat', seat: carla, table: 2 });
  return { story, anna, bert, carla };
}

function careOf(story: Story): FacilitatorShape['care'] {
  return (story.view(story.leader, 'facilitator') as FacilitatorShape).care;
}

function toldTo(story: Story, seat: SeatId) {
  return (story.view(seat, 'me') as MeShape).me.told;
}
