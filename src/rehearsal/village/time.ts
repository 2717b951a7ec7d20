/**
 * The clock of a played evening: it stands still while people act, and jumps to the next thing that somebody planned.
 * The house reads it and sets its alarms on it, so that an evening of hours takes as long as its actions take.
 */
export class EveningTime {
  #now: number;
  readonly #alarms = new Map<object, { readonly time: number; call(): void }>();
  readonly #deeds: Deed[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  /** As the house sets its alarms; the returned function takes one back. */
  readonly at = (time: number, call: () => void): (() => void) => {
    const key = {};
    this.#alarms.set(key, { time, call });
    setImmediate(() => this.#ring());
    return () => this.#alarms.delete(key);
  };

  /** What somebody is going to do, to the millisecond. Deeds of the same moment are done in the order in which they were planned. */
  plan(time: number, act: () => Promise<void>): void {
    this.#deeds.push({ time: Math.max(Math.round(time), this.#now), act });
  }

  /** For those who wait; the returned function calls it off. */
  readonly after = (seconds: number, then: () => void): (() => void) => {
    let isOff = false;
    this.plan(this.#now + seconds * SECOND, async () => {
      if (!isOff) then();
    });
    return () => {
      isOff = true;
    };
  };

  /** Lets everything happen that was planned until then, also what that plans in its turn. */
  async until(time: number): Promise<void> {
    for (let deed = this.#next(time); deed; deed = this.#next(time)) {
      this.#goTo(deed.time);
      await deed.act();
    }
    this.#goTo(time);
  }

  #next(until: number): Deed | undefined {
    const first = this.#deeds.reduce<Deed | undefined>(
      (soonest, each) => (soonest && soonest.time <= each.time ? soonest : each),
      undefined,
    );
    if (!first || first.time > until) return undefined;
    this.#deeds.splice(this.#deeds.indexOf(first), 1);
    return first;
  }

  #goTo(time: number): void {
    this.#now = Math.max(this.#now, time);
    this.#ring();
  }

  #ring(): void {
    for (const [key, { time, call }] of this.#alarms) if (time <= this.#now && this.#alarms.delete(key)) call();
  }
}

interface Deed {
  readonly time: number;
  act(): Promise<void>;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
