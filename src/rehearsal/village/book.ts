import type { Answer } from '#conversation/decision.ts';

/** One thing that somebody wrote, on a phone or on paper. */
export interface Writing {
  /** Stands at the beginning of its words. */
  readonly mark: string;
  /** False when it holds no words, such as a score: then only its id tells it from others. */
  readonly hasWords: boolean;
  readonly kind: 'entry' | 'ballot';
  /** The id the house gave it. */
  readonly entry: string | null;
  readonly state: 'waiting' | 'taken' | 'refused';
}

/** What the people of an evening wrote themselves: the other side of what the house says it has. */
export class Book {
  readonly #writings = new Map<string, Writing>();
  /** Marks of words that are only ever for the writer, and stay on the phone. */
  readonly onlyOnPhones: string[] = [];
  readonly refusals: { [code: string]: number } = {};
  #marks = 0;

  /** Readable for `readBack`: whose it is does not matter here. */
  mark(): string {
    return `p0k${this.#marks++}`;
  }

  wrote(writing: Pick<Writing, 'mark' | 'hasWords' | 'kind'>): void {
    this.#writings.set(writing.mark, { ...writing, entry: null, state: 'waiting' });
  }

  /** What a table chooses anew takes the place of what it chose before. */
  taken(mark: string, { entry }: Answer): void {
    const before = [...this.#writings.values()].find((each) => entry !== undefined && each.entry === entry);
    if (before) this.#writings.delete(before.mark);
    this.#settle(mark, { state: 'taken', entry: entry ?? null });
  }

  refused(mark: string, code: string): void {
    this.#settle(mark, { state: 'refused' });
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
  }

  /** A choice without words that could not be made is made again, otherwise; then it was no writing. */
  mayChooseAgain(mark: string): boolean {
    const known = this.#writings.get(mark);
    return known?.state === 'refused' && !known.hasWords && this.#writings.delete(mark);
  }

  get entries(): readonly Writing[] {
    return this.#of('entry');
  }

  get ballots(): readonly Writing[] {
    return this.#of('ballot');
  }

  #of(kind: Writing['kind']): readonly Writing[] {
    return [...this.#writings.values()].filter((each) => each.kind === kind);
  }

  #settle(mark: string, how: Partial<Writing>): void {
    const known = this.#writings.get(mark);
    if (known) this.#writings.set(mark, { ...known, ...how });
  }
}
