import type { InputUse } from '#conversation/format.ts';
import type { CardInSight, OwnCardShape } from '#conversation/views/shapes.ts';
import type { Json, Language } from '#conversation/words.ts';
import type { Among } from './among.ts';
import type { CardField } from './card/kinds.ts';

/** Something to choose among, in words. */
export interface Choice {
  readonly id: string;
  readonly text: string;
}

/** The options of the format, or the cards of earlier inputs that are in sight. */
export function choicesOf(among: Among, cards: readonly CardInSight[], locale: Language): readonly Choice[] {
  if ('options' in among) return among.options.map(({ id, label }) => ({ id, text: label[locale] }));
  return cardsOf(among.cards, cards);
}

export function cardsOf(inputs: readonly string[], cards: readonly CardInSight[]): readonly Choice[] {
  return cards.filter((card) => isAmong(card, inputs)).map((card) => ({ id: card.id, text: wordsOf(card.body) }));
}

/** Whether a card is one of these inputs, or a sheet that stands beside them. */
export function isAmong({ input, among = [input] }: Pick<CardInSight, 'input' | 'among'>, inputs: readonly string[]): boolean {
  return among.some((key) => inputs.includes(key));
}

export function textOfChoice(choices: readonly Choice[], id: string): string {
  return choices.find((choice) => choice.id === id)?.text ?? '…';
}

/** The words of a card of one's own. */
export function ownWordsOf({ body, said }: Pick<OwnCardShape, 'body' | 'said'>, locale: Language): string {
  return said?.[locale] ?? wordsOf(body);
}

/** The words of an entry that has a text, or fields of text; empty when they were erased. */
export function wordsOf(body: Json): string {
  if (!isRecord(body)) return '';
  const { text, fields } = body;
  if (typeof text === 'string') return text;
  return isRecord(fields ?? null)
    ? Object.values(fields as { readonly [key: string]: Json })
        .filter((field) => typeof field === 'string')
        .join(' · ')
    : '';
}

/** The words of an act that the server does not have yet: what was chosen by its label, as a card of one's own says it later. */
export function wordsToSend(use: (InputUse & { readonly fields?: readonly CardField[] }) | undefined, act: Json, locale: Language): string {
  const fields = isRecord(act) ? (act['fields'] ?? null) : null;
  if (!isRecord(act) || !isRecord(fields) || !use?.fields) return wordsOf(act);
  const said = use.fields.map(
    (field) => [field.key, field.type === 'date' ? null : saidIn(field, fields[field.key] ?? null, locale)] as const,
  );
  return wordsOf({ ...act, fields: Object.fromEntries(said) });
}

function saidIn(field: CardField, value: Json, locale: Language): Json {
  return field.type === 'choice' ? (field.options.find(({ id }) => id === value)?.label[locale] ?? null) : value;
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
