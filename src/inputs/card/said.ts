import type { Language } from '#conversation/words.ts';
import { type CardField, type CardKind, type CardText, formOf } from './kinds.ts';

/** What the fields of a card say, on one line: words as they were written, choices by their label. */
export function saidInFields(
  use: { readonly card: CardKind; readonly text?: CardText; readonly fields?: readonly CardField[] },
  fields: { readonly [key: string]: string | null },
  locale: Language,
): string {
  return formOf(use)
    .fields.flatMap((field) => saidIn(field, fields[field.key] ?? null, locale) ?? [])
    .join(' · ');
}

function saidIn(field: CardField, value: string | null, locale: Language): string | null {
  if (field.type !== 'choice') return field.type === 'text' ? value : null;
  return field.options.find(({ id }) => id === value)?.label[locale] ?? null;
}
