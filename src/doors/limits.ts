import { isIPv6 } from 'node:net';

/** How much may come through the doors. They keep one eager phone or one guesser from being in the way of a hall. */
export const LIMITS = {
  /** Of one seat, and of one receipt: actions. */
  writes: { atOnce: 10, perMinute: 30 },
  /** Of one address: wrong codes, for joining, for receipts, for setting up. */
  wrongCodes: { atOnce: 30, perMinute: 30 },
  /** Of one token: whatever it asks. */
  tokens: { atOnce: 120, perMinute: 600 },
  /** In one conversation, whatever the address: a whole hall is behind one. */
  joins: { atOnce: 1_000, perMinute: 20_000 },
} as const;

export const MOST_SEATS = 10_000;

/** So many at once, and then so many a minute. What is not used grows back. */
export class Allowance {
  readonly #atOnce: number;
  readonly #perMs: number;
  readonly #now: () => number;
  readonly #used = new Map<string, { spent: number; at: number }>();
  #sweepAt = SWEEP_SIZE;

  constructor({ atOnce, perMinute }: { readonly atOnce: number; readonly perMinute: number }, now: () => number = () => performance.now()) {
    this.#atOnce = atOnce;
    this.#perMs = perMinute / 60_000;
    this.#now = now;
  }

  /** Spends one. Zero when that was allowed; else, and then nothing is spent, in how many seconds it will be. */
  spend(who: string): number {
    const spent = this.#spent(who);
    if (spent + 1 > this.#atOnce) return Math.ceil((spent + 1 - this.#atOnce) / this.#perMs / 1_000);
    this.#set(who, spent + 1);
    return 0;
  }

  /** It was no use of this allowance after all. */
  giveBack(who: string): void {
    this.#set(who, Math.max(0, this.#spent(who) - 1));
  }

  #spent(who: string): number {
    const used = this.#used.get(who);
    return used ? Math.max(0, used.spent - (this.#now() - used.at) * this.#perMs) : 0;
  }

  #set(who: string, spent: number): void {
    this.#used.set(who, { spent, at: this.#now() });
    if (this.#used.size > this.#sweepAt) this.#sweep();
  }

  /** Those who have all of it again need not be remembered. */
  #sweep(): void {
    for (const who of this.#used.keys()) if (this.#spent(who) === 0) this.#used.delete(who);
    this.#sweepAt = Math.max(SWEEP_SIZE, this.#used.size * 2);
  }
}

const SWEEP_SIZE = 10_000;

/** Who has one address of IPv6 usually has all of its network. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const groups = address.includes('::') ? [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after] : before;
  return groups.slice(0, 4).join(':');
}
