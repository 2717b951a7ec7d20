import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '#conversation/format.ts';
import type { Inputs } from '#conversation/input.ts';
import { takesPart } from '#conversation/lookup.ts';
import { refuse, type Refusal } from '#conversation/refusal.ts';
import { Crowd } from './crowd/crowd.ts';
import { Sayings } from './crowd/sayings.ts';
import { realTime, type Time } from './crowd/time.ts';

export interface RehearsalParts {
  /** Where the house listens on this machine. */
  readonly house: URL;
  /** Its certificate, when it has one of its own. */
  readonly certificate?: string | undefined;
  readonly inputs: Inputs;
  readonly time?: Time | undefined;
}

export interface Call {
  readonly conversation: string;
  /** The long key of its QR. */
  readonly key: string;
  readonly roles: readonly Role[];
  readonly people: number;
  /** The same seed calls the same people. */
  readonly seed?: string | undefined;
}

/** The simulated people in this house, by conversation. They live in this process alone: after a restart they are gone. */
export class Rehearsals {
  readonly #parts: RehearsalParts;
  readonly #crowds = new Map<string, Crowd>();

  constructor(parts: RehearsalParts) {
    this.#parts = parts;
  }

  /** How many are on their way or at the tables; 0 when nobody was called. */
  peopleIn(conversation: string): number {
    return this.#crowds.get(conversation)?.size ?? 0;
  }

  /** Calls people to a conversation; calling again while they are there changes nothing. */
  call({ conversation, key, roles, people, seed = randomUUID() }: Call): Refusal | null {
    if (this.#crowds.has(conversation)) return null;
    const everywhere = [...this.#crowds.values()].reduce((sum, { size }) => sum + size, 0);
    if (people > MOST_IN_ONE) return refuse('tooManySimulated', { maximum: MOST_IN_ONE });
    if (everywhere + people > MOST_IN_HOUSE) return refuse('tooManySimulated', { maximum: MOST_IN_HOUSE });
    const { time = realTime(), certificate, ...parts } = this.#parts;
    const company = {
      ...parts,
      certificate,
      time,
      key,
      seed,
      rolesToTake: rolesToTake(roles),
      rolesForSome: rolesForSome(roles),
      sayings: new Sayings(seed),
    };
    const crowd = new Crowd(company, people, () => this.#crowds.delete(conversation));
    this.#crowds.set(conversation, crowd);
    crowd.start();
    return null;
  }

  /** Resolves when nobody of them can do anything any more; their seats stay taken until the house lets them get up. */
  async turnBack(conversation: string): Promise<void> {
    await this.#crowds.get(conversation)?.turnBack();
  }

  /** Lets what is under way arrive for a moment, so that the house can stop at once. */
  async stop(): Promise<void> {
    const crowds = [...this.#crowds.values()];
    const patience = new AbortController();
    const longest = pause(STOPPING_MS, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([longest, Promise.all(crowds.map((crowd) => crowd.turnBack()))]);
    patience.abort();
    for (const crowd of crowds) crowd.close();
  }
}

/** Roles beside taking part for which a place was set aside: presenter, host, scribe. */
function rolesToTake(roles: readonly Role[]): readonly string[] {
  return roles.filter((role) => takesPart(role) && role.task !== 'takePart' && role.maximum !== undefined).map(({ id }) => id);
}

/** Of these there may be any number, but a few will do: editors. */
function rolesForSome(roles: readonly Role[]): readonly string[] {
  return roles.filter((role) => takesPart(role) && role.minimum !== undefined && role.maximum === undefined).map(({ id }) => id);
}

/** More than in most halls, and still light for a small machine. */
const MOST_IN_ONE = 60;
const MOST_IN_HOUSE = 120;
const STOPPING_MS = 1_000;
