import type { Phase } from './format.ts';
import type { RunShape, SheetLine } from './views/shapes.ts';

/** The evening by the clock: when each step began or will begin, when it all ends, and how far that is from the plan. */
export interface Plan {
  /** Milliseconds since 1970, by line; null while nothing has begun. */
  readonly starts: readonly (number | null)[];
  readonly ends: number | null;
  /** Whole minutes that it ends later than planned at the start; negative when early, 0 when in time. */
  readonly late: number;
}

export function planOf(sheet: readonly SheetLine[], run: RunShape | null, now: number): Plan {
  const current = sheet.findIndex((line) => line.state === 'now');
  const line = sheet[current];
  const first = sheet.find((each) => each.startedAt !== null)?.startedAt ?? null;
  if (!line || first === null) return { starts: sheet.map(() => null), ends: null, late: 0 };
  const end = endOf(line, run, now);
  const starts = sheet.map((each, index) =>
    index <= current ? each.startedAt : end + minutesIn(sheet.slice(current + 1, index)) * MINUTE,
  );
  const ends = end + minutesIn(sheet.slice(current + 1)) * MINUTE;
  const planned = first + sheet.reduce((sum, each) => sum + each.planned, 0) * MINUTE;
  return { starts, ends, late: Math.round((ends - planned) / MINUTE) };
}

/** When a phase whose time is up is still going on, it ends now at the earliest. */
function endOf({ startedAt, minutes }: SheetLine, run: RunShape | null, now: number): number {
  if (run?.ended) return now;
  if (run?.pausedWith != null) return now + run.pausedWith;
  return Math.max(run?.endsAt ?? (startedAt ?? now) + minutes * MINUTE, now);
}

function minutesIn(lines: readonly SheetLine[]): number {
  return lines.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Never a break, a round, the closing, or somebody's turn. */
export function mayBeShortened({ kind, turn, timer }: Phase): boolean {
  return (
    timer !== 'none' && !['break', 'round', 'close', 'arrive'].includes(kind) && turn.kind !== 'inTurns' && turn.kind !== 'talkingPiece'
  );
}

export interface Shortening {
  readonly line: SheetLine;
  readonly by: number;
}

/**
 * Later steps that could each give some minutes, to be in time again: the longest give most, none goes below
 * two thirds of its planned minutes.
 */
export function winBack(sheet: readonly SheetLine[], late: number): readonly Shortening[] {
  const lines = sheet.filter((line) => line.state === 'todo' && line.shortenable);
  const given = new Map<SheetLine, number>();
  const spare = (line: SheetLine) => line.minutes - Math.ceil((line.planned * 2) / 3) - (given.get(line) ?? 0);
  for (let left = Math.max(0, late); left > 0; left--) {
    const longest = lines.toSorted((a, b) => spare(b) - spare(a))[0];
    if (!longest || spare(longest) <= 0) break;
    given.set(longest, (given.get(longest) ?? 0) + 1);
  }
  return lines.flatMap((line) => (given.has(line) ? [{ line, by: given.get(line) ?? 0 }] : []));
}

const MINUTE = 60_000;
