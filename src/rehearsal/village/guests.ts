import type { Perspective } from '#conversation/format.ts';
import { charactersOf } from '../crowd/character.ts';

/** Somebody who comes to the evening. */
export interface Guest {
  readonly perspectives: readonly Perspective[];
  readonly isLate: boolean;
  readonly leavesEarly: boolean;
}

/** Who come: some with a phone that serves a table, the others with a ticket. Who has a phone is there from beginning to end. */
export function guestsOf(
  people: number,
  phones: number,
  seed: string,
): { readonly withPhone: readonly Guest[]; readonly others: readonly Guest[] } {
  const all = charactersOf(people, seed).map(({ perspectives, comesAfterSeconds, leavesInStep }) => ({
    perspectives,
    isLate: comesAfterSeconds > LATE_SECONDS,
    leavesEarly: leavesInStep !== null,
  }));
  const withPhone = all.filter((guest) => !guest.isLate && !guest.leavesEarly).slice(0, phones);
  return { withPhone, others: all.filter((guest) => !withPhone.includes(guest)) };
}

const LATE_SECONDS = 60;
