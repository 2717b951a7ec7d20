import type { ConversationId } from '../ids.ts';

export interface Snapshots {
  /** Replaces older ones of the conversation; does nothing when there is one as new. */
  keep(conversation: ConversationId, snapshot: NewSnapshot): Promise<void>;
}
export interface NewSnapshot {
  readonly number: number;
  readonly rulesVersion: number;
  readonly parts: AsyncIterable<string>;
}
