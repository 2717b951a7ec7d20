import { roleOf, seatsAt, tableOf, takesPart } from './lookup.ts';
import type { PhoneTag, Seat, SeatId, State, Table, TableNumber } from './state.ts';

/** Whether this seat is a person in every number: who is here, mixes, missing voices, votes. A further seat of one phone is none before heads are counted. */
export function counts(seat: Seat): boolean {
  return seat.extra?.counted !== false;
}

/** Everybody who is here, sits at a table and counts. */
export function peopleHere(state: State): readonly Seat[] {
  return [...state.seats.values()].filter((seat) => seat.here && counts(seat) && takesPart(roleOf(state, seat)));
}

/** The first seat that was taken by this phone: the others came later and are extra. */
export function firstOfPhone(state: State, phone: PhoneTag): Seat | undefined {
  const same = [...state.seats.values()].filter((seat) => seat.phone === phone);
  return same.find(({ extra }) => !extra) ?? same[0];
}

/** Who shares a phone goes where the phone goes. */
export function onOnePhone(state: State, people: readonly Seat[]): readonly (readonly [SeatId, SeatId])[] {
  return people.flatMap(({ id, phone, extra }) => {
    const first = extra && phone && firstOfPhone(state, phone);
    return first ? [[first.id, id] as const] : [];
  });
}

/** Tables as they are laid anew, with those who are in no mix because they do not count yet: they sit where their phone is. */
export function withWaiting(state: State, tables: readonly Table[]): readonly Table[] {
  const waiting = [...state.seats.values()].filter((seat) => seat.here && !counts(seat));
  return waiting.reduce((laid, { id, phone, table }) => {
    const first = phone && firstOfPhone(state, phone);
    const at = laid.find(({ seats }) => first && seats.includes(first.id)) ?? laid.find(({ number }) => number === table) ?? laid[0];
    return laid.map((each) => (each === at ? { ...each, seats: [...each.seats, id] } : each));
  }, tables);
}

/** One phone that goes around the largest table. */
export const MOST_ON_PHONE = 30;

/** Whether so many sat down by this phone already that nobody else can. */
export function isFullPhone({ seats }: State, phone: PhoneTag): boolean {
  return [...seats.values()].filter((seat) => seat.phone === phone).length >= MOST_ON_PHONE;
}

/**
 * Of so many heads at a table, which extra seats are people: as many as there is room for beside the others, oldest
 * first. Nobody makes people of the seats on their own phone (`own`): what of those counted already, stays so.
 */
export function extraThatFit(state: State, number: TableNumber, heads: number, own?: PhoneTag): readonly SeatId[] {
  const table = tableOf(state, number);
  const here = table ? seatsAt(state, table).filter((seat) => seat.here) : [];
  const extra = here.filter((seat) => seat.extra).sort((a, b) => (a.extra?.since ?? 0) - (b.extra?.since ?? 0));
  const room = Math.max(0, heads - (here.length - extra.length));
  const fit = own === undefined ? extra : extra.filter((seat) => seat.phone !== own || counts(seat));
  return fit.slice(0, room).map(({ id }) => id);
}

/** What is known of the heads at a table. */
export type Heads = {
  /** As counted aloud; null while nobody did. */
  readonly said: number | null;
  /** Seats that count. */
  readonly people: number;
  /** Extra seats that do not count yet, and with how many people they share how many phones. */
  readonly waiting: number;
  readonly sharing: number;
  readonly phones: number;
};

export function headsAt(state: State, number: TableNumber): Heads {
  const table = tableOf(state, number);
  const here = table ? seatsAt(state, table).filter((seat) => seat.here) : [];
  const waiting = here.filter((seat) => !counts(seat));
  const phones = new Set(waiting.map(({ phone }) => phone));
  return {
    said: state.heads[number] ?? null,
    people: here.length - waiting.length,
    waiting: waiting.length,
    sharing: here.filter(({ phone }) => phone !== undefined && phones.has(phone)).length,
    phones: phones.size,
  };
}
