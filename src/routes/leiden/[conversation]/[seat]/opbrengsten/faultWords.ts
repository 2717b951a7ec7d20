import type { OutcomeKind } from '#conversation/outcome.ts';
import { m } from '#words/compiled/messages.js';
import { spoken } from '#words/spoken.ts';
import type { Fault, FaultCode } from './faults.ts';
import { nameOf } from './typed.ts';

/** What is wrong at a field, and what to do. */
export function faultWords(kind: OutcomeKind, { fieldId, code, found = '' }: Fault): string {
  if (code === 'leadsToOne') return m.outcome_leads_to_one({ found });
  if (code === 'mayLeadToOne') return m.outcome_may_lead_to_one({ found });
  if (code !== 'missing') return SENTENCES[code]();
  const field = kind.fields.find((each) => nameOf(each) === fieldId);
  const question = field ? spoken(field.label) : '';
  return field?.type === 'choice' ? m.outcome_choose({ question }) : m.outcome_missing({ question });
}

/** The error of one field, as fields take it. */
export function errorAt(kind: OutcomeKind, faults: readonly Fault[], fieldId: string): string | undefined {
  const fault = faults.find((each) => each.fieldId === fieldId);
  return fault && faultWords(kind, fault);
}

const SENTENCES: { readonly [code in Exclude<FaultCode, 'missing' | 'leadsToOne' | 'mayLeadToOne'>]: () => string } = {
  needsCard: m.outcome_needs_card,
  needsOwner: m.outcome_needs_owner,
  needsDue: m.outcome_needs_due,
  needsDueUnknown: m.outcome_needs_due_unknown,
  duePassed: m.outcome_due_passed,
  needsBecause: m.outcome_needs_because,
  needsStatus: m.outcome_needs_status,
  needsTurn: m.outcome_needs_turn,
  noAnswer: m.outcome_no_answer,
  ownWords: m.outcome_own_words,
};
