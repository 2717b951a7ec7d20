import { scrypt } from 'node:crypto';
import { RECEIPT_WORDS } from '#words/receiptWords.ts';
import type { Randomness } from './world.ts';

/** Four words and four digits: 61 bits that one can write on a slip of paper and read out on the phone. */
export function freshCode(randomness: Randomness): string {
  const words = Array.from({ length: WORDS }, () => RECEIPT_WORDS[below(randomness, RECEIPT_WORDS.length)]);
  return `${words.join(' ')} ${String(below(randomness, 10 ** DIGITS)).padStart(DIGITS, '0')}`;
}

/** The code as it was handed out, however it was typed: capitals, dashes and spaces do not matter. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  if (typed.length > 200) return null;
  const signs = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  const words = signs.slice(0, -DIGITS).match(/.{4}/g) ?? [];
  const digits = signs.slice(-DIGITS);
  const whole = signs.length === WORDS * 4 + DIGITS && /^\d+$/.test(digits) && words.every((word) => KNOWN.has(word));
  return whole ? `${words.join(' ')} ${digits}` : null;
}

/** What is made of a code: by `hash` it is found, and its tags are made with `tagKey`. Neither tells the other. */
export interface CodeKeys {
  readonly hash: Uint8Array;
  readonly tagKey: Uint8Array;
}

/** Slow on purpose: trying all codes of a stolen database would take longer than anyone's patience. */
export function keysOf(code: string, salt: Uint8Array): Promise<CodeKeys> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, 64, { N: 2 ** 14, r: 8, p: 1 }, (error, key) => {
      if (error) reject(error);
      else resolve({ hash: key.subarray(0, 32), tagKey: key.subarray(32) });
    });
  });
}

const WORDS = 4;
const DIGITS = 4;
const KNOWN = new Set(RECEIPT_WORDS);

/** Every number equally likely: what lies beyond the last whole multiple is thrown again. */
function below(randomness: Randomness, limit: number): number {
  for (;;) {
    const [high = 0, middle = 0, low = 0] = randomness.bytes(3);
    const number = high * 65_536 + middle * 256 + low;
    if (number < 16_777_216 - (16_777_216 % limit)) return number % limit;
  }
}
