import type { SentViews } from '#conversation/views/sent.ts';
import type { SeatViews } from '#phone/index.ts';
import { shownLook } from '../../../shown.ts';
import { loadLooks, type Looks } from './looks.ts';
import { onOpenSheet } from './openSheet.ts';
import { kindsShown } from './seat.ts';

/** The looks that this step needs, so that the page is whole at once. */
export async function looksFor({ channels }: SentViews): Promise<Looks> {
  const seen = Object.fromEntries(Object.entries(channels).map(([channel, { view }]) => [channel, view])) as SeatViews;
  const step = seen.everyone?.step;
  const asked = step && seen.table?.table.onSheet ? onOpenSheet(step) : step;
  const kinds = (asked?.inputs ?? []).filter((use) => !use.private).map((use) => use.kind);
  const { phone } = await loadLooks(kinds, []);
  return { phone, shown: shownOf(kindsShown(seen)) };
}

/** Not loaded one by one: that brings their styles to the page, and the phone's own script has none for what comes later. */
function shownOf(kinds: readonly string[]): Looks['shown'] {
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const Look = shownLook(kind);
      return Look ? [[kind, Look] as const] : [];
    }),
  );
}
