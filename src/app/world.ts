import { randomBytes } from 'node:crypto';

/** What the rules may not know by themselves: handed to the app, so that a test can hand in its own. */
export interface World {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once, at that time or just after; the returned function prevents it. */
  at(time: number, call: () => void): () => void;
}

/** Fit for secrets. */
export interface Randomness {
  bytes(count: number): Uint8Array;
}

/** One line for the operator. Facts are ids, codes and numbers, never anyone's words. */
export type Log = (level: 'info' | 'warn' | 'error', what: string, facts?: { readonly [name: string]: string | number }) => void;

export const serverClock: Clock = {
  now: () => Date.now(),
  at(time, call) {
    const timer = setTimeout(call, Math.min(Math.max(0, time - Date.now()), LONGEST_TIMER));
    return () => clearTimeout(timer);
  },
};

export const serverRandomness: Randomness = { bytes: (count) => randomBytes(count) };

/** Node fires timers that are set further away at once. */
const LONGEST_TIMER = 2_147_000_000;
