import type { SeatId } from '#conversation/state.ts';
import type { ConversationId, DeviceId, LinkId, OrganiserId } from '../ids.ts';

/** Devices, the seats they reach, and the links by which they came to them. Secrets come in as hashes. */
export interface People {
  addDevice(device: DeviceId, secretHash: Uint8Array): Promise<void>;
  findDevice(secretHash: Uint8Array): Promise<Visitor | null>;
  /** Adding the same seat twice changes nothing. False when the device or the link was taken away meanwhile. */
  addSeat(device: DeviceId, seat: ReachedSeat): Promise<boolean>;
  reaches(device: DeviceId, conversation: ConversationId, seat: SeatId): Promise<ReachedSeat | null>;
  addLink(link: NewLink): Promise<void>;
  findLink(secretHash: Uint8Array): Promise<Link | null>;
  organiserLinks(organiser: OrganiserId): Promise<readonly Link[]>;
  linksTo(conversation: ConversationId): Promise<readonly Link[]>;
  /** The device becomes the organiser's, by this link. False when the link was taken away meanwhile. */
  makeOrganiser(device: DeviceId, link: Link): Promise<boolean>;
  /** Uses up a set-up link: all of them go, and the device is the organiser's by a link of its own. */
  consumeSetUp(secretHash: Uint8Array, device: DeviceId, organiser: OrganiserId): Promise<boolean>;
  hasOrganiser(): Promise<boolean>;
  /** Take away, with all that came by it. */
  revokeLink(link: LinkId): Promise<readonly Revocation[]>;
  /** Every way to the conversations of an organiser but this one: links, tokens, and devices, also the first one that was set up. */
  revokeOthers(organiser: OrganiserId, but: { readonly device: DeviceId; readonly link: LinkId }): Promise<readonly Revocation[]>;
  revokeDevice(device: DeviceId): Promise<readonly Revocation[]>;
  revokeSeat(conversation: ConversationId, seat: SeatId): Promise<readonly Revocation[]>;
  revocationsAfter(number: number): Promise<readonly Revocation[]>;
  lastRevocation(): Promise<number>;
}

/** Someone at a door: what their device may reach, and nothing of who they are. */
export interface Visitor {
  readonly device: DeviceId;
  readonly organiser: OrganiserId | null;
  readonly seats: readonly ReachedSeat[];
}
export interface ReachedSeat {
  readonly conversation: ConversationId;
  readonly seat: SeatId;
  /** The link it came by, if any: when that is taken away, so is the seat. */
  readonly link: LinkId | null;
}

export type LinkKind = 'setUp' | 'organiser' | 'coFacilitator' | 'wall' | 'owner';
export interface Link {
  readonly id: LinkId;
  readonly kind: LinkKind;
  /** Who one becomes by an organiser link. */
  readonly organiser: OrganiserId | null;
  readonly madeBy: OrganiserId | null;
  readonly conversation: ConversationId | null;
  /** The seat it leads to, where that is one for all who use it. */
  readonly seat: SeatId | null;
}
export interface NewLink extends Link {
  readonly secretHash: Uint8Array;
}

/** A seat that a device can no longer reach; without a seat: the whole device, or its being an organiser. */
export interface Revocation {
  readonly number: number;
  readonly device: DeviceId;
  readonly conversation: ConversationId | null;
  readonly seat: SeatId | null;
}
