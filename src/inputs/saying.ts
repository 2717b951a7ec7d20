import type { InputUse } from '#conversation/format.ts';
import type { Json, Language } from '#conversation/words.ts';
import { formOf } from './card/kinds.ts';
import type { CardUse, CardView } from './card/rules.ts';
import { saidInFields } from './card/said.ts';

/** One line that stands for an entry where it is only pointed at: its text, else what its fields say. */
export function sayingOf(use: InputUse, body: Json, locale: Language): string {
  const { text, fields } = body as Partial<CardView>;
  if (text) return text;
  if (!fields || !('card' in use)) return use.label[locale];
  return saidInFields(use as CardUse, fields, locale) || use.label[locale];
}

/** The same where nothing stands beside it: with what had to be chosen, without which the words say half of it. */
export function wholeSayingOf(use: InputUse, body: Json, locale: Language): string {
  const { text, fields } = body as Partial<CardView>;
  const saying = sayingOf(use, body, locale);
  if (!text || !fields || !('card' in use)) return saying;
  const { card } = use as CardUse;
  const needed = formOf(use as CardUse).fields.filter(({ type, required }) => type === 'choice' && required);
  const chosen = saidInFields({ card, fields: needed }, fields, locale);
  return chosen === '' ? saying : `${saying} · ${chosen}`;
}
