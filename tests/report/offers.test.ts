import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutcomeDeclaration } from '#conversation/format.ts';
import { outcomeIn, type OutcomeKinds } from '#conversation/outcome.ts';
import type { SeatId } from '#conversation/state.ts';
import { rules as realCard } from '#inputs/card/rules.ts';
import { kinds } from '#outcomes/kinds.ts';
import { grownFrom } from '#report/grown.ts';
import { cardsByStep, offersOf, pointsOffered } from '#report/offers.ts';
import { threadOf } from '#report/thread.ts';
import { formatOf, inputOf, INPUTS, Story, WORDS } from '../conversation/ground.ts';

const DECLARED: readonly OutcomeDeclaration[] = [
  { kind: 'proposal', name: WORDS, from: ['note'], seenBy: 'everyone', owner: 'table' },
  { kind: 'themeMap', name: WORDS, from: ['note', 'question'], seenBy: 'facilitators', owner: 'facilitator' },
  { kind: 'pledge', name: WORDS, from: ['note'], seenBy: 'everyone', owner: 'writer' },
  { kind: 'report', name: WORDS, from: ['note'], seenBy: 'everyone', owner: 'facilitator' },
  { kind: 'lesson', name: WORDS, from: ['nothingOfTheKind'], seenBy: 'everyone', owner: 'facilitator' },
];
const ASKED = { kind: 'question', name: WORDS, seenBy: 'everyone', owner: 'presenter' } as const;
const words = { fields: { what: 'Een bankje' }, owner: 'dorpsraad', theme: '', seenBy: 'everyone' } as const;
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
    [{ id: card, line: 'Een bankje', fields: {}, chosen: null, made: false, guessable: true, own: true }],
    'one person alone at a table',
  );
  assert.deepEqual([themes.gathers, themes.seenBy, themes.cards.map(({ id }) => id).sort()], [true, 'leaders', [card, question].sort()]);
});

test('a card from which one was made says so, and one that is withdrawn is offered no more', () => {
  const { story, card, anna } = released();
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

test('what a table said together and signed for is offered with its cards; what was made of it remembers it', () => {
  const { story, anna, card, question } = released();
  const about = { ...words, cards: [card, question] } as const;
  story.by(anna, { type: 'makePoint', table: 1, cards: [card, question], words: 'Er moet een plek zijn om te zitten' });
  const point = story.last?.answer.point;
  assert.ok(point);
  story.by(anna, { type: 'answerPoint', point, says: 'otherwise', note: 'Er is al een plek.' });
  assert.deepEqual(points(story), [], 'nobody signed for it');
  assert.equal(story.lead({ type: 'makeOutcome', kind: 'proposal', due: '2026-12-31', ...about, point }), 'unknownPoint');
  story.by(anna, { type: 'signTable', table: 1 });
  assert.deepEqual(points(story), [
    {
      id: point,
      table: 1,
      words: 'Er moet een plek zijn om te zitten',
      cards: [card, question],
      made: false,
      dissent: { isThere: true, notes: ['Er is al een plek.'] },
    },
  ]);
  assert.equal(story.lead({ type: 'makeOutcome', kind: 'proposal', due: '2026-12-31', ...about, point }), null);
  assert.equal(points(story)[0]?.made, true);
  const grown = grownFrom(story.conversation.situation, story.conversation.words, '2026-11-22', []);
  for (const each of [card, question]) assert.equal(grown(each)[0]?.title, 'Een bankje');
  const [view] = threadOf(story.conversation.situation, story.conversation.words, 'leaders', '2026-11-22');
  assert.equal(view?.point, point);
  story.lead({ type: 'changeOutcome', outcome: view.id, saw: 1, because: 'Korter', ...about });
  assert.equal(outcomeIn(story.state, view.id)?.point, point, 'also after other words');
});

test('of a problem before and after only the after is offered, and no answer that was only ticked', () => {
  const ticked = {
    ...inputOf('card', { key: 'ticked' }),
    card: 'reaction',
    text: 'optional',
    fields: [{ key: 'helps', type: 'choice', required: true, label: WORDS, options: [{ id: 'yes', label: { nl: 'Ja', en: 'Yes' } }] }],
  } as const;
  const visibility = { who: 'everyone', sender: 'withoutName', when: 'whenReleased' } as const;
  const sharpened = formatOf([{ id: 'one', inputs: [inputOf('note'), inputOf('question'), ticked], visibility }], {
    outcomes: [
      { ...ASKED, from: ['note', 'question'], change: { before: ['note'], after: ['question'] } },
      { ...ASKED, from: ['question', 'ticked'] },
    ],
  });
  const { story, question } = released(sharpened, (at, who) => {
    const act = { text: '', fields: { helps: 'yes' } };
    assert.equal(at.by(who, { type: 'write', run: at.run.id, input: 'ticked', act, kept: false }), null);
  });
  assert.deepEqual(
    offers(story).map(({ cards }) => cards.map(({ id }) => id)),
    [[question], [question]],
  );
});

function points(story: Story) {
  const { situation, words: said } = story.conversation;
  return pointsOffered(situation, said);
}

function offers(story: Story) {
  const { situation, words } = story.conversation;
  return offersOf(situation, words, 'nl');
}

function released(of = format, also: (story: Story, who: SeatId) => void = () => {}) {
  const all: OutcomeKinds = kinds;
  const story = new Story(of, { ...INPUTS, card: realCard }, all).begin();
  const anna = story.join('anna');
  story.next();
  const card = story.write(anna, 'Een bankje');
  const question = story.write(anna, 'Waarom niet?', { input: 'question' });
  story.write(anna, 'Van ons', { kept: true });
  also(story, anna);
  assert.equal(story.lead({ type: 'release', place: story.run.place }), null);
  story.lead({ type: 'close' });
  return { story, anna, card, question };
}
