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

/** A change as it is told: first, now. */
export function changeLines({
  parts,
}: ScopeChangeReport): readonly (Omit<ScopeLine, 'answer'> & { readonly before: string; readonly after: string })[] {
  const said = (part: ScopePart, value: string | null) => (value ? scopeAnswer(part, value) : m.scope_not_said());
  return parts.map(({ part, before, after }) => ({ question: scopeQuestion(part), before: said(part, before), after: said(part, after) }));
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
  if (part === 'hearBackOn') return longDate(new Date(`${value}T12:00:00Z`));
  const options = part === 'level' ? levels() : part === 'policyPhase' ? policyPhases() : part === 'ledBy' ? ledBy() : [];
  return options.find((option) => option.value === value)?.text ?? value;
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
