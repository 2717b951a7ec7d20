import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceFrom } from '#conversation/chance.ts';
import { OPEN_SHEET } from '#conversation/openSheet.ts';
import { CARD_KINDS } from '#inputs/card/kinds.ts';
import { inputs } from '#inputs/rules.ts';
import { imagined } from '#rehearsal/imagine.ts';

test('a day that somebody names comes within some months, whatever day it is now', () => {
  const now = Date.UTC(2031, 11, 20, 20);
  const days = new Set<string>();
  for (let seed = 0; seed < 40; seed++)
    for (const card of Object.keys(CARD_KINDS)) {
      const use = { key: 'card', kind: 'card', card, late: 'accept', label: { nl: 'Kaartje', en: 'Card' } } as const;
      const act = imagined(use, inputs, {}, { chance: chanceFrom(`${card} ${seed}`), now, sentence: () => 'Dat kan.' });
      for (const [day] of JSON.stringify(act).matchAll(/\d{4}-\d\d-\d\d/g)) days.add(day);
    }
  assert.ok(days.size > 10);
  for (const day of days) assert.ok(day > '2031-12-20' && day < '2032-04-01', day);
});

test('a table picks what it may pass on: also its open sheet, never what stays there', () => {
  const use = { key: 'two', kind: 'vote', way: 'picks', picks: 9, among: { cards: ['matters'] }, label: { nl: 'Twee', en: 'Two' } };
  const screen = {
    'card/there': { input: 'matters', kept: false },
    'mine/kept': { input: 'matters', kept: true },
    'card/sheet': { input: OPEN_SHEET, among: ['matters'], kept: false },
    'card/other': { input: OPEN_SHEET, among: ['goesWell'], kept: false },
  };
  const act = imagined({ ...use, late: 'accept' }, inputs, screen, { chance: chanceFrom('picks'), now: 0, sentence: () => '' });
  assert.deepEqual(new Set((act as { readonly picks: readonly string[] }).picks), new Set(['there', 'sheet']));
});
