import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf } from '#app/outcomeRows.ts';
import type { OutcomeAction } from '#conversation/action.ts';
import { outcomesOf, type Effect, type OutcomeId, type OutcomeKinds } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import { grownFrom } from '#report/grown.ts';
import { outcomeView, threadOf, type ThreadAudience } from '#report/thread.ts';
import { formatOf, Story, WORDS } from '../conversation/ground.ts';

/** A rule with a table, and with a field that those who lead keep to themselves. */
const KINDS: OutcomeKinds = {
  rule: {
    kind: 'rule',
    name: { nl: 'Regel', en: 'Rule' },
    explained: { nl: 'Een regel.', en: 'A rule.' },
    versioned: true,
    adoptedAt: 'succeeded',
    success: { nl: 'Geldt', en: 'In force' },
    needsResidents: true,
    mayRunDifferently: true,
    fields: [
      { key: 'rule', type: 'line', label: WORDS },
      { key: 'failed', type: 'text', label: WORDS, optional: true, leadersOnly: true },
      { key: 'from', type: 'day', label: WORDS, optional: true },
      {
        key: 'roles',
        type: 'rows',
        label: WORDS,
        optional: true,
        columns: [
          { key: 'who', label: { nl: 'Wie', en: 'Who' }, options: [{ id: 'all', label: { nl: 'Iedereen', en: 'All' } }] },
          { key: 'says', label: { nl: 'Zegt', en: 'Says' } },
        ],
      },
    ],
  },
};
const TODAY = '2026-11-17';
const DUE = '2026-11-20';
const format = formatOf([{ id: 'one', visibility: { who: 'everyone', sender: 'withoutName', when: 'whenReleased' } }]);

test('an outcome is told by its words, its cards and how it stands', () => {
  const { story, cards } = released(1);
  make(story, { cards, fields: { rule: 'Eerst luisteren', from: '2027-01-01', roles: [{ who: 'all', says: 'Hoi' }] } });
  const [told] = thread(story, 'room');
  assert.ok(told);
  assert.equal(told.title, 'Eerst luisteren');
  assert.equal(told.owner, 'wethouder zorg');
  assert.deepEqual(told.now, { status: 'open', said: null, because: null, due: DUE, since: TODAY });
  assert.deepEqual(
    told.fields.map(({ key, shown }) => [key, shown]),
    [
      ['from', { type: 'day', day: '2027-01-01' }],
      [
        'roles',
        {
          type: 'rows',
          columns: [
            { nl: 'Wie', en: 'Who' },
            { nl: 'Zegt', en: 'Says' },
          ],
          rows: [[{ nl: 'Iedereen', en: 'All' }, 'Hoi']],
        },
      ],
    ],
  );
  assert.deepEqual(
    told.cards.map(({ id, card }) => [id, card?.id]),
    cards.map((id) => [id, id]),
  );
  assert.equal(told.withResidents, false);
  assert.deepEqual(JSON.parse(JSON.stringify(told)), told);
});

test('a withdrawn card says so, and keeps no words', () => {
  const { story, cards, people } = released(1);
  make(story, { cards });
  story.by(people[0] ?? assert.fail(), { type: 'withdraw', entry: cards[0] ?? assert.fail() });
  assert.deepEqual(thread(story, 'public')[0]?.cards, [{ id: cards[0], card: null, because: 'withdrawn' }]);
  assert.ok(!JSON.stringify(thread(story, 'leaders')).includes('Kaartje 0'));
});

test('what is for those who lead reaches nobody else', () => {
  const { story } = released(0);
  make(story, { fields: { rule: 'Voor ons', failed: 'Niemand kwam' } });
  make(story, { fields: { rule: 'Nog geheim' }, seenBy: 'leaders' });
  const titles = (audience: ThreadAudience) => thread(story, audience).map(({ title }) => title);
  assert.deepEqual(titles('leaders'), ['Voor ons', 'Nog geheim']);
  assert.deepEqual(titles('room'), ['Voor ons']);
  assert.deepEqual(titles('public'), ['Voor ons']);
  assert.ok(JSON.stringify(thread(story, 'leaders')).includes('Niemand kwam'));
  assert.ok(!JSON.stringify(thread(story, 'room')).includes('Niemand kwam'));
});

test('what was said while it was for those who lead stays with them once it is opened', () => {
  const { story } = released(0);
  const outcome = make(story, { seenBy: 'leaders', fields: { rule: 'Ruw', failed: 'Niemand kwam' } });
  const lead = (action: OutcomeAction) => assert.equal(story.lead(action), null);
  const stand = { type: 'setStatus', outcome, status: 'different', due: null } as const;
  lead({ ...stand, saw: 1, because: 'Tussen ons' });
  lead({ type: 'tellTurn', outcome, words: 'Binnenskamers' });
  const closed = { rule: 'Ruw', told: 'Tussen ons', turned: 'Binnenskamers', why: 'Mag nu open' };
  lead({ ...WORDS_OF_IT, type: 'changeOutcome', outcome, saw: 2, cards: [], because: closed.why });
  const says = (audience: ThreadAudience) => JSON.stringify(thread(story, audience));
  const heard = (audience: ThreadAudience) => Object.values(closed).filter((each) => says(audience).includes(each));
  assert.deepEqual(heard('public'), []);
  assert.deepEqual(heard('room'), []);
  assert.deepEqual(heard('leaders'), Object.values(closed));
  const { situation, words } = story.conversation;
  assert.equal(rowsOf(situation, [outcome], words).get(outcome)?.because, null, 'nor on the board');
  lead({ ...stand, saw: 3, because: 'Voor iedereen' });
  lead({ ...WORDS_OF_IT, type: 'changeOutcome', outcome, saw: 4, cards: [], because: 'Beter' });
  const [told] = thread(story, 'public');
  assert.deepEqual([told?.now.because, told?.history.length, told?.changes.length], ['Voor iedereen', 1, 1]);
});

test('who sees to it reads their own also while it is closed, but nothing of those who lead, and numbers as everybody', () => {
  const { story, cards } = released(5);
  const outcome = make(story, { cards, fields: { rule: 'Van ons', failed: 'Niemand kwam' } });
  for (const entry of cards) assert.equal(story.take({ type: 'tellEffect', outcome, entry, effect: 'yes' }, { kind: 'house' }), null);
  const shut = { type: 'changeOutcome', outcome, saw: 1, cards, because: 'Eerst intern', ...WORDS_OF_IT, seenBy: 'leaders' } as const;
  assert.equal(story.lead({ ...shut, fields: { rule: 'Van ons', failed: 'Niemand kwam' } }), null);
  const { situation, words } = story.conversation;
  const told = outcomeView(situation, outcomesOf(story.state)[0] ?? assert.fail(), words, 'owner', TODAY);
  assert.deepEqual([told?.title, told?.changes[0]?.because, told?.effects], ['Van ons', 'Eerst intern', null]);
  assert.ok(!JSON.stringify(told).includes('Niemand kwam'));
  assert.ok(thread(story, 'leaders')[0]?.effects);
});

test('of which point it was made only those who read the points hear', () => {
  const { story, cards, people } = released(1);
  const [seat] = people;
  assert.ok(seat);
  assert.equal(story.by(seat, { type: 'makePoint', table: 1, cards, words: 'Een punt' }), null);
  const point = story.last?.answer.point ?? assert.fail();
  assert.equal(story.by(seat, { type: 'signTable', table: 1 }), null);
  make(story, { cards, point });
  const { situation, words } = story.conversation;
  const [outcome] = outcomesOf(story.state);
  assert.ok(outcome);
  const told = (['leaders', 'room', 'owner'] as const).map((audience) => outcomeView(situation, outcome, words, audience, TODAY)?.point);
  assert.deepEqual(told, [point, point, undefined]);
  for (const entry of cards) assert.equal(story.lead({ type: 'hide', entry, rule: 'name' }), null);
  assert.equal(thread(story, 'room')[0]?.point, undefined, 'none of what it rests on stands in the report, so it is not there either');
});

test('what grew from a card and was dropped tells its writer why', () => {
  const { story, cards } = released(1);
  const outcome = make(story, { cards });
  assert.equal(story.lead({ type: 'dropOutcome', outcome, because: 'Het kan niet meer' }), null);
  const { situation, words } = story.conversation;
  const [told, ...others] = grownFrom(situation, words, TODAY, [{ id: cards[0] ?? assert.fail() }])(cards[0] ?? assert.fail());
  assert.deepEqual([told?.title, told?.dropped, others], ['Eerst luisteren', { because: 'Het kan niet meer' }, []]);
  assert.deepEqual(thread(story, 'public'), []);
});

test('a rule has a number below one until it is adopted', () => {
  const { story } = released(0);
  const outcome = make(story, {});
  const version = () => thread(story, 'room')[0]?.version;
  const change = (saw: number) =>
    assert.equal(story.lead({ ...WORDS_OF_IT, type: 'changeOutcome', outcome, saw, cards: [], because: 'Scherper' }), null);
  assert.equal(version(), '0.1');
  change(1);
  assert.equal(version(), '0.2');
  story.wait(1);
  assert.equal(story.lead({ type: 'setStatus', outcome, saw: 2, status: 'succeeded', because: '', due: null }), null);
  assert.equal(version(), '1.0');
  assert.deepEqual(thread(story, 'room')[0]?.now.said, { nl: 'Geldt', en: 'In force' }, 'in the words of its kind');
  story.wait(1);
  change(3);
  assert.equal(version(), '1.1');
  assert.equal(thread(story, 'room')[0]?.changes.length, 2);
});

test('what people notice is counted from five in the room and from ten in public', () => {
  const { story, cards } = released(10);
  const outcome = make(story, { cards });
  const tell = (card: number, effect: Effect) =>
    assert.equal(story.take({ type: 'tellEffect', outcome, entry: cards[card] ?? assert.fail(), effect }, { kind: 'house' }), null);
  const effects = (audience: ThreadAudience) => thread(story, audience)[0]?.effects;
  for (const card of [0, 1, 2, 3]) tell(card, 'yes');
  assert.equal(effects('leaders'), null);
  for (const card of [4, 5]) tell(card, 'yes');
  for (const card of [6, 7]) tell(card, 'aLittle');
  tell(8, 'no');
  assert.equal(effects('public'), null);
  assert.deepEqual(effects('room'), { total: 9, parts: { yes: 6, aLittle: 'few', no: 'few' } });
  tell(9, 'no');
  assert.deepEqual(effects('public'), { total: 10, parts: { yes: 6, aLittle: 'few', no: 'few' } });
});

test('days late are counted from the day something was owed', () => {
  const { story } = released(0);
  const outcome = make(story, {});
  const late = (today: string) => thread(story, 'public', today)[0]?.daysLate;
  assert.equal(late(DUE), 0);
  assert.equal(late('2026-12-02'), 12);
  assert.equal(story.lead({ type: 'setStatus', outcome, saw: 1, status: 'noBecause', because: 'Geen geld', due: null }), null);
  assert.equal(late('2026-12-02'), 0);
});

const WORDS_OF_IT = { fields: { rule: 'Eerst luisteren' }, owner: 'wethouder zorg', theme: '', seenBy: 'everyone' } as const;

function make(story: Story, more: Partial<Extract<OutcomeAction, { type: 'makeOutcome' }>>): OutcomeId {
  const refused = story.lead({ type: 'makeOutcome', kind: 'rule', due: DUE, cards: [], ...WORDS_OF_IT, ...more });
  return story.last?.answer.outcome ?? assert.fail(String(refused));
}

function thread(story: Story, audience: ThreadAudience, today = TODAY) {
  const { situation, words } = story.conversation;
  return threadOf(situation, words, audience, today);
}

/** So many cards, each by somebody, given to the room. */
function released(count: number) {
  const story = new Story(format, undefined, KINDS).begin();
  const people = Array.from({ length: count }, (_, index) => story.join(`person${index}`));
  story.next();
  const cards: EntryId[] = people.map((seat, index) => story.write(seat, `Kaartje ${index}`));
  if (count > 0) assert.equal(story.lead({ type: 'release', place: story.run.place }), null);
  return { story, cards, people };
}
