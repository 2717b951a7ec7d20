import type { HarvestShape } from '#conversation/views/harvest.ts';

/** What was filled in with a form. */
export interface Filled {
  readonly type: string;
  readonly point: string;
  readonly words: string;
  readonly says: string;
  readonly otherwise: string;
  /** For whom it was said; empty for oneself. */
  readonly forSeat: string;
  readonly cards: readonly string[];
}

/** What was filled in with a form that was refused, and why. */
export interface Attempt extends Filled {
  readonly sentence: string;
}

/** Whether what was refused can be mended where it was filled in; else its page says it above everything. */
export function standsAtField({ may, points, served }: HarvestShape, { type, point }: Filled): boolean {
  const open = may.harvest === null;
  if (type === 'makePoint' || type === 'placeCard') return open;
  if (!points.some(({ id }) => id === point)) return false;
  if (type === 'answerPoint') return may.answer === null || (served.length > 0 && open);
  return open && ['countPoint', 'rewordPoint', 'writeNote'].includes(type);
}

/** Where a form of a harvest is answered: at the table that is shown. */
export function answeredAt(url: Address, name: 'do' | 'gather'): string {
  return `?/${name}${shownTable(url)
    .map((part) => `&${part}`)
    .join('')}`;
}

/** What of an address names the table, without the form that was sent. */
export function shownTable(url: Address): readonly string[] {
  return ['tafel', 'indeling'].flatMap((key) => {
    const value = url.searchParams.get(key);
    return value === null ? [] : [`${key}=${encodeURIComponent(value)}`];
  });
}

interface Address {
  readonly searchParams: { get(name: string): string | null };
}

/** What to fill in again in this form of this point. */
export function typedAgain(attempt: Attempt | null, type: string, point: string): string | undefined {
  return attempt?.type === type && attempt.point === point ? attempt.words : undefined;
}
