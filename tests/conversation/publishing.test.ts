import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Place } from '#conversation/format.ts';
import { checkOf, isPublished, reportParts } from '#conversation/publishing.ts';
import type { EntryId, ReportPart, SeatId } from '#conversation/state.ts';
import type { OwnCardShape } from '#conversation/views/shapes.ts';
import { textsIn, type TextId } from '#conversation/words.ts';
import { formatOf, inputOf, Story } from './ground.ts';

const format = formatOf([{ id: 'one' }, { id: 'two', uses: ['one'] }]);
const one = 'one.1' as Place;
const two = 'two.1' as Place;

describe('two people look through what will be public', () => {
  test('it is public when both looked at every part, and not before', () => {
    const { story, second } = held();
    assert.deepEqual(reportParts(story.state), ['top', one, two]);
    for (const part of reportParts(story.state)) assert.equal(check(story, story.leader, part), null);
    assert.equal(isPublished(story.state), false);
    assert.equal(check(story, second, 'top'), null);
    assert.equal(check(story, second, one), null);
    assert.equal(isPublished(story.state), false);
    assert.equal(check(story, second, two), null);
    assert.equal(isPublished(story.state), true);
  });

  test('one person twice is one person', () => {
    const { story } = held();
    for (const part of reportParts(story.state)) {
      check(story, story.leader, part);
      assert.equal(check(story, story.leader, part), 'alreadyChecked');
    }
    assert.equal(isPublished(story.state), false);
  });

  test('what stands above is looked through too, also when nothing was released', () => {
    const { story } = held({ release: false });
    assert.deepEqual(reportParts(story.state), ['top']);
    assert.equal(isPublished(story.state), false);
  });

  test('what changed after a look is asked again, of both and for that part alone', () => {
    const { story, second, card } = published();
    assert.equal(shorten(story, second, card, 'korter'), null);
    assert.deepEqual(checkOf(story.state, one).by, []);
    assert.equal(checkOf(story.state, two).by.length, 2);
    assert.equal(isPublished(story.state), false);
    for (const seat of [story.leader, second]) check(story, seat, one);
    assert.equal(isPublished(story.state), true);
    story.lead({ type: 'hide', entry: card, rule: 'unkind' });
    // Nothing of that step stands in the report any more.
    assert.deepEqual(reportParts(story.state), ['top', two]);
    story.lead({ type: 'show', entry: card });
    assert.equal(isPublished(story.state), false);
  });

  test('whoever looked at what was there before somebody else changed it, looks again', () => {
    const { story, second, card } = held();
    const { changes } = checkOf(story.state, one);
    shorten(story, second, card, 'korter');
    assert.equal(story.lead({ type: 'check', part: one, changes }), 'changedSince');
    assert.equal(check(story, story.leader, one), null);
  });

  test('withdrawn meanwhile: the words are gone at once, what it became too, and nobody has to look again', () => {
    const { story, anna, second, card, other } = held();
    shorten(story, story.leader, card, 'korter');
    for (const seat of [story.leader, second]) for (const part of reportParts(story.state)) check(story, seat, part);
    assert.equal(story.by(anna, { type: 'withdraw', entry: card }), null);
    assert.equal(isPublished(story.state), true);
    assert.deepEqual([...story.conversation.texts.values()].toSorted(), [other, 'van bo']);
    assert.equal(story.lead({ type: 'restore', entry: card }), 'unknownCard');
  });

  test('whoever said so too soon takes it back', () => {
    const { story, second } = published();
    assert.equal(story.by(second, { type: 'uncheck', part: 'top' }), null);
    assert.equal(isPublished(story.state), false);
    assert.equal(story.by(second, { type: 'uncheck', part: 'top' }), 'changedSince');
    assert.equal(check(story, second, 'top'), null);
    assert.equal(isPublished(story.state), true);
  });

  test('only those who lead, and only when it is over; the second may come then, also after sealing', () => {
    const { story, anna, card } = held({ close: false });
    assert.equal(check(story, story.leader, 'top'), 'notNow');
    assert.equal(shorten(story, story.leader, card, 'korter'), 'notNow');
    story.lead({ type: 'close' });
    assert.equal(check(story, anna, 'top'), 'notYourRole');
    assert.equal(shorten(story, anna, card, 'korter'), 'notYourRole');
    story.take({ type: 'seal' }, { kind: 'house' });
    const third = story.join('third', null, 'facilitator');
    assert.equal(check(story, third, 'top'), null);
    assert.equal(shorten(story, third, card, 'korter'), null);
    assert.throws(() => story.join('late'), /alreadyClosed/);
  });
});

describe('shortening', () => {
  test('others read the shorter words alone; the writer both', () => {
    const { story, anna, bo, card } = held();
    assert.equal(shorten(story, story.leader, card, 'korter'), null);
    for (const seat of [bo, story.leader]) assert.ok(!story.sees(seat, 'van anna en van een ander'));
    assert.ok(story.sees(bo, 'korter'));
    const own = story.view(anna, 'me')[`mine/${card}`] as OwnCardShape;
    assert.deepEqual([own.body, own.shortened], [{ text: 'van anna en van een ander' }, { text: 'korter' }]);
  });

  test('again, and undone: what stood in between is erased, what was written stands there again', () => {
    const { story, bo, card } = held();
    shorten(story, story.leader, card, 'eerst dit');
    shorten(story, story.leader, card, 'nu dit');
    const words = () => [...story.conversation.texts.values()];
    assert.ok(!words().includes('eerst dit') && words().includes('nu dit') && words().includes('van anna en van een ander'));
    assert.equal(story.lead({ type: 'restore', entry: card }), null);
    assert.ok(story.sees(bo, 'van anna en van een ander') && !words().includes('nu dit'));
    assert.equal(story.lead({ type: 'restore', entry: card }), 'changedSince');
  });

  test('nothing is no sentence, and other words than those that were read stay', () => {
    const { story, card } = held();
    assert.equal(shorten(story, story.leader, card, ' '), 'empty');
    const [text] = textsOf(story, card);
    shorten(story, story.leader, card, 'korter');
    assert.ok(text);
    assert.equal(story.lead({ type: 'shorten', entry: card, text, words: 'kort' }), 'changedSince');
  });

  test('what stayed at the table, was hidden, or was said behind a closed door cannot be shortened', () => {
    const closedDoor = formatOf([{ id: 'one', grouping: { kind: 'closed', without: ['facilitator'] } }, { id: 'two' }]);
    const story = new Story(closedDoor).begin();
    const anna = story.join('anna');
    story.next();
    const inside = story.write(anna, 'onder ons');
    story.next();
    const kept = story.write(anna, 'aan tafel', { kept: true });
    const hidden = story.write(anna, 'onaardig');
    story.lead({ type: 'hide', entry: hidden, rule: 'unkind' });
    story.lead({ type: 'close' });
    for (const card of [inside, kept, hidden]) assert.equal(shorten(story, story.leader, card, 'x'), 'unknownCard');
  });
});

describe('a quote in the final report', () => {
  const house = { kind: 'house' } as const;

  test('is for who holds the receipt to allow, and to take back, also after sealing; no seat can', () => {
    const { story, anna, card } = held();
    story.take({ type: 'seal' }, house);
    assert.equal(story.by(anna, { type: 'allowQuote', entry: card, allows: true }), 'notYourRole');
    assert.equal(story.lead({ type: 'allowQuote', entry: card, allows: true }), 'notYourRole');
    assert.equal(story.take({ type: 'allowQuote', entry: card, allows: true }, house), null);
    assert.equal(story.state.entries.get(card)?.quotable, true);
    assert.equal(story.take({ type: 'allowQuote', entry: card, allows: false }, house), null);
    assert.equal(story.state.entries.get(card)?.quotable, undefined);
  });

  test('a yes is for those words: others in their place are asked anew', () => {
    const { story, card } = held();
    const allow = () => story.take({ type: 'allowQuote', entry: card, allows: true }, house);
    for (const change of [() => shorten(story, story.leader, card, 'korter'), () => story.lead({ type: 'restore', entry: card })]) {
      allow();
      assert.equal(change(), null);
      assert.equal(story.state.entries.get(card)?.quotable, undefined);
    }
  });

  test('not of what stays at the table, was hidden or is gone; a yes is taken back also then', () => {
    const { story, anna, card } = held({ close: false, release: false });
    const kept = story.write(anna, 'aan tafel', { kept: true });
    const ask = (entry: EntryId, allows = true) => story.take({ type: 'allowQuote', entry, allows }, house);
    assert.equal(ask(kept), 'unknownCard');
    assert.equal(ask(card), null);
    story.lead({ type: 'hide', entry: card, rule: 'unkind' });
    assert.equal(ask(card), 'unknownCard');
    assert.equal(ask(card, false), null);
    story.by(anna, { type: 'withdraw', entry: card });
    assert.equal(ask(card), 'unknownCard');
    assert.equal(ask(card, false), 'withdrawn');
  });
});

describe('release', () => {
  test('a draft that is laid on the table later waits for its own release', () => {
    const story = new Story(formatOf([{ id: 'one', visibility: { who: 'group', sender: 'alias', when: 'whenIConsent' } }])).begin();
    const [anna, wall] = [story.join('anna'), story.join('wall', null, 'wall')];
    story.next();
    const [first, draft] = [story.write(anna, 'gelegd'), story.write(anna, 'nog een concept')];
    story.by(anna, { type: 'lay', entry: first });
    assert.equal(story.lead({ type: 'release', place: one }), null);
    assert.equal(story.lead({ type: 'release', place: one }), 'alreadyReleased');
    story.by(anna, { type: 'lay', entry: draft });
    assert.ok(story.sees(wall, 'gelegd') && !story.sees(wall, 'nog een concept'));
    assert.equal(story.lead({ type: 'release', place: one }), null);
    assert.ok(story.sees(wall, 'nog een concept'));
  });

  test('a step with drafts alone has nothing to release', () => {
    const story = new Story(formatOf([{ id: 'one', visibility: { who: 'group', sender: 'alias', when: 'whenIConsent' } }])).begin();
    const anna = story.join('anna');
    story.next();
    story.write(anna, 'nog een concept');
    assert.equal(story.lead({ type: 'release', place: one }), 'nothingToRelease');
  });
});

test('a secret vote is looked through as well, once it is released', () => {
  const votes = formatOf([{ id: 'one', inputs: [inputOf('ballot', { late: 'refuse' })] }, { id: 'two' }]);
  const story = new Story(votes).begin();
  const voters = ['a', 'b', 'c', 'd', 'e'].map((name) => story.join(name));
  story.next();
  for (const seat of voters) story.tryToWrite(seat, 'yes', { input: 'ballot' });
  story.next();
  story.lead({ type: 'close' });
  assert.deepEqual(reportParts(story.state), ['top']);
  story.lead({ type: 'release', place: one });
  assert.deepEqual(reportParts(story.state), ['top', one]);
});

interface Held {
  readonly story: Story;
  readonly anna: SeatId;
  readonly bo: SeatId;
  readonly second: SeatId;
  /** By Anna, in the first step. */
  readonly card: EntryId;
  /** Words of the second step. */
  readonly other: string;
}

function held({ release = true, close = true } = {}): Held {
  const story = new Story(format).begin();
  const [anna, bo] = [story.join('anna'), story.join('bo')];
  const second = story.join('second', null, 'facilitator');
  story.next();
  const card = story.write(anna, 'van anna en van een ander');
  story.next();
  const other = 'in de tweede stap';
  story.write(bo, other);
  story.write(bo, 'van bo');
  if (release) for (const place of [one, two]) story.lead({ type: 'release', place });
  if (close) story.lead({ type: 'close' });
  return { story, anna, bo, second, card, other };
}

function published(): Held {
  const ground = held();
  for (const seat of [ground.story.leader, ground.second])
    for (const part of reportParts(ground.story.state)) check(ground.story, seat, part);
  assert.equal(isPublished(ground.story.state), true);
  return ground;
}

function check(story: Story, seat: SeatId, part: ReportPart) {
  return story.by(seat, { type: 'check', part, changes: checkOf(story.state, part).changes });
}

function shorten(story: Story, seat: SeatId, entry: EntryId, words: string) {
  return story.by(seat, { type: 'shorten', entry, text: textsOf(story, entry)[0] as TextId, words });
}

function textsOf(story: Story, entry: EntryId): readonly TextId[] {
  return textsIn(story.state.entries.get(entry)?.body ?? null);
}
