import { setTimeout as pause } from 'node:timers/promises';
import type { ParticipantAction } from '#conversation/action.ts';
import type { Chance } from '#conversation/chance.ts';
import type { Answer } from '#conversation/decision.ts';
import type { SentViews } from '#conversation/views/sent.ts';
import type { Time } from '../crowd/time.ts';
import { actionsOf, type PlaceInHouse, streamOf, viewOf } from '../hall/doors.ts';
import type { Line } from '../hall/line.ts';
import { Listening } from '../hall/listening.ts';
import { Outbox } from '../hall/outbox.ts';
import { Screen } from '../hall/screen.ts';

/** The answer of the house; null while it has not answered, as when there is no network. */
export type Outcome = { readonly accepted: Answer } | { readonly refused: string };

/** Somebody's seat, on the phone that it is open on. Who hands a phone on leaves one and opens another. */
export class Sitting {
  readonly place: PlaceInHouse;
  readonly screen = new Screen(() => undefined, true);
  readonly #line: Line;
  readonly #chance: Chance;
  readonly #outbox: Outbox;
  readonly #waiting = new Map<string, (outcome: Outcome) => void>();
  readonly #onQuiet: (() => void)[] = [];
  #listening: Listening | undefined;
  #resting = false;

  constructor(line: Line, place: PlaceInHouse, chance: Chance, time: Time) {
    this.place = place;
    this.#line = line;
    this.#chance = chance;
    const settled = { accepted: this.#accepted, refused: this.#refused };
    this.#outbox = new Outbox(line, actionsOf(place), settled, () => chance.next(), {
      after: (seconds, then) => this.#rest(time, seconds, then),
    });
  }

  /** Keeps the page open: what changes comes in by itself. */
  async listen(): Promise<void> {
    this.#listening = new Listening(this.#line, streamOf(this.place), this.screen, () => this.#chance.next());
    void this.#listening.open();
    await this.shows((screen) => screen.isWhole);
  }

  /** Looks at the page anew; without network everything stands there as it was. */
  async look(): Promise<void> {
    const heard = await this.#line.ask('GET', viewOf(this.place)).catch(() => null);
    if (heard?.status === 200) this.screen.replace(heard.said as object as SentViews);
  }

  /** Resolves when the open page shows it, by itself. */
  async shows(holds: (screen: Screen) => boolean): Promise<void> {
    for (const until = performance.now() + PATIENCE_MS; !holds(this.screen); await pause(5)) {
      if (performance.now() > until) throw new Error('A phone did not show what happened.');
    }
  }

  /** Calls back when the house answers, however long that takes. Resolves when it did, or when there is nothing to do but wait. */
  async send(action: ParticipantAction, answered: (outcome: Outcome) => void = () => undefined): Promise<void> {
    const id = this.#chance.id();
    this.#waiting.set(id, answered);
    this.#outbox.send({ id, action });
    if (!this.#resting) await this.#quiet();
  }

  /** The network is back: all that waits goes out. */
  async catchUp(): Promise<void> {
    if (this.#waiting.size === 0) return;
    this.#resting = false;
    this.#outbox.wake();
    await this.#quiet();
  }

  get unanswered(): number {
    return this.#waiting.size;
  }

  close(): void {
    this.#outbox.close();
    this.#listening?.close();
  }

  /** All was answered, or the next try is yet to come. */
  #quiet(): Promise<void> {
    return new Promise((quiet) => {
      this.#onQuiet.push(quiet);
    });
  }

  #rest(time: Time, seconds: number, then: () => void): () => void {
    this.#resting = true;
    this.#grewQuiet();
    return time.after(seconds, () => {
      this.#resting = false;
      then();
    });
  }

  readonly #accepted = ({ id }: { readonly id: string }, answer: Answer): void => this.#settle(id, { accepted: answer });
  readonly #refused = ({ id }: { readonly id: string }, code: string): void => this.#settle(id, { refused: code });

  #settle(id: string, outcome: Outcome): void {
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#grewQuiet();
  }

  #grewQuiet(): void {
    for (const quiet of this.#onQuiet.splice(0)) quiet();
  }
}

const PATIENCE_MS = 30_000;
