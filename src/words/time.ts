import { getLocale } from './compiled/runtime.js';

/** Times as people here read them, wherever the server stands. `at` is in milliseconds since 1970. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** What the clock on the wall says, as the minute of the day; and such a minute as people write it. */
export function minuteOfDay(at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return minuteOf(parts) ?? 0;
}

export function clockOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Null when it is no time of the day. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

export function longDate(at: number | Date): string {
  return new Intl.DateTimeFormat(formatLocale(), { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

export function number(value: number): string {
  return new Intl.NumberFormat(formatLocale()).format(value);
}

const ZONE = 'Europe/Amsterdam';

function formatLocale(): string {
  return { nl: 'nl-NL', en: 'en-GB' }[getLocale()];
}
