import { isBeside, type Beside } from '#conversation/languages.ts';
import { beginFrom } from './clock.ts';

/** The sheets there are, in the order in which they come out of the printer. */
export const SHEETS = ['draaiboek', 'tafels', 'kaarten', 'rollen', 'anders', 'turven', 'menu', 'fotos'] as const;
export type SheetName = (typeof SHEETS)[number];

/** What the facilitator asks for, as the address says it. */
export interface Wishes {
  readonly begin: string | null;
  /** How many people write on paper. */
  readonly writers: number;
  readonly sheets: readonly SheetName[];
  /** The other language that stands on writing cards and menus. */
  readonly language: Beside | null;
}

export function wishesFrom(query: URLSearchParams, began: string | null): Wishes {
  const chosen = query.getAll('blad');
  const language = query.get('taal');
  const writers = Number(query.get('schrijvers') ?? USUAL_WRITERS);
  return {
    begin: query.has('begin') ? beginFrom(query.get('begin')) : began,
    writers: Number.isInteger(writers) ? Math.min(Math.max(writers, 0), MOST_WRITERS) : USUAL_WRITERS,
    language: isBeside(language) ? language : null,
    sheets: SHEETS.filter((sheet) => (query.has('gekozen') ? chosen.includes(sheet) : USUAL.includes(sheet))),
  };
}

const USUAL_WRITERS = 4;
export const MOST_WRITERS = 300;

/** Photographs are not made everywhere. */
const USUAL: readonly SheetName[] = SHEETS.filter((sheet) => sheet !== 'fotos');
