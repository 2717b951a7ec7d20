import type { Words } from './words.ts';

/**
 * Languages in which the questions of a conversation can be given beside those of the house, by their tag (BCP 47):
 * each with the name that its own speakers give it.
 */
export const BESIDE = {
  ar: { name: 'العربية', dir: 'rtl' },
  tr: { name: 'Türkçe', dir: 'ltr' },
  uk: { name: 'Українська', dir: 'ltr' },
  ti: { name: 'ትግርኛ', dir: 'ltr' },
  fa: { name: 'فارسی', dir: 'rtl' },
  pl: { name: 'Polski', dir: 'ltr' },
  ro: { name: 'Română', dir: 'ltr' },
  bg: { name: 'Български', dir: 'ltr' },
  so: { name: 'Soomaali', dir: 'ltr' },
  fr: { name: 'Français', dir: 'ltr' },
  es: { name: 'Español', dir: 'ltr' },
  pt: { name: 'Português', dir: 'ltr' },
  pap: { name: 'Papiamentu', dir: 'ltr' },
  de: { name: 'Deutsch', dir: 'ltr' },
  fy: { name: 'Frysk', dir: 'ltr' },
} as const satisfies { readonly [tag: string]: { readonly name: string; readonly dir: 'ltr' | 'rtl' } };

export type Beside = keyof typeof BESIDE;
export const BESIDE_TAGS = Object.keys(BESIDE) as readonly Beside[];

/** What a facilitator chose for this conversation, and which of them stands on the wall beside Dutch. */
export type ChosenLanguages = { readonly beside: readonly Beside[]; readonly wall: Beside | null };

/** A text of the format with what it is in other languages, as far as somebody wrote that down. */
export type Translated = Words & { readonly [tag in Beside]?: string };

export function isBeside(tag: unknown): tag is Beside {
  return typeof tag === 'string' && Object.hasOwn(BESIDE, tag);
}
