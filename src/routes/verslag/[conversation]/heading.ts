import { m } from '#words/compiled/messages.js';
import { spoken } from '#words/spoken.ts';
import { dayInWords } from './day.ts';
import type { Read } from './report.server.ts';

/** What stands above a report: what it is called, and what kind of report of which day it is. */
export function headingOf({ title, format, report }: Pick<Read, 'title' | 'format' | 'report'>): { title: string; eyebrow: string } {
  const parts = [m.report_title(), report?.heldOn && dayInWords(report.heldOn), title && spoken(format)];
  return { title: title ?? spoken(format), eyebrow: parts.filter(Boolean).join(' · ') };
}
