/** Days as people here live them: in Europe/Amsterdam. */

/** The local day of a moment (ms since 1970), year-month-day. */
export function dayOf(time: number): string {
  return FORMAT.format(time);
}

/** The day so many days later; a night with an hour more or less changes nothing. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}

/** Whether it is a day of the calendar, year-month-day. */
export function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}

const DAY = 86_400_000;
/** Canada writes year-month-day. */
const FORMAT = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' });
