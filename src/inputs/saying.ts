import type { InputUse } from '#conversation/format.ts';
import type { Json, Language } from '#conversation/words.ts';
import type { CardUse, CardView } from './card/rules.ts';
import { saidInFields } from './card/said.ts';

/** One line that stands for an entry where it is only pointed at: its text, else what its fields say. */
export function sayingOf(use: InputUse, body: Json, locale: Language): string {
  const { text, fields } = body as Partial<CardView>;
  if (text) return text;
  if (!fields || !('card' in use)) return use.label[locale];
  return saidInFields(use as CardUse, fields, locale) || use.label[locale];
}
