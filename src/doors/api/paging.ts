import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { DoorRequest } from '../door.ts';
import type { Parameter } from './described.ts';

/** Which part of a collection was asked for. */
export interface Page {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export const PAGE_PARAMETERS: readonly Parameter[] = [
  {
    name: 'page',
    description: 'Which page; the first is 1. Beyond the last there is nothing on it.',
    schema: { type: 'integer', minimum: 1, default: 1 },
  },
  {
    name: 'pageSize',
    description: 'How many on a page.',
    schema: { type: 'integer', minimum: 1, maximum: 1_000, default: 100 },
  },
];

export const LINK_HEADER = { Link: { $ref: '#/components/headers/Link' } };

export function pageIn({ query }: DoorRequest): Page | Refusal {
  const [page, pageSize] = [wholeIn(query.get('page'), 1, MOST_PAGES), wholeIn(query.get('pageSize'), 100, 1_000)];
  return page === null || pageSize === null ? refuse('wrongShape') : { page, pageSize };
}

/** The part of a list that was asked for, and the `Link` header that leads to the others. */
export function partOf<T>(request: DoorRequest, page: Page, all: readonly T[]): { readonly part: readonly T[]; readonly link: string } {
  const from = (page.page - 1) * page.pageSize;
  return { part: all.slice(from, from + page.pageSize), link: linkTo(request, page, all.length) };
}

/** For a list of which the database gave one part (RFC 8288). */
export function linkTo({ path, query }: DoorRequest, { page, pageSize }: Page, total: number): string {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const to = (number: number, rel: string) => {
    const asked = new URLSearchParams({ ...Object.fromEntries(query), page: String(number), pageSize: String(pageSize) });
    return `<${path}?${asked.toString()}>; rel="${rel}"`;
  };
  const beside = [...(page > 1 ? [to(Math.min(page - 1, last), 'prev')] : []), ...(page < last ? [to(page + 1, 'next')] : [])];
  return [to(1, 'first'), ...beside, to(last, 'last')].join(', ');
}

function wholeIn(asked: string | null, otherwise: number, most: number): number | null {
  if (asked === null) return otherwise;
  return /^[1-9]\d{0,8}$/.test(asked) && Number(asked) <= most ? Number(asked) : null;
}

const MOST_PAGES = 1_000_000;
