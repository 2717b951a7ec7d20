import { LED_BY, LEVELS, POLICY_PHASES, type ScopeCodes, type ScopePart } from '#conversation/scope.ts';
import type { ScopeChangeReport, ScopeReport } from '#report/scope.ts';
import { m } from '#words/compiled/messages.js';
import { longDate } from '#words/time.ts';

/** What a conversation is about, as people read it: each part is a question, and what stands there its answer. */
export interface ScopeLine {
  readonly question: string;
  readonly answer: string;
}

/** What people read before they take part. */
export const FIRST: readonly ScopePart[] = ['about', 'decides', 'hearBack'];
/** What can still be influenced, and when it is heard at the latest. */
export const FRAME: readonly ScopePart[] = ['fixed', 'open', 'hearBackOn'];
/** What a final report owes its reader besides. */
export const FOR_REPORT: readonly ScopePart[] = ['where', 'level', 'policyPhase', 'body', 'legalGround', 'invited', 'elsewhere', 'ledBy'];

/** As far as they were filled in. */
export function scopeLines(scope: Partial<ScopeReport>, parts: readonly ScopePart[]): readonly ScopeLine[] {
  return parts.flatMap((part) => {
    const value = scope[part];
    return value ? [{ question: scopeQuestion(part), answer: scopeAnswer(part, value) }] : [];
  });
}

/** Beneath the three lines, for who wants it; null when there is nothing more. */
export interface MoreOfScope {
  readonly summary: string;
  readonly lines: readonly ScopeLine[];
  readonly changes: readonly ToldChange[];
}

export function moreOfScope(scope: ScopeReport): MoreOfScope | null {
  const lines = scopeLines(scope, FRAME);
  const changes = toldChanges(scope.changes);
  if (lines.length + changes.length === 0) return null;
  return { summary: changes.length > 0 ? m.scope_more_changed() : m.scope_more(), lines, changes };
}

/** A change in words: why, and of each part what stood there first and what stands there now. */
export interface ToldChange {
  readonly why: string;
  readonly parts: readonly { readonly question: string; readonly before: string; readonly after: string }[];
}

export function toldChanges(changes: readonly ScopeChangeReport[]): readonly ToldChange[] {
  const said = (part: ScopePart, value: string | null) => (value ? scopeAnswer(part, value) : m.scope_not_said());
  return changes.map(({ on, reason, parts }) => ({
    why: m.scope_changed({ day: dayInWords(on), reason: reason ?? m.scope_not_said() }),
    parts: parts.map(({ part, before, after }) => ({
      question: scopeQuestion(part),
      before: m.scope_before({ words: said(part, before) }),
      after: m.scope_after({ words: said(part, after) }),
    })),
  }));
}

export function scopeQuestion(part: ScopePart): string {
  return QUESTIONS[part]();
}

const QUESTIONS: { readonly [part in ScopePart]: () => string } = {
  title: () => m.prepare_scope_title(),
  about: () => m.prepare_scope_about(),
  decides: () => m.prepare_scope_decides(),
  hearBack: () => m.prepare_scope_hear(),
  fixed: () => m.scope_fixed(),
  open: () => m.scope_open(),
  hearBackOn: () => m.scope_hear_back_on(),
  where: () => m.scope_where(),
  level: () => m.scope_level(),
  policyPhase: () => m.scope_phase(),
  body: () => m.scope_body(),
  legalGround: () => m.scope_legal(),
  invited: () => m.scope_invited(),
  elsewhere: () => m.scope_elsewhere(),
  ledBy: () => m.scope_led_by(),
};

/** Words stay as they are written; a code or a day is said in words. */
function scopeAnswer(part: ScopePart, value: string): string {
  if (part === 'hearBackOn') return dayInWords(value);
  const options = part === 'level' ? levels() : part === 'policyPhase' ? policyPhases() : part === 'ledBy' ? ledBy() : [];
  return options.find((option) => option.value === value)?.text ?? value;
}

function dayInWords(day: string): string {
  return longDate(new Date(`${day}T12:00:00Z`));
}

export function levels() {
  return LEVELS.map((value) => ({ value, text: LEVEL_WORDS[value]() }));
}
const LEVEL_WORDS: { readonly [level in NonNullable<ScopeCodes['level']>]: () => string } = {
  inform: () => m.scope_level_inform(),
  consult: () => m.scope_level_consult(),
  advise: () => m.scope_level_advise(),
  coproduce: () => m.scope_level_coproduce(),
  decideTogether: () => m.scope_level_decide(),
};

export function policyPhases() {
  return POLICY_PHASES.map((value) => ({ value, text: PHASE_WORDS[value]() }));
}
const PHASE_WORDS: { readonly [phase in NonNullable<ScopeCodes['policyPhase']>]: () => string } = {
  preparation: () => m.scope_phase_preparation(),
  execution: () => m.scope_phase_execution(),
  evaluation: () => m.scope_phase_evaluation(),
};

export function ledBy() {
  return LED_BY.map((value) => ({ value, text: LED_BY_WORDS[value]() }));
}
const LED_BY_WORDS: { readonly [by in NonNullable<ScopeCodes['ledBy']>]: () => string } = {
  municipality: () => m.scope_led_by_municipality(),
  independent: () => m.scope_led_by_independent(),
};
