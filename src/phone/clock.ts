import type { RunShape } from '#conversation/views/shapes.ts';
import { Store, type Readable } from './store.ts';

/** The server's time on a phone whose own clock may be wrong: what the server said, counted on by the time since then. */
export class ServerClock implements Readable<number> {
  readonly #shown: Store<number>;
  #ahead = -Infinity;

  /** `at`: the server's time when it made the page. */
  constructor(at: number) {
    this.#shown = new Store(at);
  }

  get value(): number {
    return this.now();
  }

  now(): number {
    return this.#ahead === -Infinity ? this.#shown.value : performance.now() + this.#ahead;
  }

  /** Messages come late, never early: the one that was quickest says best what time it is. */
  sync(at: number): void {
    const ahead = at - performance.now();
    if (ahead > this.#ahead || this.#ahead - ahead > FAR_OFF_MS) this.#ahead = ahead;
    this.#shown.set(this.now());
  }

  /** Calls with the time now and then: no second hand. */
  subscribe(run: (now: number) => void): () => void {
    const end = this.#shown.subscribe(run);
    const timer = typeof document === 'undefined' ? undefined : setInterval(() => this.#shown.set(this.now()), SHOW_EVERY_MS);
    return () => {
      clearInterval(timer);
      end();
    };
  }
}

/** Whole minutes that are left; null when no clock runs. */
export function minutesLeft(run: RunShape | null | undefined, now: number): number | null {
  if (!run || run.ended) return null;
  const left = run.pausedWith ?? (run.endsAt === null ? null : run.endsAt - now);
  return left === null ? null : Math.max(0, Math.ceil(left / 60_000));
}

/** The server's clock itself was set, or the phone slept. */
const FAR_OFF_MS = 5_000;
const SHOW_EVERY_MS = 5_000;
