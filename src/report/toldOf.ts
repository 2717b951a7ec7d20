import type { Situation } from '#conversation/input.ts';
import { stepAt, steps, useOf } from '#conversation/lookup.ts';
import type { Entry, EntryId } from '#conversation/state.ts';
import type { WordsOf } from '#conversation/words.ts';
import type { CardView } from '#inputs/card/rules.ts';
import { cardOf, released } from './cards.ts';
import { inputReport } from './inputs.ts';

/** What the report tells of one card. It names no table and no person. */
export interface ToldOfCard {
  /** Its own table chose it for the room. */
  readonly picked: boolean;
  /** The words of what it belongs to. */
  readonly themes: readonly string[];
}

/** Null when it does not stand in the report. */
export function toldOf(situation: Situation, entry: Entry, words: WordsOf): ToldOfCard | null {
  const { state } = situation;
  const step = stepAt(state, entry.place);
  const use = useOf(state, entry);
  if (!step || !use || !inputReport(situation, step, use, words).cards.includes(entry.id)) return null;
  return { picked: entry.given !== undefined, themes: themesOf(situation, entry.id, words) };
}

function themesOf(situation: Situation, card: EntryId, words: WordsOf): readonly string[] {
  const { state } = situation;
  const inputs = state.format.outcomes.flatMap(({ kind, seenBy, from }) => (kind === 'themeMap' && seenBy === 'everyone' ? from : []));
  const themes = steps(state).flatMap(({ place }) => inputs.flatMap((input) => released(state, place, input)));
  return themes.flatMap((theme) => {
    const shown = cardOf(situation, theme, words);
    if (shown?.kind !== 'card') return [];
    const { links, text } = shown.body as CardView;
    return links.includes(card) && text !== null ? [text] : [];
  });
}
