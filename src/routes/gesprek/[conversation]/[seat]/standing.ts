import type { HideRule } from '#conversation/state.ts';
import type { OwnCardShape } from '#conversation/views/shapes.ts';
import { wordsOf } from '#inputs/choices.ts';
import { m } from '#words/compiled/messages.js';

export interface Standing {
  readonly kind: 'saved' | 'waiting' | 'stopped';
  readonly text: string;
}

/** Where a card of mine stands, in words. */
export function standing({ hiddenBy, shortened, laid, late, kept, seenBy }: OwnCardShape, seen: boolean): Standing {
  if (hiddenBy) return { kind: 'stopped', text: HIDDEN[hiddenBy]() };
  if (shortened !== null) return { kind: 'saved', text: m.became_shortened({ words: wordsOf(shortened) }) };
  if (!laid) return { kind: 'saved', text: m.status_draft() };
  if (late) return { kind: 'saved', text: m.status_late() };
  if (kept) return { kind: 'saved', text: m.status_kept() };
  return { kind: 'saved', text: seen ? `${m.status_saved()}. ${SEEN[seenBy]()}.` : m.status_saved() };
}

const HIDDEN: { readonly [rule in HideRule]: () => string } = {
  aboutSomeoneElse: () => m.status_hidden_about(),
  unkind: () => m.status_hidden_unkind(),
  name: () => m.status_hidden_name(),
  mistake: () => m.status_hidden_mistake(),
};

const SEEN: { readonly [audience in OwnCardShape['seenBy']]: () => string } = {
  everyone: () => m.status_seen_everyone(),
  table: () => m.status_seen_table(),
  me: () => m.status_seen_me(),
};
