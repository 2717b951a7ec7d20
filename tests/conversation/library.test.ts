import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomesOf, standingNow, type OutcomeId, type OutcomeKinds } from '#conversation/outcome.ts';
import { formatOf, Story } from './ground.ts';

const KINDS: OutcomeKinds = {
  example: {
    kind: 'example',
    name: { nl: 'Voorbeeld', en: 'Example' },
    explained: { nl: 'Een voorbeeld.', en: 'An example.' },
    inLibrary: true,
    fields: [{ key: 'what', type: 'line', label: { nl: 'Wat?', en: 'What?' } }],
  },
};
const HOUSE = { kind: 'house' } as const;
const WORDS = { kind: 'example', owner: 'dorpsraad', theme: '', seenBy: 'everyone', cards: [], fields: { what: 'Buurthuis' } } as const;

test('what is taken over says where it came from, and is asked after on its day', () => {
  const story = begun();
  const origin = { conversation: 'elsewhere', outcome: 'original' as OutcomeId };
  assert.equal(story.take({ type: 'adoptOutcome', due: '2027-02-20', origin, ...WORDS }, HOUSE), null);
  const [taken] = outcomesOf(story.state);
  assert.ok(taken);
  assert.deepEqual(taken.origin, origin);
  assert.deepEqual([standingNow(taken).status, standingNow(taken).due], ['open', '2027-02-20']);
  assert.equal(story.take({ type: 'adoptOutcome', due: '2027-02-20', origin, ...WORDS, owner: ' ' }, HOUSE), 'needsOwner');
});

test('a question about an outcome is answered once, by who leads; it can go, with its words', () => {
  const story = begun();
  story.lead({ type: 'makeOutcome', due: '2027-02-20', ...WORDS });
  const outcome = story.last?.answer.outcome ?? assert.fail();
  assert.equal(story.take({ type: 'askOutcome', outcome, words: ' ' }, HOUSE), 'needsText');
  assert.equal(story.take({ type: 'askOutcome', outcome, words: 'Wat kostte het?' }, HOUSE), null);
  const asked = known(story).asked[0] ?? assert.fail();
  assert.equal(asked.answer, null);
  assert.equal(story.lead({ type: 'answerAsked', outcome, asked: asked.id, words: '' }), 'needsText');
  assert.equal(story.lead({ type: 'answerAsked', outcome, asked: asked.id, words: 'Bijna niets.' }), null);
  assert.equal(story.lead({ type: 'answerAsked', outcome, asked: asked.id, words: 'Toch wel iets.' }), 'changedSince');
  const { answer } = known(story).asked[0] ?? assert.fail();
  assert.equal(story.lead({ type: 'dropAsked', outcome, asked: asked.id }), null);
  assert.deepEqual(story.last?.erased, [asked.words, answer?.words]);
  assert.deepEqual(known(story).asked, []);
});

function begun(): Story {
  return new Story(formatOf([{ id: 'one' }]), undefined, KINDS).begin();
}

function known(story: Story) {
  return outcomesOf(story.state)[0] ?? assert.fail();
}
