import type { Written } from '#conversation/input.ts';
import type { Refusal } from '#conversation/refusal.ts';
import type { Json } from '#conversation/words.ts';
import type { Context } from '../define.ts';
import { FEW, isFew } from '../few.ts';
import { replacing } from '../replacing.ts';
import type { PlacementUse } from './use.ts';

/** One place for each thing: in my own picture, or in that of the table. */
export function place<Body extends Json>(context: Context<PlacementUse>, body: Body, isSame: (before: Body) => boolean): Written | Refusal {
  return replacing(context, context.use.by === 'table' ? context.ofTable : context.own, body, isSame);
}

export function fewest(use: PlacementUse): number {
  return use.by === 'table' ? 1 : FEW;
}

/** Tables may always be shown; what a few people each chose may not. */
export function mayShow(use: PlacementUse, count: number): boolean {
  return use.by === 'table' ? count > 0 : !isFew(count);
}

export function meanOf(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 100) / 100;
}

/** The bodies by what they are about, in the order in which those came. */
export function groupedBy<Body>(bodies: readonly Body[], about: (body: Body) => string): readonly (readonly [string, readonly Body[]])[] {
  const groups = new Map<string, Body[]>();
  for (const body of bodies) {
    const group = groups.get(about(body));
    if (group) group.push(body);
    else groups.set(about(body), [body]);
  }
  return [...groups];
}
