import { SIDES, type Perspective, type Side } from '#conversation/format.ts';
import { counts } from '#conversation/heads.ts';
import type { Situation } from '#conversation/input.ts';
import { roleOf, takesPart, useOf } from '#conversation/lookup.ts';
import { sideOf } from '#conversation/seating.ts';
import type { Entry, Seat, State } from '#conversation/state.ts';
import { partsShown, peopleShown, type Audience, type Part } from './numbers.ts';

export interface Facts {
  /** All who took part, whenever they came; null while it goes on, and when they were too few. */
  readonly people: number | null;
  readonly sides: { readonly [side in Side | 'other']: Part } | null;
  readonly tables: number;
  readonly cards: number;
  /** Perspectives the format wants there and nobody spoke from. */
  readonly missing: readonly Perspective[];
  /** Someone who led it works for the municipality. */
  readonly ledByMunicipality: boolean;
}

export function factsOf(situation: Situation, audience: Audience): Facts {
  const { state } = situation;
  const all = [...state.seats.values()];
  const people = all.filter((seat) => counts(seat) && takesPart(roleOf(state, seat)));
  // Two moments could be subtracted from one another: people are counted once, when all is over.
  const total = state.closedAt === null ? null : peopleShown(people.length, audience);
  const leaders = all.filter((seat) => roleOf(state, seat)?.task === 'facilitate');
  return {
    people: total,
    sides: total === null ? null : sidesOf(people),
    tables: tablesOf(state, people),
    cards: cardsOf(situation),
    missing: missingFrom(state, people),
    ledByMunicipality: state.scope.ledBy === 'municipality' || leaders.some((seat) => sideOf(seat.perspectives) === 'municipality'),
  };
}

function sidesOf(people: readonly Seat[]) {
  const count = (side: Side | null) => people.filter((seat) => sideOf(seat.perspectives) === side).length;
  const [resident, professional, municipality] = SIDES.map(count);
  return partsShown({ resident: resident ?? 0, professional: professional ?? 0, municipality: municipality ?? 0, other: count(null) });
}

function tablesOf(state: State, people: readonly Seat[]): number {
  const wroteAt = Object.values(state.byPlace).flatMap((tables) => Object.keys(tables).map(Number));
  return new Set([...people.map((seat) => seat.table), ...wroteAt].filter((table) => table > 0)).size;
}

/** What was written and not withdrawn, and speaks for itself. */
function cardsOf(situation: Situation): number {
  return [...situation.state.entries.values()].filter(
    (entry) => entry.status === 'there' && entry.laid && speaksForItself(situation, entry),
  ).length;
}

function speaksForItself({ state, inputs }: Situation, entry: Entry): boolean {
  const use = useOf(state, entry);
  return use !== undefined && inputs[use.kind]?.summary(use, [], () => null) === null;
}

function missingFrom(state: State, people: readonly Seat[]): readonly Perspective[] {
  const voices = new Set(people.flatMap((seat) => seat.perspectives.flatMap((each) => [each, sideOf([each])])));
  return state.format.mustBePresent.filter((perspective) => !voices.has(perspective));
}
