import type { WriteContext, Written } from '#conversation/input.ts';
import type { Refusal } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';
import type { Among } from '../among.ts';
import type { Counts } from '../define.ts';
import { isFew } from '../few.ts';
import { replacing } from '../replacing.ts';
import type { VoteSummary } from './use.ts';

/** A secret vote goes into the box; an open one is an entry, one for each seat. */
export function cast(context: WriteContext, secret: boolean | undefined, choice: Json): Written | Refusal {
  return secret ? { ballot: choice } : replacing(context, context.own, choice, () => true);
}

/** Adds up weights by option. Fixed options that got nothing stand at zero. */
export function add(votes: readonly (readonly [option: string, weight: number])[], options: readonly string[]): Counts {
  const counts = new Map(options.map((option) => [option, 0]));
  for (const [option, weight] of votes) counts.set(option, (counts.get(option) ?? 0) + weight);
  return Object.fromEntries(counts);
}

export function fixedOptions(among: Among): readonly string[] {
  return 'options' in among ? among.options.map((option) => option.id) : [];
}

export function summed(turnout: number, counts: Counts): VoteSummary {
  return { turnout, counts: isFew(turnout) ? null : counts };
}
