import type { HarvestCard } from '#conversation/views/harvest.ts';
import type { Agreement } from '#conversation/points.ts';
import { sayingOf } from '#inputs/saying.ts';
import { m } from '#words/compiled/messages.js';
import { getLocale } from '#words/compiled/runtime.js';

/** A card in one line; that its words are gone, where they are. */
export function cardInWords({ use, body, status }: HarvestCard): string {
  if (status !== 'there') return status === 'withdrawn' ? m.harvest_card_withdrawn() : m.harvest_card_hidden();
  return sayingOf(use, body, getLocale());
}

export function agreementInWords(agreement: Agreement): string {
  return { notAsked: m.harvest_not_asked, all: m.harvest_all, notAll: m.harvest_not_all }[agreement]();
}
