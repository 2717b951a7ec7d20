import type { Inputs, Situation } from '#conversation/input.ts';
import type { TextId, WordsOf } from '#conversation/words.ts';
import type { ConversationId } from './ids.ts';
import { Lane } from './lane.ts';
import { load } from './loading.ts';
import type { Store } from './ports.ts';
import { Room, type Change } from './room.ts';
import { SnapshotKeeper } from './snapshotKeeper.ts';
import type { World } from './world.ts';

export interface RoomsSettings {
  readonly store: Store;
  readonly inputs: Inputs;
  readonly world: World;
  readonly patience: number;
  readonly sealAfter: number;
}

type Listener = (change: Change) => void;
/** A pure function of what is held; it may be called again once the words it missed were found. */
export type Reader<T> = (situation: Situation, words: WordsOf) => T;

/** The conversations this process holds: loaded when someone comes, let go when nobody has come for a while. */
export class Rooms {
  readonly #settings: RoomsSettings;
  readonly #rooms = new Map<ConversationId, Promise<Room | null>>();
  readonly #listeners = new Map<ConversationId, Set<Listener>>();
  readonly #always: ((room: Room, change: Change) => void)[] = [];
  readonly #snapshots: SnapshotKeeper;
  readonly #freshness: Lane<Freshening>;

  constructor(settings: RoomsSettings) {
    this.#settings = settings;
    this.#snapshots = new SnapshotKeeper(settings.store.snapshots, settings.world.log);
    this.#freshness = new Lane((asked) => this.#refresh(asked));
  }

  /** Null when there is no such conversation. */
  find(conversation: ConversationId): Promise<Room | null> {
    const known = this.#rooms.get(conversation);
    if (known) return known;
    const coming = this.#load(conversation);
    this.#rooms.set(conversation, coming);
    // A failure is not remembered, and neither is an address that somebody made up.
    coming.then((room) => room ?? this.#rooms.delete(conversation), () => this.#rooms.delete(conversation));
    return coming;
  }

  /** As it is in the database now; as this process last saw it when the database is away. */
  async findFresh(conversation: ConversationId): Promise<Room | null> {
    const known = await this.find(conversation);
    if (!known) return null;
    known.usedAt = performance.now();
    await new Promise<void>((settle) => this.#freshness.add({ room: known, settle }));
    return known;
  }

  /** Reads what is held, and looks up just those words that the reader asks for. */
  async look<T>(room: Room, reader: Reader<T>): Promise<T> {
    const found = new Map<TextId, string | null>();
    for (;;) {
      const missing = new Set<TextId>();
      const words: WordsOf = (id) => {
        const known = found.get(id) ?? room.words.get(id);
        if (known === undefined && !found.has(id)) missing.add(id);
        return known ?? null;
      };
      const result = reader(room.held.situation, words);
      if (missing.size === 0) return result;
      await this.#findWords(room, [...missing], found);
    }
  }

  /** Calls after every commit, here or elsewhere. The returned function ends it. */
  onChange(conversation: ConversationId, listener: Listener): () => void {
    const listeners = this.#listeners.get(conversation) ?? new Set();
    this.#listeners.set(conversation, listeners.add(listener));
    void this.find(conversation).catch(() => {});
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(conversation) === listeners) this.#listeners.delete(conversation);
    };
  }

  /** For the house itself: every change of every conversation that is held here. */
  onEveryChange(listener: (room: Room, change: Change) => void): void {
    this.#always.push(listener);
  }

  /** Somebody says there is something new in a conversation. */
  async hear(conversation: ConversationId): Promise<void> {
    const room = await this.#rooms.get(conversation)?.catch(() => null);
    if (room) await new Promise<void>((settle) => this.#freshness.add({ room, settle }));
  }

  /** The truth behind the hints: looks for news in the conversations that someone listens to here. */
  async poll(): Promise<void> {
    await Promise.all([...this.#listeners.keys()].map((conversation) => this.hear(conversation)));
  }

  /** Lets go of conversations that nobody came to for so long (ms). */
  async letGo(unusedFor: number): Promise<void> {
    const before = performance.now() - unusedFor;
    for (const [conversation, coming] of this.#rooms) {
      const room = await coming.catch(() => null);
      if (!room || !room.idle || room.usedAt > before || this.#listeners.has(conversation)) continue;
      this.#rooms.delete(conversation);
      this.#snapshots.forget(conversation);
    }
  }

  async done(): Promise<void> {
    for (const coming of this.#rooms.values()) await coming.then((room) => room?.done(), () => {});
    await this.#freshness.done();
    await this.#snapshots.done();
  }

  async #load(id: ConversationId): Promise<Room | null> {
    const { store, inputs } = this.#settings;
    const conversation = await store.conversations.find(id);
    if (!conversation) return null;
    const { held, snapshot } = await load(store.streams, conversation, inputs);
    this.#snapshots.knows(id, snapshot);
    const room = new Room(conversation, held, { streams: store.streams, ...this.#settings, onChange: (changed, change) => this.#tell(changed, change) });
    this.#snapshots.consider(id, held);
    return room;
  }

  /** A listener that throws must not make a committed action look failed. */
  #tell(room: Room, change: Change): void {
    const { id } = room.conversation;
    this.#snapshots.consider(id, room.held);
    const listeners = [...(this.#listeners.get(id) ?? [])].map((listener) => () => listener(change));
    for (const tell of [...this.#always.map((listener) => () => listener(room, change)), ...listeners]) {
      try {
        tell();
      } catch (error) {
        this.#settings.world.log('error', 'A listener could not take a change.', { conversation: id, kind: error instanceof Error ? error.name : typeof error });
      }
    }
  }

  /** One small question for all who want to know at the same time. */
  async #refresh(asked: readonly Freshening[]): Promise<void> {
    const last = await this.#lastOf(asked);
    for (const { room, settle } of asked) {
      const behind = (last.get(room.conversation.id) ?? 0) > room.held.last;
      // Not waited for here: one busy conversation does not hold up the others.
      if (behind) void room.catchUp().then(settle);
      else settle();
    }
  }

  async #lastOf(asked: readonly Freshening[]): Promise<ReadonlyMap<ConversationId, number>> {
    try {
      return await this.#settings.store.streams.lastOf([...new Set(asked.map(({ room }) => room.conversation.id))]);
    } catch {
      // The database is away: what is held is the best there is.
      return new Map();
    }
  }

  async #findWords(room: Room, missing: readonly TextId[], found: Map<TextId, string | null>): Promise<void> {
    const { generation } = room.words;
    const words = await this.#settings.store.texts.find(room.conversation.id, missing);
    for (const id of missing) {
      found.set(id, words.get(id) ?? null);
      if (room.words.generation === generation) room.words.put(id, words.get(id) ?? null);
    }
  }
}

interface Freshening {
  readonly room: Room;
  settle(): void;
}
