import type { Folded } from './fold.ts';

/**
 * The stem of an English word, in the way of Harman's S-stemmer with *-ing* and *-ed* beside it: enough to find
 * *pledges* by *pledge*. Marked, so that no Dutch word is found by it.
 */
export function englishStem(word: Folded): string {
  return `${MARK}${bare(word)}`;
}

export const MARK = 'en/';

function bare(word: Folded): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  const one = word
    .replace(/(?<![ae])ies$/, 'y')
    .replace(/(?<=[sxz]|ch|sh)es$/, '')
    .replace(/(?<![su])s$/, '');
  return one
    .replace(/(?<=[aeiouy].*)(?:ing|ed)$/, '')
    .replace(/([b-df-hj-np-rt-vx-z])\1$/, '$1')
    .replace(/(?<=.{3})e$/, '');
}
