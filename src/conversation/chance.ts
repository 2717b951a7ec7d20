/**
 * Dice that can be thrown again. Every draw in the house comes from a seed that stands in the log,
 * so that a replay is exact. The generator is sfc32 (Chris Doty-Humphrey, PractRand); its 128 bits of
 * state come from the whole seed by four interleaved hashes (cyrb128). It is not for secrets.
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
  const next = generator(...hashed(seed));
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

/** One hash of 32 bits would make two ids in a hundred thousand meet; four of them, each fed by its neighbour, do not. */
function hashed(text: string): [number, number, number, number] {
  let [one, two, three, four] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index);
    one = two ^ Math.imul(one ^ sign, 597399067);
    two = three ^ Math.imul(two ^ sign, 2869860233);
    three = four ^ Math.imul(three ^ sign, 951274213);
    four = one ^ Math.imul(four ^ sign, 2716044179);
  }
  one = Math.imul(three ^ (one >>> 18), 597399067);
  two = Math.imul(four ^ (two >>> 22), 2869860233);
  three = Math.imul(one ^ (three >>> 17), 951274213);
  four = Math.imul(two ^ (four >>> 19), 2716044179);
  return [one ^ two ^ three ^ four, two ^ one, three ^ one, four ^ one];
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
