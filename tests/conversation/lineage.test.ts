import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOBODY } from '#conversation/authors.ts';
import { placeOf } from '#conversation/format.ts';
import { cardsBehind } from '#conversation/lineage.ts';
import { begin, type Entry, type EntryId } from '#conversation/state.ts';
import { inputs } from '#inputs/rules.ts';
import type { CardUse } from '#inputs/card/use.ts';
import { entriesOf, WORDS } from '../inputs/stage.ts';
import { formatOf } from './ground.ts';

const CARD: CardUse = { key: 'card', kind: 'card', card: 'statement', late: 'accept', label: WORDS, links: { to: ['card'], label: WORDS } };

test('behind an outcome lie its cards, and the cards that were put in those', () => {
  const links = { a: [], b: ['a'], theme: ['b', 'theme'], loose: [] };
  const cards = Object.entries(links).flatMap(([id, to]) =>
    entriesOf([{ text: null, fields: {}, links: to }]).map((entry) => ({
      ...entry,
      id: id as EntryId,
      input: CARD.key,
      place: placeOf('one', 1),
    })),
  );
  const start = begin(formatOf([{ id: 'one', inputs: [CARD] }]));
  const state = { ...start, entries: cards.reduce((shelf, card: Entry) => shelf.put(card.id, card), start.entries) };
  const behind = cardsBehind({ state, authors: NOBODY, inputs, kinds: {} }, { cards: ['theme' as EntryId] });
  assert.deepEqual([...behind].sort(), ['a', 'b', 'theme']);
});
