import type { Imagination, WriteContext } from '#conversation/input.ts';
import { standsAmong } from '#conversation/lookup.ts';
import { type Refusal, refuse } from '#conversation/refusal.ts';
import { isForRoleOf, isForTable, isForTheRoom } from '#conversation/visible.ts';
import type { Words } from '#conversation/words.ts';

/** What there is to choose among: the cards of earlier inputs (by key), or a fixed list. */
export type Among = { readonly cards: readonly string[] } | { readonly options: readonly Option[] };

export interface Option {
  readonly id: string;
  readonly label: Words;
}

/** Why this id cannot be chosen; null when it can. */
export function refusalFor(among: Among, id: string, context: WriteContext): Refusal | null {
  if ('cards' in among) return cardRefusal(among.cards, id, context);
  return hasOption(among.options, id) ? null : refuse('unknownChoice');
}

/** A card can be chosen when it comes from one of these inputs, is there, and can be seen by this seat. */
export function cardRefusal(inputs: readonly string[], id: string, { situation, seat }: WriteContext): Refusal | null {
  const { state, authors } = situation;
  const entry = state.entries.get(id);
  if (!entry || !standsAmong(state, entry).some((key) => inputs.includes(key))) return refuse('unknownCard');
  if (entry.status === 'withdrawn') return refuse('withdrawn');
  const isMine = authors.seatOf.get(entry.id) === seat.id && entry.status === 'there';
  const isInSight = isForTheRoom(state, entry) || isForTable(state, entry, seat.table) || isForRoleOf(situation, entry, seat);
  return isMine || isInSight ? null : refuse('unknownCard');
}

export function hasOption(options: readonly Option[], id: string): boolean {
  return options.some((option) => option.id === id);
}

export function keysOf(among: Among): readonly string[] {
  return 'cards' in among ? among.cards : [];
}

export function imaginedIds(among: Among, imagination: Imagination): readonly string[] {
  return 'cards' in among ? imagination.cards : among.options.map((option) => option.id);
}

export function amongFaults(among: Among): readonly string[] {
  if ('options' in among) return optionFaults(among.options);
  return among.cards.length > 0 ? [] : ['names no input whose cards can be chosen'];
}

export function optionFaults(options: readonly Option[]): readonly string[] {
  const ids = options.map((option) => option.id);
  if (ids.length === 0) return ['has no options'];
  return new Set(ids).size === ids.length ? [] : ['has two options with the same id'];
}
