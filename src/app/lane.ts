/**
 * Does one thing at a time; what comes in meanwhile goes together in the next. Under load this makes
 * large groups by itself, and someone alone waits for nobody.
 */
export class Lane<Item> {
  readonly #work: (items: readonly Item[]) => Promise<void>;
  readonly #most: number;
  #waiting: Item[] = [];
  #busy: Promise<void> | undefined;

  /** `work` may not throw. */
  constructor(work: (items: readonly Item[]) => Promise<void>, most = Infinity) {
    this.#work = work;
    this.#most = most;
  }

  add(item: Item): void {
    this.#waiting.push(item);
    this.#busy ??= this.#run();
  }

  get idle(): boolean {
    return this.#busy === undefined;
  }

  /** Resolves when nothing is left to do. */
  async done(): Promise<void> {
    while (this.#busy) await this.#busy;
  }

  async #run(): Promise<void> {
    // What arrives in the same turn of the event loop belongs together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const items = this.#waiting.slice(0, this.#most);
      this.#waiting = this.#waiting.slice(this.#most);
      await this.#work(items);
    }
    this.#busy = undefined;
  }
}
