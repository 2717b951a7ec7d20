import { partsOf } from './compounds.ts';
import { englishStem } from './english.ts';
import { spelled, type Folded } from './fold.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stopWords.ts';
import { groupOf, phraseAt, type Phrase } from './groups.ts';

export interface Typed {
  /** Whether the last word may still grow: *mantelz* then finds *mantelzorg*. */
  readonly typing?: boolean;
}

/**
 * The text of a `tsquery` for what somebody typed: every word has to be found, as it is, bent, as its synonyms or by
 * its parts. Null when nothing was typed that can be looked for. Whatever was typed, this text is well-formed.
 */
export function searchQuery(typed: string, { typing = false }: Typed = {}): string | null {
  const words = spelled(typed.slice(0, LONGEST_TYPED))
    .filter((word) => !word.split('-').every(isStopWord))
    .slice(0, MOST_WORDS);
  const wanted: string[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(words, at);
    const word = words[at] ?? '';
    at += phrase?.length ?? 1;
    wanted.push(phrase ? anyOf(phrase.group.map((one) => inOrder(one))) : written(word, typing && at === words.length));
  }
  return wanted.length > 0 ? wanted.join(' & ') : null;
}

/** The words themselves, to tell what answers best: the whole query would cost twice the time. */
export function rankQuery(typed: string): string {
  const words = spelled(typed.slice(0, LONGEST_TYPED))
    .flatMap((word) => word.split('-'))
    .filter((word) => word !== '' && !isStopWord(word));
  return anyOf(
    words
      .slice(0, MOST_WORDS)
      .flatMap((word) => [
        `'${stem(word)}'`,
        ...groupOf(word).flatMap(({ stems: [one, ...more] }) => (one && more.length === 0 ? [`'${one}'`] : [])),
      ]),
  );
}

/** One word, in all ways it may have been written. */
function written(word: Folded, growing: boolean): string {
  const pieces = word.split('-').filter((piece) => !isStopWord(piece));
  const whole = pieces.join('');
  const grown = growing && whole.length >= SHORTEST_GROWING ? [`'${whole}':*`] : [];
  if (pieces.length > 1) return anyOf([`'${stem(whole)}'`, beside(pieces), ...grown]);
  const parts = partsOf(whole);
  return anyOf([meant(whole), ...(parts.length > 1 ? [beside(parts)] : []), ...grown]);
}

/** The parts of a compound in one word, or as words beside each other: for *jeugdzorg* also *zorg voor de jeugd*. */
function beside(parts: readonly Folded[]): string {
  const apart = parts.map((part) => meant(part, WHOLE_WORDS));
  const together = parts.map((part) => meant(part)).join(' <0> ');
  return anyOf([together, apart.join(' <-> '), apart.toReversed().join(' <-> ')]);
}

/** The word, or what it also may be called. Nobody says in which language they look. */
function meant(word: Folded, weights = ''): string {
  const itself = [stem(word), englishStem(word)].map((one) => `'${one}'${weights}`);
  return anyOf([...itself, ...groupOf(word).map((phrase) => inOrder(phrase, weights))]);
}

/** Stems have only letters, digits and the mark of English: they need no escaping. */
function inOrder({ stems }: Phrase, weights = ''): string {
  const words = stems.map((one) => `'${one}'${weights}`).join(' <-> ');
  return stems.length > 1 ? `(${words})` : words;
}

function anyOf(ways: readonly string[]): string {
  const different = [...new Set(ways)];
  return different.length > 1 ? `(${different.join(' | ')})` : different.join('');
}

/** See the weights of `searchDocument`. */
const WHOLE_WORDS = ':AB';
const LONGEST_TYPED = 200;
const MOST_WORDS = 8;
const SHORTEST_GROWING = 3;
