import { dayOf } from '#conversation/day.ts';
import {
  isScopeText,
  SCOPE_PARTS,
  type Scope,
  type ScopeChange,
  type ScopeCodes,
  type ScopePart,
  type ScopeText,
} from '#conversation/scope.ts';
import type { State } from '#conversation/state.ts';
import type { WordsOf } from '#conversation/words.ts';

/** The whole scope as a report tells it: words, codes that screens put into words, and what was said otherwise after the opening. */
export type ScopeReport = { readonly [part in ScopeText]: string | null } & ScopeCodes & { readonly changes: readonly ScopeChangeReport[] };

export interface ScopeChangeReport {
  /** The local day, year-month-day. */
  readonly on: string;
  readonly reason: string | null;
  /** In the order of the card. Words as they were and are; a code as it is called. */
  readonly parts: readonly { readonly part: ScopePart; readonly before: string | null; readonly after: string | null }[];
}

export function scopeReport({ scope, scopeChanges }: State, words: WordsOf): ScopeReport {
  const told = SCOPE_PARTS.map((part) => [part, valueOf(scope, part, words)]);
  return {
    ...(Object.fromEntries(told) as Omit<ScopeReport, 'changes'>),
    changes: scopeChanges.map((change) => changeReport(change, words)),
  };
}

function changeReport({ at, reason, before, after }: ScopeChange, words: WordsOf): ScopeChangeReport {
  const parts = SCOPE_PARTS.filter((part) => after[part] !== undefined);
  return {
    on: dayOf(at),
    reason: words(reason),
    parts: parts.map((part) => ({ part, before: valueOf(before, part, words), after: valueOf(after, part, words) })),
  };
}

function valueOf(scope: Partial<Scope>, part: ScopePart, words: WordsOf): string | null {
  if (!isScopeText(part)) return scope[part] ?? null;
  const text = scope[part];
  return text ? words(text) : null;
}
