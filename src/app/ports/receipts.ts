import type { SeatId } from '#conversation/state.ts';
import type { ConversationId } from '../ids.ts';

export interface Receipts {
  /** The same for ever once chosen; the given one is used when there is none yet. */
  salt(fresh: Uint8Array): Promise<Uint8Array>;
  where(conversation: ConversationId, seat: SeatId): Promise<ReceiptPlace | null>;
  /** Takes the place of an earlier one of the same seat. False when the conversation was sealed meanwhile. */
  keep(receipt: NewReceipt): Promise<boolean>;
  find(codeHash: Uint8Array): Promise<StoredReceipt | null>;
  /**
   * Notes that its holder looks today, and tells on which day they did before; null the first time. Days, year-month-day:
   * a moment beside a code could be laid beside what was told or mailed at that moment.
   */
  look(codeHash: Uint8Array, today: string): Promise<string | null>;
  /** After sealing: a fresh code takes over what the old one found. False when the old one is gone. */
  replace(old: Uint8Array, fresh: FreshReceipt): Promise<boolean>;
  /** Erases what ended before this day: year-month-day. */
  erasePast(day: string): Promise<void>;
  tags(conversation: ConversationId): Promise<readonly Uint8Array[]>;
  removeTag(conversation: ConversationId, tag: Uint8Array): Promise<void>;
}

/** Whether the code was shown on the phone, or printed on a ticket. */
export type ReceiptPlace = 'phone' | 'ticket';

export interface NewReceipt {
  readonly conversation: ConversationId;
  readonly seat: SeatId;
  readonly codeHash: Uint8Array;
  readonly tagKey: Uint8Array;
  /** A date, year-month-day. */
  readonly endsOn: string;
}

export interface FreshReceipt {
  readonly codeHash: Uint8Array;
  readonly endsOn: string;
  readonly tags: readonly Uint8Array[];
  readonly oldTags: readonly Uint8Array[];
}

export interface StoredReceipt {
  readonly conversation: ConversationId;
  /** Null after sealing. */
  readonly seat: SeatId | null;
  readonly endsOn: string;
}

export interface SealingReceipt {
  readonly seat: SeatId;
  readonly tagKey: Uint8Array;
}
