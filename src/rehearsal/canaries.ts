/** Strings nobody would say, put into what must stay hidden, so that they can be found wherever they turn up. */
export class Canaries {
  #made = 0;

  /** Stands in words that are sent. */
  forWords(): string {
    return this.#next('kanarie');
  }

  /** Stands in words that must never leave the phone. */
  forPrivateWords(): string {
    return this.#next('prive');
  }

  /** Is the id of a seat: no screen may show one. */
  forSeat(): string {
    return this.#next('stoel');
  }

  #next(kind: string): string {
    this.#made++;
    return `${kind}${this.#made.toString(32)}z`;
  }
}

export function canariesIn(text: string): readonly string[] {
  return [...new Set(text.match(/(?:kanarie|prive|stoel)[0-9a-v]+z/g) ?? [])];
}

export function isPrivate(canary: string): boolean {
  return canary.startsWith('prive');
}

export function isSeat(canary: string): boolean {
  return canary.startsWith('stoel');
}
