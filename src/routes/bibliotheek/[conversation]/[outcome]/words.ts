import { m } from '#words/compiled/messages.js';
import type { ActionData } from './$types';

interface Fault {
  readonly fieldId: string;
  readonly text: string;
}

/** What must be mended before a form of this page can go. */
export function faultsOf(form: ActionData): readonly Fault[] {
  if (!form) return [];
  if (form.part === 'ask') return form.wrong ? [{ fieldId: 'vraag', text: m.library_say() }] : [];
  if (form.part === 'answer') return form.wrong ? [{ fieldId: `antwoord-${form.asked}`, text: m.library_say_answer() }] : [];
  if (form.part === 'drop') return [];
  return [
    ...(form.wrong.into ? [{ fieldId: 'bij', text: m.library_adopt_first() }] : []),
    ...(form.wrong.owner ? [{ fieldId: 'wie', text: m.library_adopt_who() }] : []),
  ];
}

export function errorAt(form: ActionData, fieldId: string): string | undefined {
  return faultsOf(form).find((each) => each.fieldId === fieldId)?.text;
}

/** What was just done, told when the page comes back. */
export function doneWords(done: string): string {
  return (DONE.get(done) ?? m.library_kept)();
}

const DONE: ReadonlyMap<string, () => string> = new Map([
  ['overgenomen', m.library_adopted],
  ['gevraagd', m.library_asked_done],
  ['weggehaald', m.library_asked_dropped],
]);
