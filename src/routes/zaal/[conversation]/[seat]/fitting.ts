import type { Shared } from '../../../shown.ts';

/** What a wall of three columns shows without cutting a card, in the order given, and how many cards it does not. */
export interface Fitted {
  readonly shown: readonly Shared[];
  readonly left: number;
  /** There is room to write large. */
  readonly large: boolean;
}

export function fitting(shared: readonly Shared[]): Fitted {
  const large = fit(shared, LARGE);
  return large.left === 0 ? { ...large, large: true } : { ...fit(shared, USUAL), large: false };
}

interface Size {
  /** Lines below each other, and signs in a line of a card. */
  readonly lines: number;
  readonly signs: number;
  /** The edges of a card, in lines. */
  readonly around: number;
}
const LARGE: Size = { lines: 8.4, signs: 24, around: 1 };
const USUAL: Size = { lines: 10.5, signs: 30, around: 1.25 };
const COLUMNS = 3;

/** Column after column, as the browser lays them. */
function fit(shared: readonly Shared[], { lines, signs, around }: Size): Omit<Fitted, 'large'> {
  let columns = COLUMNS;
  let room = lines;
  let left = 0;
  function fits(needs: number): boolean {
    if (needs > room && columns > 1 && needs <= lines) {
      columns--;
      room = lines;
    }
    if (needs > room) {
      left++;
      return false;
    }
    room -= needs;
    return true;
  }
  const shown = shared.map((one) => ({
    ...one,
    entries: one.entries.filter((entry) => fits(Math.ceil(textIn(entry.body).length / signs) + around)),
  }));
  return { shown: shown.filter(({ entries, sum, tally }) => entries.length > 0 || sum || tally), left };
}

function textIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string' ? body.text : '';
}
