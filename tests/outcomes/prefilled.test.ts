import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryId } from '#conversation/state.ts';
import { kinds } from '#outcomes/kinds.ts';
import type { OfferedCard } from '#report/offers.ts';
import { ownWordsFaults } from '../../src/routes/leiden/[conversation]/[seat]/opbrengsten/faults.ts';
import { prefilled } from '../../src/routes/leiden/[conversation]/[seat]/opbrengsten/prefilled.ts';
import { nothingTyped } from '../../src/routes/leiden/[conversation]/[seat]/opbrengsten/typed.ts';

/** What cards say already is filled in where it belongs. */

test('a card with the parts of a guideline fills them all', () => {
  const fields = { given: 'het regent', do: 'gaan we naar binnen', because: 'nat is koud' };
  assert.deepEqual(fill('guideline', [card('Als het regent', { fields })]), {
    ...nothing('guideline'),
    about: 'Als het regent',
    ...fields,
  });
});

test('of several cards none speaks for the others: only the title is filled in', () => {
  const fields = { given: 'het regent', do: 'gaan we naar binnen' };
  assert.deepEqual(fill('guideline', [card('Een', { fields }), card('Twee', { fields })]), { ...nothing('guideline'), about: 'Een' });
});

test('behaviour cards become rows of what is said, done and left, and one row is left to add to', () => {
  const cards = [card('Gedrag', { fields: { says: 'Wat wil je zelf?', leaves: 'invullen' } }), card('Zonder velden')];
  assert.deepEqual(fill('behaviourMatrix', cards)['roles'], [{ says: 'Wat wil je zelf?', leaves: 'invullen' }, {}]);
});

test('a ranking begins with the places and the votes of the room', () => {
  const cards = [card('Een bankje', { chosen: { place: 1, count: 12 } }), card('Een boom', { chosen: { place: 2, count: 9 } })];
  assert.deepEqual(fill('ranking', cards)['places'], [
    { place: '1', what: 'Een bankje', votes: '12' },
    { place: '2', what: 'Een boom', votes: '9' },
    {},
  ]);
});

test('of a card of a small table no word is filled in: everybody could read it, and guess whose it is', () => {
  const small = card('Van ons drieën', { fields: { given: 'het regent', needs: 'rust' }, guessable: true });
  assert.deepEqual(fill('guideline', [small]), nothing('guideline'));
  assert.deepEqual(fill('ranking', [small, card('Een bankje')])['places'], [{ what: 'Een bankje' }, {}]);
});

test('what nobody voted on stands in no order of tables', () => {
  const cards = [card('c, aan tafel 1'), card('a, aan tafel 2'), card('b, gekozen', { chosen: { place: 1, count: 3 } })];
  const rows = fill('ranking', cards)['places'] as readonly { readonly what?: string }[];
  assert.deepEqual(
    rows.map(({ what }) => what),
    ['b, gekozen', 'a, aan tafel 2', 'c, aan tafel 1', undefined],
  );
});

test('without cards nothing is filled in', () => {
  assert.deepEqual(prefilled(kindOf('needList'), nothingTyped(kindOf('needList')), [], ''), nothing('needList'));
});

test('a title that is somebody’s card word for word is told, until its writer may be quoted or only who leads reads it', () => {
  const told = (title: string, more: Partial<OfferedCard>, seenBy: 'everyone' | 'leaders' = 'everyone', isSure = false) =>
    ownWordsFaults(kindOf('proposal'), { fields: { what: title }, seenBy }, [card('Een bankje in het park.', more)], isSure).map(
      ({ code }) => code,
    );
  assert.deepEqual(told('een bankje in het park', {}), ['ownWords']);
  assert.deepEqual(told('Ergens om te zitten', {}), []);
  assert.deepEqual(told('Een bankje in het park.', { own: false }), []);
  assert.deepEqual(told('Een bankje in het park.', {}, 'leaders'), []);
  assert.deepEqual(told('Een bankje in het park.', {}, 'everyone', true), [], 'who insists may have asked');
});

function fill(kind: string, cards: readonly OfferedCard[]) {
  return prefilled(kindOf(kind), nothingTyped(kindOf(kind)), cards, cards[0]?.line ?? '');
}

function nothing(kind: string) {
  return nothingTyped(kindOf(kind)).fields;
}

function kindOf(kind: string) {
  return kinds[kind] ?? assert.fail(kind);
}

function card(line: string, more: Partial<OfferedCard> = {}): OfferedCard {
  return { id: line as EntryId, line, fields: {}, chosen: null, made: false, guessable: false, own: true, ...more };
}
