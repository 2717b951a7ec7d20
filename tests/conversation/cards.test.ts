import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EntryId, SeatId } from '#conversation/state.ts';
import type { CardShape, OwnCardShape, WallShape } from '#conversation/views/shapes.ts';
import { formatOf, inputOf, Story } from './ground.ts';

const format = formatOf([{ id: 'one' }, { id: 'two', uses: ['one'] }]);

describe('withdrawn and hidden', () => {
  test('who comes to lead may still withdraw what they wrote', () => {
    const { story, anna, card } = shared();
    story.lead({ type: 'giveRole', seat: anna, role: 'facilitator' });
    assert.equal(story.by(anna, { type: 'withdraw', entry: card }), null);
  });

  test('withdrawn words are gone for everybody at once, also after release, and their text is erased', () => {
    const { story, anna, bo, card } = shared();
    story.lead({ type: 'release', place: story.run.place });
    assert.equal(story.by(anna, { type: 'withdraw', entry: card }), null);
    for (const seat of [anna, bo, story.leader]) assert.ok(!story.sees(seat, 'gezegd'));
    assert.equal(story.conversation.texts.size, 0);
    assert.equal(story.by(anna, { type: 'withdraw', entry: card }), 'withdrawn');
  });

  test('a hidden card leaves every screen; its writer sees by which rule', () => {
    const { story, anna, bo, card } = shared();
    assert.equal(story.lead({ type: 'hide', entry: card, rule: 'name' }), null);
    assert.ok(!story.sees(bo, 'gezegd'));
    assert.equal(own(story, anna, card).hiddenBy, 'name');
    assert.equal(story.lead({ type: 'hide', entry: card, rule: 'name' }), 'unknownCard');
    assert.equal(story.lead({ type: 'show', entry: card }), null);
    assert.ok(story.sees(bo, 'gezegd'));
    assert.equal(own(story, anna, card).hiddenBy, null);
  });

  test('who could read it before it was hidden stays true, and a release afterwards makes nothing more of it', () => {
    const { story, anna, card } = shared();
    const other = story.write(anna, 'ook gezegd');
    story.lead({ type: 'hide', entry: other, rule: 'name' });
    story.lead({ type: 'release', place: story.run.place });
    story.lead({ type: 'hide', entry: card, rule: 'name' });
    assert.equal(own(story, anna, card).seenBy, 'everyone');
    assert.notEqual(own(story, anna, other).seenBy, 'everyone');
  });

  test('clearing the wall empties it in one tap; released cards come back by another', () => {
    const { story, wall } = shared();
    story.lead({ type: 'release', place: story.run.place });
    assert.ok(story.sees(wall, 'gezegd'));
    story.lead({ type: 'clearWall', cleared: true });
    assert.ok(!story.sees(wall, 'gezegd'));
    story.lead({ type: 'clearWall', cleared: false });
    assert.ok(story.sees(wall, 'gezegd'));
  });
});

describe('release', () => {
  test('what is written after a release waits for the next one', () => {
    const { story, anna, wall } = shared();
    story.lead({ type: 'release', place: story.run.place });
    story.write(anna, 'kwam erna');
    assert.ok(!story.sees(wall, 'kwam erna'));
    assert.equal(story.lead({ type: 'release', place: story.run.place }), null);
    assert.ok(story.sees(wall, 'kwam erna'));
    assert.equal(story.lead({ type: 'release', place: story.run.place }), 'alreadyReleased');
  });

  for (const [name, phase] of [
    ['in silence', { turn: { kind: 'silent' } }],
    ['for after the step', { visibility: { who: 'group', sender: 'alias', when: 'afterPhase' } }],
  ] as const) {
    test(`what is written ${name} is released only when the step is over`, () => {
      const story = new Story(formatOf([{ id: 'one', ...phase }, { id: 'two' }])).begin();
      const anna = story.join('anna');
      story.next();
      story.write(anna, 'nog niet');
      const { place } = story.run;
      assert.equal(story.lead({ type: 'release', place }), 'stillWriting');
      story.next();
      assert.equal(story.lead({ type: 'release', place }), null);
      story.back();
      assert.equal(story.lead({ type: 'release', place }), 'alreadyReleased');
      story.write(anna, 'nog een keer');
      assert.equal(story.lead({ type: 'release', place }), 'stillWriting');
      story.lead({ type: 'close' });
      assert.equal(story.lead({ type: 'release', place }), null);
    });
  }

  test('the wall counts cards, and shows their words only after release', () => {
    const { story, wall } = shared();
    assert.equal((story.view(wall, 'wall') as WallShape).wall.cards, 1);
    assert.ok(!story.sees(wall, 'gezegd'));
  });
});

describe('drafts', () => {
  const drafts = formatOf([
    { id: 'one', visibility: { who: 'me', sender: 'withoutName', when: 'whenIConsent' } },
    { id: 'two', uses: ['one'] },
  ]);

  test('a draft is for its writer until it is laid on the table, and never goes to the room', () => {
    const story = new Story(drafts).begin(2);
    const [anna, , bo] = [story.join('anna'), story.join('cor'), story.join('bo')];
    const wall = story.join('wall', null, 'wall');
    story.next();
    const card = story.write(anna, 'nog niet af');
    assert.equal(own(story, anna, card).laid, false);
    story.next();
    assert.ok(!story.sees(bo, 'nog niet af'));
    assert.equal(story.by(anna, { type: 'lay', entry: card }), null);
    assert.ok(story.sees(bo, 'nog niet af'));
    story.lead({ type: 'release', place: story.state.runs[0]?.place ?? story.run.place });
    assert.ok(!story.sees(wall, 'nog niet af'));
  });
});

describe('senders', () => {
  test('an alias is the same all through a step, and another one in the next', () => {
    const story = new Story(format).begin();
    const [anna, bo] = [story.join('anna'), story.join('bo')];
    story.next();
    const cards = [story.write(anna, 'een'), story.write(anna, 'twee')];
    const first = cards.map((card) => senderOf(story, bo, card));
    assert.deepEqual(first[0], first[1]);
    assert.ok(first[0] && 'alias' in first[0]);
    story.join('cor');
    assert.deepEqual(senderOf(story, bo, cards[0] ?? ''), first[0], 'a newcomer changes no alias');
    story.next();
    assert.notDeepEqual(senderOf(story, bo, story.write(anna, 'drie')), first[0]);
  });

  test('at one table no two people have the same alias', () => {
    const story = new Story(format).begin();
    const seats = Array.from({ length: 40 }, (_, index) => story.join(`seat${index}`));
    story.next();
    const aliases = seats.map((seat) => JSON.stringify(senderOf(story, story.join(`reader of ${seat}`), story.write(seat, 'hier'))));
    assert.equal(new Set(aliases).size, 40);
  });

  test("who comes, goes or is moved changes nobody's alias, and newcomers get one that is free", () => {
    const story = new Story(format).begin(2);
    const seats = Array.from({ length: 24 }, (_, index) => story.join(`seat${index}`));
    const reader = story.join('reader');
    const moved = (seat: SeatId, table: number) => assert.equal(story.lead({ type: 'moveSeat', seat, table }), null);
    for (const seat of [...seats, reader]) moved(seat, 1);
    story.next();
    const cards = seats.map((seat) => story.write(seat, 'hier'));
    const aliases = () => cards.map((card) => JSON.stringify(senderOf(story, reader, card)));
    const first = aliases();
    for (const seat of seats.slice(0, 12)) moved(seat, 2);
    assert.deepEqual(aliases(), first);
    const newcomers = Array.from({ length: 16 }, (_, index) => story.join(`newcomer${index}`));
    for (const seat of newcomers) moved(seat, 1);
    for (const seat of newcomers) cards.push(story.write(seat, 'nieuw'));
    assert.deepEqual(aliases().slice(0, 24), first);
    assert.equal(new Set(aliases()).size, 40);
    assert.equal(story.lead({ type: 'mergeTables', table: 2, into: 1 }), null);
    assert.deepEqual(aliases().slice(0, 24), first);
  });

  test('a new seating changes no alias on the cards of before', () => {
    const grouping = { kind: 'groups', size: 4, mix: 'lot', rotate: 'all' } as const;
    const visibility = { who: 'everyone', sender: 'alias', when: 'atOnce' } as const;
    const story = new Story(
      formatOf([
        { id: 'one', visibility },
        { id: 'two', grouping, uses: ['one'] },
      ]),
    ).begin();
    const seats = Array.from({ length: 40 }, (_, index) => story.join(`seat${index}`));
    story.next();
    const cards = seats.map((seat) => story.write(seat, 'hier'));
    const aliases = () => cards.map((card) => (story.view(story.leader, 'everyone')[`card/${card}`] as CardShape).sender);
    const first = aliases();
    story.next();
    assert.equal(story.state.seatings, 1);
    assert.deepEqual(aliases(), first);
  });

  test('by name shows the role of who has a task, and an alias for others', () => {
    const story = new Story(formatOf([{ id: 'one', visibility: { who: 'group', sender: 'name', when: 'atOnce' } }])).begin();
    const [anna, presenter] = [story.join('anna'), story.join('presenter', 'resident', 'presenter')];
    story.next();
    assert.deepEqual(senderOf(story, anna, story.write(presenter, 'mijn probleem')), { role: { nl: 'Inbrenger', en: 'Presenter' } });
    const sender = senderOf(story, presenter, story.write(anna, 'mijn vraag'));
    assert.ok(sender && 'alias' in sender);
  });

  test('without a name the order tells nothing of who was first', () => {
    const story = new Story(
      formatOf([
        { id: 'one', visibility: { who: 'everyone', sender: 'withoutName', when: 'afterPhase' } },
        { id: 'two', uses: ['one'] },
      ]),
    ).begin();
    const anna = story.join('anna');
    story.next();
    const cards = Array.from({ length: 12 }, (_, index) => story.write(anna, `kaartje ${index}`));
    story.next();
    const shown = Object.keys(story.view(anna, 'everyone')).filter((key) => key.startsWith('card/'));
    assert.deepEqual(shown, cards.map((card) => `card/${card}`).toSorted());
  });

  test('at a table under three people the phone says so', () => {
    const story = new Story(format).begin();
    const anna = story.join('anna');
    const small = () => (story.view(anna, 'table')['table'] as { readonly small: boolean }).small;
    story.join('bo');
    assert.ok(small());
    const cor = story.join('cor');
    assert.ok(!small());
    story.by(cor, { type: 'leave' });
    assert.ok(small());
  });
});

describe('more cards than a screen holds', () => {
  const everyone = { who: 'everyone', sender: 'withoutName', when: 'atOnce' } as const;
  const story = () =>
    new Story(
      formatOf([
        { id: 'problem', visibility: { ...everyone, sender: 'name' } },
        { id: 'one', visibility: everyone, uses: ['problem'] },
        { id: 'two', visibility: everyone, uses: ['one', 'problem'] },
      ]),
    ).begin(2);

  test('the problem all is about stays, and so do the newest', () => {
    const evening = story();
    const [presenter, anna, bo] = [evening.join('presenter', 'resident', 'presenter'), evening.join('anna'), evening.join('bo')];
    evening.next();
    const problem = evening.write(presenter, 'ons probleem');
    evening.next();
    const before = Array.from({ length: 30 }, (_, index) => evening.write(index % 2 ? anna : bo, `eerder ${index}`));
    evening.next();
    for (let index = 0; index < 60; index++) {
      const card = evening.write(index % 2 ? anna : bo, `nu ${index}`);
      assert.ok(cardsFor(evening, anna).includes(card), `the card just saved, ${index}`);
    }
    const shown = cardsFor(evening, anna);
    assert.equal(shown.length, 40);
    assert.equal(shown[0], problem);
    assert.deepEqual(shown.slice(1), shown.slice(1).toSorted());
    assert.ok(!before.some((card) => shown.includes(card)));
  });

  test('the wall gets fifteen, and says how many were released in all', () => {
    const evening = story();
    const [anna, wall] = [evening.join('anna'), evening.join('wall', null, 'wall')];
    evening.next();
    evening.next();
    for (let index = 0; index < 25; index++) evening.write(anna, `kaartje ${index}`);
    const view = () => evening.view(wall, 'wall') as WallShape;
    assert.equal(view().wall.released, 0);
    evening.lead({ type: 'release', place: evening.run.place });
    assert.equal(Object.keys(view()).filter((key) => key.startsWith('card/')).length, 15);
    assert.equal(view().wall.released, 25);
    evening.lead({ type: 'clearWall', cleared: true });
    assert.equal(view().wall.released, 0);
  });

  test('many with a name leave half the room to the others', () => {
    const evening = story();
    const [presenter, anna] = [evening.join('presenter', 'resident', 'presenter'), evening.join('anna')];
    evening.next();
    const named = Array.from({ length: 60 }, (_, index) => evening.write(presenter, `probleem ${index}`));
    evening.next();
    const others = Array.from({ length: 30 }, (_, index) => evening.write(anna, `kaartje ${index}`));
    const shown = cardsFor(evening, anna);
    assert.deepEqual(shown.slice(0, 40), named.slice(-40));
    assert.deepEqual(shown.slice(40), others.slice(-20).toSorted());
  });
});

describe('answers of people', () => {
  test('votes are shown as a sum, and from five on', () => {
    const story = new Story(
      formatOf([
        { id: 'one', inputs: [inputOf('vote')], visibility: { who: 'everyone', sender: 'withoutName', when: 'afterPhase' } },
        { id: 'two', uses: ['one'] },
      ]),
    ).begin();
    const seats = Array.from({ length: 5 }, (_, index) => story.join(`seat${index}`));
    story.next();
    for (const seat of seats.slice(0, 4)) story.write(seat, 'geheimpje', { input: 'vote' });
    story.next();
    const [anna = story.leader] = seats;
    const everyone = () => story.view(anna, 'everyone');
    assert.deepEqual(everyone()['sum/one.1/vote'], { input: 'vote', kind: 'vote', count: null, summary: null });
    assert.doesNotMatch(JSON.stringify(everyone()), /geheimpje/);
    story.back();
    story.write(seats[4] ?? anna, 'geheimpje', { input: 'vote' });
    story.next();
    assert.deepEqual(everyone()['sum/one.1/vote'], { input: 'vote', kind: 'vote', count: 5, summary: { turnout: 5 } });
  });
});

test('a card may be kept at the table while writing it over', () => {
  const story = new Story(formatOf([{ id: 'one', inputs: [inputOf('vote')] }])).begin();
  const anna = story.join('anna');
  story.next();
  const card = story.write(anna, 'ja', { input: 'vote' });
  assert.equal(story.write(anna, 'nee', { input: 'vote', kept: true }), card);
  assert.ok(story.state.entries.get(card)?.kept);
});

test('words only for me are refused at the server, whatever the phone does', () => {
  const story = new Story(formatOf([{ id: 'one', inputs: [inputOf('note', { private: true })] }])).begin();
  const anna = story.join('anna');
  story.next();
  assert.equal(story.tryToWrite(anna, 'voor mij alleen'), 'staysOnPhone');
  assert.equal(story.conversation.texts.size, 0);
});

function shared() {
  const story = new Story(format).begin();
  const [anna, bo, wall] = [story.join('anna'), story.join('bo'), story.join('wall', null, 'wall')];
  story.next();
  return { story, anna, bo, wall, card: story.write(anna, 'gezegd') };
}

function own(story: Story, seat: SeatId, card: EntryId): OwnCardShape {
  return story.view(seat, 'me')[`mine/${card}`] as OwnCardShape;
}

function cardsFor(story: Story, seat: SeatId): readonly string[] {
  return Object.keys(story.view(seat, 'everyone')).flatMap((key) => (key.startsWith('card/') ? [key.slice(5)] : []));
}

function senderOf(story: Story, reader: SeatId, card: string): CardShape['sender'] {
  return (story.view(reader, 'table')[`card/${card}`] as CardShape).sender;
}
