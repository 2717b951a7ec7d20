import { onPaperAmong } from './onPaper.ts';
import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { Imagination } from '#conversation/input.ts';
import type { Json } from '#conversation/words.ts';
import * as v from 'valibot';
import { amongFaults, imaginedIds, keysOf, refusalFor } from '../among.ts';
import { type Context, type Counts, defineInput } from '../define.ts';
import { add, cast, fixedOptions, summed } from './count.ts';
import type { TopUse } from './use.ts';

/** Best first. */
type TopBody = { readonly order: readonly string[] };
export type TopView = TopBody;

export type TopAct = v.InferInput<typeof TOP_ACT>;
const TOP_ACT = v.strictObject({ order: v.array(v.string()) });

export const topN = defineInput<TopUse, TopAct, TopBody>({
  kind: 'vote',
  act: TOP_ACT,
  refersTo: (use) => keysOf(use.among),
  decide: (context, act) => refusalOf(context, act.order) ?? cast(context, context.use.secret, { order: act.order }),
  view: (_use, body): TopView => body,
  summary: (use, bodies) => summed(bodies.length, count(use, bodies)),
  secret: (use) => use.secret ?? false,
  tally: count,
  onPaper: (use) => onPaperAmong(use.among, use.top, (use.top * (use.top + 1)) / 2),
  imagine,
  faults: (use) => [...amongFaults(use.among), ...(use.top >= 1 ? [] : ['asks for a top of nothing'])],
});

function refusalOf(context: Context<TopUse>, order: readonly string[]): Refusal | null {
  const { use } = context;
  if (order.length === 0) return refuse('empty');
  if (order.length > use.top) return refuse('tooManyChoices', { maximum: use.top });
  if (new Set(order).size < order.length) return refuse('wrongShape');
  for (const id of order) {
    const refusal = refusalFor(use.among, id, context);
    if (refusal) return refusal;
  }
  return null;
}

function count(use: TopUse, bodies: readonly TopBody[]): Counts {
  return add(
    bodies.flatMap((body) => body.order.map((id, rank) => [id, use.top - rank] as const)),
    fixedOptions(use.among),
  );
}

function imagine(use: TopUse, imagination: Imagination): Json | null {
  const order = imagination.chance.shuffle(imaginedIds(use.among, imagination)).slice(0, use.top);
  return order.length === 0 ? null : { order };
}
