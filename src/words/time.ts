import { getLocale } from './compiled/runtime.js';

/** Times as people here read them, wherever the server stands. `at` is in milliseconds since 1970. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
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
