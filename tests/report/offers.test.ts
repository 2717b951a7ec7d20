import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutcomeDeclaration } from '#conversation/format.ts';
import type { OutcomeKinds } from '#conversation/outcome.ts';
import { kinds } from '#outcomes/kinds.ts';
import { cardsByStep, offersOf } from '#report/offers.ts';
import { formatOf, inputOf, Story, WORDS } from '../conversation/ground.ts';

const DECLARED: readonly OutcomeDeclaration[] = [
  { kind: 'proposal', name: WORDS, from: ['note'], seenBy: 'everyone', owner: 'table' },
  { kind: 'themeMap', name: WORDS, from: ['note', 'question'], seenBy: 'facilitators', owner: 'facilitator' },
  { kind: 'pledge', name: WORDS, from: ['note'], seenBy: 'everyone', owner: 'writer' },
  { kind: 'report', name: WORDS, from: ['note'], seenBy: 'everyone', owner: 'facilitator' },
  { kind: 'lesson', name: WORDS, from: ['nothingOfTheKind'], seenBy: 'everyone', owner: 'facilitator' },
];
const format = formatOf(
  [
    {
      id: 'one',
      name: { nl: 'Schrijven', en: 'Writing' },
      inputs: [inputOf('note'), inputOf('question')],
      visibility: { who: 'everyone', sender: 'withoutName', when: 'whenReleased' },
    },
  ],
  { outcomes: DECLARED },
);

test('of what a format declares is told from which released cards it can be made', () => {
  const { story, card, question } = released();
  const [proposal, themes, ...others] = offers(story);
  assert.ok(proposal && themes);
  assert.deepEqual(others, [], 'nothing of what is somebody’s own, of no kind of the house, or of no cards');
  assert.deepEqual(
    [proposal.kind, proposal.gathers, proposal.seenBy, proposal.from],
    ['proposal', false, 'everyone', [{ nl: 'Schrijven', en: 'Writing' }]],
  );
  assert.deepEqual(
    proposal.cards,
    [{ id: card, line: 'Een bankje', fields: {}, chosen: null, made: false, guessable: true }],
    'one person alone at a table',
  );
  assert.deepEqual([themes.gathers, themes.seenBy, themes.cards.map(({ id }) => id).sort()], [true, 'leaders', [card, question].sort()]);
});

test('a card from which one was made says so, and one that is withdrawn is offered no more', () => {
  const { story, card, anna } = released();
  const words = { fields: { what: 'Een bankje' }, owner: 'dorpsraad', theme: '', seenBy: 'everyone' } as const;
  assert.equal(story.lead({ type: 'makeOutcome', kind: 'proposal', due: '2026-12-31', cards: [card], ...words }), null);
  assert.equal(offers(story)[0]?.cards[0]?.made, true);
  assert.equal(
    offers(story)[1]?.cards.some(({ made }) => made),
    false,
  );
  story.by(anna, { type: 'withdraw', entry: card });
  assert.deepEqual(
    offers(story).map(({ kind }) => kind),
    ['themeMap'],
  );
});

test('cards can be chosen step by step', () => {
  const { story, card, question } = released();
  const { situation, words } = story.conversation;
  const [step, ...others] = cardsByStep(situation, words, 'nl', 'proposal');
  assert.deepEqual(others, []);
  assert.deepEqual([step?.name.nl, step?.cards.map(({ id }) => id).sort()], ['Schrijven', [card, question].sort()]);
});

function offers(story: Story) {
  const { situation, words } = story.conversation;
  return offersOf(situation, words, 'nl');
}

function released() {
  const all: OutcomeKinds = kinds;
  const story = new Story(format, undefined, all).begin();
  const anna = story.join('anna');
  story.next();
  const card = story.write(anna, 'Een bankje');
  const question = story.write(anna, 'Waarom niet?', { input: 'question' });
  story.write(anna, 'Van ons', { kept: true });
  assert.equal(story.lead({ type: 'release', place: story.run.place }), null);
  story.lead({ type: 'close' });
  return { story, anna, card, question };
}
