/**
 * Does for many at once what each of them asks for alone: while one group is underway the next gathers. A hall that
 * comes in at the same time so waits for a few commits and not for hundreds.
 */
export class Gathered<Item, Answer> {
  readonly #work: (items: readonly Item[]) => Promise<readonly Answer[]>;
  #waiting: Asking<Item, Answer>[] = [];
  #busy = false;

  /** `work` gives an answer for each item, in their order. */
  constructor(work: (items: readonly Item[]) => Promise<readonly Answer[]>) {
    this.#work = work;
  }

  ask(item: Item): Promise<Answer> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ item, answer, fail });
      if (!this.#busy) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#busy = true;
    // What is asked in the same turn of the event loop belongs together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, MOST_AT_ONCE);
      await this.#doAll(group);
    }
    this.#busy = false;
  }

  /** When a group fails each is tried alone, so that one bad item spoils nobody else's. */
  async #doAll(group: readonly Asking<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.#work(group.map(({ item }) => item));
      group.forEach(({ answer }, index) => answer(answers[index] as Answer));
    } catch (error) {
      if (group.length === 1) group[0]?.fail(error);
      else for (const asking of group) await this.#doAll([asking]);
    }
  }
}

interface Asking<Item, Answer> {
  readonly item: Item;
  answer(answer: Answer): void;
  fail(error: unknown): void;
}

const MOST_AT_ONCE = 200;
