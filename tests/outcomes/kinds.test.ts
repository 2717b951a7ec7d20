import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import type { TypedFields } from '#conversation/action.ts';
import { outcomesOf, STATUSES, type OutcomeField, type OutcomeId, type OutcomeKind } from '#conversation/outcome.ts';
import type { EntryId } from '#conversation/state.ts';
import type { Words } from '#conversation/words.ts';
import { kinds } from '#outcomes/kinds.ts';
import { threadOf } from '#report/thread.ts';
import { formatOf, Story } from '../conversation/ground.ts';

/** What every kind of outcome keeps to, whatever it is: a new kind is guarded by standing in the list. */
const ALL = Object.values(kinds);
const TODAY = '2026-11-17';
const DUE = '2026-12-31';
const format = formatOf([{ id: 'one', visibility: { who: 'everyone', sender: 'withoutName', when: 'whenReleased' } }]);

test('every file of a kind stands in the list', async () => {
  const files = await readdir(new URL('../../src/outcomes/', import.meta.url));
  const named = files.filter((file) => file !== 'kinds.ts').map((file) => file.replace('.ts', ''));
  assert.deepEqual(Object.keys(kinds).sort(), named.sort());
});

for (const kind of ALL) {
  test(`${kind.kind} can be read aloud, in two languages`, () => {
    assert.deepEqual(JSON.parse(JSON.stringify(kind)), kind);
    for (const words of wordsOf(kind)) {
      assert.ok(words.nl.trim() && words.en.trim(), JSON.stringify(words));
    }
    assert.ok(['line', 'text'].includes(kind.fields[0]?.type ?? ''), 'its first field is its title');
    assert.ok(!kind.fields[0]?.optional && !kind.fields[0]?.leadersOnly, 'its title is always there, for everybody');
    assertUnique(kind.fields.map(({ key }) => key));
    for (const field of kind.fields) assertField(field);
    for (const status of kind.statuses ?? []) assert.ok(STATUSES.includes(status));
    if (kind.adoptedAt) assert.ok((kind.statuses ?? STATUSES).includes(kind.adoptedAt));
  });

  test(`${kind.kind} is made, answered, changed and told`, () => {
    const { story, cards } = released();
    const outcome = make(story, kind, cards);
    for (const [turn, status] of (kind.statuses ?? STATUSES).entries()) {
      const answer = { type: 'setStatus', outcome, saw: turn + 1, status, because: `Want ${status}`, due: DUE } as const;
      assert.equal(story.lead(answer), null, status);
    }
    const saw = 1 + (kind.statuses ?? STATUSES).length;
    assert.equal(
      story.lead({ type: 'changeOutcome', outcome, saw, because: 'Scherper', ...words(kind, cards, 'nu anders') }),
      null,
      'it can be changed',
    );
    assert.equal(story.lead({ type: 'talkOver', outcome, heard: true }), null);
    for (const audience of ['leaders', 'room', 'public'] as const) {
      const [told] = thread(story, audience);
      assert.ok(told);
      assert.deepEqual(JSON.parse(JSON.stringify(told)), told);
      const may = kind.fields.slice(1).filter((field) => audience === 'leaders' || !field.leadersOnly);
      assert.deepEqual(
        told.fields.map(({ key }) => key),
        may.map(({ key }) => key),
      );
      assert.match(told.title ?? '', /nu anders/);
    }
  });

  test(`${kind.kind} needs little to begin with`, () => {
    const { story, cards } = released();
    const needed = kind.fields.filter(({ optional }) => !optional);
    const some = Object.fromEntries(needed.map((field) => [field.key, imagined(field, 'eerst')]));
    assert.ok(needed.length <= 4, `${needed.length} fields must be filled in`);
    const made = { type: 'makeOutcome', kind: kind.kind, due: DUE, ...words(kind, cards, ''), fields: some } as const;
    assert.equal(story.lead(made), null);
    const awaited = thread(story, 'public')[0]?.fields.filter(({ shown }) => shown.type === 'awaited') ?? [];
    assert.deepEqual(
      awaited.map(({ key }) => key),
      kind.fields.filter((field) => field.awaited).map(({ key }) => key),
    );
  });

  if (kind.needsCards) {
    test(`${kind.kind} cannot be kept without a card that it grew from`, () => {
      const { story, cards } = released();
      const made = { type: 'makeOutcome', kind: kind.kind, due: DUE, ...words(kind, [], 'x') } as const;
      assert.equal(story.lead(made), 'needsLinkedCard');
      const outcome = make(story, kind, cards);
      assert.equal(
        story.lead({ type: 'changeOutcome', outcome, saw: 1, because: 'y', ...words(kind, [], 'x') }),
        'needsLinkedCard',
        'nor by a change',
      );
    });
  }

  if (kind.adoptedAt) {
    test(`${kind.kind} forgets its cases once it is adopted, and keeps the rest`, () => {
      const { story, cards } = released();
      const outcome = make(story, kind, cards);
      const { adoptedAt: status = 'succeeded' } = kind;
      const kept = () => [...story.conversation.texts.values()].join('\n');
      const passing = passingWords(kind);
      assert.ok(passing.length > 0 && passing.every((each) => kept().includes(each)));
      assert.equal(story.lead({ type: 'setStatus', outcome, saw: 1, status, because: 'x', due: DUE }), null);
      for (const each of passing) assert.ok(!kept().includes(each), each);
      assert.ok(kept().includes(`${kind.fields[0]?.key} eerst`));
      assert.ok(JSON.stringify(thread(story, 'public')).includes('lesson eerst'));
    });
  }
}

test('an experiment goes another way: told to everyone in it, and by everyone in it', () => {
  const { story, cards } = released();
  const outcome = make(story, kinds['experiment'] ?? assert.fail(), cards);
  const entry = cards[0] ?? assert.fail();
  const house = { kind: 'house' } as const;
  assert.equal(story.lead({ type: 'tellTurn', outcome, words: ' ' }), 'needsText');
  assert.equal(story.lead({ type: 'tellTurn', outcome, words: 'We stoppen eerder' }), null);
  assert.equal(story.take({ type: 'tellTurnBack', outcome, entry, words: 'Ik doe niet meer mee' }, house), null);
  assert.equal(story.take({ type: 'tellTurnBack', outcome, entry: 'other' as EntryId, words: 'x' }, house), 'unknownCard');
  const turns = (audience: 'leaders' | 'public') => thread(story, audience)[0]?.turns;
  const owner = { from: 'owner', words: 'We stoppen eerder', on: TODAY };
  assert.deepEqual(turns('public'), [owner]);
  assert.deepEqual(turns('leaders'), [owner, { from: 'people', words: 'Ik doe niet meer mee', on: TODAY }]);
  const tell = () => story.take({ type: 'tellTurnBack', outcome, entry, words: 'En nog eens' }, house);
  for (let count = 1; count < 10; count++) assert.equal(tell(), null);
  assert.equal(tell(), 'notNow', 'ten at most without an answer');
  assert.equal(story.lead({ type: 'tellTurn', outcome, words: 'We horen je' }), null);
  assert.equal(tell(), null);
  assert.equal(story.take({ type: 'withdraw', entry }, house), null);
  assert.equal(turns('leaders')?.[1]?.words, null, 'what was told with a card goes with it');
});

test('of what nobody takes part in it is not told that it goes another way', () => {
  const { story, cards } = released();
  const outcome = make(story, kinds['lettingGo'] ?? assert.fail(), cards);
  assert.equal(story.lead({ type: 'tellTurn', outcome, words: 'x' }), 'unknownOutcome');
});

test('a case that leads to one person is refused, made and changed; what is told without that is kept', () => {
  const { story, cards } = released();
  const kind = kinds['guideline'] ?? assert.fail();
  const told = (story: string) => {
    const { fields, ...more } = words(kind, cards, 'x');
    return { ...more, fields: { ...fields, cases: [{ case: story, fits: 'yes', lesson: 'Vraag eerst' }] } };
  };
  const make = (case_: string) => story.lead({ type: 'makeOutcome', kind: kind.kind, due: DUE, ...told(case_) });
  assert.equal(make('Zij is bereikbaar op 06 12345678'), 'personalData');
  assert.equal(make('Een moeder met drie kinderen'), null);
  const [outcome] = outcomesOf(story.state);
  const change = { type: 'changeOutcome', outcome: outcome?.id ?? assert.fail(), saw: 1, because: 'Erbij' } as const;
  assert.equal(story.lead({ ...change, ...told('Geboren op 12-3-1954') }), 'personalData');
  assert.equal(story.lead({ ...change, ...told('Een moeder van zeventig') }), null);
});

function wordsOf({ name, explained, fields }: OutcomeKind): readonly Words[] {
  const ofField = ({ label, hint, options = [], columns = [] }: OutcomeField): readonly Words[] => [
    label,
    ...(hint ? [hint] : []),
    ...options.map((option) => option.label),
    ...columns.flatMap((column) => [column.label, ...(column.options ?? []).map((option) => option.label)]),
  ];
  return [name, explained, ...fields.flatMap(ofField)];
}

function assertField({ type, options, columns, awaited, optional }: OutcomeField): void {
  assert.equal(type === 'choice', (options?.length ?? 0) > 1);
  assert.equal(type === 'rows', (columns?.length ?? 0) > 0);
  assertUnique(columns?.map(({ key }) => key) ?? []);
  for (const list of [options, ...(columns ?? []).map((column) => column.options)]) assertUnique(list?.map(({ id }) => id) ?? []);
  if (awaited) assert.ok(optional, 'what is waited for need not be there at once');
}

function assertUnique(names: readonly string[]): void {
  assert.equal(new Set(names).size, names.length, names.join(' '));
}

/** What somebody might fill in: every word tells where it was typed. */
function imagined({ key, type, begins, options = [], columns = [] }: OutcomeField, words: string): TypedFields[string] {
  if (type === 'day') return begins ? '2026-11-01' : '2027-01-01';
  if (type === 'choice') return options[0]?.id ?? '';
  if (type !== 'rows') return `${key} ${words}`;
  return [Object.fromEntries(columns.map((column) => [column.key, column.options?.[0]?.id ?? `${column.key} ${words}`]))];
}

function passingWords({ fields }: OutcomeKind): readonly string[] {
  return fields.flatMap(({ key, untilAdopted, columns = [] }) =>
    untilAdopted ? [`${key} eerst`] : columns.flatMap((column) => (column.untilAdopted ? [`${column.key} eerst`] : [])),
  );
}

function words(kind: OutcomeKind, cards: readonly EntryId[], said: string) {
  const fields = Object.fromEntries(kind.fields.map((field) => [field.key, imagined(field, said)]));
  return { fields, cards, owner: 'wethouder zorg', theme: 'zorg', seenBy: 'everyone' } as const;
}

function make(story: Story, kind: OutcomeKind, cards: readonly EntryId[]): OutcomeId {
  const refused = story.lead({ type: 'makeOutcome', kind: kind.kind, due: DUE, ...words(kind, cards, 'eerst') });
  assert.equal(refused, null);
  return outcomesOf(story.state).at(-1)?.id ?? assert.fail();
}

function thread(story: Story, audience: 'leaders' | 'room' | 'public') {
  const { situation, words: said } = story.conversation;
  return threadOf(situation, said, audience, TODAY);
}

/** A card given to the room, in a conversation that is over. */
function released() {
  const story = new Story(format, undefined, kinds).begin();
  const anna = story.join('anna');
  story.next();
  const cards = [story.write(anna, 'Er is geen bankje')];
  assert.equal(story.lead({ type: 'release', place: story.run.place }), null);
  assert.equal(story.lead({ type: 'close' }), null);
  return { story, cards };
}
