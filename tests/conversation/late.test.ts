import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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
