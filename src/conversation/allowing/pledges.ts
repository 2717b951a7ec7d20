import { dayOf } from '../day.ts';
import { askedAbout, hasCome } from '../pledge.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Asking } from './asking.ts';

/** What somebody promised comes back to them from the day that its format set. */
export function isAskedNow({ situation, ask, now }: Asking): RefusalCode | null {
  const { state } = situation;
  const entry = ask.entry && state.entries.get(ask.entry);
  const followUp = entry && askedAbout(state, entry).find(({ id }) => id === ask.followUp);
  if (!entry || !followUp) return 'unknownCard';
  return hasCome(situation, entry, followUp, dayOf(now)) ? null : 'notNow';
}
