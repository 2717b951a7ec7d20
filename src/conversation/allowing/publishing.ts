import { checkOf, isOver, mayBeLookedThrough, reportParts } from '../publishing.ts';
import type { RefusalCode } from '../refusal.ts';
import { textsIn } from '../words.ts';
import type { Asking } from './asking.ts';
import { ownEntryOrHouse } from './words.ts';

/** What is done before a report goes public: shortening words, and saying that one looked through a part. */

/** Who is to look through a report may come when all is over. */
export function notTooLateToCome({ situation: { state }, ask }: Asking): RefusalCode | null {
  const role = state.format.roles.find((each) => each.id === ask.role);
  return isOver(state) && role?.task !== 'facilitate' ? 'alreadyClosed' : null;
}

export function isOverNow({ situation: { state } }: Asking): RefusalCode | null {
  if (state.status === 'preparing') return 'notOpenYet';
  return isOver(state) ? null : 'notNow';
}

export function standsForReport({ situation: { state }, ask }: Asking): RefusalCode | null {
  const entry = ask.entry && state.entries.get(ask.entry);
  return entry?.status === 'there' && mayBeLookedThrough(state, entry) ? null : 'unknownCard';
}

/** What cannot stand in a report cannot be quoted; a yes is taken back whatever became of the card. */
export function mayBeQuoted(asking: Asking): RefusalCode | null {
  return asking.ask.allows === false ? ownEntryOrHouse(asking) : standsForReport(asking);
}

/** The very words that were read, not what somebody else put there meanwhile. */
export function textStillStands({ situation: { state }, ask }: Asking): RefusalCode | null {
  const body = ask.entry && state.entries.get(ask.entry)?.body;
  return body !== undefined && ask.text !== undefined && textsIn(body).includes(ask.text) ? null : 'changedSince';
}

export function wasShortened({ situation: { state }, ask }: Asking): RefusalCode | null {
  return ask.entry && state.entries.get(ask.entry)?.original !== undefined ? null : 'changedSince';
}

export function sawThisPart({ situation: { state }, ask }: Asking): RefusalCode | null {
  const stands = ask.part !== undefined && reportParts(state).includes(ask.part);
  return stands && checkOf(state, ask.part).changes === ask.changes ? null : 'changedSince';
}

export function notCheckedYet({ situation: { state }, seat, ask }: Asking): RefusalCode | null {
  return seat && ask.part && checkOf(state, ask.part).by.includes(seat.id) ? 'alreadyChecked' : null;
}

export function checkedBefore(asking: Asking): RefusalCode | null {
  return notCheckedYet(asking) === null ? 'changedSince' : null;
}
