import { PERSPECTIVES } from '#conversation/format.ts';
import type { EntryId } from '#conversation/state.ts';
import type { TextId, WordsOf } from '#conversation/words.ts';
import * as v from 'valibot';
import { optionFaults } from '../among.ts';
import { type Context, defineInput } from '../define.ts';
import { read } from '../text.ts';
import { imagine } from './imagine.ts';
import { CARD_KINDS, type CardField, formOf } from './kinds.ts';
import { refusalOf, type TidyCard } from './refuse.ts';
import { saidInFields } from './said.ts';
import type { CardBody, CardUse, CardView } from './use.ts';

export type { CardLinks, CardUse, CardView } from './use.ts';

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
  inWords: true,
  asksOnly: (use) => use.card === 'question' || use.card === 'learningQuestion',
  linksTo: (_, { links }) => links as readonly EntryId[],
  meantOn(use, { fields }) {
    const day = formOf(use).fields.find(({ type }) => type === 'date');
    return (day && fields[day.key]) || null;
  },
  refersTo: (use) => use.links?.to ?? [],
  decide(context, written) {
    const act = tidy(written);
    return refusalOf(context, act) ?? { body: bodyOf(context, act) };
  },
  view: (use, body, words): CardView => ({
    card: body.card,
    text: read(body.text, words),
    fields: fieldsOf(use, body, words),
    links: body.links,
    to: body.to,
  }),
  said(use, body, words) {
    if (body.text !== null) return null;
    const fields = fieldsOf(use, body, words);
    return { nl: saidInFields(use, fields, 'nl'), en: saidInFields(use, fields, 'en') };
  },
  imagine,
  faults,
});

function tidy(act: Act): TidyCard {
  const filled = Object.entries(act.fields).map(([key, value]) => [key, value.trim()] as const);
  return {
    ...act,
    text: act.text.trim(),
    fields: Object.fromEntries(filled.filter(([, value]) => value !== '')),
    links: [...new Set(act.links)],
  };
}

function bodyOf({ use, text }: Context<CardUse>, card: TidyCard): CardBody {
  const fields = formOf(use).fields.flatMap((field) => {
    const value = card.fields[field.key];
    return value === undefined ? [] : [[field.key, field.type === 'text' ? text(value) : value] as const];
  });
  return {
    card: use.card,
    text: card.text === '' ? null : text(card.text),
    fields: Object.fromEntries(fields),
    links: card.links,
    to: card.to ?? null,
  };
}

function fieldsOf(use: CardUse, body: CardBody, words: WordsOf): CardView['fields'] {
  return Object.fromEntries(
    formOf(use)
      .fields.filter(({ key }) => Object.hasOwn(body.fields, key))
      .map((field) => [field.key, fieldWords(field, body.fields[field.key] ?? '', words)]),
  );
}

function fieldWords(field: CardField, value: string, words: WordsOf): string | null {
  return field.type === 'text' ? words(value as TextId) : value;
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
