import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Grouping, Perspective } from '#conversation/format.ts';
import type { SeatId } from '#conversation/state.ts';
import type { FacilitatorShape, MeShape } from '#conversation/views/shapes.ts';
import { formatOf, inputOf, ROLES, Story } from './ground.ts';

const format = formatOf([{ id: 'one' }, { id: 'two' }], { mustBePresent: ['resident', 'municipality'] });

describe('coming', () => {
  test('people join once the doors are open; who leads and the wall come earlier', () => {
    const story = new Story(format);
    const knock = (role: string) => story.take({ type: 'takeSeat', seat: role as SeatId, role, perspectives: [] }, { kind: 'door' });
    assert.equal(knock('wall'), null);
    assert.equal(knock('participant'), 'notOpenYet');
    assert.equal(knock('observer'), 'notOpenYet');
    story.begin();
    assert.equal(knock('participant'), null);
    assert.equal(knock('participant'), 'alreadyHere');
  });

  test('each goes to the smallest table that lacks their side', () => {
    const story = new Story(format).begin(3);
    const seats: readonly (readonly [string, Perspective])[] = [
      ['a', 'resident'],
      ['b', 'resident'],
      ['c', 'resident'],
      ['d', 'municipality'],
      ['e', 'municipality'],
    ];
    for (const [name, perspective] of seats) story.join(name, perspective);
    assert.deepEqual(tablesOf(story), [['a', 'd'], ['b', 'e'], ['c']]);
    story.join('late official', 'councillor');
    story.join('late professional', 'teamLead');
    assert.deepEqual(tablesOf(story), [
      ['a', 'd', 'late professional'],
      ['b', 'e'],
      ['c', 'late official'],
    ]);
  });

  test('a bigger table that lacks their side goes before a smaller one that does not', () => {
    const story = new Story(format).begin(2);
    for (const name of ['a', 'b', 'c', 'd']) story.join(name, 'professional');
    story.join('e', 'resident');
    for (const name of ['b', 'd']) story.by(name as SeatId, { type: 'leave' });
    assert.deepEqual(tableOf(story, 'e'), 1);
    assert.equal(tableOf(story, story.join('f', 'youth')), 2);
  });

  test('where no table lacks their side it is simply the smallest', () => {
    const story = new Story(format).begin(2);
    for (const name of ['a', 'b', 'c']) story.join(name, 'resident');
    assert.equal(tableOf(story, story.join('d', 'parent')), 2);
  });
});

describe('going', () => {
  test('who leaves keeps the chair and their cards, writes no more, and may come back', () => {
    const story = new Story(format).begin();
    const [anna, bo] = [story.join('anna'), story.join('bo')];
    story.next();
    story.write(anna, 'laatste woord');
    assert.equal(story.by(anna, { type: 'leave' }), null);
    assert.equal(story.by(anna, { type: 'leave' }), 'left');
    assert.equal(story.tryToWrite(anna, 'nog iets'), 'left');
    assert.ok(story.sees(bo, 'laatste woord'));
    assert.equal(story.by(anna, { type: 'comeBack' }), null);
    assert.equal(story.by(anna, { type: 'comeBack' }), 'alreadyHere');
    story.write(anna, 'terug');
  });

  test('whose role was taken meanwhile comes back without it', () => {
    const story = new Story(format).begin();
    const [anna, bo] = [story.join('anna', 'resident', 'presenter'), story.join('bo')];
    story.by(anna, { type: 'leave' });
    story.by(anna, { type: 'comeBack' });
    assert.equal(story.state.seats.get(anna)?.role, 'presenter');
    story.by(anna, { type: 'leave' });
    assert.equal(story.by(bo, { type: 'takeRole', role: 'presenter' }), null);
    assert.equal(story.by(anna, { type: 'comeBack' }), null);
    assert.equal(story.state.seats.get(anna)?.role, 'participant');
  });

  test('whose table is gone sits down as a newcomer', () => {
    const story = new Story(
      formatOf([{ id: 'one' }, { id: 'two', grouping: { kind: 'groups', size: 2, mix: 'lot', rotate: 'all' } }]),
    ).begin(3);
    const seats = ['a', 'b', 'c'].map((name) => story.join(name));
    const [, , third = story.leader] = seats;
    story.next();
    story.by(third, { type: 'leave' });
    story.next();
    assert.equal(story.state.tables.length, 1);
    story.by(third, { type: 'comeBack' });
    assert.equal(tableOf(story, third), 1);
  });
});

describe('tables', () => {
  test('merging moves everybody; moving moves one; nobody who leads sits at a table', () => {
    const story = new Story(format).begin(2);
    for (const name of ['a', 'b', 'c', 'd']) story.join(name);
    assert.equal(story.lead({ type: 'moveSeat', seat: 'a' as SeatId, table: 2 }), null);
    assert.deepEqual(tablesOf(story), [['c'], ['b', 'd', 'a']]);
    assert.equal(story.lead({ type: 'mergeTables', table: 1, into: 2 }), null);
    assert.deepEqual(tablesOf(story), [[], ['b', 'd', 'a', 'c']]);
    assert.equal(story.lead({ type: 'moveSeat', seat: story.leader, table: 2 }), 'cannotMove');
    assert.equal(story.lead({ type: 'moveSeat', seat: 'a' as SeatId, table: 9 }), 'unknownTable');
    assert.equal(story.lead({ type: 'mergeTables', table: 2, into: 2 }), 'unknownTable');
  });

  test('after a new seating the table of the same number is another group: it sees none of the old cards', () => {
    const grouping: Grouping = { kind: 'groups', size: 3, mix: 'lot', rotate: 'all' };
    const story = new Story(formatOf([{ id: 'one' }, { id: 'two', grouping, uses: ['one'] }])).begin(2);
    const seats = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => story.join(name));
    story.next();
    for (const seat of seats) story.write(seat, `van ${seat}!`);
    story.next();
    for (const seat of seats) {
      for (const other of seats) if (other !== seat) assert.ok(!story.sees(seat, `van ${other}!`));
      assert.ok(story.sees(seat, `van ${seat}!`));
    }
  });

  test('a lot leaves nobody over, and a replay gives the same tables', () => {
    const grouping: Grouping = { kind: 'groups', size: 2, mix: 'lot', rotate: 'all' };
    const play = () => {
      const story = new Story(formatOf([{ id: 'one', grouping }])).begin(2);
      for (let index = 0; index < 7; index++) story.join(`seat${index}`);
      story.next();
      return tablesOf(story);
    };
    const tables = play();
    assert.deepEqual(tables.map((seats) => seats.length).toSorted(), [2, 2, 3]);
    assert.deepEqual(play(), tables);
  });

  test('mixed tables get some of each side', () => {
    const grouping: Grouping = { kind: 'groups', size: 3, mix: 'diverse', rotate: 'all' };
    const story = new Story(formatOf([{ id: 'one', grouping }])).begin();
    const voices: readonly Perspective[] = ['resident', 'professional', 'municipality'];
    for (const voice of [...voices, ...voices, ...voices]) story.join(`${voice}${story.state.seats.size}`, voice);
    story.next();
    for (const seats of tablesOf(story)) assert.deepEqual(seats.map((seat) => seat.replace(/\d/g, '')).toSorted(), [...voices].toSorted());
  });

  test('the hosts stay, the others move', () => {
    const grouping: Grouping = { kind: 'groups', size: 3, mix: 'lot', rotate: 'hostStays' };
    const story = new Story(formatOf([{ id: 'one' }, { id: 'two', grouping }])).begin(2);
    const hosts = [story.join('host1', 'resident', 'host'), story.join('host2', 'resident', 'host')];
    for (const name of ['a', 'b', 'c', 'd']) story.join(name);
    story.next();
    story.next();
    assert.deepEqual(
      hosts.map((host) => tableOf(story, host)),
      [1, 2],
    );
    assert.deepEqual(
      tablesOf(story).map((seats) => seats.length),
      [3, 3],
    );
  });

  test('who explains at a table keeps it as its host does: the theme stays there while the guests move', () => {
    const grouping: Grouping = { kind: 'groups', size: 3, mix: 'lot', rotate: 'hostStays' };
    const roles = ROLES.map((role) => (role.id === 'presenter' ? { ...role, per: 'table' as const } : role));
    const story = new Story({ ...formatOf([{ id: 'one' }, { id: 'two', grouping }]), roles }).begin(2);
    const hosts = [story.join('host1', 'resident', 'host'), story.join('host2', 'resident', 'host')];
    const explain = [story.join('owner1', 'municipality', 'presenter'), story.join('owner2', 'municipality', 'presenter')];
    for (const name of ['a', 'b', 'c', 'd']) story.join(name);
    story.next();
    const before = [...hosts, ...explain].map((seat) => tableOf(story, seat));
    story.next();
    assert.deepEqual(
      [...hosts, ...explain].map((seat) => tableOf(story, seat)),
      before,
    );
  });

  test('by role, people of one role sit together', () => {
    const grouping: Grouping = { kind: 'groups', size: 2, mix: 'sameRole', rotate: 'none' };
    const story = new Story(formatOf([{ id: 'one', grouping }])).begin(2);
    for (const name of ['a', 'b']) story.join(name);
    for (const name of ['x', 'y']) story.join(name, 'municipality', 'director');
    story.next();
    assert.deepEqual(
      tablesOf(story).map((seats) => seats.toSorted()),
      [
        ['a', 'b'],
        ['x', 'y'],
      ],
    );
  });
});

describe('roles', () => {
  test('an empty role blocks nothing; those who lead see that it is empty', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    assert.equal(story.next(), null);
    const empty = () => (story.view(story.leader, 'facilitator') as FacilitatorShape).emptyRoles.map(({ role }) => role.en);
    assert.deepEqual(empty(), ['Presenter']);
    assert.equal(story.by(anna, { type: 'takeRole', role: 'presenter' }), null);
    assert.deepEqual(empty(), []);
  });

  test('of a role of each table they see at which tables people sit without', () => {
    const roles = ROLES.map((role) => (role.id === 'host' ? { ...role, minimum: 1 } : { ...role, minimum: 0 }));
    const story = new Story(formatOf([{ id: 'one' }], { roles })).begin(3);
    const [anna] = [story.join('anna'), story.join('bo')];
    const empty = () => (story.view(story.leader, 'facilitator') as FacilitatorShape).emptyRoles.map(({ tables }) => tables);
    assert.deepEqual(empty(), [[1, 2]]);
    assert.equal(story.by(anna, { type: 'takeRole', role: 'host' }), null);
    assert.deepEqual(empty(), [[2]]);
  });

  test('where a step is written by one role alone, they see the tables without it, also when nobody has to have it', () => {
    const roles = ROLES.map((role) => ({ ...role, minimum: 0 }));
    const alone = inputOf('problem', { roles: ['host'] });
    const story = new Story(
      formatOf(
        [
          { id: 'one', inputs: [alone] },
          { id: 'two', inputs: [alone, inputOf('own')] },
        ],
        { roles },
      ),
    ).begin(2);
    const [anna] = [story.join('anna'), story.join('bo')];
    const empty = () => (story.view(story.leader, 'facilitator') as FacilitatorShape).emptyRoles.map(({ tables }) => tables);
    assert.deepEqual(empty(), [], 'before the first step');
    story.next();
    assert.deepEqual(empty(), [[1, 2]]);
    assert.equal(story.by(anna, { type: 'takeRole', role: 'host' }), null);
    assert.deepEqual(empty(), [[2]]);
    story.next();
    assert.deepEqual(empty(), [], 'here everybody writes');
  });

  test('a role that is taken is refused: in the room, or at each table', () => {
    const story = new Story(format).begin(2);
    const [anna, bo, cor] = [story.join('anna'), story.join('bo'), story.join('cor')];
    assert.equal(story.by(anna, { type: 'takeRole', role: 'presenter' }), null);
    assert.equal(story.by(bo, { type: 'takeRole', role: 'presenter' }), 'roleTaken');
    assert.equal(story.by(bo, { type: 'takeRole', role: 'host' }), null);
    assert.equal(story.by(cor, { type: 'takeRole', role: 'host' }), null);
    assert.equal(story.by(anna, { type: 'takeRole', role: 'host' }), 'roleTaken');
    assert.equal(story.by(anna, { type: 'takeRole', role: 'facilitator' }), 'notYourRole');
  });

  test('who comes to lead leaves the table, and gets a chair again when done', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    assert.equal(story.lead({ type: 'giveRole', seat: anna, role: 'facilitator' }), null);
    assert.deepEqual([tableOf(story, anna), tablesOf(story)], [0, [[]]]);
    assert.equal(story.lead({ type: 'giveRole', seat: anna, role: 'participant' }), null);
    assert.deepEqual(tablesOf(story), [['anna']]);
    assert.equal(story.lead({ type: 'giveRole', seat: 'nobody' as SeatId, role: 'participant' }), 'notFound');
  });

  test('tips are for that role alone', () => {
    const roles = ROLES.map((role) => (role.id === 'presenter' ? { ...role, tips: [{ nl: 'Geheime tip', en: 'Secret tip' }] } : role));
    const story = new Story(formatOf([{ id: 'one' }], { roles })).begin();
    const [anna, presenter] = [story.join('anna'), story.join('presenter', 'resident', 'presenter')];
    assert.ok(story.sees(presenter, 'Geheime tip') && !story.sees(anna, 'Geheime tip'));
  });
});

test('missing voices are named as long as nobody here speaks from there', () => {
  const story = new Story(format).begin();
  const missing = () => (story.view(story.leader, 'facilitator') as FacilitatorShape).missing;
  assert.deepEqual(missing(), ['resident', 'municipality']);
  story.join('parent', 'parent');
  assert.deepEqual(missing(), ['municipality']);
});

test('a call reaches those who lead, with its words, until it is answered', () => {
  const story = new Story(format).begin();
  const [anna, bo] = [story.join('anna'), story.join('bo')];
  assert.equal(story.by(anna, { type: 'call', words: 'kun je even komen' }), null);
  assert.ok(story.sees(story.leader, 'kun je even komen') && !story.sees(bo, 'kun je even komen'));
  const [call] = story.state.calls;
  assert.ok(call);
  assert.equal(story.lead({ type: 'answerCall', call: call.id }), null);
  assert.ok(!story.sees(story.leader, 'kun je even komen'));
  assert.equal(story.lead({ type: 'answerCall', call: call.id }), 'movedOn');
});

test('the screen carries what may be done, so that it works out nothing itself', () => {
  const story = new Story(format).begin();
  const anna = story.join('anna');
  const may = () => (story.view(anna, 'me') as MeShape).may;
  assert.deepEqual([may().ready, may().call, may().comeBack], ['noRun', null, 'alreadyHere']);
  story.next();
  assert.deepEqual([may().write, may().ready], [{ note: null, open_sheet: null }, null]);
  story.by(anna, { type: 'ready', run: story.run.id });
  assert.equal(may().ready, 'alreadyHere');
  story.lead({ type: 'close' });
  assert.deepEqual(may().write, { note: 'closed', open_sheet: 'closed' });
});

function tablesOf(story: Story): readonly (readonly string[])[] {
  return story.state.tables.map((table) => table.seats);
}

function tableOf(story: Story, seat: string): number | undefined {
  return story.state.seats.get(seat)?.table;
}
