import { SafeKeeping, type Kept, type Where } from './keeping.ts';

/** Words that stay on this device: notes only for me, and what is not sent yet. No server ever gets them. */
export class PrivateNotes {
  readonly #seat: string;
  readonly #keeping = new SafeKeeping<Note>('notes');

  constructor(seat: string) {
    this.#seat = seat;
  }

  async read(key: string): Promise<string> {
    return (await this.all())[key] ?? '';
  }

  async all(): Promise<{ readonly [key: string]: string }> {
    const notes = await this.#keeping.all(this.#seat);
    return Object.fromEntries(notes.map(({ key, words }) => [key, words]));
  }

  /** Empty words are forgotten. Says where they are kept. */
  async write(key: string, words: string): Promise<Where> {
    const id = `${this.#seat}/${key}`;
    if (words !== '') return this.#keeping.put({ id, seat: this.#seat, key, words });
    await this.#keeping.remove(id);
    return 'phone';
  }

  async wipe(): Promise<void> {
    await this.#keeping.clear(this.#seat);
  }
}

interface Note extends Kept {
  readonly key: string;
  readonly words: string;
}
