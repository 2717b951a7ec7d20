import { m } from '#words/compiled/messages.js';
import { spoken } from '#words/spoken.ts';
import type { ReadFinal } from '#doors/reports.ts';
import type { FinalReport } from '#report/finalReport.ts';
import { dayInWords } from '../day.ts';

/** What stands above an eindverslag. */
export function finalHeading({ title, format, report }: Pick<ReadFinal, 'title' | 'format' | 'report'>): {
  title: string;
  eyebrow: string;
} {
  const parts = [m.final_title(), report?.heldOn && dayInWords(report.heldOn), title && spoken(format)];
  return { title: title ?? spoken(format), eyebrow: parts.filter(Boolean).join(' · ') };
}

/** The days that count, as far as they came. */
export function daysOf({ heldOn, closedOn, standing }: FinalReport): readonly { readonly question: string; readonly answer: string }[] {
  const days = [
    { question: m.final_held(), day: heldOn },
    { question: m.final_closed(), day: closedOn },
    { question: m.final_finished(), day: standing.finishedOn },
  ];
  return days.flatMap(({ question, day }) => (day === null ? [] : [{ question, answer: dayInWords(day) }]));
}
