import type { ConversationId } from '#app/house.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import type { Parameters } from './route.ts';

/** Where one of the things in the library stands. */
export const ITEM = '/library/{conversation}/outcomes/{outcome}';

export function originIn({ conversation = '', outcome = '' }: Parameters) {
  return { conversation: conversation as ConversationId, outcome: outcome as OutcomeId };
}
