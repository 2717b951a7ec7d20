import type { Format } from '#conversation/format.ts';
import type { Refusal } from '#conversation/refusal.ts';
import type { Hall } from '../hall.ts';
import type { Guard } from '../guard.ts';
import type { Place } from '../house.ts';
import type { ConversationId } from '../ids.ts';
import type { Invitation } from '../joinCodes.ts';
import type { Entrance, Links } from '../links.ts';
import type { People, Revocation, Visitor } from '../ports/people.ts';
import { useSetUpCode } from '../setUp.ts';
import type { Visitors } from '../visitors.ts';

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

interface Parts {
  readonly visitors: Visitors;
  readonly guard: Guard;
  readonly hall: Hall;
  readonly links: Links;
  readonly people: People;
  readonly setUpFile: string;
}

export function entering({ visitors, guard, hall, links, people, setUpFile }: Parts): Entering {
  return {
    newDevice: () => visitors.newDevice(),
    whoAsks: (secret) => visitors.whoAsks(secret),
    mayReach: (visitor, at) => guard.mayReach(visitor, at),
    findInvitation: (invitation) => hall.findInvitation(invitation),
    isTicketOfOthers: (visitor, invitation) => hall.isTicketOfOthers(visitor, invitation),
    join: (visitor, invitation, actionId, wish, privateLine) => hall.join(visitor, invitation, actionId, wish, privateLine),
    hasOrganiser: () => people.hasOrganiser(),
    useSetUpCode: (visitor, typed) => useSetUpCode(links, setUpFile, visitor, typed),
    isLink: (secret) => links.leadsSomewhere(secret),
    useLink: (visitor, secret) => links.use(visitor, secret),
    enterAsOrganiser: (visitor, conversation) => hall.enterAsOrganiser(visitor, conversation),
    forgetDevice: async ({ device }) => void (await visitors.revoke((known) => known.revokeDevice(device))),
    onRevoked: (listener) => visitors.onRevoked(listener),
  };
}
