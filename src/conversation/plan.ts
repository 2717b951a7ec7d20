import type { Phase } from './format.ts';
import type { RunShape, SheetLine } from './views/shapes.ts';

/** The evening by the clock: when each step began or will begin, when it all ends, and how far that is from the plan. */
export interface Plan {
  /** Milliseconds since 1970, by line; null while nothing has begun. */
  readonly starts: readonly (number | null)[];
  readonly ends: number | null;
  /** Whole minutes that it ends later than people were told at the start; negative when early, 0 when in time. */
  readonly late: number;
}

/** What the clock on the wall says at a moment: the minute of the day, from 0. Handed in, since it depends on where people are. */
export type MinuteOfDay = (at: number) => number;

/** A step that was promised for a time never begins before it: what comes after waits as well. */
export function planOf(sheet: readonly SheetLine[], run: RunShape | null, now: number, minuteOfDay: MinuteOfDay): Plan {
  const current = sheet.findIndex((line) => line.state === 'now');
  const line = sheet[current];
  const first = sheet.find((each) => each.startedAt !== null)?.startedAt ?? null;
  if (!line || first === null) return { starts: sheet.map(() => null), ends: null, late: 0 };
  const promised = (each: SheetLine) => promisedAt(each, now, minuteOfDay);
  const comes = follow(sheet.slice(current + 1), endOf(line, run, now), promised, ({ minutes }) => minutes);
  const told = follow(sheet, first, promised, ({ planned }) => planned);
  return {
    starts: [...sheet.slice(0, current + 1).map(({ startedAt }) => startedAt), ...comes.starts],
    ends: comes.ends,
    late: Math.round((comes.ends - told.ends) / MINUTE),
  };
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

/** How a promise that is still to come stands, once the shortenings are accepted. */
export interface Outlook {
  readonly line: SheetLine;
  /** When it was promised, and when it will begin: milliseconds since 1970. */
  readonly promised: number;
  readonly begins: number;
  /** In time by itself, in time by what is shortened, or too late whatever is shortened. */
  readonly is: 'inTime' | 'saved' | 'tooLate';
}

export interface Replan {
  /** What each step could give, in the order of the evening. */
  readonly shorter: readonly Shortening[];
  /** Minutes that the evening ends earlier by it. */
  readonly won: number;
  readonly promises: readonly Outlook[];
}

/**
 * Later steps that could each give some minutes. First for what was promised at a time: from what comes before
 * it, never below half of the planned minutes. Then for the end, never below two thirds. The longest give most.
 */
export function replan(sheet: readonly SheetLine[], run: RunShape | null, now: number, minuteOfDay: MinuteOfDay): Replan {
  const before = planOf(sheet, run, now, minuteOfDay);
  const todo = before.ends === null ? [] : sheet.flatMap((line, index) => (line.state === 'todo' && line.promised !== null ? [index] : []));
  const plan = (lines: readonly SheetLine[]) => planOf(lines, run, now, minuteOfDay);
  const due = (index: number) => promisedAt(sheet[index], now, minuteOfDay) ?? 0;
  const kept = todo.reduce((lines, index) => shortened(lines, 1 / 2, (tried) => (plan(tried).starts[index] ?? 0) - due(index)), sheet);
  const after = shortened(kept, 2 / 3, (tried) => plan(tried).late * MINUTE);
  return {
    shorter: after.flatMap((line, index) => shorteningOf(sheet[index], line)),
    won: before.late - plan(after).late,
    promises: todo.flatMap((index) => {
      const line = sheet[index];
      const [begins, at] = [plan(after).starts[index] ?? 0, due(index)];
      const wasInTime = isInTime(before.starts[index] ?? 0, at);
      return line ? [{ line, promised: at, begins, is: wasInTime ? 'inTime' : isInTime(begins, at) ? 'saved' : 'tooLate' }] : [];
    }),
  };
}

/** Takes minutes, one by one, while that helps: what it still lacks (ms) becomes less. Leaves each step this share of its plan. */
function shortened(sheet: readonly SheetLine[], share: number, lacks: (sheet: readonly SheetLine[]) => number): readonly SheetLine[] {
  const missing = lacks(sheet);
  if (missing < MINUTE / 2) return sheet;
  const spare = ({ minutes, planned }: SheetLine) => minutes - Math.ceil(planned * share);
  const givers = sheet.filter((line) => line.state === 'todo' && line.shortenable && spare(line) > 0);
  for (const giver of givers.toSorted((one, other) => spare(other) - spare(one))) {
    const tried = sheet.map((line) =>
      line.phase === giver.phase && line.state === 'todo' ? { ...line, minutes: line.minutes - 1 } : line,
    );
    if (lacks(tried) < missing) return shortened(tried, share, lacks);
  }
  return sheet;
}

function shorteningOf(before: SheetLine | undefined, { minutes }: SheetLine): readonly Shortening[] {
  return before && minutes < before.minutes ? [{ line: before, by: before.minutes - minutes }] : [];
}

/** Half a minute is nothing to a soup. */
function isInTime(begins: number, promised: number): boolean {
  return begins - promised < MINUTE / 2;
}

/** The moment nearest to now at which the clock says it. */
function promisedAt(line: SheetLine | undefined, now: number, minuteOfDay: MinuteOfDay): number | null {
  if (line?.promised == null) return null;
  const ahead = line.promised - minuteOfDay(now);
  const nearest = ((((ahead + DAY / 2) % DAY) + DAY) % DAY) - DAY / 2;
  return now - (now % MINUTE) + nearest * MINUTE;
}

/** One line after the other from a moment on. */
function follow(
  lines: readonly SheetLine[],
  from: number,
  promised: (line: SheetLine) => number | null,
  minutesOf: (line: SheetLine) => number,
): { readonly starts: readonly number[]; readonly ends: number } {
  let at = from;
  const starts = lines.map((line) => {
    const start = Math.max(at, promised(line) ?? at);
    at = start + minutesOf(line) * MINUTE;
    return start;
  });
  return { starts, ends: at };
}

/** When a phase whose time is up is still going on, it ends now at the earliest. */
function endOf({ startedAt, minutes }: SheetLine, run: RunShape | null, now: number): number {
  if (run?.ended) return now;
  if (run?.pausedWith != null) return now + run.pausedWith;
  return Math.max(run?.endsAt ?? (startedAt ?? now) + minutes * MINUTE, now);
}

const MINUTE = 60_000;
/** In minutes. */
const DAY = 1_440;
