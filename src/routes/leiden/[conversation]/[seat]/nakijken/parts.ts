import type { Looking, StepToCheck } from '#doors/reads/looking.ts';

/** A piece of a report that is looked through at once. */
export type LookedPart = { readonly id: string; readonly asks: boolean } & (
  | { readonly of: 'top' }
  | { readonly of: 'points'; readonly points: NonNullable<Looking['points']> }
  | { readonly of: 'step'; readonly step: StepToCheck }
);

/** As they stand in the report; `asks`: something of it is still to be decided by whoever reads. */
export function partsOf({ top, points, steps }: Looking): readonly LookedPart[] {
  return [
    { of: 'top', id: 'begin', asks: !top.mine },
    ...(points ? [{ of: 'points', id: 'punten', asks: !points.check.mine, points } as const] : []),
    ...steps.map((step) => ({ of: 'step', id: step.step.place, asks: asksOf(step), step }) as const),
  ];
}

function asksOf({ check, mayRelease }: StepToCheck): boolean {
  return mayRelease || check?.mine === false;
}
