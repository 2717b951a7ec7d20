import type { ConversationId } from './ids.ts';
import { standingOf } from './held.ts';
import type { Store } from './ports.ts';
import { requestOf, type Request } from './request.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { World } from './world.ts';

/**
 * The server's clock: tells the rules that a step's time is up, and seals what was closed. It acts like
 * everybody else, by an action with an id of its own, so that two processes or a restart do it once.
 */
export class Clockwork {
  readonly #store: Store;
  readonly #rooms: Rooms;
  readonly #world: World;
  readonly #sealAfter: number;
  readonly #alarms = new Map<ConversationId, { readonly dueAt: number; cancel(): void }>();
  #stopped = false;

  constructor(store: Store, rooms: Rooms, world: World, sealAfter: number) {
    this.#store = store;
    this.#rooms = rooms;
    this.#world = world;
    this.#sealAfter = sealAfter;
    rooms.onEveryChange(({ conversation, situation }) => this.#set(conversation, standingOf(situation.state, sealAfter).dueAt));
  }

  /** Finds what is due soon, whoever started it: after a restart, or when another process died. */
  async look(): Promise<void> {
    for (const { id, dueAt } of await this.#store.conversations.dueBefore(this.#world.clock.now() + HORIZON)) this.#set(id, dueAt);
  }

  stop(): void {
    this.#stopped = true;
    for (const { cancel } of this.#alarms.values()) cancel();
    this.#alarms.clear();
  }

  #set(conversation: ConversationId, dueAt: number | null): void {
    const set = this.#alarms.get(conversation);
    if (set?.dueAt === dueAt) return;
    set?.cancel();
    this.#alarms.delete(conversation);
    // What was being done when the house stopped still comes through here, and an alarm would keep the process alive.
    if (dueAt === null || this.#stopped) return;
    this.#alarms.set(conversation, { dueAt, cancel: this.#world.clock.at(dueAt, () => void this.#ring(conversation)) });
  }

  /** What does not work now is found again by the next look. */
  async #ring(conversation: ConversationId): Promise<void> {
    this.#alarms.delete(conversation);
    try {
      const room = await this.#rooms.findFresh(conversation);
      const due = room && this.#due(room);
      const taken = due && (await room.perform(due));
      if (taken?.accepted && due?.action.type === 'seal') await this.#store.files.sweep();
    } catch (error) {
      this.#world.log('warn', 'The clock could not do its work; it tries again.', {
        conversation,
        kind: error instanceof Error ? error.name : typeof error,
      });
    }
  }

  #due({ held }: Room): Request | null {
    const { state } = held.situation;
    const { dueAt } = standingOf(state, this.#sealAfter);
    if (dueAt === null || dueAt > this.#world.clock.now()) return null;
    if (state.status === 'closed') return requestOf({ kind: 'house' }, 'seal', { type: 'seal' });
    // A step that was extended ends once more, at another time.
    return state.run && requestOf({ kind: 'clock' }, `${state.run.id} ${dueAt}`, { type: 'timeUp', run: state.run.id });
  }
}

/** Longer than the time between two looks. */
const HORIZON = 15_000;
