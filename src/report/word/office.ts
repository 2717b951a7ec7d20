import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { WordParts } from './document.ts';

type WordFile = Uint8Array<ArrayBuffer>;

/**
 * Makes Word files beside the house: that of a full hall takes seconds, in which nobody should have to wait for
 * anything else. One at a time; who asks for a file that is being made gets that one.
 */
export class WordOffice {
  readonly #asked = new Map<string, Promise<WordFile>>();
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | null = null;

  write(parts: WordParts): Promise<WordFile> {
    const what = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
    const known = this.#asked.get(what);
    if (known) return known;
    const made = this.#last.then(() => this.#make(parts)).finally(() => this.#asked.delete(what));
    this.#asked.set(what, made);
    this.#last = made.catch(() => undefined);
    return made;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  async #make(parts: WordParts): Promise<WordFile> {
    const worker = this.#ready();
    const { promise, resolve, reject } = Promise.withResolvers<WordFile>();
    const gone = (): void => reject(new Error('The Word file was not finished.'));
    worker.once('message', resolve).once('error', reject).once('exit', gone);
    worker.ref();
    worker.postMessage(parts, []);
    try {
      return await promise;
    } finally {
      worker.off('message', resolve).off('error', reject).off('exit', gone);
      worker.unref();
    }
  }

  /** It stays for the next; one that ended is replaced. */
  #ready(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }
}

/** A long report makes millions of small things that are soon forgotten. */
const YOUNG_MB = 64;
