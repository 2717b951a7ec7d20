import type { Event } from '../event.ts';
import type { Effect, Outcome, OutcomeId } from '../outcome.ts';
import { OWNER } from '../owning.ts';
import type { EntryId, State } from '../state.ts';

export function makeOutcome(state: State, event: Extract<Event, { type: 'outcomeMade' }>): State {
  const { outcome: id, kind, fields, cards, owner, theme, seenBy, due, at, point } = event;
  const made: Outcome = {
    id,
    kind,
    fields,
    cards,
    ...(point && { point }),
    owner: { name: owner, seat: null },
    theme,
    seenBy,
    history: [{ status: 'open', because: null, due, at }],
    changes: [],
    withResidents: false,
    effects: {},
    turns: [],
    origin: event.origin ?? null,
    asked: [],
    dropped: null,
  };
  return { ...state, outcomes: [...state.outcomes, made] };
}

export function changeOutcome(state: State, id: OutcomeId, change: (known: Outcome) => Outcome): State {
  return { ...state, outcomes: state.outcomes.map((each) => (each.id === id ? change(each) : each)) };
}

/** Opened to everybody: what was said of it until now, and why it was opened, stays with those who lead. */
export function rewordOutcome(state: State, event: Extract<Event, { type: 'outcomeChanged' }>): State {
  const { outcome, because, at, fields, cards, owner, theme, seenBy } = event;
  return changeOutcome(state, outcome, (known) => {
    const changes = [...known.changes, { because, before: known.fields, at }];
    const opens = known.seenBy === 'leaders' && seenBy === 'everyone';
    const said = { history: known.history.length, changes: changes.length, turns: known.turns.length };
    const words = { fields, cards, owner: { ...known.owner, name: owner }, theme, seenBy, changes };
    return { ...known, ...words, ...(opens && { beforeOpening: said }) };
  });
}

/** A card let go of words: a form that was drawn before may still hold them. */
export function cardLetGo(state: State, entry: EntryId): State {
  const outcomes = state.outcomes.map((each) => (each.cards.includes(entry) ? { ...each, lost: (each.lost ?? 0) + 1 } : each));
  return state.outcomes.length === 0 ? state : { ...state, outcomes };
}

/** What somebody noticed goes with the card they told it with: with another they may tell it again, and still count once. */
export function effectTakenBack(state: State, card: EntryId): State {
  if (!state.outcomes.some(({ effects }) => effects[card] !== undefined)) return state;
  return { ...state, outcomes: state.outcomes.map((each) => noticed(each, card, null)) };
}

/** What is noticed, told with this card; null when that is taken back. */
export function noticed(outcome: Outcome, card: EntryId, effect: Effect | null): Outcome {
  const { [card]: _, ...others } = outcome.effects;
  return { ...outcome, effects: effect === null ? others : { ...others, [card]: effect } };
}

/** Beside the tables: no chair, no voice, no number. */
export function seatOwner(state: State, { outcome, seat }: Extract<Event, { type: 'ownerSeated' }>): State {
  const owner = { id: seat, role: OWNER.id, perspectives: [], table: 0, here: true };
  return changeOutcome({ ...state, seats: state.seats.put(seat, owner) }, outcome, (known) => ({
    ...known,
    owner: { ...known.owner, seat },
  }));
}
