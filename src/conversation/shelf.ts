/**
 * A map that keeps its past: `put` gives a new shelf and leaves the old one as it was, and both
 * share nearly everything. A conversation of a hundred thousand cards so stays a plain value that a
 * failed write can simply drop. Two levels of 64 boards, chosen by a hash of the id.
 */
export class Shelf<T> {
  static readonly ROWS = 64;
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

  /**
   * A shelf of `size` items whose rows are put up when someone first looks at them. Row `n` is made of the
   * items that `rows()` of the shelf it was taken from gave as number `n`, or of which `rowOf` says so.
   */
  static lazily<T>(rows: readonly (() => Iterable<readonly [string, T]>)[], size: number): Shelf<T> {
    return new Shelf<T>(rows.map(putUpOnce), size);
  }

  static rowOf(id: string): number {
    return place(id)[0];
  }

  get(id: string): T | undefined {
    const [outer, inner] = place(id);
    return rowAt(this.#boards, outer)?.[inner]?.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  put(id: string, item: T): Shelf<T> {
    const [outer, inner] = place(id);
    const standing = rowAt(this.#boards, outer);
    const before = standing?.[inner];
    const board = new Map(before).set(id, item);
    const row = standing?.slice() ?? [];
    row[inner] = board;
    const boards = this.#boards.slice();
    boards[outer] = row;
    return new Shelf<T>(boards, this.size + board.size - (before?.size ?? 0));
  }

  *entries(): Generator<readonly [string, T]> {
    for (const items of this.rows()) yield* items;
  }

  /** The items row by row, in the order of `entries`. */
  *rows(): Generator<readonly (readonly [string, T])[]> {
    for (let outer = 0; outer < Shelf.ROWS; outer++) yield (rowAt(this.#boards, outer) ?? []).flatMap((board) => [...(board ?? [])]);
  }

  *values(): Generator<T> {
    for (const [, item] of this.entries()) yield item;
  }
}

type Row<T> = readonly (ReadonlyMap<string, T> | undefined)[];
type Boards<T> = readonly (Row<T> | (() => Row<T>) | undefined)[];

function rowAt<T>(boards: Boards<T>, outer: number): Row<T> | undefined {
  const row = boards[outer];
  return typeof row === 'function' ? row() : row;
}

/** What it is made of is let go of once it stands. */
function putUpOnce<T>(items: () => Iterable<readonly [string, T]>): () => Row<T> {
  let make: typeof items | undefined = items;
  let row: Row<T> = [];
  return () => {
    if (make) row = putUp(make());
    make = undefined;
    return row;
  };
}

function putUp<T>(items: Iterable<readonly [string, T]>): Row<T> {
  const row: Map<string, T>[] = [];
  for (const [id, item] of items) (row[place(id)[1]] ??= new Map<string, T>()).set(id, item);
  return row;
}

function place(id: string): [outer: number, inner: number] {
  let hash = 2166136261;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 16777619);
  return [(hash >>> 6) & 63, hash & 63];
}
