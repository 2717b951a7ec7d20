import type { RoleTask } from '#conversation/format.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { OutcomeId } from '#conversation/outcome.ts';
import type { SeatId } from '#conversation/state.ts';
import type { ConversationId, LinkId, OrganiserId } from './ids.ts';
import type { Link, LinkKind, People, Visitor } from './ports/people.ts';
import { freshCode, readCode } from './receiptCode.ts';
import { requestOf } from './request.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { derivedId, digest, freshId, freshSecret } from './secrets.ts';
import type { Visitors } from './visitors.ts';
import type { Randomness } from './world.ts';

/** A link as it is handed out; the secret goes in the fragment of the address and is shown only now. */
export interface HandedLink {
  readonly id: LinkId;
  readonly secret: string;
}

/** Where a link leads: a seat, or for an organiser the list of conversations. */
export interface Entrance {
  readonly kind: LinkKind;
  readonly at: { readonly conversation: ConversationId; readonly seat: SeatId } | null;
}

/** Links with a secret, by which a device gets what only some may do. */
export class Links {
  readonly #people: People;
  readonly #visitors: Visitors;
  readonly #rooms: Rooms;
  readonly #randomness: Randomness;

  constructor(people: People, visitors: Visitors, rooms: Rooms, randomness: Randomness) {
    this.#people = people;
    this.#visitors = visitors;
    this.#rooms = rooms;
    this.#randomness = randomness;
  }

  /** The code for the very first facilitator, in four words and four digits; null when there is an organiser already. */
  async setUpCode(): Promise<string | null> {
    if (await this.#people.hasOrganiser()) return null;
    const code = freshCode(this.#randomness);
    await this.#people.addLink({ ...NOWHERE, id: freshId(this.#randomness), kind: 'setUp', secretHash: digest(code) });
    return code;
  }

  /** Makes the visitor an organiser, once. */
  async useSetUpCode(visitor: Visitor, typed: string): Promise<Entrance | Refusal> {
    const code = readCode(typed);
    const organiser = freshId<OrganiserId>(this.#randomness);
    if (!code || !(await this.#people.consumeSetUp(digest(code), visitor.device, organiser))) return refuse('notFound');
    this.#visitors.changed(visitor);
    return { kind: 'setUp', at: null };
  }

  /** To one's own conversations from another device, or for a colleague with conversations of their own. */
  organiser(madeBy: OrganiserId, forWhom: 'myself' | 'colleague', once?: string): Promise<HandedLink> {
    const id = this.#idOf(once, forWhom);
    const organiser = forWhom === 'myself' ? madeBy : derivedId<OrganiserId>('colleague', id);
    return this.#hand({ ...NOWHERE, id, kind: 'organiser', organiser, madeBy });
  }

  /** By a new link of one's own, on this device; no other device, link or token leads there any more. */
  async renewOwn(visitor: Visitor, organiser: OrganiserId): Promise<HandedLink> {
    const link = await this.organiser(organiser, 'myself');
    await this.use(visitor, link.secret);
    await this.#visitors.revoke((people) => people.revokeOthers(organiser, { device: visitor.device, link: link.id }));
    return link;
  }

  coFacilitator(conversation: ConversationId, once?: string): Promise<HandedLink> {
    return this.#hand({ ...NOWHERE, id: this.#idOf(once, conversation, 'coFacilitator'), kind: 'coFacilitator', conversation });
  }

  /** All screens that were opened by it show the same wall. */
  wall(conversation: ConversationId, once?: string): Promise<HandedLink> {
    const id = this.#idOf(once, conversation, 'wall');
    return this.#hand({ ...NOWHERE, id, kind: 'wall', conversation, seat: derivedId<SeatId>('wall', id) });
  }

  /** Who sees to an outcome answers for it by a seat of their own; an earlier one leads to nothing any more, on no device. */
  async owner(room: Room, outcome: OutcomeId, once?: string): Promise<HandedLink | Refusal> {
    const { id: conversation } = room.conversation;
    const id = this.#idOf(once, conversation, outcome, 'owner');
    const seat = derivedId<SeatId>('owner', id);
    const seated = await room.perform(requestOf({ kind: 'house' }, seat, { type: 'seatOwner', outcome, seat }));
    if (!seated.accepted) return refuse(seated.refused, seated.detail);
    return this.#hand({ ...NOWHERE, id, kind: 'owner', conversation, seat });
  }

  /** Asked before a device is made for somebody new: who tries secrets leaves nothing behind. */
  async leadsSomewhere(secret: string): Promise<boolean> {
    return (await this.#find(secret)) !== null;
  }

  /** The secret that came in the fragment, once, by POST. */
  async use(visitor: Visitor, secret: string): Promise<Entrance | Refusal> {
    const link = await this.#find(secret);
    if (!link) return refuse('notFound');
    if (link.kind === 'organiser') return this.#becomeOrganiser(visitor, link);
    if (link.kind === 'owner') return this.#reach(visitor, link);
    return this.#takeSeat(visitor, link, link.kind === 'wall' ? 'show' : 'facilitate');
  }

  async #find(secret: string): Promise<Link | null> {
    const link = secret.length > LONGEST_SECRET ? null : await this.#people.findLink(digest(secret));
    return link?.kind === 'setUp' ? null : link;
  }

  async #becomeOrganiser(visitor: Visitor, link: Link): Promise<Entrance | Refusal> {
    const made = await this.#people.makeOrganiser(visitor.device, link);
    this.#visitors.changed(visitor);
    return made ? { kind: link.kind, at: null } : refuse('notFound');
  }

  /** The seat is there already. */
  async #reach(visitor: Visitor, { id, kind, conversation, seat }: Link): Promise<Entrance | Refusal> {
    if (!conversation || !seat) return refuse('notFound');
    const added = await this.#visitors.addSeat(visitor, { conversation, seat, link: id });
    return added ? { kind, at: { conversation, seat } } : refuse('notFound');
  }

  async #takeSeat(visitor: Visitor, link: Link, task: RoleTask): Promise<Entrance | Refusal> {
    const { conversation } = link;
    const room = conversation && (await this.#rooms.findFresh(conversation));
    const role = room?.conversation.format.roles.find((each) => each.task === task);
    if (!conversation || !room || !role) return refuse('notFound');
    const seat = link.seat ?? derivedId<SeatId>(link.id, visitor.device);
    if (!room.held.situation.state.seats.has(seat)) {
      const taken = await room.perform(requestOf({ kind: 'door' }, seat, { type: 'takeSeat', seat, role: role.id, perspectives: [] }));
      if (!taken.accepted && taken.refused !== 'alreadyHere') return refuse(taken.refused, taken.detail);
    }
    const added = await this.#visitors.addSeat(visitor, { conversation, seat, link: link.id });
    return added ? { kind: link.kind, at: { conversation, seat } } : refuse('notFound');
  }

  /** `once`: by what whoever asks may ask again. Then there is one link, and only the secret that was shown last opens it. */
  #idOf(once: string | undefined, ...what: readonly string[]): LinkId {
    return once === undefined ? freshId<LinkId>(this.#randomness) : derivedId<LinkId>('link', once, ...what);
  }

  async #hand(link: Link): Promise<HandedLink> {
    const secret = freshSecret(this.#randomness);
    await this.#people.addLink({ ...link, secretHash: digest(secret) });
    return { id: link.id, secret };
  }
}

const LONGEST_SECRET = 100;
const NOWHERE = { organiser: null, madeBy: null, conversation: null, seat: null } as const;
