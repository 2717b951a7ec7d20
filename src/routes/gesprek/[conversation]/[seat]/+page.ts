import type { SentViews } from '#conversation/views/sent.ts';
import type { SeatViews } from '#phone/index.ts';
import type { PageLoad } from './$types';
import { loadLooks } from './looks.ts';
import { kindsShown } from './seat.ts';

/** The looks that this step needs, so that the page is whole at once. */
export const load: PageLoad = async ({ data, parent }) => {
  const { views } = await parent();
  const seen = viewsIn(views);
  const kinds = (seen.everyone?.step?.inputs ?? []).filter((use) => !use.private).map((use) => use.kind);
  return { ...data, looks: await loadLooks(kinds, kindsShown(seen)) };
};

function viewsIn({ channels }: SentViews): SeatViews {
  return Object.fromEntries(Object.entries(channels).map(([channel, { view }]) => [channel, view])) as SeatViews;
}
