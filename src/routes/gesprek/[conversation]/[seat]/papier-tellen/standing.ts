import type { PaperStanding } from '#conversation/paper.ts';
import { m } from '#words/compiled/messages.js';

/** How far the paper of a table is, for both who count it. */
export function standingInWords(standing: PaperStanding): string {
  if (standing === 'one') return m.count_one();
  return standing === 'same' ? m.count_same() : m.count_differs();
}
