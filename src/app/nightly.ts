import { mayPass } from './patience.ts';
import type { Files } from './ports.ts';
import type { World } from './world.ts';

/** Once a day, when nobody talks: what was erased can no longer be found in the files of the database. */
export class Nightly {
  readonly #files: Files;
  readonly #world: World;
  #next: number | undefined;

  constructor(files: Files, world: World) {
    this.#files = files;
    this.#world = world;
  }

  /** Asked every few seconds. A house that was closed at night does it when it opens. */
  async look(): Promise<void> {
    const now = this.#world.clock.now();
    this.#next ??= nextAfter(now, await this.#files.wipedAt());
    if (now < this.#next) return;
    this.#next = nextAfter(now, now);
    try {
      await this.#files.wipe(now);
    } catch (error) {
      this.#next = now + TRY_AGAIN;
      if (!mayPass(error)) throw error;
      this.#world.log('warn', 'The files of the database could not be wiped; it is tried again in an hour.');
    }
  }
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Between three and five at night here, in summer and in winter. */
const AT = 2.5 * HOUR;
const TRY_AGAIN = HOUR;

/** The next night, or now when a day went by without. */
function nextAfter(now: number, last: number): number {
  const today = now - (now % DAY) + AT;
  return Math.min(last + DAY, today > now ? today : today + DAY);
}
