/** Things that must be put away, also on Ctrl-C: what was opened last goes first. */
export class Ending {
  readonly #works: (() => unknown)[] = [];
  #over: Promise<void> | undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void this.end().then(() => process.exit(signal === 'SIGINT' ? 130 : 143)));
    }
  }

  with<T>(thing: T, putAway: (thing: T) => unknown): T {
    this.#works.push(() => putAway(thing));
    return thing;
  }

  end(): Promise<void> {
    this.#over ??= this.#putAll();
    return this.#over;
  }

  async #putAll(): Promise<void> {
    for (const work of this.#works.reverse()) {
      try {
        await work();
      } catch (error) {
        console.error(error);
      }
    }
  }
}
