/**
 * A map that keeps its past: `put` gives a new shelf and leaves the old one as it was, and both
 * share nearly everything. A conversation of a hundred thousand cards so stays a plain value that a
 * failed write can simply drop. Two levels of 64 boards, chosen by a hash of the id.
 */
export class Shelf<T> {
  readonly size: number;
  readonly #boards: Boards<T>;

  private constructor(boards: Boards<T>, size: number) {
    this.#boards = boards;
    this.size = size;
  }

  static empty<T>(): Shelf<T> {
    return new Shelf<T>([], 0);
  }

  static from<T>(items: Iterable<readonly [string, T]>): Shelf<T> {
    const boards: Map<string, T>[][] = [];
    let size = 0;
    for (const [id, item] of items) {
      const [outer, inner] = place(id);
      const board = ((boards[outer] ??= [])[inner] ??= new Map<string, T>());
      if (!board.has(id)) size++;
      board.set(id, item);
    }
    return new Shelf<T>(boards, size);
  }

  get(id: string): T | undefined {
    const [outer, inner] = place(id);
    return this.#boards[outer]?.[inner]?.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  put(id: string, item: T): Shelf<T> {
    const [outer, inner] = place(id);
    const before = this.#boards[outer]?.[inner];
    const board = new Map(before).set(id, item);
    const row = this.#boards[outer]?.slice() ?? [];
    row[inner] = board;
    const boards = this.#boards.slice();
    boards[outer] = row;
    return new Shelf<T>(boards, this.size + board.size - (before?.size ?? 0));
  }

  *entries(): Generator<readonly [string, T]> {
    for (const row of this.#boards) for (const board of row ?? []) yield* board ?? [];
  }

  *values(): Generator<T> {
    for (const [, item] of this.entries()) yield item;
  }
}

type Boards<T> = readonly (readonly (ReadonlyMap<string, T> | undefined)[] | undefined)[];

function place(id: string): [outer: number, inner: number] {
  let hash = 2166136261;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 16777619);
  return [(hash >>> 6) & 63, hash & 63];
}
