import type { OutcomeId, OutcomeStatus } from '#conversation/outcome.ts';
import type { ShownStanding } from '#report/thread.ts';
import { m } from '#words/compiled/messages.js';
import { spoken } from '#words/spoken.ts';
import { dayInWords } from '../verslag/[conversation]/day.ts';

/** Where it stands on the page of a report. */
export function outcomeAnchor(id: OutcomeId): string {
  return `opbrengst-${id}`;
}

/** How something stands, in a word or two: as its kind says it, if that has words for it. */
export function statusWords({ status, said }: Pick<ShownStanding, 'status' | 'said'>): string {
  return said ? spoken(said) : NAMES[status]();
}

/** What several people answered, in one line. */
export function statusesInWords(statuses: readonly OutcomeStatus[]): string {
  return statuses.map((status) => NAMES[status]()).join(' · ');
}

const NAMES: { readonly [status in OutcomeStatus]: () => string } = {
  open: m.stands_open,
  busy: m.stands_busy,
  succeeded: m.stands_succeeded,
  different: m.stands_different,
  stopped: m.stands_stopped,
  noBecause: m.stands_no,
  notYetKnown: m.stands_not_yet_known,
};

interface Stands {
  readonly now: ShownStanding;
  readonly owner: string | null;
  readonly daysLate: number;
}

/** How it stands in plain sentences: what, why, and by when who is heard of. */
export function standingWords({ now, owner, daysLate }: Stands): string {
  return [standsWords(now), ...waiting(now.due, owner ?? m.stands_somebody(), daysLate)].join(' ');
}

/** The same, to whoever sees to it. */
export function standingToOwner({ now, daysLate }: Pick<Stands, 'now' | 'daysLate'>): string {
  return [standsWords(now), owedBy(now.due, daysLate)].filter(Boolean).join(' ');
}

function owedBy(due: string | null, days: number): string {
  if (days > 0) return days === 1 ? m.stands_owner_late_one() : m.stands_owner_late({ days });
  return due === null ? '' : m.stands_owner_due({ day: dayInWords(due) });
}

/** What, and why. */
export function standsWords({ because, ...stands }: Pick<ShownStanding, 'status' | 'said' | 'because'>): string {
  const status = statusWords(stands);
  if (because === null) return ended(status);
  if (!HAS_REASON.has(stands.status)) return ended(m.stands_told({ status, because }));
  return ended(m.stands_because({ status, because: withoutBecause(because) }));
}

/** What is said with these is why; with the others it may as well be what happened. */
const HAS_REASON: ReadonlySet<OutcomeStatus> = new Set(['noBecause', 'stopped']);

/** Who wrote "want …" themselves reads it once. */
function withoutBecause(reason: string): string {
  return reason.replace(/^(?:want|omdat|because)[,:]?\s+/i, '');
}

/** With a full stop, unless it ended already. */
function ended(sentence: string): string {
  return /[.!?…]["'”’)]?\s*$/u.test(sentence) ? sentence : `${sentence}.`;
}

function waiting(due: string | null, owner: string, days: number): readonly string[] {
  if (days > 0) return [days === 1 ? m.stands_late_one({ owner }) : m.stands_late({ days, owner })];
  return due === null ? [] : [m.stands_due({ day: dayInWords(due), owner })];
}
