import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SeatId } from '#conversation/state.ts';
import { touched } from '#conversation/touched.ts';
import type { FacilitatorShape, MeShape, TableShape } from '#conversation/views/shapes.ts';
import { formatOf, inputOf, Story } from './ground.ts';

const format = formatOf([{ id: 'one', inputs: [inputOf('note'), inputOf('vote', { late: 'refuse' })] }, { id: 'two' }], {
  mustBePresent: ['resident', 'municipality'],
});

describe('somebody without a phone', () => {
  test('sits down at the table of the host, counts in the room, and fills a missing voice', () => {
    const { story, host } = hosted();
    assert.equal(story.by(host, { type: 'seatPerson', perspectives: ['municipality'] }), null);
    const served = lastSeat(story);
    assert.equal(story.state.seats.get(served)?.phoneless, true);
    assert.deepEqual(story.state.tables[0]?.seats, [host, served]);
    const { people, missing } = story.view(story.leader, 'facilitator') as FacilitatorShape;
    assert.deepEqual([people.here, people.sides.municipality, missing], [3, 1, []]);
    assert.equal((story.view(host, 'table') as TableShape).table.seats.length, 2);
  });

  test('is seated by a host at no other table, by who leads at any, and by nobody else', () => {
    const { story, host, guest } = hosted();
    assert.equal(story.by(host, { type: 'seatPerson', perspectives: [], table: 2 }), 'notYourTable');
    assert.equal(story.by(guest, { type: 'seatPerson', perspectives: [] }), 'notYourRole');
    assert.equal(story.lead({ type: 'seatPerson', perspectives: ['resident'], table: 2 }), null);
    assert.equal(story.state.seats.get(lastSeat(story))?.table, 2);
    assert.equal(story.lead({ type: 'seatPerson', perspectives: ['resident'] }), null);
    assert.equal(story.state.seats.get(lastSeat(story))?.table, 1, 'else at the smallest');
    for (const seats = story.state.seats.size; story.state.seats.size < seats + 29;)
      story.by(host, { type: 'seatPerson', perspectives: [] });
    assert.equal(story.by(host, { type: 'seatPerson', perspectives: [] }), 'full');
  });

  test('their card is theirs: the host who types has none, and may take back a slip of the pen', () => {
    const { story, host, served } = serving();
    story.next();
    const write = { type: 'write', run: story.run.id, input: 'note', act: { text: 'uit mijn mond' }, kept: false } as const;
    assert.equal(story.by(host, { ...write, forSeat: served }), null);
    const entry = story.last?.answer.entry;
    assert.ok(entry);
    const { authors } = story.conversation.situation;
    assert.equal(authors.seatOf.get(entry), served);
    assert.deepEqual(
      Object.keys(story.view(host, 'me')).filter((key) => key.startsWith('mine/')),
      [],
    );
    assert.equal(story.by(host, { type: 'withdraw', entry }), 'unknownCard');
    assert.equal(story.by(host, { type: 'withdraw', entry, forSeat: served }), null);
    assert.equal(story.state.entries.get(entry)?.status, 'withdrawn');
  });

  test('goes home and leaves a paper of an earlier step: that is still typed in, and nothing else', () => {
    const { story, host, served } = serving();
    story.next();
    const { id } = story.run;
    const write = (input: string) => ({ type: 'write', run: id, input, act: { text: 'stond op papier' }, kept: false }) as const;
    assert.equal(story.by(host, { type: 'leave', forSeat: served }), null);
    assert.equal(story.by(host, { ...write('note'), forSeat: served }), 'left', 'they could not have said it now');
    story.next();
    assert.equal(story.by(host, { ...write('vote'), forSeat: served }), 'tooLate');
    assert.equal(story.by(host, { ...write('note'), forSeat: served }), null);
  });

  test('votes once, whoever types it and however often', () => {
    const { story, host, served } = serving();
    story.next();
    const vote = (choice: string) => ({ type: 'write', run: story.run.id, input: 'vote', act: { text: choice }, kept: false }) as const;
    for (const choice of ['a', 'b']) assert.equal(story.by(host, { ...vote(choice), forSeat: served }), null);
    assert.equal(story.lead({ ...vote('c'), forSeat: served }), null);
    assert.equal(story.by(host, vote('a')), null);
    const votes = [...story.state.entries.values()].filter(({ input }) => input === 'vote');
    assert.deepEqual(votes.map(({ body }) => (body as { choice: string }).choice).toSorted(), ['a', 'c']);
  });

  test('nobody types for somebody with a phone, for another table, or without a role for it', () => {
    const { story, host, guest, served } = serving();
    story.next();
    const write = { type: 'write', run: story.run.id, input: 'note', act: { text: 'x' }, kept: false } as const;
    assert.equal(story.by(host, { ...write, forSeat: guest }), 'notYourSeat');
    assert.equal(story.lead({ ...write, forSeat: host }), 'notYourSeat');
    assert.equal(story.by(host, { ...write, forSeat: 'nobody' as SeatId }), 'notYourSeat');
    assert.equal(story.by(guest, { ...write, forSeat: served }), 'notYourRole');
    story.lead({ type: 'moveSeat', seat: served, table: 2 });
    assert.equal(story.by(host, { ...write, forSeat: served }), 'notYourTable');
    assert.equal(story.lead({ ...write, forSeat: served }), null);
    assert.equal(story.by(served, { ...write }), null, 'the seat itself could; only no device reaches it');
  });

  test('who stays outside a closed step types nothing into it for somebody else, then or later', () => {
    const grouping = { kind: 'closed', without: ['facilitator'] } as const;
    const story = new Story(formatOf([{ id: 'one', grouping }, { id: 'two' }])).begin();
    const host = story.join('host', 'resident', 'host');
    story.by(host, { type: 'seatPerson', perspectives: [] });
    const served = lastSeat(story);
    story.next();
    const write = { type: 'write', run: story.run.id, input: 'note', act: { text: 'x' }, kept: false, forSeat: served } as const;
    assert.equal(story.lead(write), 'notYourRole');
    assert.equal(story.by(host, write), null);
    story.next();
    assert.equal(story.lead(write), 'notYourRole');
    assert.equal(story.by(host, write), null, 'paper of an earlier step');
  });

  test('goes, comes back, is ready, and moves along at a new seating', () => {
    const grouping = { kind: 'groups', size: 2, mix: 'lot', rotate: 'all' } as const;
    const story = new Story(formatOf([{ id: 'one' }, { id: 'two', grouping }])).begin(2);
    const host = story.join('host', 'resident', 'host');
    story.by(host, { type: 'seatPerson', perspectives: ['resident'] });
    const served = lastSeat(story);
    for (const name of ['a', 'b', 'c']) story.join(name);
    story.next();
    assert.equal(story.by(host, { type: 'ready', run: story.run.id, forSeat: served }), null);
    assert.equal(story.by(host, { type: 'ready', run: story.run.id, forSeat: served }), 'alreadyHere');
    assert.equal(story.by(host, { type: 'leave', forSeat: served }), null);
    assert.equal(story.state.seats.get(served)?.here, false);
    assert.equal(story.lead({ type: 'comeBack', forSeat: served }), null);
    story.next();
    assert.ok(story.state.tables.some(({ seats }) => seats.includes(served)));
  });

  test('what they let write is on the table at once: they said it aloud', () => {
    const visibility = { who: 'group', sender: 'withoutName', when: 'whenIConsent' } as const;
    const story = new Story(formatOf([{ id: 'one', visibility }])).begin();
    const host = story.join('host', 'resident', 'host');
    story.by(host, { type: 'seatPerson', perspectives: [] });
    const served = lastSeat(story);
    story.next();
    const entry = (forSeat?: SeatId) => {
      story.by(host, { type: 'write', run: story.run.id, input: 'note', act: { text: 'x' }, kept: false, ...(forSeat && { forSeat }) });
      return story.state.entries.get(story.last?.answer.entry ?? '');
    };
    assert.equal(entry(served)?.laid, true);
    assert.equal(entry()?.laid, false);
  });
});

describe('on the screens', () => {
  test('who may write for them sees them with what may be done, and none of their words', () => {
    const { story, host, guest, served } = serving();
    story.next();
    story.by(host, { type: 'write', run: story.run.id, input: 'note', act: { text: 'kanarie' }, kept: false, forSeat: served });
    const key = `serves/${served}` as const;
    const shown = (story.view(host, 'me') as MeShape)[key];
    assert.deepEqual([shown?.place, shown?.here, shown?.ready, shown?.may.write], [1, true, false, { note: null, vote: null }]);
    assert.ok(!JSON.stringify(story.view(host, 'me')).includes('kanarie'));
    assert.equal((story.view(guest, 'me') as MeShape)[key], undefined);
    assert.deepEqual(
      [(story.view(host, 'me') as MeShape).may.seatPerson, (story.view(guest, 'me') as MeShape).may.seatPerson],
      [null, 'notYourRole'],
    );
  });

  test('the host hears that they are ready', () => {
    const { story, host, served } = serving();
    story.next();
    story.by(host, { type: 'ready', run: story.run.id, forSeat: served });
    const changed = touched(story.conversation.situation, story.last?.events ?? [], story.last?.authored ?? []);
    assert.ok(changed === 'all' || changed.has(`me/${host}`));
  });

  test('whoever sits at the table passes the turn of somebody without a phone', () => {
    const story = new Story(formatOf([{ id: 'one', turn: { kind: 'inTurns' } }])).begin();
    const host = story.join('host', 'resident', 'host');
    story.by(host, { type: 'seatPerson', perspectives: [] });
    const guest = story.join('guest');
    story.next();
    const turns = () => [host, guest].map((seat) => (story.view(seat, 'me') as MeShape).me.turn);
    assert.deepEqual(turns(), [0, null]);
    story.by(host, { type: 'passTurn', run: story.run.id, turn: 0 });
    assert.deepEqual(turns(), [1, 1], 'the person without a phone speaks');
    assert.equal(story.by(guest, { type: 'passTurn', run: story.run.id, turn: 1 }), null);
    assert.deepEqual(turns(), [2, 2], 'who speaks passes it on, and so does the host');
  });
});

/** Two tables: a host at the first, a guest at the second. */
function hosted(): { story: Story; host: SeatId; guest: SeatId } {
  const story = new Story(format).begin(2);
  return { story, host: story.join('host', 'resident', 'host'), guest: story.join('guest', 'resident') };
}

/** With somebody without a phone at the table of the host. */
function serving() {
  const known = hosted();
  known.story.by(known.host, { type: 'seatPerson', perspectives: ['resident'] });
  return { ...known, served: lastSeat(known.story) };
}

function lastSeat(story: Story): SeatId {
  const event = story.last?.events.find(({ type }) => type === 'seatTaken');
  if (event?.type !== 'seatTaken') throw new Error('Nobody sat down.');
  return event.seat;
}
