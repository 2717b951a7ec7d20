import { buildHouse } from '#app/buildHouse.ts';
import type { Place, Visitor } from '#app/house.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { inputs } from '#inputs/rules.ts';
import { kinds } from '#outcomes/kinds.ts';
import { startPostgres } from '#postgres/server.ts';
import { streamOf } from '#rehearsal/hall/doors.ts';
import { Line } from '#rehearsal/hall/line.ts';
import { Listening } from '#rehearsal/hall/listening.ts';
import { Screen } from '#rehearsal/hall/screen.ts';
import { Times } from '#rehearsal/hall/times.ts';
import { openStore } from '#store/open.ts';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeLog } from '../../log.ts';
import type { OwnHouse } from './ownHouse.ts';
import type { Prepared } from './prepare.ts';

/**
 * A second node on the database of the house that is measured. What is taken away here must go dark there:
 * the longest road a revocation can have.
 */
export class OtherNode {
  readonly #house: OwnHouse;
  readonly #place: Place;
  readonly #leader: Visitor;
  readonly #app: Awaited<ReturnType<typeof buildHouse>>;
  #stopped: Promise<void> | undefined;

  private constructor(house: OwnHouse, place: Place, leader: Visitor, app: Awaited<ReturnType<typeof buildHouse>>) {
    this.#house = house;
    this.#place = place;
    this.#leader = leader;
    this.#app = app;
  }

  static async beside(house: OwnHouse, { place, secret }: Prepared): Promise<OtherNode> {
    const server = await startPostgres({ dataDir: house.dataDir, log: () => undefined });
    server.leave();
    const app = await buildHouse({
      store: await openStore(server.connection),
      inputs,
      kinds,
      formats: [],
      log: writeLog,
      setUpFile: join(house.dataDir, 'other-set-up-code'),
    });
    const leader = await app.whoAsks(secret);
    if (!leader) throw new Error('The facilitator is not known to the other node.');
    return new OtherNode(house, place, leader, app);
  }

  /** A screen that got in by a wall link, with the way to take that link away. */
  async openWall(): Promise<{ readonly wall: Wall; revoke(): Promise<void> }> {
    const link = await this.#app.wallLink(this.#leader, this.#place);
    if (isRefusal(link)) throw new Error(`No wall: ${link.refused}`);
    const { secret, visitor } = await this.#app.newDevice();
    const entrance = await this.#app.useLink(visitor, link.secret);
    if (isRefusal(entrance) || !entrance.at) throw new Error('No way to the wall.');
    const wall = new Wall(this.#house.url, secret, entrance.at);
    await wall.open();
    return { wall, revoke: async () => void (await this.#app.revokeLink(this.#leader, link.id, this.#place)) };
  }

  /** From asking to take a link away until the stream it gave is closed, one after another. */
  async timeRevocations(times: number): Promise<Times> {
    const taken = new Times();
    for (let count = 0; count < times; count++) {
      const { wall, revoke } = await this.openWall();
      const begin = performance.now();
      await revoke();
      while (wall.goneAt === null && performance.now() - begin < GIVE_UP_MS) await pause(2);
      taken.add((wall.goneAt ?? Infinity) - begin);
      wall.close();
    }
    return taken;
  }

  /** Can be called twice. */
  async stop(): Promise<void> {
    this.#stopped ??= this.#app.stop();
    await this.#stopped;
  }
}

/** What the hall looks at. */
export class Wall {
  readonly #line: Line;
  readonly #screen = new Screen(() => undefined);
  readonly #listening: Listening;

  constructor(house: URL, secret: string, place: Place) {
    this.#line = new Line(house, `apparaat=${secret}`);
    this.#listening = new Listening(this.#line, streamOf(place), this.#screen, Math.random);
  }

  async open(): Promise<void> {
    await this.#listening.open();
  }

  /** When its stream was closed for good, by `performance.now()`. */
  get goneAt(): number | null {
    return this.#listening.endedAt;
  }

  /** The number of cards it shows. */
  get cards(): number | null {
    return (this.#screen.part('wall', 'wall') as { readonly cards: number | null } | undefined)?.cards ?? null;
  }

  close(): void {
    this.#listening.close();
    this.#line.close();
  }
}

const GIVE_UP_MS = 10_000;
