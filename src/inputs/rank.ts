/** One option of a vote with its place in the order; equal counts share a place. */
export interface Ranked {
  readonly option: string;
  readonly count: number;
  readonly place: number;
  /** More options have this place. */
  readonly tied: boolean;
}

export function ranked(counts: { readonly [option: string]: number }): readonly Ranked[] {
  const all = Object.entries(counts);
  const placed = all.map(([option, count]) => ({
    option,
    count,
    place: 1 + all.filter(([, other]) => other > count).length,
    tied: all.some(([id, other]) => id !== option && other === count),
  }));
  return placed.sort((a, b) => a.place - b.place || (a.option < b.option ? -1 : 1));
}

/** Those on the first so many places. Who shares the last of them is not left out, so it can be more. */
export function topOf(all: readonly Ranked[], places: number): readonly Ranked[] {
  return all.filter(({ place }) => place <= places);
}
