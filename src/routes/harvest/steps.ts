import type { HarvestCard } from '#conversation/views/harvest.ts';

export interface StepOfCards extends Pick<HarvestCard, 'place' | 'step'> {
  readonly cards: readonly HarvestCard[];
}

/** In the order in which the steps were held. */
export function byStep(cards: readonly HarvestCard[]): readonly StepOfCards[] {
  const steps = Map.groupBy(cards, ({ place }) => place);
  return [...steps].flatMap(([place, together]) => (together[0] ? [{ place, step: together[0].step, cards: together }] : []));
}
