import type { State } from '#conversation/state.ts';
import { placesInView } from '#conversation/visible.ts';
import { textsIn, type TextId } from '#conversation/words.ts';

/** The texts that may stand on a screen now: of the conversation itself, and of the cards of this step. */
export function textsInView(state: State): TextId[] {
  const scope = [...textsIn({ ...state.scope }), ...state.scopeChanges.flatMap((change) => textsIn({ ...change }))];
  const calls = state.calls.map(({ words }) => words);
  const general = [...scope, ...calls, ...Object.values(state.adapted)].flatMap((id) => id ?? []);
  return [...general, ...cardsInView(state)];
}

function cardsInView(state: State): TextId[] {
  const tables = placesInView(state).flatMap((place) => Object.values(state.byPlace[place] ?? {}));
  const each = Math.ceil(MOST / Math.max(1, tables.length));
  const entries = tables.flatMap((ids) => ids.slice(-each)).flatMap((id) => state.entries.get(id) ?? []);
  return entries
    .filter(({ status }) => status !== 'withdrawn')
    .flatMap(({ body, original, spoken }) => [...textsIn(body), ...textsIn(original ?? null), ...(spoken ? [spoken.text] : [])]);
}

/** Screens show far fewer; more than this is looked up when it is missed. */
const MOST = 20_000;
