import type { SentViews } from '#conversation/views/sent.ts';
import type { SeatViews } from '#phone/index.ts';
import { loadLooks, type Looks } from './looks.ts';
import { kindsShown } from './seat.ts';

/** The looks that this step needs, so that the page is whole at once. */
export function looksFor({ channels }: SentViews): Promise<Looks> {
  const seen = Object.fromEntries(Object.entries(channels).map(([channel, { view }]) => [channel, view])) as SeatViews;
  const kinds = (seen.everyone?.step?.inputs ?? []).filter((use) => !use.private).map((use) => use.kind);
  return loadLooks(kinds, kindsShown(seen));
}
