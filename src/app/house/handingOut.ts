import type { OutcomeId } from '#conversation/outcome.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { SeatId } from '#conversation/state.ts';
import { isActionId } from '../actions.ts';
import type { Guard } from '../guard.ts';
import type { Place } from '../house.ts';
import type { LinkId } from '../ids.ts';
import type { HandedLink, Links } from '../links.ts';
import type { Link, People, Visitor } from '../ports/people.ts';
import type { TicketStanding } from '../ports/tickets.ts';
import { isTicketCount, type MadeTickets, type Tickets } from '../tickets.ts';
import type { Visitors } from '../visitors.ts';

/** What who leads gives to others so that they can come in, and takes back. */
export interface HandingOut {
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
  organiserLink(visitor: Visitor, forWhom: 'myself' | 'colleague', actionId?: unknown): Promise<HandedLink | Refusal>;
  organiserLinks(visitor: Visitor): Promise<readonly Link[]>;
  /** This device keeps its way in; every other way to these conversations goes, tokens too. */
  renewOrganiserLink(visitor: Visitor): Promise<HandedLink | Refusal>;
  /** With all that came by it; screens that were opened by it go dark. */
  revokeLink(visitor: Visitor, link: LinkId, at: Place | null): Promise<{ readonly revoked: number } | Refusal>;
  /** Takes a seat away from the devices that reach it. Its words stay. */
  revokeSeat(visitor: Visitor, at: Place, seat: SeatId): Promise<{ readonly revoked: number } | Refusal>;
}

interface Parts {
  readonly guard: Guard;
  readonly tickets: Tickets;
  readonly links: Links;
  readonly visitors: Visitors;
  readonly people: People;
}

export function handingOut(parts: Parts): HandingOut {
  return { ...ofTickets(parts), ...ofLinks(parts), ...takingBack(parts) };
}

function ofTickets({ guard, tickets }: Parts): Pick<HandingOut, 'makeTickets' | 'ticketsOf' | 'endTickets'> {
  return {
    makeTickets: (visitor, at, after, count) =>
      guard.led(visitor, at, async () => (isTicketCount(count) ? tickets.make(at.conversation, after, count) : refuse('wrongShape'))),
    ticketsOf: (visitor, at) => guard.led(visitor, at, () => tickets.standing(at.conversation)),
    endTickets: (visitor, at) => guard.led(visitor, at, async () => ({ ended: await tickets.endUnused(at.conversation) })),
  };
}

function ofLinks({ guard, links, people }: Parts): Omit<HandingOut, keyof ReturnType<typeof ofTickets> | 'revokeLink' | 'revokeSeat'> {
  return {
    coFacilitatorLink: (visitor, at, actionId) =>
      onceBy(visitor, actionId, (once) => guard.led(visitor, at, () => links.coFacilitator(at.conversation, once))),
    wallLink: (visitor, at, actionId) =>
      onceBy(visitor, actionId, (once) => guard.led(visitor, at, () => links.wall(at.conversation, once))),
    ownerLink: (visitor, at, outcome, actionId) =>
      onceBy(visitor, actionId, (once) => guard.led(visitor, at, (room) => links.owner(room, outcome, once))),
    linksTo: (visitor, at) => guard.led(visitor, at, () => people.linksTo(at.conversation)),
    organiserLink: (visitor, forWhom, actionId) =>
      onceBy(visitor, actionId, async (once) =>
        visitor.organiser ? links.organiser(visitor.organiser, forWhom, once) : refuse('notYourRole'),
      ),
    organiserLinks: async ({ organiser }) => (organiser ? people.organiserLinks(organiser) : []),
    renewOrganiserLink: async (visitor) => (visitor.organiser ? links.renewOwn(visitor, visitor.organiser) : refuse('notYourRole')),
  };
}

function takingBack({ guard, visitors, people }: Parts): Pick<HandingOut, 'revokeLink' | 'revokeSeat'> {
  return {
    async revokeLink(visitor, link, at) {
      const known = at
        ? await guard.led(visitor, at, () => people.linksTo(at.conversation))
        : visitor.organiser
          ? await people.organiserLinks(visitor.organiser)
          : [];
      if ('refused' in known) return known;
      if (!known.some(({ id }) => id === link)) return refuse('notFound');
      return { revoked: await visitors.revoke((stored) => stored.revokeLink(link)) };
    },
    revokeSeat: (visitor, at, seat) =>
      guard.led(visitor, at, async () => ({ revoked: await visitors.revoke((stored) => stored.revokeSeat(at.conversation, seat)) })),
  };
}

/** What makes a secret is made once for one action id of one device; without an id each time. */
async function onceBy<T>({ device }: Visitor, actionId: unknown, make: (once?: string) => Promise<T | Refusal>): Promise<T | Refusal> {
  if (actionId === undefined) return make();
  return isActionId(actionId) ? make(`${device}/${actionId}`) : refuse('wrongShape');
}
