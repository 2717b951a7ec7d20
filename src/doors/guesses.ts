import { refuse, type Refusal } from '#conversation/refusal.ts';
import { Allowance, LIMITS, networkOf } from './limits.ts';

/**
 * Wrong codes of one network. While they are spent none of its codes is tried, right or wrong: the answer tells
 * a guesser nothing. Right codes cost nothing, however many people type one at the same time.
 */
export class Guesses {
  readonly #wrong: Allowance;
  readonly #queues = new Map<string, Queue>();

  constructor(now?: () => number) {
    this.#wrong = new Allowance(LIMITS.wrongCodes, now);
  }

  async guess<T extends object>(address: string, look: () => Promise<T | Refusal>): Promise<T | Refusal> {
    const network = networkOf(address);
    const queue = this.#join(network);
    try {
      const wait = await this.#turn(network, queue);
      return wait > 0 ? refuse('tooFast', { seconds: wait }) : await this.#look(network, queue, look);
    } finally {
      queue.waiting.shift()?.();
      if (--queue.people === 0) this.#queues.delete(network);
    }
  }

  #join(network: string): Queue {
    const queue = this.#queues.get(network) ?? { people: 0, looking: 0, waiting: [] };
    queue.people++;
    this.#queues.set(network, queue);
    return queue;
  }

  /** Each look is paid beforehand, so that nobody gets more by looking side by side; what is still being looked at may come back. */
  async #turn(network: string, queue: Queue): Promise<number> {
    let wait = this.#wrong.spend(network);
    while (wait > 0 && queue.looking > 0) {
      await new Promise<void>((turn) => queue.waiting.push(turn));
      wait = this.#wrong.spend(network);
    }
    if (wait === 0) queue.looking++;
    return wait;
  }

  async #look<T extends object>(network: string, queue: Queue, look: () => Promise<T | Refusal>): Promise<T | Refusal> {
    let isWrong = false;
    try {
      const outcome = await look();
      isWrong = 'refused' in outcome && outcome.refused === 'notFound';
      return outcome;
    } finally {
      queue.looking--;
      if (!isWrong) this.#wrong.giveBack(network);
    }
  }
}

/** Those of one network who typed a code and have no answer yet. */
interface Queue {
  people: number;
  looking: number;
  readonly waiting: (() => void)[];
}
