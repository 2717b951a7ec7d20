import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { VoteUse } from '#inputs/vote/rules.ts';
import { entriesOf, seen, stage, WORDS } from './stage.ts';

const basis = { key: 'here', kind: 'vote', late: 'refuse', label: WORDS } as const;
const options = ['a', 'b', 'c'].map((id) => ({ id, label: WORDS }));

suite('a vote with dots', () => {
  const use: VoteUse = { ...basis, way: 'dots', dots: 3, perOption: 2, among: { options } };

  test('divides the dots', () => assert.deepEqual(stage(use).does({ dots: { a: 2, c: 1 } }), { body: { dots: { a: 2, c: 1 } } }));
  test('has no more dots than were given', () => {
    assert.deepEqual(stage(use).does({ dots: { a: 2, b: 2 } }), { refused: 'dotsSpent', detail: { maximum: 3 } });
    assert.deepEqual(stage(use).does({ dots: { a: 3 } }), { refused: 'dotsSpent', detail: { maximum: 2 } });
  });
  test('knows its options', () => assert.deepEqual(stage(use).does({ dots: { z: 1 } }), { refused: 'unknownChoice' }));
  test('needs a dot, and whole ones', () => {
    assert.deepEqual(stage(use).does({ dots: {} }), { refused: 'empty' });
    assert.deepEqual(stage(use).does({ dots: { a: -1 } }), { refused: 'wrongShape' });
    assert.deepEqual(stage(use).does({ dots: { a: 0.5 } }), { refused: 'wrongShape' });
  });
  test('is one for each seat: the next replaces it', () => {
    const on = stage(use, { own: [{ dots: { a: 1 } }], ofOthers: [{ dots: { b: 1 } }] });
    assert.deepEqual(on.does({ dots: { b: 1 } }), { body: { dots: { b: 1 } }, replaces: 'before0' });
  });
  test('chooses among cards that can be seen', () => {
    const onCards: VoteUse = { ...basis, way: 'dots', dots: 2, among: { cards: ['asset'] } };
    const on = stage(onCards, { cards: { one: {}, unseen: { released: false } } });
    assert.deepEqual(on.does({ dots: { one: 2 } }), { body: { dots: { one: 2 } } });
    assert.deepEqual(on.does({ dots: { unseen: 1 } }), { refused: 'unknownCard' });
    assert.deepEqual(on.rules.refersTo?.(onCards), ['asset']);
  });

  test('that is secret goes into the box and not into the log', () => {
    const secret: VoteUse = { ...use, secret: true };
    const on = stage(secret);
    assert.deepEqual(on.does({ dots: { a: 1 } }), { ballot: { dots: { a: 1 } } });
    assert.equal(on.rules.secret(secret), true);
    assert.equal(on.rules.secret(use), false);
  });
  test('is counted by option, with a zero for what got nothing, and a tie stays a tie', () => {
    const ballots = [{ dots: { a: 2, b: 1 } }, { dots: { b: 1 } }];
    assert.deepEqual(stage(use).rules.tally(use, ballots), { a: 2, b: 2, c: 0 });
  });
  test('says nothing about fewer than five', () => {
    const { rules, words } = stage(use);
    const votes = (count: number) => entriesOf(Array.from({ length: count }, () => ({ dots: { a: 1 } })));
    assert.deepEqual(rules.summary(use, votes(4), words), { turnout: 4, counts: null });
    assert.deepEqual(rules.summary(use, votes(5), words), { turnout: 5, counts: { a: 5, b: 0, c: 0 } });
  });
});

suite('a choice of one', () => {
  const use: VoteUse = { ...basis, way: 'one', among: { cards: ['asset'] } };
  const fixed: VoteUse = { ...basis, way: 'one', among: { options } };
  const cards = { one: {}, two: {}, unseen: { released: false } };

  test('is one card in sight, and the next replaces it', () => {
    assert.deepEqual(stage(use, { cards }).does({ one: 'one' }), { body: { one: 'one' } });
    assert.deepEqual(stage(use, { cards, own: [{ one: 'one' }] }).does({ one: 'two' }), { body: { one: 'two' }, replaces: 'before0' });
    assert.deepEqual(stage(use, { cards }).does({ one: 'unseen' }), { refused: 'unknownCard' });
  });
  test('says which card was chosen, so that people can be seated by it', () => {
    assert.equal(stage(use).rules.chosen?.(use, { one: 'two' }), 'two');
    assert.equal(stage(use).rules.chosen?.(fixed, { one: 'a' }), null);
  });
});

suite('the picks of a table', () => {
  const use: VoteUse = { ...basis, way: 'picks', picks: 2, among: { cards: ['asset'] } };
  const cards = { one: {}, two: {}, three: {}, elsewhere: { table: 2 }, kept: { kept: true } };

  test('are its own cards, and go to the room', () => {
    assert.deepEqual(stage(use, { cards }).does({ picks: ['one', 'two', 'one'] }), {
      body: { picks: ['one', 'two'] },
      gives: ['one', 'two'],
    });
  });
  test('are one choice for the table, whoever made the one before', () => {
    const written = stage(use, { cards, ofOthers: [{ picks: ['one'] }] }).does({ picks: ['three'] });
    assert.deepEqual(written, { body: { picks: ['three'] }, replaces: 'before0', gives: ['three'] });
  });
  test('are not too many, not of another table, and not what stays at the table', () => {
    assert.deepEqual(stage(use, { cards }).does({ picks: ['one', 'two', 'three'] }), { refused: 'tooManyChoices', detail: { maximum: 2 } });
    for (const card of ['elsewhere', 'kept', 'nowhere'])
      assert.deepEqual(stage(use, { cards }).does({ picks: [card] }), { refused: 'unknownCard' });
    assert.deepEqual(stage(use, { cards }).does({ picks: [] }), { refused: 'empty' });
  });
});

suite('a top two', () => {
  const use: VoteUse = { ...basis, way: 'topN', top: 2, among: { options } };

  test('is in order', () => assert.deepEqual(stage(use).does({ order: ['c', 'a'] }), { body: { order: ['c', 'a'] } }));
  test('may be shorter, not longer', () => {
    assert.ok('body' in stage(use).does({ order: ['c'] }));
    assert.deepEqual(stage(use).does({ order: ['a', 'b', 'c'] }), { refused: 'tooManyChoices', detail: { maximum: 2 } });
    assert.deepEqual(stage(use).does({ order: [] }), { refused: 'empty' });
  });
  test('has each option once, and only known ones', () => {
    assert.deepEqual(stage(use).does({ order: ['a', 'a'] }), { refused: 'wrongShape' });
    assert.deepEqual(stage(use).does({ order: ['z'] }), { refused: 'unknownChoice' });
  });
  test('gives two points to the first and one to the second', () => {
    assert.deepEqual(stage(use).rules.tally(use, [{ order: ['a', 'b'] }, { order: ['b', 'c'] }, { order: ['a'] }]), { a: 4, b: 3, c: 1 });
  });
});

suite('a vote by consent', () => {
  const use: VoteUse = { ...basis, way: 'consent', maxWords: 4 };

  test('is yes, without a word', () => assert.deepEqual(stage(use).does({ answer: 'yes' }), { body: { answer: 'yes', text: null } }));
  test('with a condition says what is needed', () => {
    assert.deepEqual(stage(use).does({ answer: 'condition' }), { refused: 'needsText' });
    assert.deepEqual(seen(stage(use), { answer: 'condition', text: 'Eerst een proef.' }), {
      answer: 'condition',
      text: 'Eerst een proef.',
    });
  });
  test('that is no says why', () => {
    assert.deepEqual(stage(use).does({ answer: 'no', text: ' ' }), { refused: 'needsReason' });
    assert.deepEqual(stage(use).does({ answer: 'no', text: 'dit zijn er toch vijf' }), {
      refused: 'tooManyWords',
      detail: { maximum: 4, count: 5 },
    });
  });
  test('is never secret', () => assert.equal(stage(use).rules.secret(use), false));
  test('is counted by answer', () => {
    const { rules, words } = stage(use);
    const votes = ['yes', 'yes', 'condition', 'yes', 'no'].map((answer) => ({ answer, text: null }));
    assert.deepEqual(rules.summary(use, entriesOf(votes), words), { turnout: 5, counts: { yes: 3, condition: 1, no: 1 } });
  });
});

suite('for, if or against', () => {
  const use: VoteUse = { ...basis, way: 'forIfAgainst' };
  const secret: VoteUse = { ...use, secret: true };

  test('is for; for if, with what; or against, with why', () => {
    assert.deepEqual(stage(use).does({ answer: 'for' }), { body: { answer: 'for', text: null } });
    assert.deepEqual(stage(use).does({ answer: 'if' }), { refused: 'needsText' });
    assert.deepEqual(stage(use).does({ answer: 'against' }), { refused: 'needsReason' });
    assert.deepEqual(seen(stage(use), { answer: 'against', text: 'Te duur.' }), { answer: 'against', text: 'Te duur.' });
  });
  test('in secret has no words, and so no condition', () => {
    assert.deepEqual(stage(secret).does({ answer: 'against' }), { ballot: { answer: 'against', text: null } });
    assert.deepEqual(stage(secret).does({ answer: 'if' }), { refused: 'unknownChoice' });
    assert.deepEqual(stage(secret).does({ answer: 'for', text: 'Want ik woon er' }), { refused: 'wrongShape' });
    assert.deepEqual(
      stage(secret).rules.tally(secret, [
        { answer: 'for', text: null },
        { answer: 'against', text: null },
      ]),
      { for: 1, against: 1 },
    );
  });
});
