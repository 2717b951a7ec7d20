import type { OutcomesAsked, Visitor } from '#app/house.ts';
import { saidBy } from '#conversation/outcome.ts';
import { kinds } from '#outcomes/kinds.ts';
import type { RequestEvent } from '@sveltejs/kit';

const PAGE_SIZE = 50;

/** A list of what lives on, as its address asks for it, with what there is to choose from. `reader` null: as everybody may read it. */
export async function readBoard({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, reader: Visitor | null) {
  const { app } = locals.house;
  const today = app.today();
  const asked = askedIn(url.searchParams, today);
  const [listed, choices] = await Promise.all([app.outcomes(reader, asked), app.outcomeChoices(reader)]);
  const { total, outcomes } = listed;
  return {
    today,
    by: asked.by ?? 'day',
    chosen: Object.fromEntries(url.searchParams),
    page: asked.page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    total,
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      name: kinds[outcome.kind]?.name ?? null,
      said: saidBy(kinds[outcome.kind], outcome.status),
    })),
    choices,
    kinds: Object.values(kinds).map(({ kind, name }) => ({ kind, name })),
  };
}

export type Board = Awaited<ReturnType<typeof readBoard>>;

/** Whatever an address says, it asks for some list. */
function askedIn(parameters: URLSearchParams, today: string): Omit<OutcomesAsked, 'reader'> {
  const narrowed = (name: string) => parameters.get(name)?.trim().slice(0, 200) || undefined;
  const stands = narrowed('stand');
  const page = Number(parameters.get('pagina') ?? 1);
  const optional = {
    by: BY.get(narrowed('per') ?? ''),
    owner: narrowed('wie'),
    theme: narrowed('thema'),
    place: narrowed('waar'),
    kind: narrowed('soort'),
    waiting: stands === 'loopt' ? true : stands === 'klaar' ? false : undefined,
    overdueOn: stands === 'te-laat' ? today : undefined,
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { ...given, page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1, pageSize: PAGE_SIZE };
}

const BY: ReadonlyMap<string, NonNullable<OutcomesAsked['by']>> = new Map([
  ['dag', 'day'],
  ['wie', 'owner'],
  ['waar', 'place'],
  ['thema', 'theme'],
]);
