import type { SeatId } from '#conversation/state.ts';
import type { Delegating } from './house/delegating.ts';
import type { Doing } from './house/doing.ts';
import type { Entering } from './house/entering.ts';
import type { Following } from './house/following.ts';
import type { HandingOut } from './house/handingOut.ts';
import type { Leading } from './house/leading.ts';
import type { Reading } from './house/reading.ts';
import type { Receiving } from './house/receiving.ts';
import type { Rehearsing } from './house/rehearsing.ts';
import type { ConversationId } from './ids.ts';

export type { FoundInvitation } from './house/entering.ts';
export type { NewReceipt } from './house/receiving.ts';
export type { Change, ChangeListener } from './listeners.ts';
export type { Look, Reader } from './wordFinder.ts';
export type { Entrance, HandedLink } from './links.ts';
export type { Invitation } from './joinCodes.ts';
export type { Taken } from './request.ts';
export type { Visitor, Revocation, Link } from './ports/people.ts';
export type { OpenedReceipt, ReceiptCard } from './openedReceipt.ts';
export type { Looked } from './receipts.ts';
export type { Asked, MailStanding, MailWish } from './mailing.ts';
export type { CardQuestion, ComingQuestion, PledgeReply } from './askedBack.ts';
export type { ReceiptPlace } from './ports/receipts.ts';
export type { TicketStanding } from './ports/tickets.ts';
export type { MadeTicket, MadeTickets } from './tickets.ts';
export type { ConversationId, DeviceId, LinkId, OrganiserId, TokenId, TrajectoryId } from './ids.ts';
export type { Delegate, MadeToken, Scope } from './tokens.ts';
export type { ListedToken } from './ports/tokens.ts';
export type { ListedOutcome, OutcomeChoices, OutcomesAsked, OutcomesPage } from './ports/outcomes.ts';
export type { JoinCode } from './ports/joinCodes.ts';
export type { ListedConversation } from './ports/streams.ts';

/**
 * All that pages, the API and streams may ask of the house. What is refused says why. Only a database that
 * stays away makes a call throw, a StoreProblem; `take` refuses even then.
 */
export interface House extends Doing, Reading, Entering, Leading, HandingOut, Rehearsing, Receiving, Delegating, Following {
  /** Finishes what was accepted and lets go. */
  stop(): Promise<void>;
}

/** Where a visitor sits. */
export interface Place {
  readonly conversation: ConversationId;
  readonly seat: SeatId;
}
