import type { ConversationId } from '../ids.ts';

export interface JoinCodes {
  /** Takes the place of an earlier one. False when the typed code is in use elsewhere. */
  keep(code: JoinCode): Promise<boolean>;
  of(conversation: ConversationId): Promise<JoinCode | null>;
  byCode(code: string): Promise<FoundCode | null>;
  bySecret(secret: string): Promise<FoundCode | null>;
}

export interface JoinCode {
  readonly conversation: ConversationId;
  /** What people type: a short word and two digits. */
  readonly code: string;
  /** What the QR carries. */
  readonly secret: string;
}
export interface FoundCode {
  readonly conversation: ConversationId;
  readonly secret: string;
  readonly ended: boolean;
}
