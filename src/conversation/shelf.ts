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

  static from<T>(items: Iterable<readonly [string, T]>): Shelf<T> {
    const sorted: (readonly [string, T])[][] = [];
    for (const item of items) (sorted[rowOf(hashOf(item[0]))] ??= []).push(item);
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
  static lazily<T>(rows: readonly (() => Iterable<readonly [string, T]>)[], size: number): Shelf<T> {
    return new Shelf<T>(
      rows.map((items) => new LazyRow(items)),
      size,
    );
  }

  static rowOf(id: string): number {
    return rowOf(hashOf(id));
  }

  get(id: string): T | undefined {
    const hash = hashOf(id);
    const boards = rowAt(this.#rows, rowOf(hash))?.boards;
    return boards?.[boardOf(hash, boards.length)]?.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  put(id: string, item: T): Shelf<T> {
    const hash = hashOf(id);
    const number = rowOf(hash);
    const before = rowAt(this.#rows, number) ?? EMPTY_ROW;
    const row = withItem(before, hash, id, item);
    const rows = this.#rows.slice();
    rows[number] = row;
    return new Shelf<T>(rows, this.size + row.size - before.size);
  }

  /** As `put`, for an id that is not there yet: a row that nobody looked at need not be put up for it. */
  add(id: string, item: T): Shelf<T> {
    const number = rowOf(hashOf(id));
    const row = this.#rows[number];
    if (!(row instanceof LazyRow)) return this.put(id, item);
    const rows = this.#rows.slice();
    rows[number] = row.with(id, item);
    return new Shelf<T>(rows, this.size + 1);
  }

  *entries(): Generator<readonly [string, T]> {
    for (const items of this.rows()) yield* items;
  }

  /** The items row by row, in the order of `entries`. */
  *rows(): Generator<readonly (readonly [string, T])[]> {
    for (let number = 0; number < Shelf.ROWS; number++) yield itemsOf(rowAt(this.#rows, number) ?? EMPTY_ROW);
  }

  *values(): Generator<T> {
    for (const [, item] of this.entries()) yield item;
  }
}

interface Row<T> {
  readonly boards: readonly (ReadonlyMap<string, T> | undefined)[];
  readonly size: number;
}
type Rows<T> = readonly (Row<T> | LazyRow<T> | undefined)[];
type Items<T> = Iterable<readonly [string, T]>;

/** A put copies one board of its row, so they stay small. */
const MOST_ON_A_BOARD = 12;
const FEWEST_BOARDS = 16;
const EMPTY_ROW: Row<never> = { boards: Array.from({ length: FEWEST_BOARDS }, () => undefined), size: 0 };

/** A row that is put up when someone first looks at it, of what it was made of and what was added since. */
class LazyRow<T> {
  #items: (() => Items<T>) | undefined;
  #below: LazyRow<T> | undefined;
  #added: Added<T> | undefined;
  #row: Row<T> | undefined;

  constructor(items: (() => Items<T>) | undefined, below?: LazyRow<T>, added?: Added<T>) {
    this.#items = items;
    this.#below = below;
    this.#added = added;
  }

  with(id: string, item: T): LazyRow<T> {
    return new LazyRow(undefined, this.#row ? this : (this.#below ?? this), {
      item: [id, item],
      before: this.#row ? undefined : this.#added,
    });
  }

  /** What it is made of is let go of once it stands. */
  get row(): Row<T> {
    if (this.#row) return this.#row;
    const items = this.#below ? itemsOf(this.#below.row) : (this.#items?.() ?? []);
    this.#row = putUp([...items, ...inOrder(this.#added)]);
    this.#items = this.#below = this.#added = undefined;
    return this.#row;
  }
}

/** The newest first. */
interface Added<T> {
  readonly item: readonly [string, T];
  readonly before: Added<T> | undefined;
}

function inOrder<T>(newest: Added<T> | undefined): (readonly [string, T])[] {
  const items: (readonly [string, T])[] = [];
  for (let each = newest; each; each = each.before) items.push(each.item);
  return items.reverse();
}

function rowAt<T>(rows: Rows<T>, number: number): Row<T> | undefined {
  const row = rows[number];
  return row instanceof LazyRow ? row.row : row;
}

function withItem<T>({ boards: before, size }: Row<T>, hash: number, id: string, item: T): Row<T> {
  const number = boardOf(hash, before.length);
  const board = new Map(before[number]).set(id, item);
  const boards = before.slice();
  boards[number] = board;
  const row = { boards, size: size + board.size - (before[number]?.size ?? 0) };
  return row.size > boards.length * MOST_ON_A_BOARD ? putUp(itemsOf(row)) : row;
}

/** The number of boards follows from the number of items, so that one order of coming gives one order of standing. */
function putUp<T>(items: readonly (readonly [string, T])[]): Row<T> {
  let count = FEWEST_BOARDS;
  while (items.length > count * MOST_ON_A_BOARD) count *= 2;
  const boards: (Map<string, T> | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const [id, item] of items) (boards[boardOf(hashOf(id), count)] ??= new Map<string, T>()).set(id, item);
  const size = boards.reduce((sum, board) => sum + (board?.size ?? 0), 0);
  return size === items.length ? { boards, size } : putUp([...new Map(items)]);
}

function itemsOf<T>({ boards }: Row<T>): (readonly [string, T])[] {
  return boards.flatMap((board) => [...(board ?? [])]);
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
