import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InputUse, Place } from '#conversation/format.ts';
import type { EntryId } from '#conversation/state.ts';
import type { CardInSight } from '#conversation/views/shapes.ts';
import { hallRows } from '#inputs/vote/hallRows.ts';
import { longSentence } from '../../src/routes/leiden/[conversation]/[seat]/voorbereiden/plainness.ts';
import { fitting } from '../../src/routes/zaal/[conversation]/[seat]/fitting.ts';

test('a few short cards stand on the wall in large letters', () => {
  const { shown, left, large } = fitting([shared(cards(4, 'Er is een busje dat stilstaat.'))], 4);
  assert.equal(shown[0]?.entries.length, 4);
  assert.deepEqual({ left, large }, { left: 0, large: true });
});

test('what does not fit is counted, and nothing is cut', () => {
  const { shown, left, large } = fitting([shared(cards(9, 'woord '.repeat(30)))], 9);
  assert.ok(left > 0);
  assert.equal((shown[0]?.entries.length ?? 0) + left, 9);
  assert.equal(large, false);
});

test('a card whose words stand in its fields takes the room of those fields', () => {
  const [card] = cards(1, '');
  assert.ok(card);
  const dilemma = { ...card, body: { text: null, fields: { oneSide: 'woord '.repeat(20), otherSide: 'woord '.repeat(20) } } };
  const dilemmas = Array.from({ length: 9 }, (_, index) => ({ ...dilemma, id: `dilemma${index}` as EntryId }));
  const { shown, left } = fitting([shared(dilemmas)], 9);
  assert.ok(left > 0);
  assert.equal((shown[0]?.entries.length ?? 0) + left, 9);
});

test('cards make room for the question in a second language', () => {
  const dozen = [shared(cards(12, 'Er is een busje.'))];
  const usual = fitting(dozen, 12);
  const beside = fitting(dozen, 12, true);
  assert.deepEqual([usual.left, usual.large, beside.large], [0, true, false]);
});

test('a top 10 stands in one column or two, in the largest letters that fit', () => {
  const three = hallRows(rows(3, 'Een avondbus'));
  assert.deepEqual([three.columns.map(({ length }) => length), three.size], [[3], 'huge']);
  const twelve = hallRows(rows(12, 'Een avondbus'));
  assert.deepEqual([twelve.columns.map(({ length }) => length), twelve.size], [[6, 6], 'usual']);
  assert.equal(hallRows(rows(12, 'woord '.repeat(15))).size, 'tiny');
});

test('a sum without cards always stands there', () => {
  const sum = { input: 'score', kind: 'score', count: 6, summary: null };
  assert.equal(fitting([{ ...shared([]), sum }], 0).shown.length, 1);
});

test('cards that were never sent to the wall are counted too', () => {
  const { shown, left, large } = fitting([shared(cards(9, 'Er is een busje.'))], 200);
  assert.equal((shown[0]?.entries.length ?? 0) + left, 200);
  assert.equal(large, false);
});

test('answers that are summed up are no cards that are left over', () => {
  const sum = { input: 'score', kind: 'score', count: 6, summary: null };
  assert.equal(fitting([{ ...shared(cards(6, '')), sum }], 0).left, 0);
});

test('a sentence of more than fifteen words asks to be two', () => {
  assert.equal(longSentence('Kort is goed. Nog korter ook.'), null);
  assert.equal(longSentence('een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien'), null);
  assert.equal(longSentence('een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien'), 16);
});

function shared(entries: readonly CardInSight[]) {
  const use: InputUse = { key: 'asset', kind: 'card', late: 'accept', label: { nl: 'Dit is er al', en: 'Already there' } };
  return { use, entries, sum: null, tally: null };
}

function rows(count: number, name: string) {
  return Array.from({ length: count }, (_, index) => ({ option: `o${index}`, count: 3, place: index + 1, tied: false, name }));
}

function cards(count: number, text: string): readonly CardInSight[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `card${index}` as EntryId,
    input: 'asset',
    kind: 'card',
    place: 'assets.1' as Place,
    table: 1,
    kept: false,
    sender: null,
    body: { text },
  }));
}
