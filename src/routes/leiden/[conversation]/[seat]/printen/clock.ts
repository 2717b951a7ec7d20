/** A time of the day as a form gives it, or nothing when it is none. */
export function beginFrom(typed: string | null): string | null {
  return typed !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? typed : null;
}

/** What the clock says so many minutes after the beginning; without a beginning it counts from 0:00. */
export function clockAt(begin: string | null, after: number): string {
  const [hours = 0, minutes = 0] = (begin ?? '0:00').split(':').map(Number);
  const total = hours * 60 + minutes + after;
  const hour = String(Math.floor(total / 60) % 24);
  return `${begin === null ? hour : hour.padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
