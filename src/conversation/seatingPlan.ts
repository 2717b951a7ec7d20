import { APART, AWAY, type Unit } from './seatingUnits.ts';

/**
 * Who sits where while a seating is being made, and what it costs. What weighs more always goes first: two who
 * must not sit together, then where people chose to sit, then tables of one size, then sides that are spread, then new faces.
 */
export class SeatingPlan {
  cost = 0;
  readonly #units: readonly Unit[];
  readonly #tableOf: Int32Array;
  readonly #sizes: Int32Array;
  /** How many of each kind sit at each table: all kinds of the first, then of the second. */
  readonly #kinds: Int32Array;
  readonly #kindCount: number;
  readonly #least: number;

  constructor(units: readonly Unit[], tables: number) {
    this.#units = units;
    this.#tableOf = new Int32Array(units.length).fill(NOWHERE);
    this.#sizes = new Int32Array(tables);
    this.#kindCount = 1 + Math.max(0, ...units.flatMap((unit) => unit.kinds.map(({ kind }) => kind)));
    this.#kinds = new Int32Array(tables * this.#kindCount);
    const totals = new Int32Array(this.#kindCount);
    for (const { kinds } of units) for (const { kind, count } of kinds) totals[kind] = (totals[kind] ?? 0) + count;
    this.#least = evenly(sum(totals), tables) * SIZE + sum(totals.map((total) => evenly(total, tables))) * SIDE;
  }

  /** Nothing could be better: all even, and nobody with anybody they sat with before. */
  get isPerfect(): boolean {
    return this.cost <= this.#least;
  }

  tableOf(unit: number): number {
    return this.#tableOf[unit] ?? NOWHERE;
  }

  /** Whether two sit together who must not. */
  get clashes(): boolean {
    return this.#units.some(({ others, weights }, unit) =>
      others.some((other, at) => (weights[at] ?? 0) >= APART && this.tableOf(other) === this.tableOf(unit)),
    );
  }

  /** To another table, or to the first one. */
  move(unit: number, to: number): void {
    const from = this.tableOf(unit);
    if (from === to) return;
    this.cost += this.costOf(unit, to);
    this.#tableOf[unit] = to;
    if (from !== NOWHERE) this.#count(unit, from, -1);
    this.#count(unit, to, 1);
  }

  /** How much more it would cost with this unit there. */
  costOf(index: number, to: number): number {
    const unit = this.#units[index];
    const from = this.tableOf(index);
    if (!unit || from === to) return 0;
    let sides = 0;
    for (const { kind, count } of unit.kinds)
      sides += shift(this.#kinds, from * this.#kindCount + kind, to * this.#kindCount + kind, count);
    let friction = 0;
    for (let at = 0; at < unit.others.length; at++) {
      const table = this.#tableOf[unit.others[at] ?? 0];
      if (table === to) friction += unit.weights[at] ?? 0;
      else if (table === from && from !== NOWHERE) friction -= unit.weights[at] ?? 0;
    }
    const away = (unit.away[to] ?? 0) - (from === NOWHERE ? 0 : (unit.away[from] ?? 0));
    return away * AWAY + shift(this.#sizes, from, to, unit.size) * SIZE + sides * SIDE + friction;
  }

  #count(index: number, table: number, sign: 1 | -1): void {
    const unit = this.#units[index];
    if (!unit) return;
    this.#sizes[table] = (this.#sizes[table] ?? 0) + sign * unit.size;
    for (const { kind, count } of unit.kinds) {
      const at = table * this.#kindCount + kind;
      this.#kinds[at] = (this.#kinds[at] ?? 0) + sign * count;
    }
  }
}

/** How much the sum of squares grows when so many go from one to the other: it is smallest when all are even. */
function shift(counts: Int32Array, from: number, to: number, count: number): number {
  const joining = count * (2 * (counts[to] ?? 0) + count);
  return from < 0 ? joining : joining - count * (2 * (counts[from] ?? 0) - count);
}

/** The sum of squares when so many are spread over the tables as evenly as can be. */
function evenly(count: number, tables: number): number {
  const few = Math.floor(count / tables);
  const more = count % tables;
  return more * (few + 1) ** 2 + (tables - more) * few ** 2;
}

function sum(numbers: Int32Array): number {
  return numbers.reduce((total, each) => total + each, 0);
}

const NOWHERE = -1;
const SIZE = 1e7;
const SIDE = 1e4;
