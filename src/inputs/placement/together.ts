import type { CardInSight } from '#conversation/views/shapes.ts';
import type { Json } from '#conversation/words.ts';
import { isFew } from '../few.ts';
import type { AxesView } from './axes.ts';
import type { MatrixView } from './matrix.ts';
import type { NetView } from './net.ts';
import type { PlacementUse } from './use.ts';
import type { WebView } from './web.ts';

/** One picture out of many entries. What a few people each chose is left out; what a table made together is not. */

export function pointsTogether(use: PlacementUse, entries: readonly CardInSight[]): readonly AxesView[] {
  const points = bodies<AxesView>(entries);
  return grouped(use, points, (point) => point.item).map(([item, same]) => ({
    item,
    x: mean(same.map(({ x }) => x)),
    y: mean(same.map(({ y }) => y)),
  }));
}

export function cellsTogether(use: PlacementUse, entries: readonly CardInSight[]): readonly MatrixView[] {
  return grouped(use, bodies<MatrixView>(entries), (cell) => cell.item).flatMap(([, same]) =>
    unique(same, ({ row, column }) => `${row}/${column}`),
  );
}

export function linesTogether(use: PlacementUse, entries: readonly CardInSight[]): readonly NetView[] {
  return grouped(use, bodies<NetView>(entries), ({ from, to, relation }) => `${from}/${to}/${relation}`).flatMap(([, same]) =>
    unique(same, ({ text }) => text ?? ''),
  );
}

export function webTogether(use: PlacementUse, entries: readonly CardInSight[], sides: readonly string[]): WebView['values'] {
  const webs = bodies<WebView>(entries);
  const values = sides.map((side) => [side, webs.flatMap((web) => web.values[side] ?? [])] as const);
  return Object.fromEntries(values.filter(([, given]) => mayShow(use, given.length)).map(([side, given]) => [side, mean(given)]));
}

function bodies<View extends Json>(entries: readonly CardInSight[]): readonly View[] {
  return entries.map((entry) => entry.body as View);
}

function grouped<View>(
  use: PlacementUse,
  views: readonly View[],
  about: (view: View) => string,
): readonly (readonly [string, readonly View[]])[] {
  const groups = new Map<string, View[]>();
  for (const view of views) groups.set(about(view), [...(groups.get(about(view)) ?? []), view]);
  return [...groups].filter(([, same]) => mayShow(use, same.length));
}

function mayShow(use: PlacementUse, count: number): boolean {
  return use.by === 'table' ? count > 0 : !isFew(count);
}

function unique<View>(views: readonly View[], of: (view: View) => string): readonly View[] {
  return [...new Map(views.map((view) => [of(view), view])).values()];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
