import type { Inputs } from '#conversation/input.ts';
import type { OutcomeKinds } from '#conversation/outcome.ts';
import { touched } from '#conversation/touched.ts';
import { Freshness } from './freshness.ts';
import type { News } from './held.ts';
import type { ConversationId } from './ids.ts';
import { Listeners, type Change, type ChangeListener } from './listeners.ts';
import { load } from './loading.ts';
import { isGone, patiently } from './patience.ts';
import type { Store } from './ports.ts';
import { Room } from './room.ts';
import { SnapshotKeeper } from './snapshotKeeper.ts';
import { WordFinder, type Look, type Reader } from './wordFinder.ts';
import type { World } from './world.ts';

export interface RoomsSettings {
  readonly store: Store;
  readonly inputs: Inputs;
  readonly kinds: OutcomeKinds;
  readonly world: World;
  readonly patience: number;
  readonly sealAfter: number;
}

/** The conversations this process holds: loaded when someone comes, let go when nobody has come for a while. */
export class Rooms {
  readonly #settings: RoomsSettings;
  readonly #rooms = new Map<ConversationId, Promise<Room | null>>();
  readonly #listeners: Listeners;
  readonly #words: WordFinder;
  readonly #freshness: Freshness;
  readonly #snapshots: SnapshotKeeper;

  constructor(settings: RoomsSettings) {
    const { store, world } = settings;
    this.#settings = settings;
    this.#listeners = new Listeners(world.log);
    this.#words = new WordFinder(store.texts, (room) => this.#tell(room, NOTHING_NEW, 'all'));
    this.#freshness = new Freshness(store.streams);
    this.#snapshots = new SnapshotKeeper(store.snapshots, world.log);
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

  /** As it is in the database now, null when it is no more; as this process last saw it when the database is away. */
  async findFresh(conversation: ConversationId): Promise<Room | null> {
    const known = await this.find(conversation);
    if (!known) return null;
    known.usedAt = performance.now();
    await this.#freshness.refresh(known);
    return known.gone ? null : known;
  }

  /** Reads what is held, and looks up just those words that the reader asks for. */
  look<T>(room: Room, reader: Reader<T>): Promise<T> {
    return this.#words.look(room, reader);
  }

  /** What screens show of what is held, with its words. */
  lookAt(room: Room): Promise<Look> {
    room.usedAt = performance.now();
    return this.#words.lookAt(room);
  }

  /** Calls after every commit, here or elsewhere. The returned function ends it. */
  onChange(conversation: ConversationId, listener: ChangeListener): () => void {
    void this.find(conversation).catch(() => {});
    return this.#listeners.add(conversation, listener);
  }

  /** Every change of every conversation that is held here. */
  onEveryChange(listener: ChangeListener): void {
    this.#listeners.addToAll(listener);
  }

  /** Somebody says there is something new in a conversation. */
  async hear(conversation: ConversationId): Promise<void> {
    const room = await this.#rooms.get(conversation)?.catch(() => null);
    if (room) await this.#freshness.refresh(room);
  }

  /** Anything may have happened while nothing was heard. */
  async hearAll(): Promise<void> {
    await Promise.all([...this.#rooms.keys()].map((conversation) => this.hear(conversation)));
  }

  /** The truth behind the hints: looks for news in the conversations that someone listens to here. */
  async poll(): Promise<void> {
    await Promise.all(this.#listeners.conversations.map((conversation) => this.hear(conversation)));
  }

  /** Lets go of conversations that nobody came to for so long (ms). */
  async letGo(unusedFor: number): Promise<void> {
    const before = performance.now() - unusedFor;
    for (const [conversation, coming] of this.#rooms) {
      const room = await coming.catch(() => null);
      if (!room || !room.idle || room.usedAt > before || this.#listeners.listensTo(conversation)) continue;
      this.#rooms.delete(conversation);
      this.#snapshots.forget(conversation);
    }
  }

  /** It is no more. */
  forget(conversation: ConversationId): void {
    this.#rooms.delete(conversation);
    this.#snapshots.forget(conversation);
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
    const { store, inputs, kinds, patience } = this.#settings;
    const conversation = await store.conversations.find(id);
    if (!conversation) return null;
    const loaded = await patiently(() => load(store.streams, conversation, inputs, kinds), patience).catch(nullWhenGone);
    if (!loaded) return null;
    const { held, snapshot } = loaded;
    this.#snapshots.knows(id, snapshot);
    const room = new Room(conversation, held, {
      streams: store.streams,
      ...this.#settings,
      onNews: (changed, news, own) => this.#onNews(changed, news, own),
      onGone: () => this.forget(id),
    });
    this.#snapshots.consider(id, held);
    return room;
  }

  #onNews(room: Room, news: News, own: boolean): void {
    const { conversation, held } = room;
    if (own) this.#settings.store.hints.tell({ conversation: conversation.id });
    this.#snapshots.consider(conversation.id, held);
    this.#tell(room, news, touched(held.situation, news.events, news.authored));
  }

  #tell({ conversation, held }: Room, news: News, channels: Change['touched']): void {
    this.#listeners.tell({ ...news, conversation: conversation.id, situation: held.situation, touched: channels });
  }
}

/** Thrown away between finding it and reading it. */
function nullWhenGone(error: unknown): null {
  if (isGone(error)) return null;
  throw error;
}

const NOTHING_NEW: News = { events: [], authored: [] };
