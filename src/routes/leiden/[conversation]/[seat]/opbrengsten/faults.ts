import { isDay } from '#conversation/day.ts';
import { isWaiting, needsReason, type OutcomeField, type OutcomeKind, type OutcomeStatus } from '#conversation/outcome.ts';
import { isNoAnswer } from '#words/noAnswer.ts';
import { nameOf, rowsOf, wordsOf, type Typed } from './typed.ts';

/** What must be mended before a form can be kept, and at which field. The rules refuse the same; this tells where. */
export interface Fault {
  readonly fieldId: string;
  readonly code: FaultCode;
}

export type FaultCode =
  | 'missing'
  | 'needsCard'
  | 'needsOwner'
  | 'needsDue'
  | 'needsDueUnknown'
  | 'duePassed'
  | 'needsBecause'
  | 'needsStatus'
  | 'needsTurn'
  | 'noAnswer';

/** `asks`: what this form asks for beside the fields of the kind. */
export function faultsIn(kind: OutcomeKind, typed: Typed, asks: 'due' | 'because', today: string): readonly Fault[] {
  return [
    ...when(kind.needsCards === true && typed.cards.length === 0, 'cards', 'needsCard'),
    ...kind.fields.flatMap((field) => when(!field.optional && !isFilled(field, typed), nameOf(field), 'missing')),
    ...when(typed.owner.trim() === '', 'owner', 'needsOwner'),
    ...(asks === 'due' ? dueFaults(typed.due, today) : when(typed.because.trim() === '', 'because', 'needsBecause')),
  ];
}

/** `status`: the one that was chosen, if it is one. */
export function standingFaults(
  status: OutcomeStatus | undefined,
  { because, due }: { readonly because: string; readonly due: string },
  today: string,
): readonly Fault[] {
  if (!status) return when(true, 'status', 'needsStatus');
  const isMissing = isWaiting(status) && due === '';
  return [
    ...when(needsReason(status) && because.trim() === '', 'because', 'needsBecause'),
    ...when(isMissing, 'due', status === 'notYetKnown' ? 'needsDueUnknown' : 'needsDue'),
    ...(due === '' ? [] : dueFaults(due, today)),
  ];
}

/** "We nemen het mee" is kept when somebody insists, after they were told once that it is no answer. */
export function noAnswerIn(answers: readonly (readonly [fieldId: string, words: string])[], isSure: boolean): readonly Fault[] {
  return answers.flatMap(([fieldId, words]) => when(!isSure && isNoAnswer(words), fieldId, 'noAnswer'));
}

/** What was typed where who decides answers, with the field it stands in. */
export function answersIn({ fields }: OutcomeKind, typed: Typed): readonly (readonly [fieldId: string, words: string])[] {
  return fields.flatMap((field) => (field.answers ? [[nameOf(field), wordsOf(typed.fields, field.key)] as const] : []));
}

function dueFaults(due: string, today: string): readonly Fault[] {
  return isDay(due) ? when(due < today, 'due', 'duePassed') : when(true, 'due', 'needsDue');
}

function isFilled(field: OutcomeField, { fields }: Typed): boolean {
  if (field.type !== 'rows') return wordsOf(fields, field.key).trim() !== '';
  return rowsOf(fields, field.key).some((row) => Object.values(row).some((cell) => cell.trim() !== ''));
}

function when(isSo: boolean, fieldId: string, code: FaultCode): readonly Fault[] {
  return isSo ? [{ fieldId, code }] : [];
}
