import { roleOf, tableOf, takesPart } from '../lookup.ts';
import { harvestsFor, pointIn, satThere, signedAt, signedPoints, unsignedTables, isSignedFor } from '../points.ts';
import { isForReport } from '../publishing.ts';
import type { RefusalCode } from '../refusal.ts';
import { satDuring, type SatAt } from '../satDuring.ts';
import { counterVoicesOf, openVoices } from '../voices.ts';
import type { Asking } from './asking.ts';

/** What tables make of their cards, who signs for it, and what becomes of those who saw it differently. */

/** From the first card until it is no longer known who wrote what; not while the final report is closed. */
export function harvestTime(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  if (state.status === 'preparing') return 'notOpenYet';
  return state.status === 'sealed' ? 'sealed' : reportNotFinished(asking);
}

export function pointIsThere({ situation: { state }, ask }: Asking): RefusalCode | null {
  const point = pointIn(state, ask.point);
  return point && !point.dropped ? null : 'unknownPoint';
}

export function pointIsDropped({ situation: { state }, ask }: Asking): RefusalCode | null {
  return pointIn(state, ask.point)?.dropped ? null : 'unknownPoint';
}

export function tableIsThere(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  const { table, seating } = whereAsked(asking);
  const known = seating === state.seatings ? tableOf(state, table) : state.cameTo[seating]?.[table];
  return table > 0 && known ? null : 'unknownTable';
}

export function harvestsThere(asking: Asking): RefusalCode | null {
  const { situation, seat } = asking;
  if (!seat) return 'notYourSeat';
  const role = roleOf(situation.state, seat);
  if (role?.task !== 'facilitate' && !takesPart(role)) return 'notYourRole';
  const where = whereAsked(asking);
  if (harvestsFor(situation.state, seat, where)) return null;
  return satThere(situation.state, seat, where) ? 'notYourRole' : 'notYourTable';
}

/** Whoever sits there speaks for themselves. */
export function sitsThere(asking: Asking): RefusalCode | null {
  const { situation, seat } = asking;
  return seat && satThere(situation.state, seat, whereAsked(asking)) ? null : 'notYourTable';
}

export function notSignedYet(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  if (state.harvest.roomSignedAt !== null) return 'roomSigned';
  return signedAt(state, whereAsked(asking)) === null ? null : 'harvestSigned';
}

export function isSignedNow(asking: Asking): RefusalCode | null {
  const { state } = asking.situation;
  if (state.harvest.roomSignedAt !== null) return 'roomSigned';
  return signedAt(state, whereAsked(asking)) === null ? 'changedSince' : null;
}

export function everyTableSigned({ situation: { state } }: Asking): RefusalCode | null {
  if (unsignedTables(state).length > 0) return 'tablesUnsigned';
  return signedPoints(state).length > 0 ? null : 'nothingToSign';
}

export function roomNotSigned({ situation: { state } }: Asking): RefusalCode | null {
  return state.harvest.roomSignedAt === null ? null : 'roomSigned';
}

export function roomIsSigned({ situation: { state } }: Asking): RefusalCode | null {
  return state.harvest.roomSignedAt === null ? 'changedSince' : null;
}

/** A table that signed takes no more late words for what it signed for. */
export function harvestNotSigned({ situation: { state }, seat, ask }: Asking): RefusalCode | null {
  const run = state.runs.find(({ id }) => id === ask.run);
  const isLate = run !== undefined && (state.run?.place !== run.place || state.run.ended);
  return run && isLate && seat && isSignedFor(state, satDuring(state, run, seat), run.ordinal) ? 'harvestSigned' : null;
}

/** Nor other words for a card of then. */
export function cardNotSigned({ situation: { state }, ask }: Asking): RefusalCode | null {
  const entry = ask.entry && state.entries.get(ask.entry);
  return entry && isSignedFor(state, entry, entry.during) ? 'harvestSigned' : null;
}

export function noteIsThere({ situation: { state }, ask }: Asking): RefusalCode | null {
  const answer = ask.note && pointIn(state, ask.point)?.answers[ask.note];
  return answer && answer.note !== null ? null : 'unknownCard';
}

/** The house takes it back for whoever holds the receipt, also after sealing. */
export function wroteNote({ situation: { authors }, actor, seat, ask }: Asking): RefusalCode | null {
  if (actor.kind === 'house') return null;
  return seat && ask.note && authors.seatOf.get(ask.note) === seat.id ? null : 'notYours';
}

export function reportNotFinished({ situation: { state } }: Asking): RefusalCode | null {
  return state.answering.finishedAt === null ? null : 'reportFinished';
}

export function reportIsFinished({ situation: { state } }: Asking): RefusalCode | null {
  return state.answering.finishedAt === null ? 'changedSince' : null;
}

/** What everybody may read can be answered before everybody. */
export function mayBeMarked({ situation: { state }, ask }: Asking): RefusalCode | null {
  const entry = ask.entry && state.entries.get(ask.entry);
  if (!entry || !isForReport(state, entry)) return 'unknownCard';
  return state.answering.marked.includes(entry.id) ? 'alreadyHere' : null;
}

export function isMarked({ situation: { state }, ask }: Asking): RefusalCode | null {
  return ask.entry && state.answering.marked.includes(ask.entry) ? null : 'changedSince';
}

/** Of two people who answer at once the second hears of the first. */
export function sawVoice({ situation, ask }: Asking): RefusalCode | null {
  const voice = counterVoicesOf(situation).find(({ id }) => id === ask.voice);
  if (!voice || voice.withdrawn) return 'unknownVoice';
  return voice.replies.length === ask.saw ? null : 'changedSince';
}

export function nothingWaits({ situation: { state } }: Asking): RefusalCode | null {
  return openVoices(state).length === 0 ? null : 'voicesOpen';
}

/** The table of the point that is named, or the table itself; without a seating the one there is now. */
function whereAsked({ situation: { state }, ask }: Asking): SatAt {
  return pointIn(state, ask.point) ?? { table: ask.table ?? 0, seating: ask.seating ?? state.seatings };
}
