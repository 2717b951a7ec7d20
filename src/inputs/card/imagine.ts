import { PERSPECTIVES } from '#conversation/format.ts';
import type { Imagination } from '#conversation/input.ts';
import type { Json } from '#conversation/words.ts';
import { clip } from '../text.ts';
import { CARD_WORDS, type CardField, FIELD_WORDS, formOf } from './kinds.ts';
import type { Address, CardUse } from './use.ts';

/** A card someone in a rehearsal might write. */
export function imagine(use: CardUse, imagination: Imagination): Json | null {
  const { chance } = imagination;
  const form = formOf(use);
  const links = chance.shuffle(imagination.cards).slice(0, use.links ? Math.max(use.links.minimum ?? 0, 1) : 0);
  if (links.length < (use.links?.minimum ?? 0)) return null;
  const needsField = form.text !== 'required';
  const fields = form.fields
    .filter((field) => field.required || needsField || chance.next() < 0.6)
    .map((field) => [field.key, imagineField(field, imagination)] as const);
  return {
    ...(form.text === 'none' ? {} : { text: clip(imagination.sentence(), use.maxWords ?? CARD_WORDS) }),
    fields: Object.fromEntries(fields),
    links,
    ...(use.addressed ? { to: imagineAddress(use.addressed, imagination) } : {}),
  };
}

function imagineField(field: CardField, { chance, sentence, day }: Imagination): string {
  if (field.type === 'text') return clip(sentence(field.key), field.maxWords ?? FIELD_WORDS);
  if (field.type === 'choice') return chance.pick(field.options)?.id ?? '';
  return day(7 * (1 + chance.below(9)) + chance.below(18));
}

function imagineAddress(addressed: NonNullable<CardUse['addressed']>, { chance }: Imagination): Address {
  const way = chance.pick(addressed);
  return way === 'perspective' || way === undefined ? (chance.pick(PERSPECTIVES) ?? 'resident') : way;
}
