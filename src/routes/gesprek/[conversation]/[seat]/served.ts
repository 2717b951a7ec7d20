import type { SeatId } from '#conversation/state.ts';
import type { MeShape, ServedShape } from '#conversation/views/shapes.ts';
import { perspectiveName } from '#parts/perspective.ts';
import { m } from '#words/compiled/messages.js';

export interface Served extends ServedShape {
  readonly seat: SeatId;
}

/** Those for whom I may write, in the order around the table. */
export function servedBy(me: MeShape): readonly Served[] {
  const found = Object.entries(me).flatMap(([key, person]) =>
    key.startsWith(PREFIX) ? [{ ...(person as ServedShape), seat: key.slice(PREFIX.length) as SeatId }] : [],
  );
  return found.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0));
}

/** By place and perspective, never by name. */
export function servedName({ place, perspectives }: Pick<ServedShape, 'place' | 'perspectives'>): string {
  return m.served_person({ place: (place ?? 0) + 1, perspective: perspectivesOf(perspectives) });
}

export function perspectivesOf(perspectives: ServedShape['perspectives']): string {
  return perspectives.map(perspectiveName).join(', ') || m.served_unknown();
}

const PREFIX = 'serves/';
