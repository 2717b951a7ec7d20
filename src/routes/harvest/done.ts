import type { HarvestShape, PointShape } from '#conversation/views/harvest.ts';
import { m } from '#words/compiled/messages.js';

/** What was just done in a harvest, as the address tells it. */
export interface Done {
  readonly type: string;
  readonly point: string;
}

export function doneIn({ searchParams }: { readonly searchParams: { get(name: string): string | null } }): Done {
  return { type: searchParams.get('gedaan') ?? '', point: searchParams.get('punt') ?? '' };
}

/** What was done with this point, which has that number at its table; empty when nothing was. */
export function doneAtPoint({ type, point }: Done, { id, otherwise }: PointShape, number: number): string {
  if (type === '' || point !== id) return '';
  if (type === 'makePoint') return m.harvest_done_made({ number });
  if (type === 'countPoint') return [m.done_saved(), countedInWords(otherwise)].filter(Boolean).join(' ');
  return m.done_saved();
}

/** What was done and shows at no point. */
export function doneAtTable({ type, point }: Done, { signed, roomSigned }: HarvestShape): string {
  if (type === 'dropPoint' && point !== '') return m.harvest_done_dropped();
  return type === 'reopenTable' && !signed && !roomSigned ? m.harvest_done_reopened() : '';
}

/** How many see it otherwise, as somebody counted around the table. */
export function countedInWords(otherwise: number | null): string {
  return otherwise === null ? '' : m.harvest_counted({ count: otherwise });
}
