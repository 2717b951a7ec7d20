import { m } from '#words/compiled/messages.js';

/** How much in a form is not right yet; empty when all of it is. */
export function mistakesInWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? m.form_mistake() : m.form_mistakes({ count });
}
