import { m } from '#words/compiled/messages.js';

/** What was just done, as the address tells it. */
export function doneInWords(done: string | null): string | null {
  return DONE.get(done ?? '')?.() ?? null;
}

const DONE: ReadonlyMap<string, () => string> = new Map([
  ['ingetrokken', m.done_withdrawn],
  ['alles-ingetrokken', m.receipt_all_done],
  ['geantwoord', m.asked_saved],
  ['mail', m.by_mail_confirmed],
  ['geen-mail', m.by_mail_stopped],
  ['gemerkt', m.noticed_saved],
  ['verteld', m.turn_saved],
  ['citaat', m.receipt_quote_done],
  ['geen-citaat', m.receipt_quote_undone],
  ['losgemaakt', m.receipt_let_go_done],
]);
