import type { Action, Actor } from '../action.ts';
import type { Chance } from '../chance.ts';
import type { Circumstances, Decision } from '../decision.ts';
import type { Event } from '../event.ts';
import type { Situation } from '../input.ts';
import type { Refusal } from '../refusal.ts';
import type { State } from '../state.ts';
import { asTextId, type NewText } from '../words.ts';

/** All a decider may look at. Whether the action is allowed was asked before it is called. */
export interface Context {
  readonly situation: Situation;
  readonly state: State;
  readonly actor: Actor;
  readonly circumstances: Circumstances;
  readonly chance: Chance;
}

export type Deciders = {
  readonly [Type in Action['type']]: (context: Context, action: Extract<Action, { type: Type }>) => Decision | Refusal;
};
export type DecidersFor<Type extends Action['type']> = Pick<Deciders, Type>;

export function happened(events: readonly Event[], more: Partial<Omit<Decision, 'events'>> = {}): Decision {
  return { events, texts: [], erased: [], authored: [], ballot: null, answer: {}, ...more };
}

/** New words with the id that stands for them; none for empty words. */
export function newText(chance: Chance, words: string): NewText | null {
  const trimmed = words.trim();
  return trimmed === '' ? null : { id: asTextId(chance.id()), words: trimmed };
}
