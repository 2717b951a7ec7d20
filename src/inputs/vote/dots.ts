import { onPaperAmong } from './onPaper.ts';
import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { Imagination } from '#conversation/input.ts';
import type { Json } from '#conversation/words.ts';
import * as v from 'valibot';
import { amongFaults, imaginedIds, keysOf, refusalFor } from '../among.ts';
import { type Context, type Counts, defineInput } from '../define.ts';
import { add, cast, fixedOptions, summed } from './count.ts';
import type { DotsUse } from './use.ts';

/** How many dots on which option or card. */
type DotsBody = { readonly dots: Counts };
export type DotsView = DotsBody;

export type DotsAct = v.InferInput<typeof DOTS_ACT>;
const DOTS_ACT = v.strictObject({ dots: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))) });

export const dots = defineInput<DotsUse, DotsAct, DotsBody>({
  kind: 'vote',
  act: DOTS_ACT,
  refersTo: (use) => keysOf(use.among),
  decide: (context, act) => refusalOf(context, act.dots) ?? cast(context, context.use.secret, { dots: act.dots }),
  view: (_use, body): DotsView => body,
  summary: (use, bodies) => summed(bodies.length, count(use, bodies)),
  secret: (use) => use.secret ?? false,
  tally: count,
  onPaper: (use) => onPaperAmong(use.among, Math.min(use.perOption ?? use.dots, use.dots), use.dots),
  imagine,
  faults: (use) => [
    ...amongFaults(use.among),
    ...(use.dots >= 1 && (use.perOption ?? 1) >= 1 ? [] : ['gives no dots']),
    ...(use.places === undefined || use.places >= 1 ? [] : ['ranks nothing']),
  ],
});

function refusalOf(context: Context<DotsUse>, given: Counts): Refusal | null {
  const { use } = context;
  const spent = Object.values(given).reduce((sum, dots) => sum + dots, 0);
  if (spent === 0) return refuse('empty');
  if (spent > use.dots) return refuse('dotsSpent', { maximum: use.dots });
  if (use.perOption !== undefined && Object.values(given).some((dots) => dots > (use.perOption ?? 0)))
    return refuse('dotsSpent', { maximum: use.perOption });
  for (const id of Object.keys(given)) {
    const refusal = refusalFor(use.among, id, context);
    if (refusal) return refusal;
  }
  return null;
}

function count(use: DotsUse, bodies: readonly DotsBody[]): Counts {
  return add(
    bodies.flatMap((body) => Object.entries(body.dots)),
    fixedOptions(use.among),
  );
}

function imagine(use: DotsUse, imagination: Imagination): Json | null {
  const chosen = imagination.chance.shuffle(imaginedIds(use.among, imagination)).slice(0, use.dots);
  return chosen.length === 0 ? null : { dots: Object.fromEntries(chosen.map((id) => [id, 1])) };
}
