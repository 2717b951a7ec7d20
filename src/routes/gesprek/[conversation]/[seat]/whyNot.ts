import type { RefusalCode } from '#conversation/refusal.ts';
import { m } from '#words/compiled/messages.js';

/** Why a question cannot be answered now, for the few reasons that a screen meets before anything was sent. */
export function whyNot(code: RefusalCode): string {
  return (REASONS[code] ?? m.phone_cannot_now)();
}

const REASONS: { readonly [code in RefusalCode]?: () => string } = {
  notYourRole: m.phone_other_writes,
  notCounted: m.phone_not_counted,
  onlyQuestions: m.phone_only_questions,
  presenterListens: m.phone_presenter_listens,
  timeIsUp: m.phone_too_late,
  tooLate: m.phone_too_late,
};
