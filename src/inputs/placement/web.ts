import type { Imagination } from '#conversation/input.ts';
import { refuse } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';
import * as v from 'valibot';
import { hasOption, optionFaults } from '../among.ts';
import { type Counts, defineInput } from '../define.ts';
import { fewest, mayShow, meanOf, place } from './place.ts';
import type { WebUse } from './use.ts';

/** A side someone passed over is not in `values`. */
type WebBody = { readonly values: Counts };
export type WebView = WebBody;
/** The mean of each side that enough people filled in. */
export type WebSummary = readonly { readonly side: string; readonly count: number; readonly mean: number }[];

export type WebAct = v.InferInput<typeof WEB_ACT>;
const WEB_ACT = v.strictObject({ values: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))) });

export const web = defineInput<WebUse, WebAct, WebBody>({
  kind: 'placement',
  act: WEB_ACT,
  decide(context, act) {
    const sides = Object.keys(act.values);
    if (sides.length === 0) return refuse('empty');
    if (!sides.every((side) => hasOption(context.use.sides, side))) return refuse('unknownChoice');
    return place<WebBody>(context, { values: act.values }, () => true);
  },
  view: (_use, body): WebView => body,
  summary: (use, bodies): WebSummary =>
    use.sides
      .map((side) => ({ side: side.id, values: bodies.flatMap((body) => body.values[side.id] ?? []) }))
      .filter(({ values }) => mayShow(use, values.length))
      .map(({ side, values }) => ({ side, count: values.length, mean: meanOf(values) })),
  fewest,
  imagine,
  faults: (use) => optionFaults(use.sides),
});

function imagine(use: WebUse, { chance }: Imagination): Json {
  return { values: Object.fromEntries(use.sides.map((side) => [side.id, chance.below(11)])) };
}
