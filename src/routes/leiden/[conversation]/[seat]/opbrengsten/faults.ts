import { isDay } from '#conversation/day.ts';
import { isWaiting, needsReason, type OutcomeField, type OutcomeKind, type OutcomeStatus } from '#conversation/outcome.ts';
import { personalIn } from '#conversation/personal.ts';
import { bareWords } from '#conversation/words.ts';
import type { OfferedCard } from '#report/offers.ts';
import { isNoAnswer } from '#words/noAnswer.ts';
import { nameOf, rowsOf, wordsOf, type Typed } from './typed.ts';

/** What must be mended before a form can be kept, and at which field. The rules refuse the same; this tells where. */
export interface Fault {
  readonly fieldId: string;
  readonly code: FaultCode;
  /** What leads to one person, as it was typed. */
  readonly found?: string;
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
  | 'noAnswer'
  | 'ownWords'
  | 'leadsToOne'
  | 'mayLeadToOne';

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
  const reason = when(needsReason(status) && because.trim() === '', 'because', 'needsBecause');
  if (!isWaiting(status)) return reason;
  const missing = when(due === '', 'due', status === 'notYetKnown' ? 'needsDueUnknown' : 'needsDue');
  return [...reason, ...missing, ...(due === '' ? [] : dueFaults(due, today))];
}

/** "We nemen het mee" is kept when somebody insists, after they were told once that it is no answer. */
export function noAnswerIn(answers: readonly (readonly [fieldId: string, words: string])[], isSure: boolean): readonly Fault[] {
  return answers.flatMap(([fieldId, words]) => when(!isSure && isNoAnswer(words), fieldId, 'noAnswer'));
}

/** What leads to one person is kept out of somebody's story. Elsewhere it may be of a desk: it is kept when somebody insists. */
export function personalFaults({ fields }: OutcomeKind, { fields: typed, owner, theme }: Typed, isSure: boolean): readonly Fault[] {
  const inFields = fields.flatMap((field) => {
    const cells = rowsOf(typed, field.key).flatMap((row) =>
      (field.columns ?? []).map(({ key, ofSomebody }) => [row[key] ?? '', ofSomebody === true] as const),
    );
    const said = [[wordsOf(typed, field.key), false] as const, ...cells];
    return said.flatMap(([words, ofSomebody]) => personalFault(nameOf(field), words, ofSomebody, isSure)).slice(0, 1);
  });
  return [...inFields, ...personalFault('owner', owner, false, isSure), ...personalFault('theme', theme, false, isSure)];
}

/** `ofSomebody`: it is somebody's story. Elsewhere an address is as a rule that of a place. */
export function personalFault(fieldId: string, words: string, ofSomebody: boolean, isSure: boolean): readonly Fault[] {
  const personal = personalIn(words);
  if (!personal || (!ofSomebody && (isSure || personal.kind === 'address'))) return [];
  return [{ fieldId, code: ofSomebody ? 'leadsToOne' : 'mayLeadToOne', found: personal.found }];
}

/**
 * A title that is somebody's card word for word quotes them to everybody, and nobody asked them. It is kept when somebody
 * insists: they may have asked at the table.
 */
export function ownWordsFaults(
  { fields }: OutcomeKind,
  { fields: typed, seenBy }: Pick<Typed, 'fields' | 'seenBy'>,
  cards: readonly OfferedCard[],
  isSure: boolean,
): readonly Fault[] {
  if (isSure || seenBy === 'leaders') return [];
  const own = new Set(cards.flatMap((card) => (card.own ? [card.line, ...Object.values(card.fields)].map(bareWords) : [])));
  return fields.flatMap((field) => {
    const cells = rowsOf(typed, field.key).flatMap((row) => Object.values(row));
    const isOwn = [wordsOf(typed, field.key), ...cells].some((words) => own.has(bareWords(words)) && bareWords(words) !== '');
    return when(isOwn, nameOf(field), 'ownWords');
  });
}

/** Whether all there is to mend may be kept as it is by who insists. */
export function mayInsist(faults: readonly Fault[]): boolean {
  return faults.length > 0 && faults.every(({ code }) => INSISTED.has(code));
}

/** What was typed where who decides answers, with the field it stands in. */
export function answersIn({ fields }: OutcomeKind, typed: Typed): readonly (readonly [fieldId: string, words: string])[] {
  return fields.flatMap((field) => (field.answers ? [[nameOf(field), wordsOf(typed.fields, field.key)] as const] : []));
}

const INSISTED: ReadonlySet<FaultCode> = new Set<FaultCode>(['noAnswer', 'mayLeadToOne', 'ownWords']);

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
