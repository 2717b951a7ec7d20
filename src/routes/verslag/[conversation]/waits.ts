import type { ScopeReport } from '#report/scope.ts';
import { m } from '#words/compiled/messages.js';
import { dayInWords } from './day.ts';

/** Who still owes an answer, and by when it was promised. */
export function waitsForIn({ body, hearBackOn }: Pick<ScopeReport, 'body' | 'hearBackOn'>): string {
  const who = body ? m.voice_waits_for({ body }) : m.voice_waits_lead();
  return hearBackOn ? `${who} ${m.voice_promised({ day: dayInWords(hearBackOn) })}` : who;
}
