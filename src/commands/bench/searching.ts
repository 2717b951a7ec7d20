import type { Library } from '#app/ports/library.ts';
import { chanceFrom } from '#conversation/chance.ts';
import { libraryKinds } from '#app/library.ts';
import { kinds } from '#outcomes/kinds.ts';
import { Times } from '#rehearsal/hall/times.ts';
import { label } from '#search/document.ts';
import { rankQuery, searchQuery } from '#search/query.ts';

export interface Searched {
  readonly searches: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

/** Searches as people do: common and rare words, compounds, other names for it, more words, narrowed, further pages; with what there is to choose from, as the page does. */
export async function measureSearch(library: Library, searches: number, seed: string): Promise<Searched> {
  const chance = chanceFrom(`${seed} searches`);
  const times = new Times();
  for (let done = 0; done < searches; done++) {
    const words = chance.pick(TYPED) ?? '';
    const narrowed = chance.below(4) === 0 ? { theme: label('theme', 'vervoer') } : {};
    const begin = performance.now();
    const asked = {
      reader: null,
      kinds: libraryKinds(kinds),
      words: searchQuery(words),
      rankBy: rankQuery(words),
      page: 1 + chance.below(2),
      pageSize: 20,
    };
    await Promise.all([library.find({ ...asked, ...narrowed }), library.choices(null, asked.kinds)]);
    times.add(performance.now() - begin);
  }
  return { searches, p50Ms: times.within(0.5), p95Ms: times.within(0.95) };
}

const TYPED = [
  '',
  'zorg',
  'huis',
  'wijk',
  'mantelzorg',
  'buurthuis',
  'wmo',
  'Wet maatschappelijke ondersteuning',
  'ouderen',
  'vervoer ouderen',
  'schulden',
  'jeugdzorg',
  'sociaal team',
  'eenzaamheid',
  'vrijwilliger',
  'keukentafelgesprekken',
  'burgerinitiatief',
  'brieven',
  'taalles',
  'logeren',
];
