import type { Folded } from './fold.ts';
import { NO_PART, SHORT_PARTS, WORD_PARTS } from './lexicon.ts';
import { stem } from './stem.ts';

/**
 * The parts of a Dutch compound: *schuldhulpverlening* is schuld, hulp, verlening, *dorpshuizen* dorp, huizen; empty
 * for a word that is none. Its first or last part may be unknown (*buurtcirkel*) where it cannot be made of known ones.
 */
export function partsOf(word: Folded): readonly Folded[] {
  if (word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND || /[^a-z]/.test(word)) return [];
  const before = TAKEN_APART.get(word);
  if (before) return before;
  const parts = made(word, { ofShort: true, ends: true }) ?? guessed(word);
  const found = parts && parts.length > 1 ? parts : [];
  if (TAKEN_APART.size >= MOST_REMEMBERED) TAKEN_APART.clear();
  TAKEN_APART.set(word, found);
  return found;
}

/** The same words come again and again. */
const TAKEN_APART = new Map<Folded, readonly Folded[]>();
const MOST_REMEMBERED = 20_000;

interface How {
  /** Whether short parts count. */
  readonly ofShort: boolean;
  /** Whether the word ends here; where it goes on, an s may join. */
  readonly ends: boolean;
}

/** The fewest known parts a text can be made of. */
function made(text: string, how: How): readonly Folded[] | null {
  const ways: (readonly Folded[] | null)[] = [[]];
  for (let to = 1; to <= text.length; to++) {
    let found: readonly Folded[] | null = null;
    for (let from = 0; from <= to - SHORTEST_PART; from++) {
      const before = ways[from];
      if (!before || (found && before.length + 1 >= found.length)) continue;
      const part = known(text.slice(from, to), how.ofShort, how.ends && to === text.length);
      if (part !== null) found = [...before, part];
    }
    ways[to] = found;
  }
  return ways[text.length] ?? null;
}

/** With as few unknown letters as possible. */
function guessed(word: string): readonly Folded[] | null {
  for (let unknown = SHORTEST_GUESS; unknown <= word.length - SHORTEST_LONG_PART; unknown++) {
    const [head, tail] = [word.slice(0, -unknown), word.slice(-unknown)];
    const withTail = NO_PART.test(tail) ? null : made(head, { ofShort: false, ends: false });
    if (withTail) return [...withTail, tail];
    const [first, last] = [word.slice(0, unknown), word.slice(unknown)];
    const withHead = NO_PART.test(first) ? null : made(last, { ofShort: false, ends: true });
    if (withHead) return [first, ...withHead];
  }
  return null;
}

function known(piece: string, ofShort: boolean, ends: boolean): Folded | null {
  if (WORD_PARTS.has(piece) || (ofShort && SHORT_PARTS.has(piece))) return piece;
  const joined = !ends && piece.endsWith('s') ? piece.slice(0, -1) : null;
  if (joined !== null && (WORD_PARTS.has(joined) || (ofShort && SHORT_PARTS.has(joined)))) return joined;
  return piece.length >= SHORTEST_LONG_PART && STEMS.has(stem(piece)) ? piece : null;
}

const STEMS: ReadonlySet<string> = new Set([...WORD_PARTS].map((part) => stem(part)));

const SHORTEST_COMPOUND = 6;
const LONGEST_COMPOUND = 60;
const SHORTEST_PART = 3;
const SHORTEST_LONG_PART = 4;
const SHORTEST_GUESS = 5;
