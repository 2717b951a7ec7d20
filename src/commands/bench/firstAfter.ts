/** Tells when something was acknowledged that was asked after a kill: what was underway before it does not count. */
export class FirstAfter {
  #since = Infinity;
  #tell: (at: number) => void = () => undefined;

  /** Resolves with the time of that acknowledgement; after a minute with that minute. */
  wait(since: number): Promise<number> {
    this.#since = since;
    return new Promise((tell) => {
      const giveUp = setTimeout(() => tell(since + GIVE_UP_MS), GIVE_UP_MS);
      this.#tell = (at) => {
        clearTimeout(giveUp);
        this.#since = Infinity;
        tell(at);
      };
    });
  }

  accepted(askedAt: number, at: number): void {
    if (askedAt > this.#since) this.#tell(at);
  }
}

const GIVE_UP_MS = 60_000;
