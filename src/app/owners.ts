import type { Event } from '#conversation/event.ts';
import { outcomeIn, type OutcomeId, type Owner } from '#conversation/outcome.ts';
import type { SeatId, State } from '#conversation/state.ts';
import type { TextId, WordsOf } from '#conversation/words.ts';

/** An outcome of which the words were changed, with who saw to it before. */
export interface OwnerBefore {
  readonly outcome: OutcomeId;
  readonly owner: Owner;
}

/** `state`: before these events. */
export function ownersBefore(state: State, events: readonly Event[]): readonly OwnerBefore[] {
  return events.flatMap((event) => {
    const known = event.type === 'outcomeChanged' ? outcomeIn(state, event.outcome) : undefined;
    return known ? { outcome: known.id, owner: known.owner } : [];
  });
}

/** The seats of owners that lead to nothing any more, because these events put another in their place. */
export function seatsLeft(state: State, events: readonly Event[]): readonly SeatId[] {
  return events.flatMap((event) => {
    const seat = event.type === 'ownerSeated' ? outcomeIn(state, event.outcome)?.owner.seat : undefined;
    return seat && event.type === 'ownerSeated' && seat !== event.seat ? seat : [];
  });
}

/** All that `ownersReplaced` reads. */
export function namesOfOwners(state: State, before: readonly OwnerBefore[]): readonly TextId[] {
  return before.flatMap(({ outcome, owner }) => [owner.name, outcomeIn(state, outcome)?.owner.name ?? owner.name]);
}

/** Those that somebody else sees to now, by their words. */
export function ownersReplaced(state: State, before: readonly OwnerBefore[], words: WordsOf): readonly OutcomeId[] {
  const named = (name: TextId | undefined) => (name && words(name)?.trim()) ?? null;
  const other = before.filter(({ outcome, owner }) => named(owner.name) !== named(outcomeIn(state, outcome)?.owner.name));
  return [...new Set(other.map(({ outcome }) => outcome))];
}
