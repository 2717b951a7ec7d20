import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CARD_KINDS, formOf } from '#inputs/card/kinds.ts';
import { countWords } from '#inputs/text.ts';
import { ANYTHING, DECKS, FIELDS, type Deck } from '#rehearsal/crowd/decks.ts';
import { Sayings } from '#rehearsal/crowd/sayings.ts';

test('for every kind of card, and for every text field of one, people have something to say', () => {
  const kinds = Object.keys(CARD_KINDS).map((card) => ({ card, form: formOf({ card: card as keyof typeof CARD_KINDS }) }));
  const withText = kinds.filter(({ form }) => form.text !== 'none').map(({ card }) => card);
  const fields = kinds.flatMap(({ form }) => form.fields.filter(({ type }) => type === 'text').map(({ key }) => key));
  assert.deepEqual(
    withText.filter((card) => !DECKS[card]),
    [],
  );
  assert.deepEqual(
    fields.filter((key) => !FIELDS[key]),
    [],
  );
});

test('sentences are short, and hold no digits, links or names in the middle', () => {
  for (const deck of [...Object.values(DECKS), ...Object.values(FIELDS), ANYTHING])
    for (const sentence of sentencesIn(deck)) {
      assert.ok(countWords(sentence) <= 20, sentence);
      assert.doesNotMatch(sentence, /[\d@/]/);
      assert.doesNotMatch(sentence, /[^.:?] (?!Ik\b)[A-Z]/, sentence);
    }
});

test('a sentence comes back only when all others were said', () => {
  const sayings = new Sayings('dealt');
  const use = { key: 'a', kind: 'card', card: 'asset', late: 'accept', label: { nl: '', en: '' } } as const;
  const said = Array.from({ length: 64 }, () => sayings.next(use));
  assert.equal(new Set(said).size, 64);
  assert.ok(said.includes(sayings.next(use)));
});

function sentencesIn({ starts, ends }: Deck): readonly string[] {
  return ends.length === 0 ? starts : starts.flatMap((start) => ends.map((end) => `${start} ${end}`));
}
