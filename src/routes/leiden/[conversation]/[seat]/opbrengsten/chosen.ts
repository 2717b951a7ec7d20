import type { OfferedCard } from '#report/offers.ts';
import { m } from '#words/compiled/messages.js';

/** Its place in what the room chose; empty when it was in no vote. */
export function chosenWords({ chosen }: Pick<OfferedCard, 'chosen'>): string {
  if (!chosen) return '';
  return chosen.count === 1 ? m.outcome_chosen_one({ place: chosen.place }) : m.outcome_chosen(chosen);
}
