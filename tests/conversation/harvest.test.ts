import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Action } from '#conversation/action.ts';
import type { Point, PointId } from '#conversation/harvest.ts';
import type { Situation } from '#conversation/input.ts';
import { agreementOn, cardsOfTable, notesAt, pointIn, signedAt, tablesToHarvest } from '#conversation/points.ts';
import { counterVoicesOf, openVoices, replyTo, reportFinishedAt } from '#conversation/voices.ts';
import { checkOf, isPublished, reportParts } from '#conversation/publishing.ts';
import { readEvent } from '#conversation/event.ts';
import { evolve } from '#conversation/evolve.ts';
import { begin, type EntryId, type SeatId } from '#conversation/state.ts';
import type { Format, Place } from '#conversation/format.ts';
import { harvestView } from '#conversation/views/harvest.ts';
import { checkedReportOf } from '#report/checked.ts';
import { EVENINGS } from './evenings.ts';
import { formatOf, inputOf, runOf, Story } from './ground.ts';

const format = formatOf([
  { id: 'one', inputs: [inputOf('note'), inputOf('vote')] },
  { id: 'two', uses: ['one'] },
]);

describe('a table makes points of its cards', () => {
  test('in its own words, resting on its cards', () => {
    const { story, host, cards } = table();
    const point = make(story, host, cards);
    assert.deepEqual(pointOf(story, point).cards, cards);
    assert.equal(wordsOf(story, point), 'een punt');
  });

  test('where nobody hosts or writes, anyone there does; where somebody does, nobody else', () => {
    const { story, anna, cards } = table();
    assert.equal(story.by(anna, { type: 'makePoint', table: 1, cards, words: 'x' }), 'notYourRole');
    const plain = new Story(format).begin();
    const bo = plain.join('bo');
    plain.next();
    const card = plain.write(bo, 'van bo');
    assert.equal(plain.by(bo, { type: 'makePoint', table: 1, cards: [card], words: 'x' }), null);
  });

  test('of cards of another table only those that the whole room may read', () => {
    const { story, host, other, cards } = table();
    const [theirs] = [story.write(other, 'van tafel twee')];
    const ask = { type: 'makePoint', table: 1, cards: [...cards, theirs], words: 'x' } as const;
    assert.equal(story.by(host, ask), 'unknownCard');
    story.lead({ type: 'release', place: 'one.1' as Place });
    assert.equal(story.by(host, ask), null);
    assert.ok(!cardsOfTable(story.conversation.situation, { table: 1, seating: 0 }).some(({ id }) => id === theirs));
  });

  test('never of what was kept at the table, nor of a vote', () => {
    const { story, host, anna } = table();
    const kept = story.write(anna, 'blijft hier', { kept: true });
    const vote = story.write(anna, 'ja', { input: 'vote' });
    for (const card of [kept, vote])
      assert.equal(story.by(host, { type: 'makePoint', table: 1, cards: [card], words: 'x' }), 'unknownCard');
  });

  test('a card moves between points, and a point never loses its last', () => {
    const { story, host, cards } = table();
    const [first, second, third] = cards;
    const a = make(story, host, [first, second]);
    const b = make(story, host, [third]);
    assert.equal(story.by(host, { type: 'placeCard', point: b, entry: second }), null);
    assert.deepEqual([pointOf(story, a).cards, pointOf(story, b).cards], [[first], [third, second]]);
    assert.equal(story.by(host, { type: 'placeCard', point: b, entry: first }), 'lastCard');
    assert.equal(story.by(host, { type: 'takeCard', point: b, entry: first }), 'unknownCard');
    assert.equal(story.by(host, { type: 'takeCard', point: a, entry: first }), 'lastCard');
    assert.equal(story.by(host, { type: 'makePoint', table: 1, cards: [first], words: 'x' }), 'lastCard');
    assert.equal(story.by(host, { type: 'takeCard', point: b, entry: second }), null);
  });

  test('dropped and taken back: what lies elsewhere meanwhile stays there', () => {
    const { story, host, cards } = table();
    const [first, second, third] = cards;
    const a = make(story, host, [first, second]);
    story.by(host, { type: 'dropPoint', point: a });
    assert.equal(story.by(host, { type: 'dropPoint', point: a }), 'unknownPoint');
    const b = make(story, host, [second, third]);
    assert.equal(story.by(host, { type: 'restorePoint', point: a }), null);
    assert.deepEqual([pointOf(story, a).cards, pointOf(story, b).cards], [[first], [second, third]]);
  });

  test('two people at once: the second hears that there are other words, and none is lost', () => {
    const { story, host, cards } = table();
    const point = make(story, host, cards);
    assert.equal(story.by(host, { type: 'rewordPoint', point, saw: 1, words: 'beter' }), null);
    assert.equal(story.lead({ type: 'rewordPoint', point, saw: 1, words: 'nog beter' }), 'changedSince');
    assert.equal(story.lead({ type: 'rewordPoint', point, saw: 2, words: ' ' }), 'empty');
    assert.deepEqual(
      pointOf(story, point).wordings.map((text) => story.conversation.words(text)),
      ['een punt', 'beter'],
    );
  });

  test('withdrawn, a card keeps its place in a point that was signed; its words are gone', () => {
    const { story, host, anna, cards } = signed();
    const [card] = cards;
    assert.equal(story.by(anna, { type: 'withdraw', entry: card }), null);
    const [point] = Object.values(story.state.harvest.points);
    assert.ok(point?.cards.includes(card));
    assert.equal(story.state.entries.get(card)?.status, 'withdrawn');
    assert.ok(!story.sees(host, 'van anna'));
  });

  test('not in a conversation that is still prepared, nor when it is sealed', () => {
    const { story, host, cards } = table();
    story.lead({ type: 'close' });
    const ask = { type: 'makePoint', table: 1, cards, words: 'x' } as const;
    assert.equal(story.by(host, ask), null);
    story.take({ type: 'seal' }, { kind: 'house' });
    assert.equal(story.by(host, ask), 'sealed');
  });
});

describe('agreement, and beside it who sees it differently', () => {
  test('in words alone: not asked, everybody asked, not everybody', () => {
    const { story, host, anna, cards } = table();
    const point = make(story, host, cards);
    assert.equal(agreementOn(pointOf(story, point)), 'notAsked');
    story.by(host, { type: 'answerPoint', point, says: 'agree', note: '' });
    assert.equal(agreementOn(pointOf(story, point)), 'all');
    story.by(anna, { type: 'answerPoint', point, says: 'otherwise', note: '' });
    assert.equal(agreementOn(pointOf(story, point)), 'notAll');
  });

  test('one for each person: said again it is in the place of the first, and the note goes with it', () => {
    const { story, host, anna, cards } = table();
    const point = make(story, host, cards);
    story.by(anna, { type: 'answerPoint', point, says: 'otherwise', note: 'te duur' });
    const note = notesAt(pointOf(story, point))[0]?.note;
    story.by(anna, { type: 'answerPoint', point, says: 'agree', note: '' });
    assert.equal(Object.keys(pointOf(story, point).answers).length, 1);
    assert.equal(agreementOn(pointOf(story, point)), 'all');
    assert.ok(note && story.conversation.words(note) === null);
  });

  test('who agreed, agreed with those words; who did not is still heard when they change', () => {
    const { story, host, anna, cards } = table();
    const [a, b] = [make(story, host, cards.slice(0, 1)), make(story, host, cards.slice(1))];
    story.by(anna, { type: 'answerPoint', point: a, says: 'agree', note: '' });
    story.by(anna, { type: 'answerPoint', point: b, says: 'otherwise', note: '' });
    for (const point of [a, b]) story.by(host, { type: 'rewordPoint', point, saw: 1, words: 'anders gezegd' });
    assert.equal(agreementOn(pointOf(story, a)), 'notAsked');
    assert.equal(agreementOn(pointOf(story, b)), 'notAll');
  });

  test('one phone counts for the table, and writes down what those without one say against it', () => {
    const { story, host, anna, cards } = table();
    const point = make(story, host, cards);
    assert.equal(story.by(anna, { type: 'countPoint', point, otherwise: 1 }), 'notYourRole');
    story.by(host, { type: 'countPoint', point, otherwise: 0 });
    assert.equal(agreementOn(pointOf(story, point)), 'all');
    assert.equal(story.by(host, { type: 'writeNote', point, words: '' }), 'empty');
    story.by(host, { type: 'writeNote', point, words: 'zo gaat het niet' });
    story.by(host, { type: 'answerPoint', point, says: 'agree', note: '' });
    assert.equal(agreementOn(pointOf(story, point)), 'notAll');
    assert.equal(notesAt(pointOf(story, point)).length, 1);
  });

  test('somebody without a phone says it by who writes for them', () => {
    const { story, host, other, cards } = table();
    const point = make(story, host, cards);
    story.by(host, { type: 'seatPerson', perspectives: ['resident'] });
    const forSeat = [...story.state.seats.values()].find(({ phoneless }) => phoneless)?.id ?? host;
    assert.equal(story.by(host, { type: 'answerPoint', point, says: 'otherwise', note: 'ik niet', forSeat }), null);
    assert.equal(story.by(other, { type: 'answerPoint', point, says: 'agree', note: '' }), 'notYourTable');
    assert.equal(story.by(host, { type: 'answerPoint', point, says: 'agree', note: '' }), null);
    assert.equal(Object.keys(pointOf(story, point).answers).length, 2);
  });

  test('a point that somebody sees differently cannot be dropped', () => {
    const { story, host, anna, cards } = table();
    const point = make(story, host, cards);
    story.by(anna, { type: 'answerPoint', point, says: 'otherwise', note: '' });
    assert.equal(story.by(host, { type: 'dropPoint', point }), 'pointAnswered');
  });

  test('a note is taken back by who wrote it alone; that somebody saw it differently stays', () => {
    const { story, host, anna, cards, point } = signed({ note: 'te duur' });
    const note = notesAt(pointOf(story, point))[0]?.id ?? cards[0];
    assert.equal(story.by(host, { type: 'withdrawNote', point, note }), 'notYours');
    assert.equal(story.by(anna, { type: 'withdrawNote', point, note: cards[0] }), 'unknownCard');
    assert.equal(story.by(anna, { type: 'withdrawNote', point, note }), null);
    assert.equal(agreementOn(pointOf(story, point)), 'notAll');
    assert.deepEqual(openVoices(story.state), []);
  });

  test('no seat stands with a note: neither in the log, nor on any screen', () => {
    const { story, anna, other } = signed({ note: 'te duur' });
    const log = JSON.stringify(story.conversation.log.filter(({ type }) => type.startsWith('point') || type.startsWith('note')));
    for (const seat of [anna, other]) assert.ok(!log.includes(`"${seat}"`));
    assert.ok(!JSON.stringify(story.state.harvest).includes(`"${anna}"`));
    for (const seat of [other, story.leader]) assert.ok(!story.sees(seat, 'te duur') && !story.sees(seat, 'een punt'));
  });
});

describe('who reads it', () => {
  test('until it is signed, those who sit there and those who lead: nobody at another table, and no report', () => {
    const { story, host, anna, other, cards } = table();
    const point = make(story, host, cards);
    story.by(anna, { type: 'answerPoint', point, says: 'otherwise', note: 'te duur' });
    const reads = (seat: SeatId) => JSON.stringify(harvestView(story.conversation.situation, seat, AT_ONE, story.conversation.words));
    for (const seat of [host, anna, story.leader]) assert.match(reads(seat), /een punt.*te duur/s);
    assert.equal(reads(other), 'null');
    assert.ok(!reads(host).includes(`"${anna}"`));
    story.lead({ type: 'release', place: 'one.1' as Place });
    story.lead({ type: 'close' });
    assert.doesNotMatch(JSON.stringify(reported(story, 'room')), /een punt|te duur/);
    assert.equal(reported(story, 'room').harvest.unsigned, 1);
    story.by(host, { type: 'signTable', table: 1 });
    assert.match(JSON.stringify(reported(story, 'room')), /een punt.*te duur/s);
  });

  test('the public never reads whose note could be guessed, nor at which table; that somebody saw it differently it does', () => {
    // Cards under a name hide nobody, so that they are public at a small table too.
    const byName = formatOf([{ id: 'one', visibility: { who: 'group', sender: 'name', when: 'atOnce' } }]);
    const { story } = signed({ note: 'te duur', of: byName });
    story.lead({ type: 'release', place: 'one.1' as Place });
    story.lead({ type: 'close' });
    const told = reported(story, 'public').harvest;
    assert.doesNotMatch(JSON.stringify(told), /te duur|"table"/);
    const [point] = told.points;
    assert.deepEqual([point?.words, point?.agreement, point?.notes[0]?.because], ['een punt', 'notAll', 'smallTable']);
  });

  test('of a guest only what they said themselves, and no cards to lay', () => {
    const { story, host, anna, cards } = table();
    make(story, host, cards.slice(0, 1));
    const view = harvestView(story.conversation.situation, anna, AT_ONE, story.conversation.words);
    assert.deepEqual([view?.loose, view?.may.harvest, view?.points[0]?.otherwise], [[], 'notYourRole', null]);
  });
});

test('cards stand under the name that who leads gave their step', () => {
  const story = new Story(formatOf([{ id: 'one' }]));
  story.lead({ type: 'adaptText', phase: 'one', slot: 'name', language: 'nl', words: 'Eigen naam' });
  story.begin();
  const anna = story.join('anna');
  story.next();
  story.write(anna, 'van anna');
  const view = harvestView(story.conversation.situation, anna, AT_ONE, story.conversation.words);
  assert.deepEqual(
    view?.loose.map(({ step }) => step),
    [{ nl: 'Eigen naam', en: 'Something' }],
  );
});

describe('signing', () => {
  test('fixes the points of a table; a second time, or anything after, is refused; opening again is a new fact', () => {
    const { story, host, anna, cards, point } = signed();
    assert.equal(story.by(host, { type: 'signTable', table: 1 }), 'harvestSigned');
    assert.equal(story.by(host, { type: 'rewordPoint', point, saw: 1, words: 'x' }), 'harvestSigned');
    assert.equal(story.by(anna, { type: 'answerPoint', point, says: 'agree', note: '' }), 'harvestSigned');
    assert.equal(story.by(host, { type: 'makePoint', table: 1, cards, words: 'x' }), 'harvestSigned');
    assert.equal(story.by(anna, { type: 'reopenTable', table: 1 }), 'notYourRole');
    assert.equal(story.by(host, { type: 'reopenTable', table: 1 }), null);
    assert.equal(story.by(host, { type: 'reopenTable', table: 1 }), 'changedSince');
    assert.equal(story.by(host, { type: 'rewordPoint', point, saw: 1, words: 'x' }), null);
  });

  test('ends the late words of that table for what it signed for, and of no other', () => {
    const { story, anna, other, cards } = signed();
    const [late] = cards;
    const run = runOf(story, 'one.1');
    assert.equal(story.tryToWrite(anna, 'te laat', { run }), null, 'a run that is open takes it');
    story.next();
    assert.equal(story.tryToWrite(anna, 'te laat', { run }), 'harvestSigned');
    assert.equal(story.by(anna, { type: 'correct', entry: late, act: { text: 'toch anders' } }), 'harvestSigned');
    assert.equal(story.tryToWrite(other, 'nog iets', { run }), null);
    assert.equal(story.tryToWrite(anna, 'in de volgende stap'), null);
  });

  test('the room, when every table with points has; then no table opens again by itself', () => {
    const { story, host, other } = signed();
    const theirs = story.write(other, 'van tafel twee');
    story.lead({ type: 'makePoint', table: 2, cards: [theirs], words: 'hun punt' });
    assert.equal(story.lead({ type: 'signRoom' }), 'tablesUnsigned');
    assert.equal(story.lead({ type: 'signTable', table: 2 }), null);
    assert.equal(story.lead({ type: 'signRoom' }), null);
    assert.equal(story.lead({ type: 'signRoom' }), 'roomSigned');
    assert.equal(story.by(host, { type: 'reopenTable', table: 1 }), 'roomSigned');
    assert.equal(story.lead({ type: 'reopenRoom' }), null);
    assert.equal(story.by(host, { type: 'reopenTable', table: 1 }), null);
  });

  test('a table of an earlier seating is harvested by who sat there, and by who leads', () => {
    const { story, host, other, cards } = table();
    assert.equal(story.by(other, { type: 'makePoint', table: 1, cards, words: 'x' }), 'notYourTable');
    story.lead({ type: 'reshuffle', tables: 2 });
    const newcomer = story.join('newcomer');
    assert.equal(story.by(newcomer, { type: 'makePoint', table: 1, seating: 0, cards, words: 'x' }), 'notYourTable');
    assert.equal(story.by(host, { type: 'makePoint', table: 1, seating: 0, cards, words: 'van toen' }), null);
    assert.equal(story.lead({ type: 'makePoint', table: 1, cards, words: 'x' }), 'unknownCard');
    assert.equal(story.lead({ type: 'signTable', table: 1, seating: 0 }), null);
    assert.ok(signedAt(story.state, { table: 1, seating: 0 }));
  });

  test('what tables signed is looked through by two before it is public', () => {
    const { story, host } = signed();
    story.lead({ type: 'close' });
    assert.ok(reportParts(story.state).includes('points'));
    const second = story.join('second', 'municipality', 'facilitator');
    for (const seat of [story.leader, second])
      for (const part of reportParts(story.state)) story.by(seat, { type: 'check', part, changes: checkOf(story.state, part).changes });
    assert.ok(isPublished(story.state));
    story.by(host, { type: 'reopenTable', table: 1 });
    story.by(host, { type: 'signTable', table: 1 });
    assert.ok(!isPublished(story.state));
  });
});

describe('in every format', () => {
  for (const { name, play } of EVENINGS.filter((evening) => evening.name.endsWith(' 1"'))) {
    test(`${name}: each table that may read cards of its own makes a point of them and signs, also when all is over`, () => {
      const { conversation } = play();
      // Just before it was sealed.
      const log = conversation.log.filter(({ type }) => type !== 'sealed').map((event) => readEvent(event));
      conversation.situation = { ...conversation.situation, state: log.reduce(evolve, begin(conversation.situation.state.format)) };
      const leader = [...conversation.situation.state.seats.values()].find(
        ({ role }) => taskOf(conversation.situation, role) === 'facilitate',
      );
      assert.ok(leader);
      const lead = (action: Action) =>
        conversation.take(action, { kind: 'seat', seat: leader.id }, Date.UTC(2026, 11, 1), `${name} ${++asked}`);
      const tables = tablesToHarvest(conversation.situation);
      const shares = conversation.situation.state.format.phases.some(({ visibility: { who } }) => who === 'group');
      assert.equal(tables.length > 0, shares);
      for (const { table, seating } of tables) {
        const [card] = cardsOfTable(conversation.situation, { table, seating });
        assert.ok(card);
        assert.ok('events' in lead({ type: 'makePoint', table, seating, cards: [card.id], words: `Punt van ${table}` }));
        assert.ok('events' in lead({ type: 'signTable', table, seating }));
      }
      if (tables.length > 0) assert.ok('events' in lead({ type: 'signRoom' }));
    });
  }
});

describe('counter-voices', () => {
  test('are minority notes of signed points, and cards in the report that were marked', () => {
    const { story, cards, point, host } = signed({ note: 'te duur' });
    const [card] = cards;
    assert.equal(counterVoicesOf(story.conversation.situation).length, 1);
    assert.equal(story.lead({ type: 'markCounterVoice', entry: card }), 'unknownCard');
    story.lead({ type: 'release', place: 'one.1' as Place });
    assert.equal(story.lead({ type: 'markCounterVoice', entry: card }), null);
    assert.equal(story.lead({ type: 'markCounterVoice', entry: card }), 'alreadyHere');
    assert.equal(counterVoicesOf(story.conversation.situation).length, 2);
    assert.equal(story.lead({ type: 'unmarkCounterVoice', entry: card }), null);
    story.by(host, { type: 'reopenTable', table: 1 });
    assert.deepEqual(counterVoicesOf(story.conversation.situation), []);
    assert.equal(notesAt(pointOf(story, point)).length, 1);
  });

  test('the final report closes when each has an answer, or plainly none because', () => {
    const { story, cards } = signed({ note: 'te duur' });
    const [card] = cards;
    story.lead({ type: 'release', place: 'one.1' as Place });
    story.lead({ type: 'markCounterVoice', entry: card });
    story.lead({ type: 'close' });
    assert.equal(story.lead({ type: 'finishReport' }), 'voicesOpen');
    assert.deepEqual(
      openVoices(story.state)
        .map(({ kind }) => kind)
        .toSorted(),
      ['card', 'note'],
    );
    const note = openVoices(story.state).find(({ kind }) => kind === 'note')?.id ?? card;
    assert.equal(story.lead({ type: 'answerVoice', voice: card, saw: 0, words: '' }), 'empty');
    assert.equal(story.lead({ type: 'answerVoice', voice: card, saw: 0, words: 'Dat nemen we over.' }), null);
    assert.equal(story.lead({ type: 'noAnswer', voice: note, saw: 0, because: ' ' }), 'needsReason');
    assert.equal(story.lead({ type: 'noAnswer', voice: note, saw: 0, because: 'hierover gaat de raad niet' }), null);
    assert.equal(story.lead({ type: 'finishReport' }), null);
    assert.equal(reportFinishedAt(story.state), story.now);
  });

  test('two who answer at once: the second hears of the first; changed, the first answer stays as history', () => {
    const { story, card } = marked();
    story.lead({ type: 'answerVoice', voice: card, saw: 0, words: 'eerst dit' });
    assert.equal(story.lead({ type: 'answerVoice', voice: card, saw: 0, words: 'en dit' }), 'changedSince');
    assert.equal(story.lead({ type: 'noAnswer', voice: card, saw: 1, because: 'toch niet' }), null);
    const [voice] = counterVoicesOf(story.conversation.situation);
    assert.equal(voice?.replies.length, 2);
    assert.equal(voice && replyTo(voice)?.kind, 'none');
  });

  test('closed is closed: nothing is lost, and it opens again with a reason', () => {
    const { story, card } = marked();
    story.lead({ type: 'answerVoice', voice: card, saw: 0, words: 'ja' });
    story.lead({ type: 'finishReport' });
    const before = story.state;
    assert.equal(story.lead({ type: 'answerVoice', voice: card, saw: 1, words: 'nee' }), 'reportFinished');
    assert.equal(story.lead({ type: 'finishReport' }), 'reportFinished');
    assert.equal(story.lead({ type: 'unmarkCounterVoice', entry: card }), 'reportFinished');
    assert.equal(story.lead({ type: 'reopenReport', because: '' }), 'needsReason');
    assert.equal(story.state, before);
    assert.equal(story.lead({ type: 'reopenReport', because: 'een nieuw feit' }), null);
    assert.equal(story.lead({ type: 'answerVoice', voice: card, saw: 1, words: 'nee' }), null);
  });

  test('also after sealing; words that were taken back wait for nothing', () => {
    const { story, anna, card } = marked();
    story.take({ type: 'seal' }, { kind: 'house' });
    assert.equal(story.lead({ type: 'answerVoice', voice: card, saw: 0, words: 'ja' }), null);
    story.take({ type: 'withdraw', entry: card }, { kind: 'house' });
    assert.equal(story.lead({ type: 'answerVoice', voice: card, saw: 1, words: 'nee' }), 'unknownVoice');
    assert.ok(!story.sees(anna, 'van anna'));
  });

  test('a note against a house rule is kept back with its reason, and still waits for its answer', () => {
    const { story, point } = signed({ note: 'te duur' });
    const note = notesAt(pointOf(story, point))[0]?.id ?? ('' as EntryId);
    assert.equal(story.lead({ type: 'hideNote', point, note, rule: 'name' }), null);
    assert.equal(openVoices(story.state)[0]?.hiddenBy, 'name');
    assert.equal(story.lead({ type: 'showNote', point, note }), null);
    assert.equal(openVoices(story.state)[0]?.hiddenBy, null);
  });
});

let asked = 0;

function taskOf({ state }: Situation, role: string) {
  return state.format.roles.find(({ id }) => id === role)?.task;
}

const AT_ONE = { table: 1, seating: 0 };

function reported(story: Story, audience: 'room' | 'public') {
  return checkedReportOf(story.conversation.situation, story.conversation.words, audience);
}

interface AtTable {
  readonly story: Story;
  readonly host: SeatId;
  readonly anna: SeatId;
  /** Sits at table two. */
  readonly other: SeatId;
  readonly cards: readonly [EntryId, EntryId, EntryId];
}

/** A host and one guest at table one, with three cards; one guest at table two. */
function table(of = format): AtTable {
  const story = new Story(of).begin(2);
  const [host, anna, other] = [story.join('host', 'resident', 'host'), story.join('anna'), story.join('other')];
  for (const seat of [host, anna]) story.lead({ type: 'moveSeat', seat, table: 1 });
  story.lead({ type: 'moveSeat', seat: other, table: 2 });
  story.next();
  const cards = [story.write(anna, 'van anna'), story.write(anna, 'nog een'), story.write(host, 'van de gastheer')] as const;
  return { story, host, anna, other, cards };
}

/** Table one made one point and signed for it. */
function signed({ note, of }: { readonly note?: string; readonly of?: Format } = {}): AtTable & { readonly point: PointId } {
  const at = table(of);
  const point = make(at.story, at.host, at.cards);
  if (note) at.story.by(at.anna, { type: 'answerPoint', point, says: 'otherwise', note });
  assert.equal(at.story.by(at.host, { type: 'signTable', table: 1 }), null);
  return { ...at, point };
}

/** A card that was marked, after all is over. */
function marked(): AtTable & { readonly card: EntryId } {
  const at = table();
  const [card] = at.cards;
  at.story.lead({ type: 'release', place: 'one.1' as Place });
  at.story.lead({ type: 'markCounterVoice', entry: card });
  at.story.lead({ type: 'close' });
  return { ...at, card };
}

function make(story: Story, seat: SeatId, cards: readonly EntryId[]): PointId {
  assert.equal(story.by(seat, { type: 'makePoint', table: 1, cards, words: 'een punt' }), null);
  const point = story.last?.answer.point;
  assert.ok(point);
  return point;
}

function pointOf(story: Story, id: PointId): Point {
  const point = pointIn(story.state, id);
  assert.ok(point);
  return point;
}

function wordsOf(story: Story, id: PointId): string | null {
  const text = pointOf(story, id).wordings.at(-1);
  return text ? story.conversation.words(text) : null;
}
