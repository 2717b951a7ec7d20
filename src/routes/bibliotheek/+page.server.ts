import type { LibraryWish } from '#app/library.ts';
import { saidBy, STATUSES } from '#conversation/outcome.ts';
import { kinds } from '#outcomes/kinds.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** For everybody what is public; an organiser finds all of their own beside it. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { visitor, house } = locals;
  const wish = wishIn(url.searchParams);
  const [found, choices] = await Promise.all([house.app.library.search(visitor, wish), house.app.library.choices(visitor)]);
  return {
    ...found,
    found: found.found.map((each) => ({ ...each, name: kinds[each.kind]?.name ?? null, said: saidBy(kinds[each.kind], each.status) })),
    chosen: Object.fromEntries(NAMES.map((name) => [name, url.searchParams.get(name)?.slice(0, LONGEST) ?? ''])),
    page: wish.page,
    pages: Math.max(1, Math.ceil(found.total / PAGE_SIZE)),
    choices,
    kinds: Object.values(kinds).flatMap(({ kind, name, inLibrary }) => (inLibrary ? [{ kind, name }] : [])),
  };
};

/** Whatever an address says, it asks for something. */
function wishIn(parameters: URLSearchParams): LibraryWish {
  const chosen = (name: string) => parameters.get(name)?.trim().slice(0, LONGEST) || undefined;
  const [kind, theme, place] = [chosen('soort'), chosen('thema'), chosen('plaats')];
  const status = STATUSES.find((each) => each === parameters.get('stand'));
  const page = Number(parameters.get('pagina') ?? 1);
  return {
    words: chosen('q') ?? '',
    ...(kind && { kind }),
    ...(theme && { theme }),
    ...(place && { place }),
    ...(status && { status }),
    page: Number.isInteger(page) && page > 0 && page < MOST_PAGES ? page : 1,
    pageSize: PAGE_SIZE,
  };
}

const NAMES = ['q', 'soort', 'thema', 'plaats', 'stand'];
const LONGEST = 200;
const PAGE_SIZE = 20;
const MOST_PAGES = 10_000;
