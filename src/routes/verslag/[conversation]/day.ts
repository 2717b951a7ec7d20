import { longDate } from '#words/time.ts';

/** A local day, year-month-day, as people write it. */
export function dayInWords(day: string): string {
  return longDate(new Date(`${day}T12:00:00Z`));
}
