import type { Perspective } from '#conversation/format.ts';
import { perspectiveName } from '#parts/perspective.ts';
import { m } from '#words/compiled/messages.js';

/** Somebody at a table, as who leads can point them out: by place and perspective, never by name. */
export interface Seated {
  readonly seat: string;
  readonly table: number;
  readonly number: number;
  readonly perspectives: readonly Perspective[];
  readonly here: boolean;
}

export function perspectivesOf({ perspectives }: Seated): string {
  return perspectives.map(perspectiveName).join(', ') || m.seats_unknown();
}

export function placeOf(person: Seated): string {
  const { table, number } = person;
  const who = perspectivesOf(person);
  if (!person.here) return m.seats_who_away({ who });
  return table > 0 ? m.seats_who({ table, number, who }) : m.seats_who_unseated({ who });
}
