import { createHash, createHmac } from 'node:crypto';
import type { Randomness } from './world.ts';

/** Twenty signs that are hard to mistake for one another: 100 bits. */
export function freshId<Id extends string>(randomness: Randomness): Id {
  return signs(randomness.bytes(20)) as Id;
}

/** The same id for the same parts, so that doing it twice makes one thing. */
export function derivedId<Id extends string>(...parts: readonly string[]): Id {
  return signs(digest(parts.join('\n')).subarray(0, 20)) as Id;
}

/** A secret for a cookie or for the fragment of a link: 256 bits. */
export function freshSecret(randomness: Randomness): string {
  return Buffer.from(randomness.bytes(32)).toString('base64url');
}

/** All that is stored of a secret. */
export function digest(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

export function keyedHash(key: Uint8Array, text: string): Uint8Array {
  return createHmac('sha256', key).update(text).digest();
}

function signs(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => LETTERS[byte & 31]).join('');
}

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
