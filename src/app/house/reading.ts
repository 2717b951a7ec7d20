import type { Situation } from '#conversation/input.ts';
import type { ConversationId } from '../ids.ts';
import type { ChangeListener } from '../listeners.ts';
import type { KnownConversation } from '../ports/streams.ts';
import type { Rooms } from '../rooms.ts';
import type { Look, Reader } from '../wordFinder.ts';

export interface Reading {
  /** Null when there is no such conversation. As new as the database. */
  situationOf(conversation: ConversationId): Promise<Situation | null>;
  /** Reads with words, as new as the database. The reader is pure: it is called again when words were missing. */
  read<T>(conversation: ConversationId, reader: Reader<T>): Promise<T | null>;
  /** Makes what this process holds of a conversation as new as the database; leaves it as it is while the database is away. */
  refresh(conversation: ConversationId): Promise<void>;
  /** What this process last saw, with the words in view: for live screens. */
  lookAt(conversation: ConversationId): Promise<Look | null>;
  conversation(conversation: ConversationId): Promise<KnownConversation | null>;
  /** Called after every commit, here or in another process. The returned function ends it. */
  onChange(conversation: ConversationId, listener: ChangeListener): () => void;
  /** Every change of what is held here; call `attend` for conversations that someone listens to. */
  onEveryChange(listener: ChangeListener): void;
  /** Keeps a conversation at hand and looks for news of other processes, until the returned function is called. */
  attend(conversation: ConversationId): () => void;
}

export function reading(rooms: Rooms): Reading {
  return {
    situationOf: async (conversation) => (await rooms.findFresh(conversation))?.held.situation ?? null,
    async read(conversation, reader) {
      const room = await rooms.findFresh(conversation);
      return room && rooms.look(room, reader);
    },
    refresh: async (conversation) => void (await rooms.findFresh(conversation)),
    async lookAt(conversation) {
      const room = await rooms.find(conversation);
      return room && rooms.lookAt(room);
    },
    conversation: async (conversation) => (await rooms.find(conversation))?.conversation ?? null,
    onChange: (conversation, listener) => rooms.onChange(conversation, listener),
    onEveryChange: (listener) => rooms.onEveryChange(listener),
    attend: (conversation) => rooms.onChange(conversation, () => undefined),
  };
}
