import type { Situation } from '#conversation/input.ts';
import type { TextId, WordsOf } from '#conversation/words.ts';
import type { Texts } from './ports/streams.ts';
import type { Room } from './room.ts';
import { textsInView } from './textsInView.ts';

/** A conversation as this process last saw it, with the words that screens show. */
export interface Look {
  readonly situation: Situation;
  readonly words: WordsOf;
}

/** A pure function of what is held; it may be called again once the words it missed were found. */
export type Reader<T> = (situation: Situation, words: WordsOf) => T;

/** Finds the words that go with ids. Only those that somebody asked for lately are remembered: a long conversation has too many. */
export class WordFinder {
  readonly #texts: Texts;
  readonly #onFound: (room: Room) => void;
  readonly #missed = new Map<Room, Set<TextId>>();

  /** `onFound`: words that a screen missed have come, so it should look again. */
  constructor(texts: Texts, onFound: (room: Room) => void) {
    this.#texts = texts;
    this.#onFound = onFound;
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
      await this.#find(room, [...missing], found);
    }
  }

  /**
   * For screens, which are drawn at once and cannot wait for words: those in view are looked up before. A
   * word that is missed all the same is looked up then, and everybody is told to look again.
   */
  async lookAt(room: Room): Promise<Look> {
    await (room.words.inView ??= this.#findInView(room));
    const words: WordsOf = (id) => {
      const known = room.words.get(id);
      if (known === undefined) this.#miss(room, id);
      return known ?? null;
    };
    return { situation: room.held.situation, words };
  }

  async #findInView(room: Room): Promise<void> {
    const { words } = room;
    let generation;
    try {
      // Again when words were erased or forgotten meanwhile, because then nothing that was found is kept.
      do {
        ({ generation } = words);
        const unknown = textsInView(room.held.situation.state).filter((id) => words.get(id) === undefined);
        await this.#find(room, unknown);
      } while (generation !== words.generation);
    } catch (error) {
      words.inView = undefined;
      throw error;
    }
  }

  #miss(room: Room, id: TextId): void {
    const already = this.#missed.get(room);
    if (already) return void already.add(id);
    const missed = new Set([id]);
    this.#missed.set(room, missed);
    setImmediate(() => {
      this.#missed.delete(room);
      this.#find(room, [...missed]).then(
        () => this.#onFound(room),
        () => (room.words.inView = undefined),
      );
    });
  }

  async #find(room: Room, missing: readonly TextId[], found = new Map<TextId, string | null>()): Promise<void> {
    if (missing.length === 0) return;
    const { generation } = room.words;
    const words = await this.#texts.find(room.conversation.id, missing);
    for (const id of missing) {
      found.set(id, words.get(id) ?? null);
      if (room.words.generation === generation) room.words.put(id, words.get(id) ?? null);
    }
  }
}
