import type { FacilitatorAction } from '#conversation/action.ts';
import type { Perspective } from '#conversation/format.ts';
import type { Heard, Line } from './line.ts';

/** What somebody brings to come in: what the QR carried, or what was typed. */
export type Invitation = { readonly key: string } | { readonly code: string };

/** Where somebody sits, as the house calls it. */
export interface PlaceInHouse {
  readonly conversation: string;
  readonly seat: string;
}

/** The doors of the house that simulated people use: the same as those of real phones. */
export const streamOf = (place: PlaceInHouse) => `${seatAddress(place)}/stream`;
export const actionsOf = (place: PlaceInHouse) => `${seatAddress(place)}/actions`;
export const viewOf = (place: PlaceInHouse) => `${seatAddress(place)}/view`;
export const receiptsOf = (place: PlaceInHouse) => `${seatAddress(place)}/receipts`;
export const cardsOf = (place: PlaceInHouse) => `${seatAddress(place)}/cards`;

export interface Joining {
  readonly id: string;
  readonly invitation: Invitation;
  readonly perspectives: readonly Perspective[];
  /** Where they stand already: it was the QR of a table. */
  readonly table?: number;
  /** Says that nobody real comes in: then the house lets in only where it is a rehearsal. */
  readonly simulated?: true;
}

export function tryToJoin(line: Line, { id, invitation, simulated, ...wish }: Joining): Promise<Heard> {
  return line.ask('POST', '/v1/joinings', { id, ...invitation, ...wish, ...(simulated && { simulated }) });
}

/** Rejects when the house says no. */
export async function join(line: Line, joining: Joining): Promise<PlaceInHouse> {
  const heard = await tryToJoin(line, joining);
  return placeIn(heard) ?? no(heard);
}

/** Where somebody who asked to come in now sits; null when the house said no. */
export function placeIn({ status, said }: Heard): PlaceInHouse | null {
  return status < 300 ? (said as { readonly conversation: string; readonly seat: string }) : null;
}

/** Rejects when the house says no. */
export async function act(line: Line, place: PlaceInHouse, id: string, action: FacilitatorAction): Promise<void> {
  const heard = await line.ask('POST', actionsOf(place), { id, action });
  if (heard.status >= 300) no(heard);
}

function seatAddress({ conversation, seat }: PlaceInHouse): string {
  return `/v1/conversations/${conversation}/seats/${seat}`;
}

function no({ status, said }: Heard): never {
  throw new Error(`The house answered ${status} ${JSON.stringify(said)}`);
}
