/** What was filled in with a form that was refused. */
export interface Attempt {
  readonly type: string;
  readonly point: string;
  readonly words: string;
  readonly says: string;
  readonly otherwise: string;
  readonly cards: readonly string[];
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
