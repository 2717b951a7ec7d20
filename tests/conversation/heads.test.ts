import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Phase } from '#conversation/format.ts';
import { headsAt, peopleHere } from '#conversation/heads.ts';
import type { SeatId } from '#conversation/state.ts';
import type { FacilitatorShape } from '#conversation/views/shapes.ts';
import { reportOf } from '#report/model.ts';
import { formatOf, inputOf, Story } from './ground.ts';

describe('a further seat of one phone', () => {
  test('twenty joins from one phone are one person in every number, until heads are counted', () => {
    const { story, host } = table();
    for (let join = 1; join <= 20; join++) story.takeSeat(`shared${join}`, { phone: 'p1', perspective: 'municipality' });
    story.next();
    assert.equal(facilitator(story).people.here, 2, 'the host and the first of the phone');
    assert.equal(facilitator(story).people.sides.municipality, 1);
    assert.deepEqual(headsAt(story.state, 1), { said: null, people: 2, waiting: 19, sharing: 20, phones: 1 });
    assert.equal(story.by(host, { type: 'countHeads', heads: 5 }), null);
    assert.deepEqual(
      peopleHere(story.state)
        .map(({ id }) => id)
        .sort(),
      ['host', 'shared1', 'shared2', 'shared3', 'shared4'],
      'as many as fit, oldest first',
    );
    assert.deepEqual(headsAt(story.state, 1), { said: 5, people: 5, waiting: 16, sharing: 20, phones: 1 });
  });

  test('is no missing voice that was found, nor a person in the report', () => {
    const { story } = table({}, { mustBePresent: ['resident', 'professional'] });
    story.takeSeat('first', { phone: 'p1' });
    for (let join = 1; join <= 20; join++) story.takeSeat(`shared${join}`, { phone: 'p1', perspective: 'professional' });
    for (let own = 1; own <= 10; own++) story.join(`own${own}`);
    story.next();
    assert.deepEqual(facilitator(story).missing, ['professional']);
    story.lead({ type: 'close' });
    const { situation, words } = story.conversation;
    const { people, missing } = reportOf(situation, words, 'room').facts;
    assert.equal(people, 12);
    assert.deepEqual(missing, ['professional']);
  });

  test('its cards are taken; its votes wait until it counts', () => {
    const { story, host } = table({
      inputs: [inputOf('note'), inputOf('vote', { late: 'refuse' }), inputOf('ballot', { late: 'refuse' })],
    });
    story.takeSeat('first', { phone: 'p1' });
    const second = story.takeSeat('second', { phone: 'p1' });
    story.next();
    assert.equal(story.tryToWrite(second, 'een kaartje'), null);
    assert.equal(story.tryToWrite(second, 'yes', { input: 'vote' }), 'notCounted');
    assert.equal(story.tryToWrite(second, 'yes', { input: 'ballot' }), 'notCounted');
    assert.equal(story.by(host, { type: 'countHeads', heads: 3 }), null);
    assert.equal(story.tryToWrite(second, 'yes', { input: 'vote' }), null);
    assert.equal(story.tryToWrite(second, 'yes', { input: 'ballot' }), null);
  });

  test('is not among those who are ready, and gets no turn, before it counts', () => {
    const { story, host } = table({ turn: { kind: 'inTurns' } });
    story.takeSeat('first', { phone: 'p1' });
    const second = story.takeSeat('second', { phone: 'p1' });
    story.next();
    assert.equal(story.by(second, { type: 'ready', run: story.run.id }), null);
    assert.equal(facilitator(story).people.ready, 0);
    const speakers = Array.from({ length: 4 }, (_, turn) => {
      const { speaker } = story.view(host, 'table')['table'] as { readonly speaker: number };
      const [round] = story.state.tables;
      const speaking = round?.seats[speaker] ?? story.leader;
      story.by(speaking, { type: 'passTurn', run: story.run.id, turn: story.run.turns[1] ?? 0 });
      return `${turn}: ${speaking}`;
    });
    assert.deepEqual(speakers, ['0: host', '1: first', '2: host', '3: first']);
  });

  test('seats nobody, also where it hosts the table, before it counts', () => {
    const { story } = table();
    story.by('host' as SeatId, { type: 'takeRole', role: 'participant' });
    story.takeSeat('first', { phone: 'p1' });
    const second = story.takeSeat('second', { phone: 'p1' });
    story.next();
    assert.equal(story.by(second, { type: 'takeRole', role: 'host' }), null);
    assert.equal(story.by(second, { type: 'seatPerson', perspectives: [] }), 'notCounted');
    story.lead({ type: 'countHeads', heads: 3, table: 1 });
    assert.equal(story.by(second, { type: 'seatPerson', perspectives: [] }), null);
  });

  test('keeps perspectives hidden where it would be a third writer', () => {
    const { story } = table({ visibility: { who: 'group', sender: 'perspective', when: 'afterPhase' } });
    const writers = [story.join('b'), story.takeSeat('first', { phone: 'p1' }), story.takeSeat('second', { phone: 'p1' })];
    story.by('host' as SeatId, { type: 'leave' });
    story.lead({ type: 'moveSeat', seat: 'host' as SeatId, table: 1 });
    story.next();
    for (const writer of ['host' as SeatId, ...writers]) story.tryToWrite(writer, `van ${writer}`);
    const { place } = story.run;
    story.next();
    story.lead({ type: 'release', place });
    assert.deepEqual(story.state.released[place]?.perspectives, {});
  });

  test('sits where its phone sits, also when everybody sits down anew', () => {
    const story = new Story(formatOf([{ id: 'one' }])).begin(4);
    for (let own = 1; own <= 12; own++) story.join(`own${own}`);
    const first = story.takeSeat('first', { phone: 'p1' });
    const [second, third] = ['second', 'third'].map((name) => story.takeSeat(name, { phone: 'p1' }));
    const tableOf = (seat: SeatId | undefined) => story.state.seats.get(seat ?? '')?.table;
    assert.equal(tableOf(second), tableOf(first));
    const table = tableOf(first) ?? 0;
    story.lead({ type: 'countHeads', table, heads: headsAt(story.state, table).people + 1 });
    for (const tables of [3, 4, 2]) {
      assert.equal(story.lead({ type: 'reshuffle', tables }), null);
      assert.deepEqual([tableOf(second), tableOf(third)], [tableOf(first), tableOf(first)]);
      const sizes = story.state.tables.filter(({ seats }) => seats.length > 0).map(({ number }) => headsAt(story.state, number).people);
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, sizes.join());
    }
  });
});

describe('who counts as one phone', () => {
  test('people with a phone each, and who lead on the same device, are no further seats', () => {
    const { story } = table();
    story.takeSeat('one', { phone: 'p1' });
    story.takeSeat('two', { phone: 'p2' });
    assert.equal(headsAt(story.state, 1).waiting, 0);
  });

  test('going and coming in again with the same phone makes no second person', () => {
    const { story } = table();
    const one = story.takeSeat('one', { phone: 'p1' });
    story.by(one, { type: 'leave' });
    story.takeSeat('two', { phone: 'p1' });
    assert.equal(headsAt(story.state, 1).waiting, 1);
  });

  test('one phone goes around a table, not around a hall', () => {
    const { story } = table();
    for (let join = 1; join <= 30; join++) story.takeSeat(`shared${join}`, { phone: 'p1' });
    const more = (seat: string, how: object) =>
      story.take({ type: 'takeSeat', seat: seat as SeatId, role: 'participant', perspectives: [], ...how }, { kind: 'door' });
    assert.equal(more('one', { phone: 'p1' }), 'phoneFull');
    assert.equal(more('two', { phone: 'p1', byTicket: true }), null, 'a ticket of the door is somebody');
    assert.equal(more('three', { phone: 'p2' }), null);
  });

  test('a ticket of the door is a person of its own, whatever phone it is scanned with', () => {
    const { story } = table();
    story.takeSeat('one', { phone: 'p1' });
    story.takeSeat('two', { phone: 'p1', byTicket: true });
    assert.equal(headsAt(story.state, 1).waiting, 0);
  });
});

describe('counting heads', () => {
  test('is for the host of the table, and for who leads at any table', () => {
    const { story, host } = table();
    const one = story.takeSeat('one', { phone: 'p1' });
    const two = story.takeSeat('two', { phone: 'p1' });
    assert.equal(story.by(one, { type: 'countHeads', heads: 3 }), 'notYourRole');
    assert.equal(story.by(host, { type: 'countHeads', heads: 3, table: 2 }), 'notYourTable');
    assert.equal(story.lead({ type: 'countHeads', heads: 3, table: 1 }), null);
    assert.equal(story.state.seats.get(two)?.extra?.counted, true);
  });

  test('nobody makes people of the seats on their own phone: that takes another phone there, or who leads', () => {
    const story = new Story(formatOf([{ id: 'one' }])).begin();
    const host = story.takeSeat('host', { phone: 'p1', role: 'host' });
    const own = ['own1', 'own2'].map((name) => story.takeSeat(name, { phone: 'p1' }));
    story.takeSeat('other', { phone: 'p2' });
    const others = story.takeSeat('others', { phone: 'p2' });
    const counted = () => [...own, others].map((seat) => story.state.seats.get(seat)?.extra?.counted);
    assert.equal(story.by(host, { type: 'countHeads', heads: 5 }), null);
    assert.deepEqual(counted(), [false, false, true]);
    story.lead({ type: 'countHeads', heads: 5, table: 1 });
    assert.deepEqual(counted(), [true, true, true]);
    story.by(host, { type: 'countHeads', heads: 5 });
    assert.deepEqual(counted(), [true, true, true], 'what was confirmed stays so');
  });

  test('a host who is an extra seat does not count heads', () => {
    const story = new Story(formatOf([{ id: 'one' }])).begin();
    story.takeSeat('one', { phone: 'p1' });
    const two = story.takeSeat('two', { phone: 'p1', role: 'host' });
    assert.equal(story.by(two, { type: 'countHeads', heads: 3 }), 'notCounted');
  });

  test('fewer heads than phones takes nobody away that has a phone, and who leads sees both numbers', () => {
    const { story, host } = table();
    story.takeSeat('one', { phone: 'p1' });
    const extra = story.takeSeat('two', { phone: 'p1' });
    story.join('three');
    story.by(host, { type: 'countHeads', heads: 4 });
    assert.equal(story.state.seats.get(extra)?.extra?.counted, true);
    assert.equal(story.by(host, { type: 'countHeads', heads: 1 }), null);
    assert.deepEqual(headsAt(story.state, 1), { said: 1, people: 3, waiting: 1, sharing: 2, phones: 1 });
    assert.deepEqual(facilitator(story)['table/1']?.heads, headsAt(story.state, 1));
  });
});

function table(phase: Partial<Phase> = {}, more: Parameters<typeof formatOf>[1] = {}) {
  const story = new Story(formatOf([{ id: 'one', ...phase }, { id: 'two' }], more)).begin();
  const host = story.join('host', 'resident', 'host');
  return { story, host };
}

function facilitator(story: Story): FacilitatorShape {
  return story.view(story.leader, 'facilitator') as FacilitatorShape;
}
