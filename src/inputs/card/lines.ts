import type { Language } from '#conversation/words.ts';
import { formOf } from './kinds.ts';
import type { CardUse, CardView } from './use.ts';

/** One field of a card, to read: what was asked, and what was said. */
export interface FieldLine {
  readonly key: string;
  readonly label: string;
  readonly words: string;
  readonly chosen: boolean;
}

export function linesOf(use: CardUse, { fields }: CardView, locale: Language): readonly FieldLine[] {
  return formOf(use).fields.flatMap((field) => {
    const value = fields[field.key];
    if (!value) return [];
    const words =
      field.type === 'choice'
        ? (field.options.find((option) => option.id === value)?.label[locale] ?? '')
        : field.type === 'date'
          ? dayOf(value, locale)
          : value;
    return [{ key: field.key, label: questionIn(field.label[locale]), words, chosen: field.type === 'choice' }];
  });
}

/** How to answer is for who fills it in. */
function questionIn(label: string): string {
  return /^[^?]*\?/.exec(label)?.[0] ?? label;
}

function dayOf(day: string, locale: Language): string {
  return DAYS[locale].format(new Date(day));
}

/** Making one takes longer than writing a hundred days with it. */
const DAYS: { readonly [locale in Language]: Intl.DateTimeFormat } = { nl: daysIn('nl-NL'), en: daysIn('en-GB') };

function daysIn(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
