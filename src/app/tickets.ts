import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { SeatId } from '#conversation/state.ts';
import type { ConversationId } from './ids.ts';
import type { NewTicket, StoredTicket, Tickets as Port, TicketStanding } from './ports/tickets.ts';
import type { Receipts } from './receipts.ts';
import { derivedId, digest, freshSecret } from './secrets.ts';
import type { Randomness } from './world.ts';

/** A ticket as it is printed: its secret and its code are shown only now. */
export interface MadeTicket {
  readonly number: number;
  /** For in its QR. */
  readonly secret: string;
  /** The read-back code: it opens what is written from the seat of this ticket. */
  readonly code: string;
}
export interface MadeTickets {
  readonly tickets: readonly MadeTicket[];
  readonly endsOn: string;
}

/** Tickets for at the door, one for each person: with a phone to scan, without one to hand to whoever writes. */
export class Tickets {
  readonly #tickets: Port;
  readonly #receipts: Receipts;
  readonly #randomness: Randomness;

  constructor(tickets: Port, receipts: Receipts, randomness: Randomness) {
    this.#tickets = tickets;
    this.#receipts = receipts;
    this.#randomness = randomness;
  }

  /** `after`: how many there were for whoever asks. A form that is sent twice makes them once. */
  async make(conversation: ConversationId, after: number, count: number): Promise<MadeTickets | Refusal> {
    const known = await this.#tickets.standing(conversation);
    if (known.made !== after) return refuse('movedOn');
    if (after + count > MOST_TICKETS) return refuse('full', { maximum: MOST_TICKETS });
    const fresh = await this.#fresh(conversation, after, count);
    const kept = await this.#tickets.keep(conversation, fresh);
    if (kept !== 'kept') return refuse(kept === 'closed' ? 'alreadyClosed' : 'movedOn');
    return {
      tickets: fresh.map(({ number, secret, code }) => ({ number, secret, code })),
      endsOn: fresh[0]?.endsOn ?? '',
    };
  }

  standing(conversation: ConversationId): Promise<TicketStanding> {
    return this.#tickets.standing(conversation);
  }

  /** Those that somebody uses stay. */
  endUnused(conversation: ConversationId): Promise<number> {
    return this.#tickets.endUnused(conversation);
  }

  async find(secret: string): Promise<StoredTicket | Refusal> {
    return usable(secret.length > LONGEST_SECRET ? null : await this.#tickets.bySecret(digest(secret)));
  }

  /** In use by another phone, or by who writes at a table. */
  async isOfOthers(secret: string, by: string | null): Promise<boolean> {
    const ticket = await this.find(secret);
    return !('refused' in ticket) && ticket.claim !== null && ticket.claim !== (by && derivedId<string>(by));
  }

  /** The seat of a ticket for the first who uses it; the same one again gets it again. */
  async claim(conversation: ConversationId, number: number, by: string): Promise<SeatId | Refusal> {
    const seat = await this.#tickets.claim(conversation, number, derivedId<string>(by));
    if (seat) return seat;
    const ticket = usable(await this.#tickets.byNumber(conversation, number));
    return 'refused' in ticket ? ticket : refuse('ticketUsed');
  }

  /** Nothing came of it: another may use it. */
  release(conversation: ConversationId, number: number, by: string): Promise<void> {
    return this.#tickets.release(conversation, number, derivedId<string>(by));
  }

  /** A code is slow to make on purpose; two at a time leave room for everybody else. */
  async #fresh(conversation: ConversationId, after: number, count: number): Promise<readonly FreshTicket[]> {
    const numbers = Array.from({ length: count }, (_, index) => after + index + 1);
    const made: FreshTicket[] = [];
    for (let from = 0; from < count; from += 2) {
      made.push(...(await Promise.all(numbers.slice(from, from + 2).map((number) => this.#freshTicket(conversation, number)))));
    }
    return made;
  }

  /** The seat follows from the secret, which is stored nowhere: after sealing no database tells whose ticket it was. */
  async #freshTicket(conversation: ConversationId, number: number): Promise<FreshTicket> {
    const secret = `${TICKET}${freshSecret(this.#randomness)}`;
    const seat = derivedId<SeatId>(conversation, secret);
    return { number, secret, secretHash: digest(secret), seat, ...(await this.#receipts.codes.fresh()) };
  }
}

type FreshTicket = MadeTicket & NewTicket;

/** By this a ticket is told from the long key of a conversation. */
const TICKET = 't.';
const MOST_TICKETS = 3_000;
const MOST_AT_ONCE = 300;
const LONGEST_SECRET = 100;

export function isTicketCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= MOST_AT_ONCE;
}

export function isTicket(secret: string): boolean {
  return secret.startsWith(TICKET);
}

function usable(ticket: StoredTicket | null): StoredTicket | Refusal {
  if (!ticket) return refuse('unknownTicket');
  if (ticket.closed) return refuse('closed');
  return ticket.ended ? refuse('ticketEnded') : ticket;
}
