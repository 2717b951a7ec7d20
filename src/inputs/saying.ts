import type { InputUse } from '#conversation/format.ts';
import type { Json, Language } from '#conversation/words.ts';
import { formOf, type CardField } from './card/kinds.ts';
import type { CardUse, CardView } from './card/rules.ts';

/** One line that stands for an entry where it is only pointed at: its text, else what its fields say. */
export function sayingOf(use: InputUse, body: Json, locale: Language): string {
  const { text, fields } = body as Partial<CardView>;
  if (text) return text;
  if (!fields || !('card' in use)) return use.label[locale];
  const said = formOf(use as CardUse).fields.flatMap((field) => saidIn(field, fields[field.key] ?? null, locale) ?? []);
  return said.join(' · ') || use.label[locale];
}

function saidIn(field: CardField, value: string | null, locale: Language): string | null {
  if (field.type !== 'choice') return field.type === 'text' ? value : null;
  return field.options.find(({ id }) => id === value)?.label[locale] ?? null;
}
