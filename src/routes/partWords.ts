import type { Part } from '#report/numbers.ts';
import { m } from '#words/compiled/messages.js';
import { number } from '#words/time.ts';

/** A part of a number of people, as far as it may be told. */
export function partWords(part: Part): string {
  if (part === 'few') return m.report_few();
  return part === 'some' ? m.report_some() : number(part);
}
