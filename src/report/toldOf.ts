import type { Situation } from '#conversation/input.ts';
import { stepAt, steps, useOf } from '#conversation/lookup.ts';
import { isGuessable } from '#conversation/smallTables.ts';
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
  /** It may stand in the report for everybody too: somebody at the same table could not guess whose it is. */
  readonly forAll: boolean;
}

/** Null when it does not stand in the report. */
export function toldOf(situation: Situation, entry: Entry, words: WordsOf): ToldOfCard | null {
  if (!standingCards(situation, words)(entry)) return null;
  const forAll = !isGuessable(situation.state, entry);
  return { picked: entry.given !== undefined, themes: themesOf(situation, entry.id, words), forAll };
}

export type StandsInReport = (entry: Entry) => boolean;

/** Whether a card can be read in the report; remembers what it found of each input. */
export function standingCards(situation: Situation, words: WordsOf): StandsInReport {
  const { state } = situation;
  const found = new Map<string, ReadonlySet<EntryId>>();
  const standing = (entry: Entry) => {
    const step = stepAt(state, entry.place);
    const use = useOf(state, entry);
    return new Set(step && use ? inputReport(situation, step, use, words).cards : []);
  };
  return (entry) => {
    const key = `${entry.place}/${entry.input}`;
    const cards = found.get(key) ?? standing(entry);
    found.set(key, cards);
    return cards.has(entry.id);
  };
}

function themesOf(situation: Situation, card: EntryId, words: WordsOf): readonly string[] {
  const { state } = situation;
  const inputs = state.format.outcomes.flatMap(({ kind, seenBy, from }) => (kind === 'themeMap' && seenBy === 'everyone' ? from : []));
  const themes = steps(state).flatMap(({ place }) => inputs.flatMap((input) => released(state, place, input)));
  const named = themes.flatMap((theme) => {
    const shown = cardOf(situation, theme, words);
    if (shown?.kind !== 'card') return [];
    const { links, text } = shown.body as CardView;
    return links.includes(card) && text !== null ? [text] : [];
  });
  // Two tables can give a theme the same name.
  return [...new Set(named)];
}
