import type { FacilitatorAction, ParticipantAction } from '#conversation/action.ts';
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
export const doors = {
  stream: (place: PlaceInHouse) => `${seatAddress(place)}/stream`,
  actions: (place: PlaceInHouse) => `${seatAddress(place)}/actions`,
  view: (place: PlaceInHouse) => `${seatAddress(place)}/view`,

  tryToJoin: (line: Line, invitation: Invitation, id: string, perspectives: readonly Perspective[]) =>
    line.ask('POST', '/v1/joinings', { id, ...invitation, perspectives }),

  /** Rejects when the house says no. */
  async join(...joining: Parameters<typeof doors.tryToJoin>): Promise<PlaceInHouse> {
    return yes(await doors.tryToJoin(...joining)) as unknown as PlaceInHouse;
  },

  /** Rejects when the house says no. */
  async act(line: Line, place: PlaceInHouse, id: string, action: FacilitatorAction | ParticipantAction): Promise<void> {
    yes(await line.ask('POST', doors.actions(place), { id, action }));
  },
};

function seatAddress({ conversation, seat }: PlaceInHouse): string {
  return `/v1/conversations/${conversation}/seats/${seat}`;
}

function yes(heard: Heard): Heard['said'] {
  if (heard.status >= 300) throw new Error(`The house answered ${heard.status} ${JSON.stringify(heard.said)}`);
  return heard.said;
}
