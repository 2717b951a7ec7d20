import type { ChannelId } from '#conversation/channel.ts';
import type { Situation } from '#conversation/input.ts';
import type { News } from './held.ts';
import type { ConversationId } from './ids.ts';
import type { Log } from './world.ts';

/** What happened in a conversation, and what it is now. */
export interface Change extends News {
  readonly conversation: ConversationId;
  readonly situation: Situation;
  /** The channels that may look different now. */
  readonly touched: ReadonlySet<ChannelId> | 'all';
}
export type ChangeListener = (change: Change) => void;

/** Who wants to know of changes: of one conversation, or of all that are held here. */
export class Listeners {
  readonly #log: Log;
  readonly #toOne = new Map<ConversationId, Set<ChangeListener>>();
  readonly #toAll: ChangeListener[] = [];

  constructor(log: Log) {
    this.#log = log;
  }

  /** The returned function ends it. */
  add(conversation: ConversationId, listener: ChangeListener): () => void {
    const listeners = this.#toOne.get(conversation) ?? new Set();
    this.#toOne.set(conversation, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#toOne.get(conversation) === listeners) this.#toOne.delete(conversation);
    };
  }

  addToAll(listener: ChangeListener): void {
    this.#toAll.push(listener);
  }

  listensTo(conversation: ConversationId): boolean {
    return this.#toOne.has(conversation);
  }

  /** Those that someone listens to. */
  get conversations(): readonly ConversationId[] {
    return [...this.#toOne.keys()];
  }

  /** A listener that throws must not make a committed action look failed. */
  tell(change: Change): void {
    for (const listener of [...this.#toAll, ...(this.#toOne.get(change.conversation) ?? [])]) {
      try {
        listener(change);
      } catch (error) {
        const kind = error instanceof Error ? error.name : typeof error;
        this.#log('error', 'A listener could not take a change.', { conversation: change.conversation, kind });
      }
    }
  }
}
