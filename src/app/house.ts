import type { Format } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import type { Effect, OutcomeId, OutcomeKinds } from '#conversation/outcome.ts';
import type { Refusal } from '#conversation/refusal.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import type { PledgeReply } from './askedBack.ts';
import type { ConversationId, LinkId } from './ids.ts';
import type { Invitation } from './joinCodes.ts';
import type { Library } from './library.ts';
import type { Entrance, HandedLink } from './links.ts';
import type { Asked, MailStanding, MailWish } from './mailing.ts';
import type { JoinCode } from './ports/joinCodes.ts';
import type { OutcomeChoices, OutcomesAsked, OutcomesPage } from './ports/outcomes.ts';
import type { Direction } from '#report/direction.ts';
import type { Link, Revocation, Visitor } from './ports/people.ts';
import type { KnownConversation, ListedConversation } from './ports/streams.ts';
import type { ReceiptPlace } from './ports/receipts.ts';
import type { TicketStanding } from './ports/tickets.ts';
import type { OpenedReceipt } from './openedReceipt.ts';
import type { Looked } from './receipts.ts';
import type { Rehearsing } from './rehearsing.ts';
import type { Taken } from './request.ts';
import type { Delegating } from './tokens.ts';
import type { MadeTickets } from './tickets.ts';
import type { ChangeListener } from './listeners.ts';
import type { Trajectories } from './trajectories.ts';
import type { Look, Reader } from './wordFinder.ts';

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
export interface House extends Doing, Reading, Entering, Leading, Rehearsing, Receiving, Delegating, Following {
  /** Finishes what was accepted and lets go. */
  stop(): Promise<void>;
}

/** Where a visitor sits. */
export interface Place {
  readonly conversation: ConversationId;
  readonly seat: SeatId;
}

export interface Doing {
  /** The one way in: for pages, phones, other software. `body` is as it came in. Accepted means stored. */
  take(visitor: Visitor, at: Place, actionId: unknown, body: unknown): Promise<Taken>;
}

export interface Reading {
  /** Null when there is no such conversation. As new as the database. */
  situationOf(conversation: ConversationId): Promise<Situation | null>;
  /** Reads with words, as new as the database. The reader is pure: it is called again when words were missing. */
  read<T>(conversation: ConversationId, reader: Reader<T>): Promise<T | null>;
  /** Makes what this process holds of a conversation as new as the database; leaves it as it is while the database is away. */
  refresh(conversation: ConversationId): Promise<void>;
  /** What this process last saw, with the words in view: for live screens. */
  lookAt(conversation: ConversationId): Promise<Look | null>;
  conversation(conversation: ConversationId): Promise<KnownConversation | null>;
  /** Called after every commit, here or in another process. The returned function ends it. */
  onChange(conversation: ConversationId, listener: ChangeListener): () => void;
  /** Every change of what is held here; call `attend` for conversations that someone listens to. */
  onEveryChange(listener: ChangeListener): void;
  /** Keeps a conversation at hand and looks for news of other processes, until the returned function is called. */
  attend(conversation: ConversationId): () => void;
}

export interface Entering {
  newDevice(): Promise<{ readonly secret: string; readonly visitor: Visitor }>;
  /** Null when the cookie says nothing to us. Cheap. */
  whoAsks(secret: string | undefined): Promise<Visitor | null>;
  /** Whether the visitor may act and look as this seat. */
  mayReach(visitor: Visitor, at: Place): Promise<boolean>;
  findInvitation(invitation: Invitation): Promise<FoundInvitation | Refusal>;
  /** Whether this is a ticket of the door that somebody else uses already. */
  isTicketOfOthers(visitor: Visitor | null, invitation: Invitation): Promise<boolean>;
  /** `wish` is as it came in: role and perspectives. The same action id leads to the same seat. */
  join(visitor: Visitor, invitation: Invitation, actionId: unknown, wish: unknown, privateLine: boolean): Promise<Place | Refusal>;
  /** False until the set-up code was used: an empty house says how to begin. */
  hasOrganiser(): Promise<boolean>;
  useSetUpCode(visitor: Visitor, typed: string): Promise<Entrance | Refusal>;
  /** Whether there is a link with this secret. */
  isLink(secret: string): Promise<boolean>;
  useLink(visitor: Visitor, secret: string): Promise<Entrance | Refusal>;
  /** The organiser's own seat, on any device of the organiser. */
  enterAsOrganiser(visitor: Visitor, conversation: ConversationId): Promise<Place | Refusal>;
  forgetDevice(visitor: Visitor): Promise<void>;
  /** What can no longer be reached, wherever it was taken away. Without a seat: nothing of that device any more. */
  onRevoked(listener: (revocation: Revocation) => void): void;
}

export interface FoundInvitation {
  readonly conversation: ConversationId;
  readonly format: Format;
  readonly title: string | null;
  readonly rehearsal: boolean;
  /** The long key of the QR, also when a code was typed: who has once typed a right code need not be limited any more. */
  readonly secret: string;
}

/** For organisers and facilitators. */
export interface Leading {
  readonly formats: readonly Format[];
  /** `preparation` is as it came in. The same action id makes the same conversation. */
  prepare(visitor: Visitor, actionId: unknown, preparation: unknown, privateLine: boolean): Promise<Place | Refusal>;
  /** A conversation of this organiser that was never open goes, with all that was laid ready in it. */
  discard(visitor: Visitor, conversation: ConversationId): Promise<{ readonly discarded: true } | Refusal>;
  listConversations(asker: Pick<Visitor, 'organiser'>): Promise<readonly ListedConversation[]>;
  readonly trajectories: Trajectories;
  joinCode(visitor: Visitor, at: Place): Promise<JoinCode | Refusal>;
  renewJoinCode(visitor: Visitor, at: Place): Promise<JoinCode | Refusal>;
  /** Tickets for at the door, to print: shown once. `after`: how many the page knew of, so that one form makes them once. */
  makeTickets(visitor: Visitor, at: Place, after: number, count: number): Promise<MadeTickets | Refusal>;
  ticketsOf(visitor: Visitor, at: Place): Promise<TicketStanding | Refusal>;
  /** Those that somebody uses stay. */
  endTickets(visitor: Visitor, at: Place): Promise<{ readonly ended: number } | Refusal>;
  /** The secret is shown once. Asked again with the same action id there is one link, and the secret shown last opens it. */
  coFacilitatorLink(visitor: Visitor, at: Place, actionId?: unknown): Promise<HandedLink | Refusal>;
  wallLink(visitor: Visitor, at: Place, actionId?: unknown): Promise<HandedLink | Refusal>;
  /** For who sees to an outcome: it leads to that alone. */
  ownerLink(visitor: Visitor, at: Place, outcome: OutcomeId, actionId?: unknown): Promise<HandedLink | Refusal>;
  linksTo(visitor: Visitor, at: Place): Promise<readonly Link[] | Refusal>;
  /** Whether who sees to an outcome is mailed on the day something is owed. */
  ownerMail(visitor: Visitor, at: Place, outcome: OutcomeId): Promise<MailStanding | Refusal>;
  /** Mails its owner a code, to be typed in where it was asked for. */
  mailOwner(visitor: Visitor, at: Place, outcome: OutcomeId, wish: Omit<MailWish, 'news'>): Promise<Asked>;
  confirmOwnerMail(visitor: Visitor, at: Place, outcome: OutcomeId, typed: string): Promise<Asked>;
  stopOwnerMail(visitor: Visitor, at: Place, outcome: OutcomeId): Promise<Asked>;
  organiserLink(visitor: Visitor, forWhom: 'myself' | 'colleague', actionId?: unknown): Promise<HandedLink | Refusal>;
  organiserLinks(visitor: Visitor): Promise<readonly Link[]>;
  /** This device keeps its way in; every other way to these conversations goes, tokens too. */
  renewOrganiserLink(visitor: Visitor): Promise<HandedLink | Refusal>;
  /** With all that came by it; screens that were opened by it go dark. */
  revokeLink(visitor: Visitor, link: LinkId, at: Place | null): Promise<{ readonly revoked: number } | Refusal>;
  /** Takes a seat away from the devices that reach it. Its words stay. */
  revokeSeat(visitor: Visitor, at: Place, seat: SeatId): Promise<{ readonly revoked: number } | Refusal>;
}

export interface Receiving {
  /** Where the code of this seat was handed out; null when there is none, or it is not this visitor's. */
  receiptOf(visitor: Visitor, at: Place): Promise<ReceiptPlace | null>;
  /** Shown once. Makes the first, or replaces the one there was. */
  makeReceipt(visitor: Visitor, at: Place): Promise<NewReceipt | Refusal>;
  openReceipt(code: string): Promise<OpenedReceipt | Refusal>;
  /** Its holder begins to read: when they did so before. */
  lookAtReceipt(code: string): Promise<Looked>;
  withdrawByReceipt(code: string, entry: EntryId): Promise<Taken>;
  /** All words of its holder at once, also drafts and notes; not what a table made together. Says how many there were. */
  withdrawAllByReceipt(code: string): Promise<{ readonly withdrawn: number } | Refusal>;
  /** How it went with what they promised in this card. */
  answerByReceipt(code: string, entry: EntryId, reply: PledgeReply): Promise<Taken>;
  /** Whether the words of this card may stand as a quote in the final report. */
  allowQuoteByReceipt(code: string, entry: EntryId, allows: boolean): Promise<Taken>;
  tellEffectByReceipt(code: string, entry: EntryId, outcome: OutcomeId, effect: Effect): Promise<Taken>;
  /** "Het loopt anders", about something that grew from a card of theirs and in which they may be. */
  tellTurnByReceipt(code: string, entry: EntryId, outcome: OutcomeId, words: string): Promise<Taken>;
  letGoByReceipt(code: string, entry: EntryId): Promise<Taken>;
  renewReceipt(code: string): Promise<NewReceipt | Refusal>;
  /** Mails a code to an address, to be asked back there. */
  mailReceipt(code: string, wish: MailWish): Promise<Asked>;
  /** By the code that was mailed. */
  confirmReceiptMail(code: string, typed: string): Promise<Asked>;
  /** Erases the address. */
  stopReceiptMail(code: string): Promise<Asked>;
}
/** What lives on after conversations. */
export interface Following {
  /** What can be made of cards. */
  readonly kinds: OutcomeKinds;
  readonly library: Library;
  /** What this visitor may read of: what everybody may, and all of the conversations an organiser made. */
  outcomes(visitor: Pick<Visitor, 'organiser'> | null, asked: Omit<OutcomesAsked, 'reader'>): Promise<OutcomesPage>;
  /** Numbers alone: the picture for who directs, as far as they may be told. */
  direction(visitor: Pick<Visitor, 'organiser'> | null, place?: string): Promise<Direction>;
  /** To narrow such a list by. */
  outcomeChoices(visitor: Pick<Visitor, 'organiser'> | null): Promise<OutcomeChoices>;
  /** By the clock of the house, in milliseconds since 1970. */
  now(): number;
  /** The local day, year-month-day. */
  today(): string;
}
export interface NewReceipt {
  readonly code: string;
  readonly endsOn: string;
}
