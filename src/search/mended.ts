import { spelled, type Folded } from './fold.ts';
import { WORD_PARTS } from './lexicon.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stopWords.ts';
import { SYNONYMS } from './synonyms.ts';

/**
 * What was typed, with each word that this house does not know made the one it knows that is one slip away: a letter
 * too many, too few, another, or two that changed places. Null when there is nothing to mend. Only for when nothing was found.
 */
export function mended(typed: string): string | null {
  const words = spelled(typed.slice(0, LONGEST_TYPED));
  const better = words.map((word) => (isKnown(word) ? word : (nearest(word) ?? word)));
  return better.some((word, index) => word !== words[index]) ? better.join(' ') : null;
}

const KNOWN: ReadonlySet<Folded> = new Set([
  ...WORD_PARTS,
  ...spelled(SYNONYMS.replaceAll(/[,;]/g, ' ')).filter((word) => /^[a-z]{5,}$/.test(word)),
]);
const STEMS: ReadonlySet<string> = new Set([...KNOWN].map((word) => stem(word)));

function isKnown(word: Folded): boolean {
  return word.length < SHORTEST_MENDED || isStopWord(word) || KNOWN.has(word) || STEMS.has(stem(word));
}

/** In short words one letter makes another word. */
function nearest(word: Folded): Folded | null {
  for (const slip of slips(word)) if (KNOWN.has(slip)) return slip;
  return null;
}

function* slips(word: string): Iterable<string> {
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after.length > 1) yield `${before}${after.charAt(1)}${after.charAt(0)}${after.slice(2)}`;
    if (after !== '') yield `${before}${after.slice(1)}`;
    for (const letter of LETTERS) {
      yield `${before}${letter}${after}`;
      if (after !== '') yield `${before}${letter}${after.slice(1)}`;
    }
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SHORTEST_MENDED = 5;
const LONGEST_TYPED = 200;
