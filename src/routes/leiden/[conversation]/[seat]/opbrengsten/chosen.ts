import type { OfferedCard, OfferedPoint } from '#report/offers.ts';
import { m } from '#words/compiled/messages.js';

/** Its place in what the room chose; empty when it was in no vote. */
export function chosenWords({ chosen }: Pick<OfferedCard, 'chosen'>): string {
  if (!chosen) return '';
  return chosen.count === 1 ? m.outcome_chosen_one({ place: chosen.place }) : m.outcome_chosen(chosen);
}

/** At which table a point was made, and of how much. */
export function fromPoint({ table, cards }: Pick<OfferedPoint, 'table'> & { readonly cards: readonly unknown[] }): string {
  const count = cards.length;
  return count === 1 ? m.outcome_of_point_one({ number: table }) : m.outcome_of_point({ number: table, count });
}
