import type { Shared } from '../../../shown.ts';

/** What a wall of three columns shows without cutting a card, in the order given, and how many of all released cards it does not. */
export interface Fitted {
  readonly shown: readonly Shared[];
  readonly left: number;
  /** There is room to write large. */
  readonly large: boolean;
  /** All stand there, but in smaller letters. */
  readonly small: boolean;
}

/**
 * `released` counts also the cards that were not sent to the wall, and no answers that are summed up.
 * `beside`: the question takes a line more, for it stands there in two languages.
 */
export function fitting(shared: readonly Shared[], released: number, beside = false): Fitted {
  const less = beside ? SECOND_LINE : 0;
  const inLarge = fit(shared, LARGE, less);
  const left = released - cardsIn(inLarge);
  if (left <= 0) return { shown: inLarge, left: 0, large: true, small: false };
  const usual = fit(shared, USUAL, less);
  const over = Math.max(0, released - cardsIn(usual));
  const inSmall = over > 0 ? fit(shared, SMALL, less) : usual;
  if (over > 0 && cardsIn(inSmall) >= released) return { shown: inSmall, left: 0, large: false, small: true };
  return { shown: usual, left: over, large: false, small: false };
}

function cardsIn(shared: readonly Shared[]): number {
  return shared.reduce((count, { entries, sum }) => count + (sum ? 0 : entries.length), 0);
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
/** For a dozen names, and only when all of them then fit. */
const SMALL: Size = { lines: 12, signs: 35, around: 0.95 };
const COLUMNS = 3;
/** What the question in a second language takes, in lines of any size. */
const SECOND_LINE = 1.5;

/** Column after column, as the browser lays them. */
function fit(shared: readonly Shared[], { lines: usual, signs, around }: Size, less: number): readonly Shared[] {
  const lines = usual - less;
  let columns = COLUMNS;
  let room = lines;
  function fits(needs: number): boolean {
    if (needs > room && columns > 1 && needs <= lines) {
      columns--;
      room = lines;
    }
    if (needs > room) return false;
    room -= needs;
    return true;
  }
  const shown = shared.map((one) => ({
    ...one,
    entries: one.entries.filter((entry) => fits(linesOf(entry.body, signs) + linesFor(entry.spoken?.words ?? '', signs) + around)),
  }));
  return shown.filter(({ entries, sum, tally }) => entries.length > 0 || sum || tally);
}

/** The lines of its text; of a card whose fields are its words those of the fields, each below its label. */
function linesOf(body: unknown, signs: number): number {
  const text = partOf(body, 'text');
  if (typeof text === 'string') return linesFor(text, signs);
  const fields: readonly unknown[] = Object.values(partOf(body, 'fields') ?? {});
  return fields.reduce<number>((lines, field) => lines + (typeof field === 'string' ? 1 + linesFor(field, signs) : 0), 0);
}

function linesFor(text: string, signs: number): number {
  return Math.ceil(text.length / signs);
}

function partOf(body: unknown, part: 'text' | 'fields'): unknown {
  return typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === part)?.[1] : undefined;
}
