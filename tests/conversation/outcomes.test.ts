import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutcomeAction } from '#conversation/action.ts';
import { cardThatTells } from '#conversation/lineage.ts';
import { isOverdue, outcomesOf, standingNow, titleOf, type OutcomeId, type OutcomeKinds } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import { formatOf, Story } from './ground.ts';

/** A promise to residents, and a rule that is tried on cases until it is adopted. */
const KINDS: OutcomeKinds = {
  promise: {
    kind: 'promise',
    name: { nl: 'Belofte', en: 'Promise' },
    explained: { nl: 'Een belofte.', en: 'A promise.' },
    needsCards: true,
    statuses: ['open', 'busy', 'succeeded', 'noBecause', 'notYetKnown'],
    fields: [
      { key: 'what', type: 'line', label: { nl: 'Wat?', en: 'What?' } },
      {
        key: 'where',
        type: 'choice',
        optional: true,
        label: { nl: 'Waar?', en: 'Where?' },
        options: [{ id: 'here', label: { nl: 'Hier', en: 'Here' } }],
      },
      {
        key: 'steps',
        type: 'rows',
        optional: true,
        label: { nl: 'Stappen', en: 'Steps' },
        columns: [{ key: 'step', label: { nl: 'Stap', en: 'Step' } }],
      },
    ],
  },
  stop: {
    kind: 'stop',
    name: { nl: 'Stoppen', en: 'Stopping' },
    explained: { nl: 'Iets stopt.', en: 'Something stops.' },
    fields: [
      { key: 'what', type: 'line', label: { nl: 'Wat?', en: 'What?' } },
      { key: 'from', type: 'day', begins: true, label: { nl: 'Vanaf?', en: 'From?' } },
    ],
  },
  rule: {
    kind: 'rule',
    name: { nl: 'Regel', en: 'Rule' },
    explained: { nl: 'Een regel.', en: 'A rule.' },
    adoptedAt: 'succeeded',
    fields: [
      { key: 'rule', type: 'line', label: { nl: 'Regel', en: 'Rule' } },
      {
        key: 'cases',
        type: 'rows',
        optional: true,
        untilAdopted: true,
        label: { nl: 'Casussen', en: 'Cases' },
        columns: [{ key: 'case', label: { nl: 'Casus', en: 'Case' } }],
      },
    ],
  },
};
const words = { owner: 'wethouder zorg', theme: '', seenBy: 'everyone' } as const;
const TODAY = '2026-11-17';
const LATER = '2026-12-31';
const format = formatOf([{ id: 'one', visibility: { who: 'everyone', sender: 'withoutName', when: 'whenReleased' } }]);

test('a promise grows from a card, with an owner, a day and a plain status', () => {
  const { story, card } = released();
  const outcome = make(story, { cards: [card] });
  const [made] = outcomesOf(story.state);
  assert.ok(made);
  assert.deepEqual(made.cards, [card]);
  assert.equal(story.conversation.words(made.owner.name), 'wethouder zorg');
  const title = titleOf(made, KINDS['promise']);
  assert.equal(title && story.conversation.words(title), 'Een bankje bij de halte');
  assert.deepEqual(standingNow(made), { status: 'open', because: null, due: LATER, at: story.now });
  assert.equal(story.lead({ type: 'setStatus', outcome, saw: 1, status: 'busy', because: '', due: LATER }), null);
  assert.deepEqual(
    outcomesOf(story.state)[0]?.history.map(({ status }) => status),
    ['open', 'busy'],
  );
});

test('an outcome goes on living when the conversation is closed and sealed', () => {
  const { story, card } = released();
  story.lead({ type: 'close' });
  const outcome = make(story, { cards: [card] });
  story.take({ type: 'seal' }, { kind: 'house' });
  assert.equal(story.lead({ type: 'setStatus', outcome, saw: 1, status: 'succeeded', because: '', due: null }), null);
});

const WRONG: readonly (readonly [string, Partial<Extract<OutcomeAction, { type: 'makeOutcome' }>>, string])[] = [
  ['nobody owns it', { owner: ' ' }, 'needsOwner'],
  ['nothing is heard on any day', { due: null }, 'needsDay'],
  ['the day is none', { due: '2026-02-30' }, 'needsDay'],
  ['the day is past', { due: '2026-11-16' }, 'dayPassed'],
  ['it grew from nothing', { cards: [] }, 'needsLinkedCard'],
  ['its card is not there', { cards: ['other' as EntryId] }, 'unknownCard'],
  ['it says nothing', { fields: { what: '' } }, 'fieldMissing'],
  ['it answers what was not asked', { fields: { what: 'x', other: 'y' } }, 'wrongShape'],
  ['it chooses what is not there', { fields: { what: 'x', where: 'there' } }, 'unknownChoice'],
  ['it is of no kind', { kind: 'other' }, 'wrongShape'],
];
for (const [what, wrong, code] of WRONG) {
  test(`no outcome is made when ${what}: ${code}`, () => {
    const { story, card } = released();
    assert.equal(story.lead(making({ cards: [card], ...wrong })), code);
    assert.deepEqual(story.state.outcomes, []);
  });
}

test('today is no day that is past', () => {
  const { story, card } = released();
  assert.equal(story.lead(making({ cards: [card], due: TODAY })), null);
});

test('a card that stays at its table grows into nothing', () => {
  const { story, anna } = begun();
  const kept = story.write(anna, 'Van ons alleen', { kept: true });
  release(story);
  assert.equal(story.lead(making({ cards: [kept] })), 'unknownCard');
});

test('"nee" asks why, and "weten we nog niet" asks by when', () => {
  const { story, card } = released();
  const outcome = make(story, { cards: [card] });
  const stand = (more: object) => story.lead({ type: 'setStatus', outcome, saw: 1, status: 'busy', because: '', due: null, ...more });
  assert.equal(stand({ status: 'noBecause' }), 'needsReason');
  assert.equal(stand({ status: 'notYetKnown' }), 'needsDay');
  assert.equal(stand({ status: 'stopped', because: 'x' }), 'unknownChoice');
  assert.equal(stand({ status: 'noBecause', because: 'Er is geen geld voor' }), null);
  const because = outcomesOf(story.state)[0]?.history.at(-1)?.because;
  assert.equal(because && story.conversation.words(because), 'Er is geen geld voor');
});

test('what begins on a day to come did not succeed before it', () => {
  const { story } = released();
  const made = { kind: 'stop', due: LATER, cards: [], ...words } as const;
  const day = (from: string) => story.lead({ ...made, type: 'makeOutcome', fields: { what: 'Het formulier', from } });
  assert.equal(day(LATER), null);
  const outcome = story.last?.answer.outcome;
  assert.ok(outcome);
  const succeeded = { type: 'setStatus', outcome, saw: 1, status: 'succeeded', because: '', due: null } as const;
  assert.equal(story.lead(succeeded), 'notYetSo');
  assert.equal(story.lead({ ...succeeded, status: 'busy', due: LATER }), null);
  assert.equal(day(TODAY), null);
  assert.equal(story.lead({ ...succeeded, outcome: story.last?.answer.outcome ?? outcome }), null, 'on the day itself it can');
});

test('of two who answer at once the second hears of the first', () => {
  const { story, card } = released();
  const outcome = make(story, { cards: [card] });
  const answer = { type: 'setStatus', outcome, saw: 1, status: 'busy', because: '', due: LATER } as const;
  assert.equal(story.lead(answer), null);
  assert.equal(story.lead(answer), 'changedSince');
});

test('words change with a reason, and what was there stays to be read', () => {
  const { story, card } = released();
  const outcome = make(story, { cards: [card] });
  const change = { ...words, type: 'changeOutcome', outcome, saw: 1, cards: [card], fields: { what: 'Twee bankjes' } } as const;
  assert.equal(story.lead({ ...change, because: '' }), 'needsReason');
  assert.equal(story.lead({ ...change, because: 'Eén was te weinig' }), null);
  const [made] = outcomesOf(story.state);
  const before = made?.changes[0]?.before['what'];
  assert.equal(typeof before === 'string' && story.conversation.texts.get(before as never), 'Een bankje bij de halte');
});

test('a form from before a card let go of its words is not kept until it was drawn anew', () => {
  const { story, card } = released();
  const outcome = make(story, { cards: [card] });
  const change = {
    ...words,
    type: 'changeOutcome',
    outcome,
    saw: 1,
    because: 'Een ander doet het',
    cards: [card],
    fields: { what: 'Twee bankjes' },
  } as const;
  assert.equal(story.lead({ type: 'hide', entry: card, rule: 'name' }), null);
  assert.equal(story.lead(change), 'changedSince');
  assert.equal(story.lead({ ...change, lost: 1 }), null);
});

test('a dropped outcome is away, can come back, and takes no answer meanwhile', () => {
  const { story, card } = released();
  const outcome = make(story, { cards: [card] });
  assert.equal(story.lead({ type: 'dropOutcome', outcome, because: 'Dubbel' }), null);
  assert.deepEqual(outcomesOf(story.state), []);
  assert.equal(story.lead({ type: 'setStatus', outcome, saw: 1, status: 'busy', because: '', due: LATER }), 'unknownOutcome');
  assert.equal(story.lead({ type: 'restoreOutcome', outcome }), null);
  assert.equal(outcomesOf(story.state).length, 1);
});

test('cases are erased when what was learned from them is adopted', () => {
  const { story } = released();
  const outcome = make(story, { kind: 'rule', cards: [], fields: { rule: 'Als … dan …', cases: [{ case: 'Een gezin van vier' }] } });
  assert.ok([...story.conversation.texts.values()].includes('Een gezin van vier'));
  assert.equal(story.lead({ type: 'setStatus', outcome, saw: 1, status: 'succeeded', because: '', due: null }), null);
  assert.ok(![...story.conversation.texts.values()].includes('Een gezin van vier'));
  assert.ok([...story.conversation.texts.values()].includes('Als … dan …'));
});

test('once it is adopted no further cases are kept', () => {
  const { story } = released();
  const outcome = make(story, { kind: 'rule', cards: [], fields: { rule: 'Als … dan …' } });
  assert.equal(story.lead({ type: 'setStatus', outcome, saw: 1, status: 'succeeded', because: '', due: null }), null);
  const fields = { rule: 'Als … dan niet …', cases: [{ case: 'Een gezin van vijf' }] };
  assert.equal(story.lead({ ...words, type: 'changeOutcome', outcome, saw: 2, cards: [], because: 'Scherper', fields }), null);
  assert.ok(![...story.conversation.texts.values()].includes('Een gezin van vijf'));
  assert.ok([...story.conversation.texts.values()].includes('Als … dan niet …'));
});

test('of what only those who lead may see nobody is asked what they notice', () => {
  const { story, card } = released();
  const outcome = make(story, { cards: [card], seenBy: 'leaders' });
  assert.equal(story.take({ type: 'tellEffect', outcome, entry: card, effect: 'yes' }, { kind: 'house' }), 'unknownCard');
});

test('only who said it tells what they notice of it, and may say something else later', () => {
  const { story, anna, card } = released();
  const outcome = make(story, { cards: [card] });
  const house = { kind: 'house' } as const;
  assert.equal(story.by(anna, { type: 'tellEffect', outcome, entry: card, effect: 'yes' }), 'notYourRole');
  assert.equal(story.take({ type: 'tellEffect', outcome, entry: 'other' as EntryId, effect: 'yes' }, house), 'unknownCard');
  assert.equal(story.take({ type: 'tellEffect', outcome, entry: card, effect: 'yes' }, house), null);
  assert.equal(story.take({ type: 'tellEffect', outcome, entry: card, effect: 'no' }, house), null);
  assert.deepEqual(outcomesOf(story.state)[0]?.effects, { [card]: 'no' });
});

test('who told what they notice keeps telling it with that card, also when another of theirs was linked since', () => {
  const [before, since, other] = ['b', 'a', 'c'] as EntryId[];
  assert.ok(before && since && other);
  const cards = [{ id: since }, { id: before }, { id: other }];
  const behind = new Set([before, since]);
  assert.equal(cardThatTells({ effects: {} }, behind, cards), since);
  assert.equal(cardThatTells({ effects: { [before]: 'yes' } }, behind, cards), before);
  assert.equal(cardThatTells({ effects: {} }, new Set(), cards), undefined);
});

test('what is owed past its day is overdue, what is settled never', () => {
  const { story, card } = released();
  const outcome = make(story, { cards: [card], due: TODAY });
  const now = () => outcomesOf(story.state)[0];
  assert.equal(isOverdue(now() ?? assert.fail(), TODAY), false);
  assert.equal(isOverdue(now() ?? assert.fail(), '2026-11-18'), true);
  story.lead({ type: 'setStatus', outcome, saw: 1, status: 'succeeded', because: '', due: null });
  assert.equal(isOverdue(now() ?? assert.fail(), '2027-11-18'), false);
});

function begun() {
  const story = new Story(format, undefined, KINDS).begin();
  const anna = story.join('anna');
  story.next();
  return { story, anna };
}

function released() {
  const { story, anna } = begun();
  const card = story.write(anna, 'Er is geen bankje');
  release(story);
  return { story, anna, card };
}

function release(story: Story): void {
  assert.equal(story.lead({ type: 'release', place: story.run.place }), null);
}

function make(story: Story, more: Partial<Extract<OutcomeAction, { type: 'makeOutcome' }>>): OutcomeId {
  const refused = story.lead(making(more));
  return story.last?.answer.outcome ?? assert.fail(String(refused));
}

function making(more: Partial<Extract<OutcomeAction, { type: 'makeOutcome' }>>): OutcomeAction {
  return { type: 'makeOutcome', kind: 'promise', due: LATER, fields: { what: 'Een bankje bij de halte' }, cards: [], ...words, ...more };
}
