import { setTimeout as pause } from 'node:timers/promises';
import type { FacilitatorAction } from '#conversation/action.ts';
import { type Chance, chanceFrom } from '#conversation/chance.ts';
import type { Place } from '#conversation/format.ts';
import { streamOf, act, type PlaceInHouse } from './doors.ts';
import { Line } from './line.ts';
import { Listening } from './listening.ts';
import { Screen } from './screen.ts';

/** Whoever leads the hall, behind a console that stays live. */
export class Facilitator {
  readonly line: Line;
  readonly place: PlaceInHouse;
  readonly #screen = new Screen(() => undefined);
  readonly #listening: Listening;
  readonly #chance: Chance;

  constructor(house: URL, cookie: string, place: PlaceInHouse, seed: string) {
    this.#chance = chanceFrom(`${seed} facilitator`);
    this.line = new Line(house, cookie);
    this.place = place;
    this.#listening = new Listening(this.line, streamOf(place), this.#screen, () => this.#chance.next());
  }

  /** Opens the doors and begins the first round. */
  async begin(): Promise<void> {
    await this.#listening.open();
    await this.act({ type: 'open' });
    await this.next();
  }

  /** On to the next round; what was written in the one before is given to the room a moment later. */
  async goOn(): Promise<void> {
    const place = (this.#screen.part('everyone', 'step') as { readonly place: Place } | undefined)?.place;
    await this.next();
    await pause(RELEASE_AFTER_MS);
    if (place) await this.act({ type: 'release', place });
  }

  /** Resolves when the console shows the next round. */
  async next(): Promise<void> {
    const from = this.#screen.run?.id ?? null;
    await this.act({ type: 'next', from });
    while ((this.#screen.run?.id ?? null) === from) await pause(10);
  }

  async act(action: FacilitatorAction): Promise<void> {
    await act(this.line, this.place, this.#chance.id(), action);
  }

  close(): void {
    this.#listening.close();
    this.line.close();
  }
}

const RELEASE_AFTER_MS = 2_000;
