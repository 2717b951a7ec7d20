import type { SeatId } from '#conversation/state.ts';
import type { ConversationId } from '../ids.ts';

export interface Tickets {
  /** With their receipts, all of them or none. Their numbers must follow on the last one. */
  keep(conversation: ConversationId, tickets: readonly NewTicket[]): Promise<'kept' | 'taken' | 'closed'>;
  bySecret(secretHash: Uint8Array): Promise<StoredTicket | null>;
  byNumber(conversation: ConversationId, number: number): Promise<StoredTicket | null>;
  /** A ticket is for the first who claims it. Its seat; null when another was first or when it has ended. */
  claim(conversation: ConversationId, number: number, claim: string): Promise<SeatId | null>;
  release(conversation: ConversationId, number: number, claim: string): Promise<void>;
  /** Ends those that nobody claimed, with their receipts. How many there were. */
  endUnused(conversation: ConversationId): Promise<number>;
  standing(conversation: ConversationId): Promise<TicketStanding>;
  /** Erases what ended before this day: year-month-day. */
  erasePast(day: string): Promise<void>;
}

export interface NewTicket {
  readonly number: number;
  readonly secretHash: Uint8Array;
  readonly seat: SeatId;
  readonly codeHash: Uint8Array;
  readonly tagKey: Uint8Array;
  /** A date, year-month-day. */
  readonly endsOn: string;
}

export interface StoredTicket {
  readonly conversation: ConversationId;
  readonly number: number;
  /** Taken out of use by who leads. */
  readonly ended: boolean;
  /** By whom it is used, as they claimed it. */
  readonly claim: string | null;
  /** The conversation is over. */
  readonly closed: boolean;
}

export interface TicketStanding {
  readonly made: number;
  readonly used: number;
  readonly ended: number;
}
