import { getLocale } from './compiled/runtime.js';

/** A text that a format brings along, in the language of this page. */
export function spoken(words: Words): string {
  return words[getLocale()];
}

/** The language in which somebody reads the questions, when it is none of the house. */
export interface Reading {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
}

/** A text with the language and direction it is in. */
export interface Said {
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** In the language of the reader where somebody translated it, else in that of the page. */
export function toRead(words: Words & { readonly [tag: string]: string | undefined }): Said {
  return (readingNow && inLanguage(words, readingNow())) ?? { text: spoken(words), lang: getLocale(), dir: 'ltr' };
}

/** Null where nobody translated it. */
export function inLanguage(words: { readonly [tag: string]: string | undefined }, reading: Reading | null): Said | null {
  const text = reading && words[reading.tag];
  return text ? { text, lang: reading.tag, dir: reading.dir } : null;
}

/** Says for this page, or on the server for each request, who reads in what. */
export function readBy(reader: () => Reading | null): void {
  readingNow = reader;
}

interface Words {
  readonly nl: string;
  readonly en: string;
}

let readingNow: (() => Reading | null) | undefined;
