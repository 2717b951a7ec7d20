import { type Refusal, refuse } from '#conversation/refusal.ts';
import { cardRefusal, hasOption } from '../among.ts';
import { isDay } from '../date.ts';
import type { Context } from '../define.ts';
import { overLength } from '../text.ts';
import { CARD_WORDS, type CardField, FIELD_WORDS, formOf } from './kinds.ts';
import type { Address, CardUse } from './use.ts';

/** What someone wrote, tidied: no spaces around it, no empty fields, no link twice. */
export interface TidyCard {
  readonly text: string;
  readonly fields: { readonly [key: string]: string };
  readonly links: readonly string[];
  readonly to?: Address | undefined;
}

/** The first reason why this card cannot be kept as it is; null when it can. */
export function refusalOf(context: Context<CardUse>, card: TidyCard): Refusal | null {
  return (
    countRefusal(context) ??
    textRefusal(context.use, card) ??
    fieldsRefusal(context.use, card.fields) ??
    linksRefusal(context, card.links) ??
    addressRefusal(context.use, card.to)
  );
}

function countRefusal(context: Context<CardUse>): Refusal | null {
  const { use } = context;
  if (use.maximum === undefined || context.correcting) return null;
  const [before, code] = use.by === 'table' ? ([context.ofTable, 'tableHasEnough'] as const) : ([context.own, 'tooManyCards'] as const);
  return before.length < use.maximum ? null : refuse(code, { maximum: use.maximum });
}

function textRefusal(use: CardUse, card: TidyCard): Refusal | null {
  const { text } = formOf(use);
  if (card.text === '') return text === 'required' || Object.keys(card.fields).length === 0 ? refuse('empty') : null;
  return text === 'none' ? refuse('wrongShape') : overLength(card.text, use.maxWords ?? CARD_WORDS);
}

function fieldsRefusal(use: CardUse, given: TidyCard['fields']): Refusal | null {
  const { fields } = formOf(use);
  if (Object.keys(given).some((key) => !fields.some((field) => field.key === key))) return refuse('wrongShape');
  for (const field of fields) {
    const value = Object.hasOwn(given, field.key) ? given[field.key] : undefined;
    const refusal = value === undefined ? missingRefusal(field) : valueRefusal(field, value);
    if (refusal) return refusal;
  }
  return null;
}

function missingRefusal(field: CardField): Refusal | null {
  return field.required ? refuse('needsText', { field: field.key }) : null;
}

function valueRefusal(field: CardField, value: string): Refusal | null {
  if (field.type === 'text') return overLength(value, field.maxWords ?? FIELD_WORDS);
  const known = field.type === 'choice' ? hasOption(field.options, value) : isDay(value);
  return known ? null : refuse('unknownChoice', { field: field.key });
}

function linksRefusal(context: Context<CardUse>, links: readonly string[]): Refusal | null {
  const { links: wanted } = context.use;
  if (!wanted) return links.length === 0 ? null : refuse('wrongShape');
  if (links.length < (wanted.minimum ?? 0)) return refuse('needsCard', { minimum: wanted.minimum ?? 0 });
  if (wanted.maximum !== undefined && links.length > wanted.maximum) return refuse('tooManyChoices', { maximum: wanted.maximum });
  for (const id of links) {
    const refusal = cardRefusal(wanted.to, id, context);
    if (refusal) return refusal;
  }
  return null;
}

function addressRefusal(use: CardUse, to: Address | undefined): Refusal | null {
  if (!use.addressed) return to === undefined ? null : refuse('wrongShape');
  const way = to === 'me' || to === 'another' ? to : 'perspective';
  return to !== undefined && use.addressed.includes(way) ? null : refuse('unknownChoice', { field: 'to' });
}
