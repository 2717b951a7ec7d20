import { type InputUse, PERSPECTIVES, type Perspective } from '#conversation/format.ts';
import type { Imagination, WriteContext } from '#conversation/input.ts';
import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { Json, TextId, Words, WordsOf } from '#conversation/words.ts';
import * as v from 'valibot';
import { cardRefusal, hasOption, optionFaults } from '../among.ts';
import { isDay } from '../date.ts';
import { type Context, defineInput } from '../define.ts';
import { clip, overLength, read } from '../text.ts';
import { CARD_KINDS, CARD_WORDS, type CardField, type CardKind, type CardText, FIELD_WORDS, formOf } from './kinds.ts';

/** A short text of one kind, with the fields that kind asks for. */
export interface CardUse extends InputUse {
  readonly kind: 'card';
  readonly card: CardKind;
  /** Absent: what the kind says. */
  readonly text?: CardText;
  /** Absent: the fields of the kind. An empty list: none. */
  readonly fields?: readonly CardField[];
  readonly maxWords?: number;
  /** How many cards: for each seat, or for the whole table when `by` says so. */
  readonly maximum?: number;
  readonly by?: 'seat' | 'table';
  /** The writer says for whom it is; `perspective` lets them name one. */
  readonly addressed?: readonly ('me' | 'another' | 'perspective')[];
  readonly links?: CardLinks;
}

/** Which earlier cards this one may, or must, point at. */
export interface CardLinks {
  readonly to: readonly string[];
  readonly label: Words;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Address = 'me' | 'another' | Perspective;
/** A text field holds a text id, a choice or a day holds its code; a field left open is not there. */
type CardBody = {
  readonly card: CardKind;
  readonly text: TextId | null;
  readonly fields: { readonly [key: string]: string };
  readonly links: readonly string[];
  readonly to: Address | null;
};
/** What a screen gets. A text that was erased is null. */
export type CardView = {
  readonly card: CardKind;
  readonly text: string | null;
  readonly fields: { readonly [key: string]: string | null };
  readonly links: readonly string[];
  readonly to: Address | null;
};

export type CardAct = v.InferInput<typeof CARD_ACT>;
const CARD_ACT = v.strictObject({
  text: v.optional(v.string(), ''),
  fields: v.optional(v.record(v.string(), v.string()), {}),
  links: v.optional(v.array(v.string()), []),
  to: v.optional(v.union([v.picklist(['me', 'another']), v.picklist(PERSPECTIVES)])),
});
type Act = v.InferOutput<typeof CARD_ACT>;

export const rules = defineInput<CardUse, Act, CardBody>({
  kind: 'card',
  act: CARD_ACT,
  asksOnly: (use) => use.card === 'question' || use.card === 'learningQuestion',
  refersTo: (use) => use.links?.to ?? [],
  decide(context, written) {
    const act = tidy(written);
    const refusal =
      countRefusal(context) ??
      textRefusal(context.use, act) ??
      fieldsRefusal(context.use, act.fields) ??
      linksRefusal(context, act.links) ??
      addressRefusal(context.use, act.to);
    return refusal ?? { body: bodyOf(context, act) };
  },
  view: (use, body, words): CardView => ({
    card: body.card,
    text: read(body.text, words),
    fields: Object.fromEntries(
      formOf(use)
        .fields.filter(({ key }) => key in body.fields)
        .map((field) => [field.key, fieldWords(field, body.fields[field.key] ?? '', words)]),
    ),
    links: body.links,
    to: body.to,
  }),
  imagine,
  faults,
});

function tidy(act: Act): Act {
  const filled = Object.entries(act.fields).map(([key, value]) => [key, value.trim()] as const);
  return {
    ...act,
    text: act.text.trim(),
    fields: Object.fromEntries(filled.filter(([, value]) => value !== '')),
    links: [...new Set(act.links)],
  };
}

function countRefusal({ use, own, ofTable, correcting }: Context<CardUse>): Refusal | null {
  if (use.maximum === undefined || correcting) return null;
  const before = use.by === 'table' ? ofTable : own;
  return before.length < use.maximum ? null : refuse('tooManyCards', { maximum: use.maximum });
}

function textRefusal(use: CardUse, act: Act): Refusal | null {
  const { text } = formOf(use);
  if (act.text === '') return text === 'required' || Object.keys(act.fields).length === 0 ? refuse('empty') : null;
  return text === 'none' ? refuse('wrongShape') : overLength(act.text, use.maxWords ?? CARD_WORDS);
}

function fieldsRefusal(use: CardUse, given: Act['fields']): Refusal | null {
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

function linksRefusal(context: WriteContext & Context<CardUse>, links: readonly string[]): Refusal | null {
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

function bodyOf({ use, text }: Context<CardUse>, act: Act): CardBody {
  const fields = formOf(use).fields.flatMap((field) => {
    const value = act.fields[field.key];
    return value === undefined ? [] : [[field.key, field.type === 'text' ? text(value) : value] as const];
  });
  return {
    card: use.card,
    text: act.text === '' ? null : text(act.text),
    fields: Object.fromEntries(fields),
    links: act.links,
    to: act.to ?? null,
  };
}

function fieldWords(field: CardField, value: string, words: WordsOf): string | null {
  return field.type === 'text' ? words(value as TextId) : value;
}

function imagine(use: CardUse, imagination: Imagination): Json | null {
  const { chance } = imagination;
  const form = formOf(use);
  const links = chance.shuffle(imagination.cards).slice(0, use.links ? Math.max(use.links.minimum ?? 0, 1) : 0);
  if (links.length < (use.links?.minimum ?? 0)) return null;
  const needsField = form.text !== 'required';
  const fields = form.fields
    .filter((field) => field.required || needsField || chance.next() < 0.6)
    .map((field) => [field.key, imagineField(field, imagination)]);
  return {
    ...(form.text === 'none' ? {} : { text: clip(imagination.sentence(), use.maxWords ?? CARD_WORDS) }),
    fields: Object.fromEntries(fields),
    links,
    ...(use.addressed ? { to: imagineAddress(use.addressed, imagination) } : {}),
  };
}

function imagineField(field: CardField, { chance, sentence }: Imagination): string {
  if (field.type === 'text') return clip(sentence(), field.maxWords ?? FIELD_WORDS);
  if (field.type === 'choice') return chance.pick(field.options)?.id ?? '';
  return `2030-0${1 + chance.below(9)}-${10 + chance.below(18)}`;
}

function imagineAddress(addressed: NonNullable<CardUse['addressed']>, { chance }: Imagination): Address {
  const way = chance.pick(addressed);
  return way === 'perspective' || way === undefined ? (chance.pick(PERSPECTIVES) ?? 'resident') : way;
}

function faults(use: CardUse): readonly string[] {
  if (!Object.hasOwn(CARD_KINDS, use.card)) return [`unknown card kind "${use.card}"`];
  const { text, fields } = formOf(use);
  const keys = fields.map((field) => field.key);
  return [
    ...(new Set(keys).size === keys.length ? [] : ['has two fields with the same key']),
    ...(text === 'none' && fields.length === 0 ? ['asks for nothing'] : []),
    ...fields.flatMap((field) =>
      field.type === 'choice' ? optionFaults(field.options).map((fault) => `field ${field.key} ${fault}`) : [],
    ),
    ...(use.links && use.links.to.length === 0 ? ['links to no input'] : []),
    ...(use.addressed?.length === 0 ? ['is addressed to nobody'] : []),
  ];
}
