/** Durations in milliseconds, all of them kept, so that a percentile is one of them and no estimate. */
export class Times {
  #times: number[] = [];
  #sorted = true;

  add(milliseconds: number): void {
    this.#times.push(milliseconds);
    this.#sorted = false;
  }

  forget(): void {
    this.#times = [];
  }

  get all(): readonly number[] {
    return this.#times;
  }

  get count(): number {
    return this.#times.length;
  }

  /** The time that this share of them did not exceed (nearest rank), in tenths; null when there are none. */
  within(share: number): number | null {
    if (!this.#sorted) this.#times.sort((one, other) => one - other);
    this.#sorted = true;
    const time = this.#times[Math.max(0, Math.ceil(share * this.#times.length) - 1)];
    return time === undefined ? null : Math.round(time * 10) / 10;
  }
}
