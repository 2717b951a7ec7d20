import type { SeatId, TableNumber } from './state.ts';

/** Everybody to be seated, and what to keep to. Plain data: whom it is about is the caller's matter. */
export interface SeatingQuestion {
  readonly people: readonly Guest[];
  readonly tables: readonly TableNumber[];
  readonly together: readonly Pair[];
  readonly apart: readonly Pair[];
  /** Who sat at one table before, table by table. */
  readonly before: readonly (readonly SeatId[])[];
}

export interface Guest {
  readonly id: SeatId;
  /** Those of one kind are spread over the tables. */
  readonly kind: string;
  /** Sits at this table, whatever else; null when anywhere will do. */
  readonly stays: TableNumber | null;
  /** Tables they would rather sit at; none is anywhere. */
  readonly wants?: readonly TableNumber[];
}

export type Pair = readonly [SeatId, SeatId];

/** People who sit down as one: alone, or with whom they stay together. */
export interface Unit {
  readonly members: readonly Guest[];
  readonly size: number;
  readonly stays: TableNumber | null;
  /** How many of each kind, kinds by number. */
  readonly kinds: readonly { readonly kind: number; readonly count: number }[];
  /** By table (by index): how many of them would rather sit elsewhere. */
  readonly away: Int32Array;
  /** Units it matters to share a table with (by index), and what that costs. */
  readonly others: Int32Array;
  readonly weights: Float64Array;
}

/** What it costs when two sit together who must not. */
export const APART = 1e10;
/** What it costs when somebody does not sit where they chose to. */
export const AWAY = 2e9;
/** What it costs to meet again: that it happens counts, how often before only a little. */
export const AGAIN = 4;
const EACH_TIME = 2;
/** So many at one table is a hall: they have not met. */
export const CROWD = 30;

export function unitsOf({ people, tables, together, apart, before }: SeatingQuestion): readonly Unit[] {
  const blocks = blocksOf(people, together, apart);
  const indexOf = new Map(blocks.flatMap((block, index) => block.map((guest) => [guest.id, index] as const)));
  const friction = blocks.map(() => new Map<number, number>());
  const rub = (one: number | undefined, other: number | undefined, weight: number) => {
    if (one === undefined || other === undefined || one === other) return;
    friction[one]?.set(other, (friction[one].get(other) ?? 0) + weight);
    friction[other]?.set(one, (friction[other].get(one) ?? 0) + weight);
  };
  for (const table of before) {
    if (table.length > CROWD) continue;
    const here = table.flatMap((seat) => indexOf.get(seat) ?? []);
    here.forEach((one, at) => here.slice(at + 1).forEach((other) => rub(one, other, friction[one]?.has(other) ? EACH_TIME : AGAIN)));
  }
  for (const [one, other] of apart) rub(indexOf.get(one), indexOf.get(other), APART);
  const kinds = [...new Set(people.map(({ kind }) => kind))];
  return blocks.map((members, index) => ({
    members,
    size: members.length,
    stays: members.find(({ stays }) => stays !== null)?.stays ?? null,
    kinds: kinds.flatMap((kind, number) => {
      const count = members.filter((guest) => guest.kind === kind).length;
      return count > 0 ? [{ kind: number, count }] : [];
    }),
    away: Int32Array.from(tables, (table) => members.filter(({ wants = [] }) => wants.length > 0 && !wants.includes(table)).length),
    others: Int32Array.from(friction[index]?.keys() ?? []),
    weights: Float64Array.from(friction[index]?.values() ?? []),
  }));
}

/** Who wants to sit together is one block, unless that would bring two together who must not, or two who stay at different tables. */
function blocksOf(people: readonly Guest[], together: readonly Pair[], apart: readonly Pair[]): readonly (readonly Guest[])[] {
  const blockOf = new Map<SeatId, readonly Guest[]>(people.map((guest) => [guest.id, [guest]]));
  for (const [one, other] of together) {
    const [mine, theirs] = [blockOf.get(one), blockOf.get(other)];
    if (!mine || !theirs || mine === theirs || !mayJoin(mine, theirs, apart)) continue;
    const joined = [...mine, ...theirs];
    for (const guest of joined) blockOf.set(guest.id, joined);
  }
  return [...new Set(blockOf.values())];
}

function mayJoin(mine: readonly Guest[], theirs: readonly Guest[], apart: readonly Pair[]): boolean {
  const stays = new Set([...mine, ...theirs].flatMap((guest) => guest.stays ?? []));
  const isIn = (block: readonly Guest[], seat: SeatId) => block.some(({ id }) => id === seat);
  const clash = apart.some(([one, other]) => (isIn(mine, one) && isIn(theirs, other)) || (isIn(mine, other) && isIn(theirs, one)));
  return stays.size < 2 && !clash;
}
