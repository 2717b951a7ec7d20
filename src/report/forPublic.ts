import { createHmac } from 'node:crypto';
import type { State } from '#conversation/state.ts';

/**
 * Told to everybody: cards, points and notes go by ids of their own that no phone ever had, in an order that comes from those, and no part
 * names a table (docs/decisions/0027-public-reports.md). It goes through whatever is told, so that a new part of a report
 * cannot forget it. What is told must be plain JSON.
 */
export function forPublic<Told>(state: State, told: Told): Told {
  const ids = new PublicIds(state);
  return JSON.parse(JSON.stringify(told), (_, value: unknown) => ids.instead(value)) as Told;
}

/** By what id everybody reads a card in the report. */
export function publicIdOf(state: State, entry: string): string {
  return createHmac('sha256', keyOf(state)).update(entry).digest('base64url').slice(0, 20);
}

/** The seed of the first run stands in the log alone and never changes: a link to a card stays good. */
function keyOf({ runs }: State): string {
  return runs[0]?.seed ?? '';
}

class PublicIds {
  readonly #state: State;
  readonly #key: string;
  /** Of points and of what people said of them; there are few. */
  readonly #ofHarvest: ReadonlySet<string>;
  readonly #given = new Set<string>();

  constructor(state: State) {
    this.#state = state;
    this.#key = keyOf(state);
    this.#ofHarvest = new Set(Object.values(state.harvest.points).flatMap(({ id, answers }) => [id, ...Object.keys(answers)]));
  }

  /** Parts come before what they are part of. */
  instead(value: unknown): unknown {
    if (typeof value === 'string') return this.#nameOf(value);
    if (Array.isArray(value)) return this.#inNoOrder(value);
    return value !== null && typeof value === 'object' ? this.#withoutTable(value) : value;
  }

  #idOf(entry: string): string {
    const id = publicIdOf(this.#state, entry);
    this.#given.add(id);
    return id;
  }

  #inNoOrder(list: readonly unknown[]): readonly unknown[] {
    if (list.every((each) => typeof each === 'string' && this.#given.has(each))) return list.toSorted();
    if (list.every((each) => this.#given.has(idIn(each)))) return list.toSorted((a, b) => compare(idIn(a), idIn(b)));
    if (list.every(isOfTable)) return list.toSorted((a, b) => compare(this.#placeOf(a), this.#placeOf(b)));
    return list;
  }

  #withoutTable(part: object): object {
    const fields = Object.entries(part).map(([name, value]): readonly [string, unknown] => [this.#nameOf(name), value]);
    const isByCard = fields.some(([name]) => this.#given.has(name));
    return Object.fromEntries((isByCard ? fields.toSorted(([a], [b]) => compare(a, b)) : fields).map(withoutNumber));
  }

  #nameOf(name: string): string {
    return this.#state.entries.has(name) || this.#ofHarvest.has(name) ? this.#idOf(name) : name;
  }

  /** Where a part of a table comes among the others: the same every time, and nothing to do with its number. */
  #placeOf(part: unknown): string {
    return createHmac('sha256', this.#key).update(JSON.stringify(part)).digest('hex');
  }
}

function idIn(part: unknown): string {
  return part !== null && typeof part === 'object' && 'id' in part ? String(part.id) : '';
}

/** It was of a table, of which only nobody's is left. */
function isOfTable(part: unknown): boolean {
  return part !== null && typeof part === 'object' && 'table' in part;
}

function withoutNumber([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  if (name === 'table' && typeof value === 'number') return [name, 0];
  return name === 'unsettled' && Array.isArray(value) ? [name, value.map(() => 0)] : [name, value];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
