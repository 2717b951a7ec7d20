import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOf, Story } from './ground.ts';

const format = formatOf([{ id: 'one' }, { id: 'two', uses: ['one'] }]);

test('only what is closed can be sealed, once, and by the house alone', () => {
  const story = new Story(format).begin();
  story.next();
  assert.equal(story.take({ type: 'seal' }, { kind: 'house' }), 'notNow');
  story.lead({ type: 'close' });
  assert.equal(story.lead({ type: 'close' }), 'closed');
  assert.equal(story.lead({ type: 'seal' }), 'notYourRole');
  assert.equal(story.take({ type: 'seal' }, { kind: 'house' }), null);
  assert.equal(story.take({ type: 'seal' }, { kind: 'house' }), 'sealed');
});

test('until the seal one can withdraw by one’s seat; after it by the receipt, through the house', () => {
  const story = new Story(format).begin();
  const anna = story.join('anna');
  story.next();
  const [first, second] = [story.write(anna, 'een'), story.write(anna, 'twee')];
  story.lead({ type: 'close' });
  assert.equal(story.by(anna, { type: 'withdraw', entry: first }), null);
  story.take({ type: 'seal' }, { kind: 'house' });
  assert.equal(story.by(anna, { type: 'withdraw', entry: second }), 'unknownCard');
  assert.equal(story.take({ type: 'withdraw', entry: second }, { kind: 'house' }), null);
  assert.equal(story.take({ type: 'withdraw', entry: second }, { kind: 'house' }), 'withdrawn');
});

test('after the seal no screen groups cards by person: no own cards, no alias', () => {
  const story = new Story(format).begin();
  const [anna, bo] = [story.join('anna'), story.join('bo')];
  story.next();
  story.write(anna, 'een');
  story.write(anna, 'twee');
  assert.match(story.screen(bo), /"alias":\{/);
  story.lead({ type: 'close' });
  story.take({ type: 'seal' }, { kind: 'house' });
  for (const seat of [anna, bo, story.leader]) {
    assert.doesNotMatch(story.screen(seat), /"alias":\{/);
    assert.doesNotMatch(story.screen(seat), /"mine\//);
  }
  assert.ok(story.sees(bo, 'een') && story.sees(bo, 'twee'));
});

test('after the seal a report is still looked through: released and kept back as before', () => {
  const story = new Story(format).begin();
  const anna = story.join('anna');
  story.next();
  const card = story.write(anna, 'een');
  story.lead({ type: 'close' });
  story.take({ type: 'seal' }, { kind: 'house' });
  assert.equal(story.lead({ type: 'release', place: story.run.place }), null);
  assert.equal(story.lead({ type: 'hide', entry: card, rule: 'unkind' }), null);
  assert.equal(story.lead({ type: 'show', entry: card }), null);
});
