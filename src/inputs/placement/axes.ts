import type { Imagination } from '#conversation/input.ts';
import { refuse } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';
import * as v from 'valibot';
import { amongFaults, imaginedIds, keysOf, refusalFor } from '../among.ts';
import { defineInput } from '../define.ts';
import { fewest, groupedBy, mayShow, meanOf, place } from './place.ts';
import type { AxesUse, Axis } from './use.ts';

type AxesBody = { readonly item: string; readonly x: number; readonly y: number };
export type AxesView = AxesBody;
/** The mean place of each item. */
export type AxesSummary = readonly { readonly item: string; readonly count: number; readonly x: number; readonly y: number }[];

export type AxesAct = v.InferInput<typeof AXES_ACT>;
const AXES_ACT = v.strictObject({ item: v.string(), x: v.pipe(v.number(), v.finite()), y: v.pipe(v.number(), v.finite()) });

export const axes = defineInput<AxesUse, AxesAct, AxesBody>({
  kind: 'placement',
  act: AXES_ACT,
  refersTo: (use) => keysOf(use.items),
  decide(context, act) {
    const { use } = context;
    if (!isOn(use.horizontal, act.x) || !isOn(use.vertical, act.y)) return refuse('unknownChoice');
    const body = { item: act.item, x: toHundredths(act.x), y: toHundredths(act.y) };
    return refusalFor(use.items, act.item, context) ?? place<AxesBody>(context, body, (before) => before.item === body.item);
  },
  view: (_use, body): AxesView => body,
  summary: (use, bodies): AxesSummary =>
    groupedBy(bodies, (body) => body.item)
      .filter(([, placed]) => mayShow(use, placed.length))
      .map(([item, placed]) => ({ item, count: placed.length, x: meanOf(placed.map(({ x }) => x)), y: meanOf(placed.map(({ y }) => y)) })),
  fewest,
  imagine,
  faults: (use) => amongFaults(use.items),
});

function isOn(axis: Axis, at: number): boolean {
  return at >= axis.from && at <= 1;
}

/** A finger is not more exact than this. The sum keeps a minus zero out of the log. */
function toHundredths(at: number): number {
  return Math.round(at * 100) / 100 + 0;
}

function imagine(use: AxesUse, imagination: Imagination): Json | null {
  const { chance } = imagination;
  const item = chance.pick(imaginedIds(use.items, imagination));
  const somewhere = (axis: Axis) => toHundredths(axis.from + chance.next() * (1 - axis.from));
  return item === undefined ? null : { item, x: somewhere(use.horizontal), y: somewhere(use.vertical) };
}
