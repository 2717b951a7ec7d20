import { englishStem } from './english.ts';
import { foldedWords, type Folded } from './fold.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stopWords.ts';
import { SYNONYMS } from './synonyms.ts';

/** Words that are found in this order, most often one; by their stems in that language. */
export interface Phrase {
  readonly stems: readonly string[];
}

/** What one word may also be called. */
export function groupOf(word: Folded): readonly Phrase[] {
  return SINGLE.get(stem(word)) ?? SINGLE.get(englishStem(word)) ?? [];
}

/** The longest phrase of several words that stands at this place of what was typed: *wet maatschappelijke ondersteuning*. */
export function phraseAt(words: readonly Folded[], at: number): { readonly length: number; readonly group: readonly Phrase[] } | null {
  const stands = ({ stems }: Phrase): boolean =>
    stems.every((one, index) => one === stem(words[at + index] ?? '') || one === englishStem(words[at + index] ?? ''));
  const found = LONGER.find(({ phrase }) => stands(phrase));
  return found ? { length: found.phrase.stems.length, group: found.group } : null;
}

const GROUPS: readonly (readonly Phrase[])[] = SYNONYMS.trim()
  .split('\n')
  .map((line) => {
    const [dutch = '', english = ''] = line.split(';');
    return [...phrases(dutch, stem), ...phrases(english, englishStem)];
  });

const SINGLE: ReadonlyMap<string, readonly Phrase[]> = new Map(
  GROUPS.flatMap((group) => group.flatMap(({ stems: [one = '', ...more] }) => (more.length > 0 ? [] : [[one, group] as const]))),
);

const LONGER = GROUPS.flatMap((group) => group.map((phrase) => ({ phrase, group })))
  .filter(({ phrase }) => phrase.stems.length > 1)
  .toSorted((one, other) => other.phrase.stems.length - one.phrase.stems.length);

function phrases(listed: string, toStem: (word: Folded) => string): readonly Phrase[] {
  return listed
    .split(',')
    .map((phrase) => ({
      stems: foldedWords(phrase)
        .filter((word) => !isStopWord(word))
        .map(toStem),
    }))
    .filter(({ stems }) => stems.length > 0);
}
