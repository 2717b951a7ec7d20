/** A word of a text as it is compared: lower case, without accents. Its place counts words, not letters. */
export type Folded = string;

/** The words of a text, in order. `Wmo-loket` is two words and, joined, one more: see `joined`. */
export function foldedWords(text: string): readonly Folded[] {
  return spelled(text).flatMap((word) => word.split('-').filter((part) => part !== ''));
}

/** What stands between spaces, with its hyphens: `wmo-loket`, `re-integratie`. */
export function spelled(text: string): readonly string[] {
  return folded(text.slice(0, LONGEST_TEXT)).match(WORD) ?? [];
}

/** As people type it and as it was written come to the same: *Coördinatie*, *coordinatie*; *foto's*, *foto*; *W.M.O.*, *wmo*. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[æœøłßđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (abbreviation) => `${abbreviation.replaceAll('.', '')} `)
    .replace(/['’`´]s(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<![\p{L}\p{N}])['’`´][sntk](?=[\s-])-?/gu, ' ')
    .replace(/['’`´]/g, '');
}

const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const MARKS = /\p{M}/gu;
const LETTERS: { readonly [letter: string]: string } = { æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', ß: 'ss', đ: 'd' };
const LONGEST_TEXT = 50_000;
