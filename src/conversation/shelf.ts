/**
 * A map that keeps its past: `put` gives a new shelf and leaves the old one as it was, and both
 * share nearly everything. A conversation of a hundred thousand cards so stays a plain value that a
 * failed write can simply drop. Rows of boards, chosen by a hash of the id; a row that fills up gets more boards.
 */
export class Shelf<T> {
  static readonly ROWS = 64;
  readonly size: number;
  readonly #rows: Rows<T>;

  private constructor(rows: Rows<T>, size: number) {
    this.#rows = rows;
    this.size = size;
  }

  static empty<T>(): Shelf<T> {
    return new Shelf<T>([], 0);
  }

  static from<T>(items: Iterable<Item<T>>): Shelf<T> {
    const sorted: Item<T>[][] = [];
    for (const item of new Map(items)) (sorted[rowOf(hashOf(item[0]))] ??= []).push(item);
    const rows = sorted.map(putUp);
    return new Shelf<T>(
      rows,
      rows.reduce((size, row) => size + row.size, 0),
    );
  }

  /**
   * A shelf of `size` items whose rows are put up when someone first looks at them. Row `n` is made of the
   * items that `rows()` of the shelf it was taken from gave as number `n`, or of which `rowOf` says so.
   */
  static lazily<T>(rows: readonly (() => Iterable<Item<T>>)[], size: number): Shelf<T> {
    return new Shelf<T>(
      rows.map((items) => new LazyRow(new Before(items))),
      size,
    );
  }

  static rowOf(id: string): number {
    return rowOf(hashOf(id));
  }

  get(id: string): T | undefined {
    const hash = hashOf(id);
    const row = this.#rows[rowOf(hash)];
    return row instanceof LazyRow ? row.get(hash, id) : row && found(row, hash, id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  put(id: string, item: T): Shelf<T> {
    const hash = hashOf(id);
    const number = rowOf(hash);
    const before = rowAt(this.#rows, number) ?? EMPTY_ROW;
    const row = withItem(before, hash, [id, item]);
    const rows = this.#rows.slice();
    rows[number] = row;
    return new Shelf<T>(rows, this.size + row.size - before.size);
  }

  /** As `put`, for an id that is not there yet: a row that nobody looked at need not be put up for it. */
  add(id: string, item: T): Shelf<T> {
    const hash = hashOf(id);
    const row = this.#rows[rowOf(hash)];
    if (!(row instanceof LazyRow)) return this.put(id, item);
    const rows = this.#rows.slice();
    rows[rowOf(hash)] = row.with(hash, [id, item]);
    return new Shelf<T>(rows, this.size + 1);
  }

  *entries(): Generator<Item<T>> {
    for (const items of this.rows()) yield* items;
  }

  /** The items row by row, in the order of `entries`. */
  *rows(): Generator<readonly Item<T>[]> {
    for (let number = 0; number < Shelf.ROWS; number++) yield itemsOf(rowAt(this.#rows, number) ?? EMPTY_ROW);
  }

  *values(): Generator<T> {
    for (const [, item] of this.entries()) yield item;
  }
}

interface Row<T> {
  readonly boards: readonly (Board<T> | undefined)[];
  readonly size: number;
}
/** So few that looking along them is quicker than any map, and far lighter. */
type Board<T> = readonly Item<T>[];
type Item<T> = readonly [string, T];
type Rows<T> = readonly (Row<T> | LazyRow<T> | undefined)[];

/** A put copies one board of its row, so they stay small. */
const MOST_ON_A_BOARD = 12;
const FEWEST_BOARDS = 16;
const EMPTY_ROW: Row<never> = { boards: Array.from({ length: FEWEST_BOARDS }, () => undefined), size: 0 };

/** A row of what was there before, which is put up when someone first asks for one of those, and what was added since. */
class LazyRow<T> {
  #parts: { readonly before: Before<T>; readonly added: Row<T> } | undefined;
  #whole: Row<T> | undefined;

  constructor(before: Before<T>, added: Row<T> = EMPTY_ROW) {
    this.#parts = { before, added };
  }

  get(hash: number, id: string): T | undefined {
    if (!this.#parts) return found(this.row, hash, id);
    return found(this.#parts.added, hash, id) ?? found(this.#parts.before.row, hash, id);
  }

  with(hash: number, item: Item<T>): Row<T> | LazyRow<T> {
    if (!this.#parts) return withItem(this.row, hash, item);
    return new LazyRow(this.#parts.before, withItem(this.#parts.added, hash, item));
  }

  /** The two together; what they were made of is let go of. */
  get row(): Row<T> {
    this.#whole ??= this.#parts ? together(this.#parts.before.row, this.#parts.added) : EMPTY_ROW;
    this.#parts = undefined;
    return this.#whole;
  }
}

/** Shared by a shelf and those that were made of it by adding. */
class Before<T> {
  #items: (() => Iterable<Item<T>>) | undefined;
  #row: Row<T> | undefined;

  constructor(items: () => Iterable<Item<T>>) {
    this.#items = items;
  }

  get row(): Row<T> {
    this.#row ??= putUp([...(this.#items?.() ?? [])]);
    this.#items = undefined;
    return this.#row;
  }
}

function rowAt<T>(rows: Rows<T>, number: number): Row<T> | undefined {
  const row = rows[number];
  return row instanceof LazyRow ? row.row : row;
}

function together<T>(before: Row<T>, added: Row<T>): Row<T> {
  return added.size === 0 ? before : putUp([...itemsOf(before), ...itemsOf(added)]);
}

function found<T>({ boards }: Row<T>, hash: number, id: string): T | undefined {
  return boards[boardOf(hash, boards.length)]?.find((item) => item[0] === id)?.[1];
}

function withItem<T>({ boards: before, size }: Row<T>, hash: number, item: Item<T>): Row<T> {
  const number = boardOf(hash, before.length);
  const board = replaced(before[number] ?? [], item);
  const boards = before.slice();
  boards[number] = board;
  const row = { boards, size: size + board.length - (before[number]?.length ?? 0) };
  return row.size > boards.length * MOST_ON_A_BOARD ? putUp(itemsOf(row)) : row;
}

function replaced<T>(board: Board<T>, item: Item<T>): Board<T> {
  const index = board.findIndex(([id]) => id === item[0]);
  return index < 0 ? [...board, item] : board.with(index, item);
}

/** Of items with an id each. The number of boards follows from their number, so that one order of coming gives one order of standing. */
function putUp<T>(items: readonly Item<T>[]): Row<T> {
  let count = FEWEST_BOARDS;
  while (items.length > count * MOST_ON_A_BOARD) count *= 2;
  const boards: (Item<T>[] | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const item of items) (boards[boardOf(hashOf(item[0]), count)] ??= []).push(item);
  return { boards, size: items.length };
}

function itemsOf<T>({ boards }: Row<T>): Item<T>[] {
  return boards.flatMap((board) => board ?? []);
}

function hashOf(id: string): number {
  let hash = 2166136261;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 16777619);
  return hash;
}

function rowOf(hash: number): number {
  return (hash >>> 6) & (Shelf.ROWS - 1);
}

/** By other signs of the hash than the row; `count` is a power of two. */
function boardOf(hash: number, count: number): number {
  return ((hash & 63) | ((hash >>> 12) << 6)) & (count - 1);
}
