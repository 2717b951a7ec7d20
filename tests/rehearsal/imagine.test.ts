import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceFrom } from '#conversation/chance.ts';
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
