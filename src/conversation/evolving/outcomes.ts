import type { Event } from '../event.ts';
import type { Outcome, OutcomeId } from '../outcome.ts';
import type { State } from '../state.ts';

export function makeOutcome(state: State, event: Extract<Event, { type: 'outcomeMade' }>): State {
  const { outcome: id, kind, fields, cards, owner, theme, seenBy, due, at } = event;
  const made: Outcome = {
    id,
    kind,
    fields,
    cards,
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
