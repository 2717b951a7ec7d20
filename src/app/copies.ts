import type { Event } from '#conversation/event.ts';
import type { Situation } from '#conversation/input.ts';
import { useOf } from '#conversation/lookup.ts';
import { textsOfFields } from '#conversation/lostWords.ts';
import type { Entry } from '#conversation/state.ts';
import { bareWords, textsIn, type TextId, type WordsOf } from '#conversation/words.ts';
import { sayingOf } from '#inputs/saying.ts';
import { LANGUAGES } from '#words/language.ts';

/** The cards of which these events take words away, as they were before. */
export function cardsLettingGo({ state }: Situation, events: readonly Event[]): readonly Entry[] {
  return events.flatMap((event) => ('entry' in event && LETS_GO.has(event.type) ? (state.entries.get(event.entry) ?? []) : []));
}

const LETS_GO: ReadonlySet<Event['type']> = new Set(['entryWithdrawn', 'entryHidden', 'entryCorrected', 'entryShortened']);

/** All that `copiesOf` reads. */
export function wordsAmongCopies({ state }: Situation, cards: readonly Entry[]): readonly TextId[] {
  const now = cards.flatMap(({ id }) => state.entries.get(id) ?? []);
  return [...new Set([...[...cards, ...now].flatMap(({ body }) => textsIn(body)), ...state.outcomes.flatMap(textsOfFields)])];
}

/**
 * What stands in outcomes, now or in an earlier wording, in the very words that such a card says no longer: forms are
 * filled in with what cards say, and nobody may keep by a copy what its writer took back.
 */
export function copiesOf(situation: Situation, cards: readonly Entry[], words: WordsOf): readonly TextId[] {
  const { state } = situation;
  const gone = new Set(cards.flatMap((card) => saidIn(situation, card, words)));
  for (const { id } of cards) {
    const now = state.entries.get(id);
    if (now?.status === 'there') for (const said of saidIn(situation, now, words)) gone.delete(said);
  }
  return state.outcomes.flatMap(textsOfFields).filter((text) => gone.has(bareWords(words(text) ?? '')));
}

/** Its texts, and the line that stands for all of it. */
function saidIn(situation: Situation, entry: Entry, words: WordsOf): readonly string[] {
  const use = useOf(situation.state, entry);
  const rules = use && situation.inputs[use.kind];
  const texts = textsIn(entry.body).flatMap((text) => words(text) ?? []);
  if (!use || !rules || texts.length === 0) return [];
  const body = rules.view(use, entry.body, words);
  const lines = LANGUAGES.map((locale) => sayingOf(use, body, locale)).filter((line) => !Object.values(use.label).includes(line));
  return [...texts, ...lines].map(bareWords).filter((said) => said !== '');
}
