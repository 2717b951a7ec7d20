/** For whom a report is made: those who were there, or everybody. */
export type Audience = 'room' | 'public';

/** From how many people on a number of people is shown at all. */
const FEWEST = { room: 5, public: 10 } as const;
/** Inside a shown total, a part under this number is "een paar". */
const FEW = 5;

/** A number of people, or null when they are too few to be counted. */
export function peopleShown(people: number, audience: Audience): number | null {
  return people >= FEWEST[audience] ? people : null;
}

/** A part of a shown total: a number, "een paar", or only that there were some. */
export type Part = number | 'few' | 'some';

/**
 * Parts of a total that is shown itself. Nothing may be subtracted from something else to find a part
 * under five: where the others would give it away, the smallest of them is not counted either.
 */
export function partsShown<Key extends string>(parts: { readonly [key in Key]: number }): { readonly [key in Key]: Part } {
  const counts = Object.values<number>(parts);
  const few = counts.filter((count) => count > 0 && count < FEW);
  const smallest = Math.min(...counts.filter((count) => count >= FEW));
  const isSafe = few.length === 0 || canDiffer(few);
  const shown = (count: number): Part => {
    if (count === 0 || (count >= FEW && (isSafe || count !== smallest))) return count;
    return isSafe ? 'few' : 'some';
  };
  return Object.fromEntries(Object.entries<number>(parts).map(([key, count]) => [key, shown(count)])) as { readonly [key in Key]: Part };
}

/** Whether parts of one to four, of which the sum can be found, could each have been another number. */
function canDiffer(few: readonly number[]): boolean {
  const sum = few.reduce((total, count) => total + count, 0);
  const others = few.length - 1;
  return Math.min(FEW - 1, sum - others) > Math.max(1, sum - others * (FEW - 1));
}
