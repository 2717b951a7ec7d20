import { freshId } from '#phone/id.ts';

/**
 * By which id a button asks. Until the server has answered, asking the same again is the same action; with other words,
 * or of a page that shows something else meanwhile, it is another.
 */
export class Asking {
  #asked = '';
  #id = '';

  idFor(fields: FormData): string {
    const asked = JSON.stringify([...fields].filter(([name]) => name !== 'id'));
    if (this.#id === '' || asked !== this.#asked) this.#id = freshId();
    this.#asked = asked;
    return this.#id;
  }

  answered(): void {
    this.#id = '';
  }
}
