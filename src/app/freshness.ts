import type { ConversationId } from './ids.ts';
import { Lane } from './lane.ts';
import type { Newest, Streams } from './ports/streams.ts';
import type { Room } from './room.ts';

/** Asks the database whether others did something: one small question for all who want to know at the same time. */
export class Freshness {
  readonly #streams: Streams;
  readonly #lane: Lane<Freshening>;

  constructor(streams: Streams) {
    this.#streams = streams;
    this.#lane = new Lane((asked) => this.#refresh(asked));
  }

  /** Resolves when the room is as new as the database was when it was asked, or known to be gone; also when the database is away. */
  refresh(room: Room): Promise<void> {
    return new Promise((settle) => this.#lane.add({ room, settle }));
  }

  done(): Promise<void> {
    return this.#lane.done();
  }

  async #refresh(asked: readonly Freshening[]): Promise<void> {
    const newest = await this.#newestOf(asked);
    for (const { room, settle } of asked) {
      const now = newest?.get(room.conversation.id);
      if (newest && now === undefined) room.leave();
      if (now) room.hearErased(now.erasedElsewhere);
      const behind = (now?.last ?? 0) > room.held.last;
      // Not waited for here: one busy conversation does not hold up the others.
      if (behind) void room.catchUp().then(settle);
      else settle();
    }
  }

  /** Null when the database is away: what is held is the best there is. */
  async #newestOf(asked: readonly Freshening[]): Promise<ReadonlyMap<ConversationId, Newest> | null> {
    try {
      return await this.#streams.newestOf([...new Set(asked.map(({ room }) => room.conversation.id))]);
    } catch {
      return null;
    }
  }
}

interface Freshening {
  readonly room: Room;
  settle(): void;
}
