/** Dates and times as people here live them: in Europe/Amsterdam. Times are milliseconds since 1970. */
const ZONE = 'Europe/Amsterdam';

/** The local time of day, hours and minutes. */
export function clockOf(time: number): string {
  const { hour, minute } = partsOf(time);
  return `${hour}:${minute}`;
}

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(time: number) {
  const found = new Map(FORMAT.formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return { hour: part('hour'), minute: part('minute') };
}
