import { roleOf, takesPart } from '#conversation/lookup.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import type { Place } from './house.ts';
import type { Visitor } from './ports/people.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Visitors } from './visitors.ts';

/** Finds through the person: what a visitor cannot reach is not there for them. */
export class Guard {
  readonly #rooms: Rooms;
  readonly #visitors: Visitors;

  constructor(rooms: Rooms, visitors: Visitors) {
    this.#rooms = rooms;
    this.#visitors = visitors;
  }

  async mayReach(visitor: Visitor, { conversation, seat }: Place): Promise<boolean> {
    return (await this.#visitors.seatOf(visitor, conversation, seat)) !== null;
  }

  async roomAt(visitor: Visitor, at: Place): Promise<Room | null> {
    return (await this.mayReach(visitor, at)) ? this.#rooms.find(at.conversation) : null;
  }

  /** Where this seat takes part, and so may have a receipt. */
  async participantAt(visitor: Visitor, at: Place): Promise<Room | Refusal> {
    const room = await this.#seated(visitor, at);
    if (!room) return refuse('notFound');
    return takesPart(this.#roleAt(room, at)) ? room : refuse('notYourRole');
  }

  async leaderAt(visitor: Visitor, at: Place): Promise<Room | Refusal> {
    const room = await this.#seated(visitor, at);
    if (!room) return refuse('notFound');
    return this.#roleAt(room, at)?.task === 'facilitate' ? room : refuse('notYourRole');
  }

  /** Done only by who leads there. */
  async led<T>(visitor: Visitor, at: Place, then: (room: Room) => Promise<T>): Promise<T | Refusal> {
    const room = await this.leaderAt(visitor, at);
    return 'refused' in room ? room : then(room);
  }

  /** Whoever leads, and the wall, show people the way in. */
  async inviterAt(visitor: Visitor, at: Place): Promise<Room | Refusal> {
    const room = await this.#seated(visitor, at);
    if (!room) return refuse('notFound');
    const task = this.#roleAt(room, at)?.task;
    return task === 'facilitate' || task === 'show' ? room : refuse('notYourRole');
  }

  async #seated(visitor: Visitor, at: Place): Promise<Room | null> {
    return (await this.mayReach(visitor, at)) ? this.#rooms.findFresh(at.conversation) : null;
  }

  #roleAt({ held }: Room, { seat }: Place): ReturnType<typeof roleOf> {
    const { state } = held.situation;
    const known = state.seats.get(seat);
    return known && roleOf(state, known);
  }
}
