import { getLocale } from './compiled/runtime.js';

/** A text that a format brings along, in the language of this page. */
export function spoken(words: { readonly nl: string; readonly en: string }): string {
  return words[getLocale()];
}
