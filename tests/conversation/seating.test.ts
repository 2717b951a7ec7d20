import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allowed } from '#conversation/allowed.ts';
import type { Grouping, Perspective } from '#conversation/format.ts';
import { seatingFacts } from '#conversation/seatingFacts.ts';
import type { SeatId } from '#conversation/state.ts';
import type { FacilitatorShape, MeShape } from '#conversation/views/shapes.ts';
import { formatOf, ROLES, Story } from './ground.ts';

const ROTATE: Grouping = { kind: 'groups', size: 4, mix: 'diverse', rotate: 'all' };
const HOSTED: Grouping = { ...ROTATE, rotate: 'hostStays' };
const format = formatOf([
  { id: 'one' },
  { id: 'two', grouping: ROTATE },
  { id: 'three', grouping: HOSTED },
  { id: 'four', grouping: ROTATE },
]);
const SIDES: readonly Perspective[] = ['resident', 'resident', 'professional', 'municipality'];

describe('a step at new tables', () => {
  test('spreads the sides, seats latecomers, and leaves no chair for who has left', () => {
    const story = hall(15);
    story.by(named(3), { type: 'leave' });
    const late = story.join('late', 'municipality');
    story.next();
    story.next();
    const tables = story.state.tables.map(({ seats }) => seats);
    assert.deepEqual(tables.map((seats) => seats.length).toSorted(), [3, 4, 4, 4]);
    assert.ok(tables.flat().includes(late) && !tables.flat().includes(named(3)));
    assert.deepEqual(seatingFacts(story.state).even, true);
  });

  test('there are as many tables as bring them nearest to the size the step asks for', () => {
    for (const [people, tables] of [
      [13, 3],
      [14, 4],
      [17, 4],
      [18, 5],
      [19, 5],
    ] as const) {
      const story = hall(people);
      story.next();
      story.next();
      assert.equal(story.state.tables.length, tables, `${people} people, four to a table`);
    }
  });

  test('who hosts keeps the table, and takes its others away to new ones', () => {
    const story = hall(16);
    const hosts = [1, 2, 3, 4].map((table) => story.state.tables.find(({ number }) => number === table)?.seats[0] ?? story.leader);
    for (const seat of hosts) assert.equal(story.by(seat, { type: 'takeRole', role: 'host' }), null);
    for (let steps = 0; steps < 3; steps++) story.next();
    assert.deepEqual(
      story.state.tables.map(({ seats }) => seats[0]),
      [...hosts].sort((a, b) => tableOf(story, a) - tableOf(story, b)),
    );
  });
});

describe('wishes', () => {
  test('apart, together and stays hold in every new seating', () => {
    const story = hall(16);
    const stays = tableOf(story, named(9));
    wish(story, 'apart', 0, 1);
    wish(story, 'apart', 0, 2);
    wish(story, 'together', 4, 5);
    wish(story, 'stays', 9);
    for (let steps = 0; steps < 2; steps++) story.next();
    for (let times = 0; times < 5; times++) {
      assert.equal(story.lead({ type: 'reshuffle', tables: 4 }), null);
      assert.notEqual(tableOf(story, named(0)), tableOf(story, named(1)));
      assert.notEqual(tableOf(story, named(0)), tableOf(story, named(2)));
      assert.equal(tableOf(story, named(4)), tableOf(story, named(5)));
      assert.equal(tableOf(story, named(9)), stays);
    }
  });

  test('a wish is made once, whoever is named first; the opposite is refused until it is taken away', () => {
    const story = hall(4);
    wish(story, 'apart', 1, 0);
    wish(story, 'apart', 0, 1);
    assert.deepEqual(story.state.wishes, [{ wish: 'apart', seats: [named(0), named(1)] }]);
    const together = { type: 'wish', wish: 'together', seats: [named(0), named(1)] } as const;
    assert.equal(story.lead(together), 'wishClash');
    assert.equal(story.lead({ type: 'dropWish', wish: 'apart', seats: [named(1), named(0)] }), null);
    assert.equal(story.lead(together), null);
    assert.equal(story.lead({ type: 'dropWish', wish: 'apart', seats: [named(0), named(1)] }), null, 'what is not there is gone');
    assert.deepEqual(story.state.wishes, [{ wish: 'together', seats: [named(0), named(1)] }]);
  });

  test('nobody but who leads sees that there are any', () => {
    const story = hall(6);
    story.next();
    const wall = story.join('wall', null, 'wall');
    const looks = () => [...[0, 1, 5].map(named), wall].map((seat) => story.screen(seat));
    const before = looks();
    wish(story, 'apart', 0, 1);
    wish(story, 'together', 2, 3);
    wish(story, 'stays', 5);
    assert.deepEqual(looks(), before);
  });

  test('when two who would be apart sit together, who leads is told at which table', () => {
    const story = hall(6);
    story.next();
    const seen = () => (story.view(story.leader, 'facilitator') as FacilitatorShape).clashes;
    const [one, other, third] = [named(0), named(1), named(2)];
    for (const pair of [
      [one, other],
      [one, third],
      [other, third],
    ] as const)
      assert.equal(story.lead({ type: 'wish', wish: 'apart', seats: pair }), null);
    assert.equal(story.lead({ type: 'reshuffle', tables: 2 }), null);
    assert.equal(seen().length, 1, 'three at two tables: two of them share one');
    assert.equal(story.lead({ type: 'reshuffle', tables: 3 }), null);
    assert.deepEqual(seen(), []);
    assert.equal(story.lead({ type: 'moveSeat', seat: one, table: tableOf(story, other) }), null);
    assert.deepEqual(seen(), [tableOf(story, other)]);
    story.by(other, { type: 'leave' });
    assert.deepEqual(seen(), []);
  });

  test('who comes back to a table that is gone is not put with whom they are kept apart from', () => {
    const story = hall(8, 4);
    const [back, rival] = [named(3), named(0)];
    story.next();
    wish(story, 'apart', 0, 3);
    story.by(back, { type: 'leave' });
    assert.equal(story.lead({ type: 'reshuffle', tables: 2 }), null);
    story.by(back, { type: 'comeBack' });
    assert.notEqual(tableOf(story, back), tableOf(story, rival));
  });
});

describe('everybody anew, from the console', () => {
  test('who hosts a table or writes there keeps it, so that no table is left without', () => {
    const roles = ROLES.map((role) => (role.id === 'director' ? { ...role, task: 'scribe' as const, per: 'table' as const } : role));
    const story = hall(12, 3, formatOf([{ id: 'one' }], { roles }));
    const chosen = story.state.tables.map(({ seats: [first, second] }) => [first ?? story.leader, second ?? story.leader] as const);
    for (const [host, scribe] of chosen) {
      assert.equal(story.by(host, { type: 'takeRole', role: 'host' }), null);
      assert.equal(story.by(scribe, { type: 'takeRole', role: 'director' }), null);
    }
    assert.equal(story.lead({ type: 'reshuffle', tables: 2 }), 'tooFewTables');
    assert.equal(story.lead({ type: 'reshuffle', tables: 3 }), null);
    for (const [at, seats] of chosen.entries()) for (const seat of seats) assert.equal(tableOf(story, seat), at + 1);
  });

  test('each is seated once at a new table, sees which, and the turns begin anew', () => {
    const turns = formatOf([{ id: 'one', turn: { kind: 'inTurns' } }]);
    const story = hall(8, 2, turns);
    story.next();
    const { tables, run } = story.state;
    const first = tables[0]?.seats[0] ?? story.leader;
    assert.equal(story.by(first, { type: 'passTurn', run: run?.id ?? story.run.id, turn: 0 }), null);
    assert.equal(story.lead({ type: 'reshuffle', tables: 3 }), null);
    assert.deepEqual(story.state.tables.flatMap(({ seats }) => seats).sort(), upTo(8).map(named));
    assert.deepEqual(story.run.turns, {});
    for (const seat of upTo(8).map(named)) {
      const { me } = story.view(seat, 'me') as MeShape;
      assert.equal(me.table, tableOf(story, seat));
      assert.equal(story.state.tables.find(({ number }) => number === me.table)?.seats[me.place ?? -1], seat);
    }
  });

  test('only while the conversation is open', () => {
    const story = hall(4);
    const may = () => allowed(story.conversation.situation, { kind: 'seat', seat: story.leader }, { type: 'reshuffle' }, 0);
    assert.equal(may(), null);
    story.lead({ type: 'close' });
    assert.equal(may(), 'closed');
  });

  test('tables that somebody stays at are there, and no fewer than those are enough', () => {
    const story = hall(9, 3);
    story.lead({ type: 'moveSeat', seat: named(0), table: 3 });
    story.lead({ type: 'moveSeat', seat: named(1), table: 2 });
    wish(story, 'stays', 0);
    assert.equal(story.lead({ type: 'reshuffle', tables: 2 }), null);
    assert.deepEqual(
      story.state.tables.map(({ number }) => number),
      [1, 3],
    );
    wish(story, 'stays', 8);
    const other = tableOf(story, named(8)) === 3 ? 1 : 2;
    assert.equal(story.lead({ type: 'reshuffle', tables: other - 1 }), 'tooFewTables');
  });

  test('it says how many pairs sat together before', () => {
    const story = hall(8, 2);
    story.next();
    assert.equal(seatingFacts(story.state).again, null);
    story.lead({ type: 'reshuffle', tables: 2 });
    assert.equal(seatingFacts(story.state).again, 4, 'two of each table of four come to each new one');
    story.lead({ type: 'reshuffle', tables: 8 });
    assert.equal(seatingFacts(story.state).again, 0);
  });
});

/** So many people, of every side, at these tables. */
function hall(people: number, tables = 4, of = format): Story {
  const story = new Story(of).begin(tables);
  for (const at of upTo(people)) story.join(named(at), SIDES[at % SIDES.length] ?? null);
  return story;
}

function wish(story: Story, kind: 'together' | 'apart' | 'stays', ...of: readonly number[]): void {
  assert.equal(story.lead({ type: 'wish', wish: kind, seats: of.map(named) }), null);
}

function named(at: number): SeatId {
  return `seat${String(at).padStart(2, '0')}` as SeatId;
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function tableOf(story: Story, seat: SeatId): number {
  return story.state.seats.get(seat)?.table ?? 0;
}
