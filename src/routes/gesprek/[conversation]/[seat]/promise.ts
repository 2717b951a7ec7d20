import type { InputUse, Visibility } from '#conversation/format.ts';
import type { StepShape } from '#conversation/views/shapes.ts';
import { m } from '#words/compiled/messages.js';

/** What of a step decides who sees its words. */
export type SeenAt = Pick<StepShape, 'visibility' | 'turn'>;

/** What happens with these words, as the rules of `conversation/visible.ts` do it: who sees them, when, and what comes after. */
export function promiseFor(use: InputUse, step: SeenAt, { kept, small }: { readonly kept: boolean; readonly small: boolean }): string {
  if (use.private) return m.promise_private();
  const visibility = use.visibility ?? step.visibility;
  const { who } = visibility;
  if (who === 'facilitators') return m.promise_facilitators();
  if (who === 'me') return visibility.when === 'whenIConsent' ? m.promise_consent() : m.promise_me();
  const narrowed = kept && (who === 'everyone' || who === 'public') ? { ...visibility, who: 'group' as const } : visibility;
  return [firstSeen(narrowed, step), later(narrowed, kept), small && who !== 'sameRole' ? m.promise_small() : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Whether "Houd dit aan tafel" changes anything. What several make together, or before the hall, is not one person's to keep. */
export function canBeKept(use: InputUse, step: SeenAt): boolean {
  const { who } = use.visibility ?? step.visibility;
  return !use.private && !use.live && !use.sharedBy && who !== 'me' && who !== 'facilitators';
}

/** In silence nothing appears from others, so that "at once" means after the step. */
function firstSeen(visibility: Visibility, step: SeenAt): string {
  const sender = senderWords(visibility);
  const after = visibility.when === 'afterPhase' || step.turn === 'silent';
  if (visibility.when === 'whenReleased') return m.promise_released({ sender });
  if (visibility.when === 'whenIConsent') return m.promise_consent();
  if (visibility.who === 'sameRole') return after ? m.promise_role_after({ sender }) : m.promise_role_now({ sender });
  if (visibility.who === 'everyone' || visibility.who === 'public')
    return after ? m.promise_room_after({ sender }) : m.promise_room_now({ sender });
  return after ? m.promise_table_after({ sender }) : m.promise_table_now({ sender });
}

function later({ who }: Visibility, kept: boolean): string {
  if (kept) return m.promise_kept();
  return who === 'everyone' || who === 'public' ? m.promise_report() : m.promise_later();
}

function senderWords({ sender }: Visibility): string {
  switch (sender) {
    case 'withoutName':
      return m.promise_without_name();
    case 'perspective':
      return m.promise_perspective();
    case 'alias':
      return m.promise_alias();
    case 'name':
      return m.promise_with_role();
  }
}
