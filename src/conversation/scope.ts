import { dayOf, isDay } from './day.ts';
import type { RefusalCode } from './refusal.ts';
import type { TextId } from './words.ts';

/**
 * What a conversation is about and what it can still change (kader): the lines that people read before they take part,
 * and what a report owes its reader. It stands from the opening on; after that it changes in sight, with a reason.
 */
export type Scope = { readonly [part in ScopeText]: TextId | null } & ScopeCodes;

/** What people read before they take part. */
const LINES = ['title', 'about', 'decides', 'hearBack'] as const;
const MORE_TEXTS = ['fixed', 'open', 'where', 'invited', 'elsewhere', 'legalGround', 'body'] as const;
export const SCOPE_TEXTS = [...LINES, ...MORE_TEXTS] as const;
export type ScopeText = (typeof SCOPE_TEXTS)[number];

/** The steps of policy, and how far people's say reaches, as participation ordinances name them. */
export const POLICY_PHASES = ['preparation', 'execution', 'evaluation'] as const;
export const LEVELS = ['inform', 'consult', 'advise', 'coproduce', 'decideTogether'] as const;
/** For whom the facilitator works. */
export const LED_BY = ['municipality', 'independent'] as const;

export interface ScopeCodes {
  readonly policyPhase: (typeof POLICY_PHASES)[number] | null;
  readonly level: (typeof LEVELS)[number] | null;
  readonly ledBy: (typeof LED_BY)[number] | null;
  /** The promised day on which people hear something, year-month-day. */
  readonly hearBackOn: string | null;
}

/** What nobody has to fill in. */
export const SCOPE_MORE = [...MORE_TEXTS, 'policyPhase', 'level', 'ledBy', 'hearBackOn'] as const;
export const SCOPE_PARTS = [...LINES, ...SCOPE_MORE] as const;
export type ScopePart = (typeof SCOPE_PARTS)[number];

/** As somebody fills it in. What is left out stays as it was; empty words and null take it away. */
export type ScopeWords = { readonly [part in ScopeText]?: string } & Partial<ScopeCodes>;

/** What was said otherwise after the opening, and why. */
export interface ScopeChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: TextId;
  readonly before: Partial<Scope>;
  readonly after: Partial<Scope>;
}

export const NO_SCOPE: Scope = {
  title: null,
  about: null,
  decides: null,
  hearBack: null,
  fixed: null,
  open: null,
  where: null,
  invited: null,
  elsewhere: null,
  legalGround: null,
  body: null,
  policyPhase: null,
  level: null,
  ledBy: null,
  hearBackOn: null,
};

export function isScopeText(part: ScopePart): part is ScopeText {
  return (SCOPE_TEXTS as readonly string[]).includes(part);
}

/** What is left out stays as it was. */
export function scopeWith(scope: Scope, said: Partial<Scope>): Scope {
  const parts = SCOPE_PARTS.filter((part) => said[part] !== undefined);
  return { ...scope, ...(Object.fromEntries(parts.map((part) => [part, said[part]])) as Partial<Scope>) };
}

export function partsIn(asked: ScopeWords): readonly ScopePart[] {
  return SCOPE_PARTS.filter((part) => asked[part] !== undefined);
}

/** A day that is no day, or one that can no longer be kept. What stands already may stay. */
export function wrongDay(scope: Scope, { hearBackOn }: ScopeWords, now: number): RefusalCode | null {
  if (hearBackOn == null || hearBackOn === scope.hearBackOn) return null;
  if (!isDay(hearBackOn)) return 'needsDay';
  return isPast(hearBackOn, dayOf(now)) ? 'dayPassed' : null;
}

/** A promise is kept until the end of its day. Both days are year-month-day. */
export function isPast(promised: string, today: string): boolean {
  return promised < today;
}
