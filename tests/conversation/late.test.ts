import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SeatId } from '#conversation/state.ts';
import { formatOf, inputOf, runOf, Story } from './ground.ts';

const format = formatOf([
  { id: 'one', inputs: [inputOf('note'), inputOf('vote', { late: 'refuse' })] },
  { id: 'two', uses: ['one'] },
]);

describe('late words', () => {
  test('a card for a step that is over is taken, and lies with its step', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    story.next();
    story.next();
    const card = story.write(anna, 'kwam later', { run: runOf(story, 'one.1') });
    assert.equal(story.last?.answer.late, true);
    assert.equal(story.state.entries.get(card)?.place, 'one.1');
  });

  test('a vote for a step that is over is refused', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    story.next();
    story.next();
    assert.equal(story.tryToWrite(anna, 'ja', { input: 'vote', run: runOf(story, 'one.1') }), 'tooLate');
  });

  test('that a card came late, only its writer sees', () => {
    const story = new Story(format).begin();
    const [anna, bo] = [story.join('anna'), story.join('bo')];
    story.next();
    story.next();
    story.write(anna, 'kwam later', { run: runOf(story, 'one.1') });
    assert.match(JSON.stringify(story.view(anna, 'me')), /"late":true/);
    for (const seat of [bo, story.leader]) assert.doesNotMatch(story.screen(seat), /"late":true/);
    assert.ok(story.sees(bo, 'kwam later'));
  });

  test('a card for a step before people sat down anew is of the table of then, and those who sit there now do not see it', () => {
    const story = new Story(format).begin(2);
    const [host, anna, bo, cas] = [story.join('host', 'resident', 'host'), story.join('anna'), story.join('bo'), story.join('cas')];
    const seatAt = (table: number, ...seats: readonly SeatId[]) => seats.forEach((seat) => story.lead({ type: 'moveSeat', seat, table }));
    seatAt(1, host, anna);
    seatAt(2, bo, cas);
    story.by(host, { type: 'seatPerson', perspectives: [] });
    const forSeat = [...story.state.seats.values()].find(({ phoneless }) => phoneless)?.id ?? host;
    story.next();
    const { id: run } = story.run;
    story.next();
    story.lead({ type: 'reshuffle', tables: 2 });
    seatAt(2, host, forSeat, bo);
    seatAt(1, anna, cas);
    const newcomer = story.join('newcomer');
    seatAt(2, newcomer);
    const typed = story.write(host, 'van het vel van tafel een', { run });
    assert.equal(story.by(host, { type: 'write', run, input: 'note', act: { text: 'ook daarvan' }, kept: false, forSeat }), null);
    const places = [typed, story.last?.answer.entry ?? typed].map((id) => story.state.entries.get(id));
    assert.deepEqual(
      places.map((entry) => [entry?.table, entry?.seating]),
      [
        [1, 0],
        [1, 0],
      ],
    );
    for (const seat of [anna, bo, cas, newcomer]) assert.equal(story.sees(seat, 'van het vel'), false, seat);
    const own = story.write(newcomer, 'wie er toen nog niet was', { run });
    assert.deepEqual([story.state.entries.get(own)?.table, story.state.entries.get(own)?.seating], [2, 1]);
    assert.ok(story.sees(bo, 'wie er toen nog niet was'), 'their only table is this one');
  });

  test('people who sat down anew in the middle of a step wrote last at their second table', () => {
    const story = new Story(format).begin(2);
    const anna = story.join('anna');
    story.join('bo');
    story.next();
    story.lead({ type: 'reshuffle', tables: 2 });
    story.lead({ type: 'moveSeat', seat: anna, table: 2 });
    const { id: run } = story.run;
    story.next();
    story.lead({ type: 'reshuffle', tables: 2 });
    story.lead({ type: 'moveSeat', seat: anna, table: 1 });
    const card = story.write(anna, 'nog van toen', { run });
    assert.deepEqual([story.state.entries.get(card)?.table, story.state.entries.get(card)?.seating], [2, 1]);
  });

  test('while the step is done again, an old phone is simply on time', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    story.next();
    const old = story.run.id;
    story.next();
    story.back();
    assert.equal(story.tryToWrite(anna, 'ja', { input: 'vote', run: old }), null);
    story.write(anna, 'op tijd', { run: old });
    assert.ok(!story.last?.answer.late);
  });

  test('after closing nothing is taken any more', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    story.next();
    story.lead({ type: 'close' });
    assert.equal(story.tryToWrite(anna, 'te laat'), 'closed');
  });
});

describe('correcting', () => {
  test('a card may be corrected until it is released, also late; its old words go for good', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    story.next();
    const card = story.write(anna, 'met een fuot');
    const old = [...story.conversation.texts.keys()];
    story.next();
    assert.equal(story.by(anna, { type: 'correct', entry: card, act: { text: 'zonder fout' } }), null);
    assert.ok(story.sees(anna, 'zonder fout'));
    assert.ok(!old.some((id) => story.conversation.texts.has(id)));
    story.lead({ type: 'release', place: story.state.runs[0]?.place ?? story.run.place });
    assert.equal(story.by(anna, { type: 'correct', entry: card, act: { text: 'nog eens' } }), 'alreadyReleased');
  });

  test('a vote may be changed only while its step is open', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    story.next();
    const first = story.write(anna, 'ja', { input: 'vote' });
    assert.equal(story.write(anna, 'nee', { input: 'vote' }), first);
    assert.equal(story.by(anna, { type: 'correct', entry: first, act: { text: 'ja' } }), null);
    story.next();
    assert.equal(story.by(anna, { type: 'correct', entry: first, act: { text: 'nee' } }), 'tooLate');
  });

  test('nobody corrects the card of another', () => {
    const story = new Story(format).begin();
    const [anna, bo] = [story.join('anna'), story.join('bo')];
    story.next();
    const card = story.write(anna, 'van mij');
    for (const action of ['correct', 'keep', 'lay', 'withdraw'] as const)
      assert.equal(story.by(bo, { type: action, entry: card, act: { text: 'van wie?' }, kept: true }), 'unknownCard');
  });
});
