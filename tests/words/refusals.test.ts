import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REFUSALS } from '#conversation/refusal.ts';
import { LANGUAGES } from '#words/language.ts';
import { refusals } from '#words/refusals.server.ts';

const DETAIL = { maximum: 4000, minimum: 2, count: 4312, seconds: 37, table: 12 };

test('every refusal says in both languages what happened, what was kept and what to do', () => {
  for (const code of REFUSALS) {
    const said = LANGUAGES.map((locale) => refusals[code](DETAIL, { locale }));
    for (const sentence of said) {
      assert.match(sentence, /^\p{Lu}.*\.$/u, code);
      assert.ok((sentence.match(/[.;]/g) ?? []).length >= 2, `${code}: ${sentence}`);
      assert.doesNotMatch(sentence, /undefined|\{|\}/, code);
    }
    assert.notEqual(said[0], said[1], code);
  }
});

test('a sentence names the numbers it was given', () => {
  assert.match(refusals.tooManyWords(DETAIL, { locale: 'nl' }), /4312 woorden.*4000/);
  assert.match(refusals.seatGiven(DETAIL, { locale: 'nl' }), /tafel 12/);
  assert.match(refusals.tooFast(DETAIL, { locale: 'en' }), /37 seconds/);
  assert.match(refusals.tooFast({ seconds: 1 }, { locale: 'nl' }), /Wacht 1 seconde /);
});
