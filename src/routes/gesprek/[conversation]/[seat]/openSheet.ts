import type { InputUse } from '#conversation/format.ts';
import type { StepShape } from '#conversation/views/shapes.ts';

/** A step as it is for a table that does it differently. What is chosen, or kept for oneself, stays within reach. */
export function onOpenSheet(step: StepShape): StepShape {
  const own = step.inputs.filter((use) => use.private || use.kind === 'vote' || use.late === 'refuse');
  return { ...step, devices: 'each', inputs: step.openSheet ? [step.openSheet, ...own] : own };
}

/** Of all that a step shows; the sheets of earlier steps are of one use. */
export function usesOf({ inputs, openSheet, earlier }: StepShape): readonly InputUse[] {
  const all = [...inputs, ...(openSheet ? [openSheet] : []), ...earlier];
  return [...new Map(all.map((use) => [use.key, use])).values()];
}
