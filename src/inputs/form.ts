import type { InputUse } from '#conversation/format.ts';
import type { Json } from '#conversation/words.ts';

/** What was filled in, as an act; null when nothing was filled in yet. */
export type ReadForm = (use: InputUse, form: FormData) => Json | null;

/* Small questions to a form. It is not trusted: whatever is missing or odd reads as empty. */

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replace(CONTROL, '') : '';
}

/** Nobody types these, and no database takes the first; new lines and tabs stay. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');
}

/** What stands under `prefix.` and what follows it; fields left empty are not there. */
export function filledUnder(form: FormData, prefix: string): readonly (readonly [key: string, value: string])[] {
  const start = `${prefix}.`;
  const names = [...new Set(form.keys())].filter((name) => name.startsWith(start));
  return names.map((name) => [name.slice(start.length), textOf(form, name)] as const).filter(([, value]) => value.trim() !== '');
}

/** An act never holds a number that cannot be written down. */
export function numbersUnder(form: FormData, prefix: string): { readonly [key: string]: number } {
  return Object.fromEntries(filledUnder(form, prefix).flatMap(([key, value]) => (isNumber(value) ? [[key, Number(value)] as const] : [])));
}

export function numberOf(form: FormData, name: string): number | null {
  const value = textOf(form, name);
  return isNumber(value) ? Number(value) : null;
}

function isNumber(value: string): boolean {
  return value.trim() !== '' && Number.isFinite(Number(value));
}

/** An act, unless what must be chosen was not. */
export function whenFilled<Act extends Json>(act: Act, ...needed: readonly (string | number | object | null)[]): Act | null {
  return needed.every(isFilled) ? act : null;
}

function isFilled(value: string | number | object | null): boolean {
  if (value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
