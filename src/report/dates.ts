/** Dates and times as people here live them: in Europe/Amsterdam. Times are milliseconds since 1970. */
const ZONE = 'Europe/Amsterdam';
const DAY = 86_400_000;

/** The local day, year-month-day. */
export function dayOf(time: number): string {
  const { year, month, day } = partsOf(time);
  return `${year}-${month}-${day}`;
}

/** The local time of day, hours and minutes. */
export function clockOf(time: number): string {
  const { hour, minute } = partsOf(time);
  return `${hour}:${minute}`;
}

/** The day so many days later; a night with an hour more or less changes nothing. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(time: number) {
  const found = new Map(FORMAT.formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}
