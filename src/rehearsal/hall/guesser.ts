import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chanceFrom } from '#conversation/chance.ts';
import { tryToJoin } from './doors.ts';
import { Line } from './line.ts';

/** Somebody on the same network who types one code after another, hoping to come in somewhere. */
export class Guesser {
  tried = 0;
  /** Told to wait. */
  stopped = 0;
  /** Came in: may never happen. */
  within = 0;
  /** Tries with the right code, all of them while being told to wait. */
  triedRight = 0;
  readonly #house: URL;
  readonly #rightCode: string;
  readonly #chance: Chance;
  #over = false;

  constructor(house: URL, rightCode: string, seed: string) {
    this.#house = house;
    this.#rightCode = rightCode;
    this.#chance = chanceFrom(`${seed} guesser`);
  }

  /** Guesses until `stop`. Each time it has to wait for more than a second it tries the right code at once: that may not work either. */
  async guess(): Promise<void> {
    while (!this.#over) {
      const wait = await this.#try(this.#wrongCode());
      if (wait > 1) {
        await this.#try(this.#rightCode);
        this.triedRight++;
      }
      await pause(PAUSE_MS);
    }
  }

  stop(): void {
    this.#over = true;
  }

  /** Without a cookie, as somebody who hides would. Gives the seconds it was told to wait. */
  async #try(code: string): Promise<number> {
    const line = new Line(this.#house);
    const heard = await tryToJoin(line, { id: this.#chance.id(), invitation: { code }, perspectives: [] }).catch(() => null);
    line.close();
    this.tried++;
    if (heard?.status === 429) this.stopped++;
    if (heard && heard.status < 300) this.within++;
    return heard?.status === 429 ? (heard.retryAfter ?? 0) : 0;
  }

  #wrongCode(): string {
    const digits = String((Number(this.#rightCode.slice(-2)) + 1 + this.#chance.below(99)) % 100).padStart(2, '0');
    return `${this.#rightCode.slice(0, -2)}${digits}`;
  }
}

const PAUSE_MS = 50;
