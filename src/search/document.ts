import { partsOf } from './compounds.ts';
import { englishStem } from './english.ts';
import { foldedWords, spelled, type Folded } from './fold.ts';
import { stem } from './stem.ts';
import { isEnglish, isStopWord } from './stopWords.ts';

/** Words of something that can be found. Those of its title weigh more. */
export interface SearchedWords {
  readonly in: 'title' | 'body';
  readonly words: string;
}

/**
 * What a database keeps to find it by: the text of a `tsvector`, with for each word as it stands and its stem, and
 * for a compound its parts. Whole words weigh A in a title and B elsewhere, parts C and D.
 */
export function searchDocument(searched: readonly SearchedWords[], labels: Labels = {}): string {
  const all = searched.map(({ in: place, words }) => ({ place, words: spelled(words) }));
  const found = new Lexemes(isEnglish(all.flatMap(({ words }) => words)));
  for (const { place, words } of all) {
    for (const word of words) found.add(word, place === 'title' ? TITLE : BODY);
    found.gap();
  }
  return [found.toString(), ...Object.entries(labels).map(([name, words]) => label(name, words))].join(' ');
}

/** Words by which a list is narrowed, each under a name: a theme. */
export interface Labels {
  readonly [name: string]: string;
}

/** The text of a `tsquery` for what bears this label. */
export function label(name: string, words: string): string {
  return `'${name}/${short(foldedWords(words).join(' '))}'`;
}

interface Weights {
  readonly whole: string;
  readonly part: string;
}

const TITLE: Weights = { whole: 'A', part: 'C' };
const BODY: Weights = { whole: 'B', part: 'D' };

class Lexemes {
  readonly #english: boolean;
  readonly #places = new Map<string, Set<string>>();
  #place = 0;

  constructor(english: boolean) {
    this.#english = english;
  }

  /** A word as it is spelled: `wmo-loket` is two words, and one. */
  add(word: Folded, weights: Weights): void {
    const pieces = word.split('-').map(short);
    if (pieces.length > 1) this.#note(short(pieces.join('')), weights.whole, this.#place + 1);
    for (const piece of pieces) {
      if (isStopWord(piece)) continue;
      this.#place += 1;
      this.#one(piece, weights);
    }
  }

  /** Words of two texts do not stand beside each other. */
  gap(): void {
    this.#place += GAP;
  }

  toString(): string {
    return [...this.#places].map(([lexeme, places]) => `'${lexeme}':${[...places].join(',')}`).join(' ');
  }

  #one(word: Folded, { whole, part }: Weights): void {
    this.#note(word, whole);
    if (this.#english) return this.#note(englishStem(word), whole);
    this.#note(stem(word), whole);
    for (const piece of spansOf(partsOf(word))) this.#note(stem(piece), part);
  }

  #note(lexeme: string, weight: string, place = this.#place): void {
    const places = this.#places.get(lexeme) ?? new Set();
    this.#places.set(lexeme, places);
    if (![...WEIGHTS].some((heavier) => heavier <= weight && places.has(`${at(place)}${heavier}`))) places.add(`${at(place)}${weight}`);
  }
}

/** Each part, and neighbours together: of *schuldhulpverlening* also *schuldhulp* and *hulpverlening*. */
function spansOf(parts: readonly Folded[]): readonly Folded[] {
  const spans = parts.slice(0, -1).map((part, index) => `${part}${parts[index + 1] ?? ''}`);
  return parts.length > 2 ? [...parts, ...spans] : parts;
}

/** A database takes no lexeme of more than 2,046 bytes, and nobody looks for a word this long. */
function short(word: Folded): Folded {
  return word.slice(0, LONGEST_LEXEME);
}

/** PostgreSQL counts no further. */
function at(place: number): number {
  return Math.min(place, 16_383);
}

const WEIGHTS = 'ABCD';
const GAP = 10;
const LONGEST_LEXEME = 200;
