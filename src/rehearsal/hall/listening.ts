import { setTimeout as pause } from 'node:timers/promises';
import type { Line } from './line.ts';
import { readFrames, type Received } from './frames.ts';
import type { Screen } from './screen.ts';

/** Keeps one stream open, and comes back by itself when it breaks. */
export class Listening {
  readonly #line: Line;
  readonly #address: string;
  readonly #screen: Screen;
  readonly #chance: () => number;
  readonly #onSignal: (signal: string) => void;
  readonly #ending = new AbortController();
  #cut: () => void = () => undefined;
  /** How often a stream was opened and heard from. */
  opened = 0;
  /** When the house took this away or the stream was given up: `performance.now()`. */
  endedAt: number | null = null;

  constructor(line: Line, address: string, screen: Screen, chance: () => number, onSignal: (signal: string) => void = () => undefined) {
    this.#line = line;
    this.#address = address;
    this.#screen = screen;
    this.#chance = chance;
    this.#onSignal = onSignal;
  }

  /** Resolves when everything this seat may see has come in for the first time. */
  open(): Promise<void> {
    return new Promise((seen) => void this.#stay(seen));
  }

  /** As when a phone loses its network for a moment. */
  cut(): void {
    this.#cut();
  }

  close(): void {
    this.#ending.abort();
    this.#cut();
  }

  async #stay(seen: () => void): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      const last = await this.#listen(seen).catch(() => 'broken');
      if (last === 'revoked') break;
      await pause(200 + 2_800 * this.#chance(), undefined, { signal }).catch(() => undefined);
    }
    this.endedAt = performance.now();
  }

  /** The last signal before the stream ended. */
  async #listen(seen: () => void): Promise<string> {
    const incoming = await this.#line.stream(`${this.#address}?after=${encodeURIComponent(this.#screen.after)}`);
    if (incoming.statusCode !== 200) {
      incoming.resume();
      return incoming.statusCode === 404 || incoming.statusCode === 403 ? 'revoked' : 'broken';
    }
    this.opened++;
    this.#cut = () => incoming.destroy();
    if (this.#ending.signal.aborted) this.#cut();
    let last = '';
    await readFrames(incoming, (received) => {
      last = this.#take(received);
      if (this.#screen.isWhole) seen();
    });
    return last;
  }

  #take(received: Received): string {
    if ('frame' in received) this.#screen.apply(received.frame);
    else this.#onSignal(received.signal);
    return 'signal' in received ? received.signal : '';
  }
}
