import type { Inputs, Situation } from '#conversation/input.ts';
import { touched } from '#conversation/touched.ts';
import type { ChannelId } from '#conversation/channel.ts';
import type { TextId, WordsOf } from '#conversation/words.ts';
import type { News } from './held.ts';
import type { ConversationId } from './ids.ts';
import { Lane } from './lane.ts';
import { load } from './loading.ts';
import { patiently } from './patience.ts';
import type { Store } from './ports.ts';
import { Room } from './room.ts';
import { SnapshotKeeper } from './snapshotKeeper.ts';
import { textsInView } from './textsInView.ts';
import type { World } from './world.ts';

export interface RoomsSettings {
  readonly store: Store;
  readonly inputs: Inputs;
  readonly world: World;
  readonly patience: number;
  readonly sealAfter: number;
}

/** What happened in a conversation, and what it is now. */
export interface Change extends News {
  readonly conversation: ConversationId;
  readonly situation: Situation;
  /** The channels that may look different now. */
  readonly touched: ReadonlySet<ChannelId> | 'all';
}
export type ChangeListener = (change: Change) => void;

/** A conversation as this process last saw it, with the words that screens show. */
export interface Look {
  readonly situation: Situation;
  readonly words: WordsOf;
}

/** A pure function of what is held; it may be called again once the words it missed were found. */
export type Reader<T> = (situation: Situation, words: WordsOf) => T;

/** The conversations this process holds: loaded when someone comes, let go when nobody has come for a while. */
export class Rooms {
  readonly #settings: RoomsSettings;
  readonly #rooms = new Map<ConversationId, Promise<Room | null>>();
  readonly #listeners = new Map<ConversationId, Set<ChangeListener>>();
  readonly #always: ChangeListener[] = [];
  readonly #missed = new Map<Room, Set<TextId>>();
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
    coming.then(
      (room) => room ?? this.#rooms.delete(conversation),
      () => this.#rooms.delete(conversation),
    );
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

  /**
   * For screens, which are drawn at once and cannot wait for words: those in view are looked up before. A
   * word that is missed all the same is looked up then, and everybody is told to look again.
   */
  async lookAt(room: Room): Promise<Look> {
    room.usedAt = performance.now();
    if (!room.words.complete) {
      room.words.complete = true;
      await this.#findWords(
        room,
        textsInView(room.held.situation.state).filter((id) => room.words.get(id) === undefined),
      ).catch((error: unknown) => {
        room.words.complete = false;
        throw error;
      });
    }
    const words: WordsOf = (id) => {
      const known = room.words.get(id);
      if (known === undefined) this.#miss(room, id);
      return known ?? null;
    };
    return { situation: room.held.situation, words };
  }

  /** Calls after every commit, here or elsewhere. The returned function ends it. */
  onChange(conversation: ConversationId, listener: ChangeListener): () => void {
    const listeners = this.#listeners.get(conversation) ?? new Set();
    this.#listeners.set(conversation, listeners.add(listener));
    void this.find(conversation).catch(() => {});
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(conversation) === listeners) this.#listeners.delete(conversation);
    };
  }

  /** Every change of every conversation that is held here. */
  onEveryChange(listener: ChangeListener): void {
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
    for (const coming of this.#rooms.values())
      await coming.then(
        (room) => room?.done(),
        () => {},
      );
    await this.#freshness.done();
    await this.#snapshots.done();
  }

  async #load(id: ConversationId): Promise<Room | null> {
    const { store, inputs, patience } = this.#settings;
    const conversation = await store.conversations.find(id);
    if (!conversation) return null;
    const { held, snapshot } = await patiently(() => load(store.streams, conversation, inputs), patience);
    this.#snapshots.knows(id, snapshot);
    const room = new Room(conversation, held, {
      streams: store.streams,
      ...this.#settings,
      onNews: (changed, news, own) => this.#tell(changed, news, own),
    });
    this.#snapshots.consider(id, held);
    return room;
  }

  #tell(room: Room, news: News, own: boolean): void {
    const { situation } = room.held;
    if (own) this.#settings.store.hints.tell({ conversation: room.conversation.id });
    this.#snapshots.consider(room.conversation.id, room.held);
    this.#tellListeners({
      ...news,
      conversation: room.conversation.id,
      situation,
      touched: touched(situation, news.events, news.authored),
    });
  }

  /** A listener that throws must not make a committed action look failed. */
  #tellListeners(change: Change): void {
    for (const listener of [...this.#always, ...(this.#listeners.get(change.conversation) ?? [])]) {
      try {
        listener(change);
      } catch (error) {
        const kind = error instanceof Error ? error.name : typeof error;
        this.#settings.world.log('error', 'A listener could not take a change.', { conversation: change.conversation, kind });
      }
    }
  }

  #miss(room: Room, id: TextId): void {
    const already = this.#missed.get(room);
    if (already) return void already.add(id);
    const missed = new Set([id]);
    this.#missed.set(room, missed);
    setImmediate(() => {
      this.#missed.delete(room);
      this.#findWords(room, [...missed]).then(
        () =>
          this.#tellListeners({
            conversation: room.conversation.id,
            situation: room.held.situation,
            events: [],
            authored: [],
            touched: 'all',
          }),
        () => (room.words.complete = false),
      );
    });
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

  async #findWords(room: Room, missing: readonly TextId[], found = new Map<TextId, string | null>()): Promise<void> {
    if (missing.length === 0) return;
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
