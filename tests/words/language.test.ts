import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage } from '#words/language.ts';

const cases: readonly (readonly [string, string | undefined, string | undefined, 'nl' | 'en'])[] = [
  ['nothing is known', undefined, undefined, 'nl'],
  ['the browser prefers English', undefined, 'en-GB,en;q=0.9,nl;q=0.8', 'en'],
  ['the browser prefers Dutch by weight', undefined, 'en;q=0.5, nl-NL;q=0.9', 'nl'],
  ['the browser knows neither', undefined, 'fr,de;q=0.5', 'nl'],
  ['the browser refuses English', undefined, 'en;q=0', 'nl'],
  ['somebody chose', 'a=b; taal=en', 'nl', 'en'],
  ['the choice is no language', 'taal=xx', 'en', 'en'],
  ['another cookie ends alike', 'metaal=en', undefined, 'nl'],
  ['the header is nonsense', ';;;', ',;q=,,=;;q=q', 'nl'],
];

for (const [name, cookie, accept, expected] of cases) {
  test(`when ${name}: ${expected}`, () => assert.equal(chooseLanguage(cookie, accept), expected));
}
