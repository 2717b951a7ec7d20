import { hash } from 'node:crypto';
import type { FlatView } from '#conversation/channel.ts';

/** One channel as it looked at one moment: each part already written out, and its position. */
export interface Snapshot {
  readonly parts: ReadonlyMap<string, string>;
  readonly position: string;
}

/** What to set and what to remove to get from one snapshot to the next; the parts still written out. */
export interface Difference {
  readonly set: readonly (readonly [key: string, json: string])[];
  readonly remove: readonly string[];
}

export function snapshotOf(view: FlatView): Snapshot {
  const parts = new Map(Object.entries(view).map(([key, part]) => [key, JSON.stringify(part)]));
  return { parts, position: positionOf(parts) };
}

export function differenceBetween(before: Snapshot, after: Snapshot): Difference {
  return {
    set: [...after.parts].filter(([key, json]) => before.parts.get(key) !== json),
    remove: [...before.parts.keys()].filter((key) => !after.parts.has(key)),
  };
}

/** The parts as one JSON object, without writing any of them out again. */
export function objectOf(parts: Iterable<readonly [key: string, json: string]>): string {
  return `{${Array.from(parts, ([key, json]) => `${JSON.stringify(key)}:${json}`).join()}}`;
}

/**
 * The same wherever and in whatever order a view was made, and nothing but its content moves it:
 * what happened out of sight cannot show. 66 bits of the hash are plenty to tell two views apart.
 */
function positionOf(parts: ReadonlyMap<string, string>): string {
  const ordered = [...parts].sort(([one], [other]) => (one < other ? -1 : 1));
  return hash('sha256', objectOf(ordered), 'base64url').slice(0, 11);
}
