import type { Role } from '#conversation/format.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { Guard } from './guard.ts';
import type { Place } from './house.ts';
import type { JoinCodes } from './joinCodes.ts';
import type { Visitor } from './ports/people.ts';
import { requestOf } from './request.ts';
import type { Room } from './room.ts';
import { freshId } from './secrets.ts';
import type { Randomness } from './world.ts';

/** For whoever leads a rehearsal. Of any other conversation all of this is refused. */
export interface Rehearsing {
  /** What simulated people need to come in. */
  rehearsal(visitor: Visitor, at: Place): Promise<Rehearsal | Refusal>;
  /** Simulated people who sit at the tables get up; what they wrote stays. */
  clearRehearsal(visitor: Visitor, at: Place): Promise<{ readonly left: number } | Refusal>;
}

export interface Rehearsal {
  /** The long key of the QR. */
  readonly key: string;
  readonly roles: readonly Role[];
}

export class Rehearsed implements Rehearsing {
  readonly #guard: Guard;
  readonly #codes: JoinCodes;
  readonly #randomness: Randomness;

  constructor(guard: Guard, codes: JoinCodes, randomness: Randomness) {
    this.#guard = guard;
    this.#codes = codes;
    this.#randomness = randomness;
  }

  async rehearsal(visitor: Visitor, at: Place): Promise<Rehearsal | Refusal> {
    const room = await this.#rehearsedAt(visitor, at);
    if ('refused' in room) return room;
    const code = await this.#codes.of(at.conversation);
    return code ? { key: code.secret, roles: room.conversation.format.roles } : refuse('closed');
  }

  async clearRehearsal(visitor: Visitor, at: Place): Promise<{ readonly left: number } | Refusal> {
    const room = await this.#rehearsedAt(visitor, at);
    if ('refused' in room) return room;
    const simulated = [...room.held.situation.state.seats.values()].filter((seat) => seat.simulated && seat.here);
    const leave = ({ id: seat }: { readonly id: Place['seat'] }) =>
      room.perform(requestOf({ kind: 'seat', seat }, freshId(this.#randomness), { type: 'leave' }));
    const taken = await Promise.all(simulated.map(leave));
    return { left: taken.filter(({ accepted }) => accepted).length };
  }

  async #rehearsedAt(visitor: Visitor, at: Place): Promise<Room | Refusal> {
    const room = await this.#guard.leaderAt(visitor, at);
    return 'refused' in room || room.conversation.rehearsal ? room : refuse('onlyRehearsal');
  }
}
