import type { TextId } from '#conversation/words.ts';

/**
 * The words this process remembers of one conversation: what was written lately or asked for lately.
 * Two generations: when the young one is full it becomes the old one, and what nobody asked for goes.
 */
export class KnownWords {
  readonly #room: number;
  #young = new Map<TextId, string | null>();
  #old = new Map<TextId, string | null>();
  #size = 0;
  /** Goes up when words are erased, so that words read before that are not put back. */
  generation = 0;
  /** The looking up of what is on screens now; undefined when that still has to be done. */
  inView: Promise<void> | undefined;

  /** How many characters each generation may hold. */
  constructor(room = 12_000_000) {
    this.#room = room;
  }

  /** Null when erased, undefined when not known here. */
  get(id: TextId): string | null | undefined {
    const young = this.#young.get(id);
    if (young !== undefined) return young;
    const old = this.#old.get(id);
    if (old !== undefined) this.put(id, old);
    return old;
  }

  put(id: TextId, words: string | null): void {
    this.#young.set(id, words);
    this.#size += WEIGHT + (words?.length ?? 0);
    if (this.#size < this.#room) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#size = 0;
  }

  erase(ids: readonly TextId[]): void {
    if (ids.length === 0) return;
    this.generation++;
    for (const id of ids) {
      this.#old.delete(id);
      this.put(id, null);
    }
  }

  forget(): void {
    this.generation++;
    this.inView = undefined;
    this.#young.clear();
    this.#old.clear();
    this.#size = 0;
  }
}

/** What an entry of the map weighs beside its words, in characters. */
const WEIGHT = 60;
