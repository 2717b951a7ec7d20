/**
 * Dice that can be thrown again. Every draw in the house comes from a seed that stands in the log,
 * so that a replay is exact. The generator is sfc32 (Chris Doty-Humphrey, PractRand), seeded by
 * xmur3-style string hashing. It is not for secrets.
 */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** A new list in an order of chance; the given list stays as it was. */
  shuffle<T>(items: readonly T[]): T[];
  /** One of the items, or undefined when there are none. */
  pick<T>(items: readonly T[]): T | undefined;
  /** A fresh id of twenty letters and digits (100 bits wide, as good as the seed). */
  id(): string;
}

export function chanceFrom(seed: string): Chance {
  const hash = hasher(seed);
  const next = generator(hash(), hash(), hash(), hash());
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    shuffle: (items) => shuffled(items, below),
    pick: (items) => items[below(items.length)],
    id: () => Array.from({ length: 20 }, () => LETTERS[below(32)]).join(''),
  };
}

/** Thirty-two signs that are hard to mistake for one another. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

function hasher(text: string): () => number {
  let hash = 1779033703 ^ text.length;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    return (hash ^= hash >>> 16) >>> 0;
  };
}

function generator(a: number, b: number, c: number, counter: number): () => number {
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}

function shuffled<T>(items: readonly T[], below: (limit: number) => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = below(last + 1);
    const kept = result[last] as T;
    result[last] = result[other] as T;
    result[other] = kept;
  }
  return result;
}
