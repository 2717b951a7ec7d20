import type { Axis } from './use.ts';

/** The places on an axis that keyboard and finger can both reach: eighths of the whole, or tenths of a half. */
export function stopsOf(axis: Axis): readonly number[] {
  return axis.from === -1 ? range(-4, 4).map((step) => step / 4) : range(0, 10).map((step) => step / 10);
}

/** The stop nearest to where a finger is. */
export function nearestStop(axis: Axis, at: number): number {
  return stopsOf(axis).reduce((best, stop) => (Math.abs(stop - at) < Math.abs(best - at) ? stop : best));
}

/** Where along its length something stands, from 0 to 1. */
export function partOf(axis: Axis, at: number): number {
  return (at - axis.from) / (1 - axis.from);
}

export function placeAt(axis: Axis, part: number): number {
  return axis.from + Math.min(1, Math.max(0, part)) * (1 - axis.from);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
