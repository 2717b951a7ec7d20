import type { WriteContext, Written } from '#conversation/input.ts';
import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { Entry } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';

/**
 * Writes over the earlier entry about the same thing, so that there is one of each. A correction
 * stays with its own entry: it may not wander off to another thing.
 */
export function replacing<Body extends Json>(
  { correcting }: WriteContext,
  earlier: readonly Entry[],
  body: Body,
  isSame: (before: Body) => boolean,
): Written | Refusal {
  if (correcting) return isSame(correcting.body as Body) ? { body } : refuse('wrongShape');
  const before = earlier.find((entry) => isSame(entry.body as Body));
  return before ? { body, replaces: before.id } : { body };
}
