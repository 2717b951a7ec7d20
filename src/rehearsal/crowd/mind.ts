import type { Chance } from '#conversation/chance.ts';
import type { InputUse } from '#conversation/format.ts';
import type { MeShape, RunShape, StepShape } from '#conversation/views/shapes.ts';
import type { Character } from './character.ts';

/** What somebody sees when they look up. */
export interface Sight {
  readonly step: Pick<StepShape, 'devices' | 'inputs' | 'outside'> | null;
  readonly run: Pick<RunShape, 'id' | 'ended'> | null;
  readonly me: {
    readonly me: Pick<MeShape['me'], 'role' | 'ready' | 'speaks'>;
    readonly may: Pick<MeShape['may'], 'ready' | 'passTurn' | 'takeRole'>;
  };
  /** What can be written now. */
  readonly mayWrite: readonly InputUse[];
}

export type Deed =
  | { readonly does: 'write'; readonly use: InputUse }
  | { readonly does: 'ready' | 'passTurn' | 'leave' }
  | { readonly does: 'takeRole'; readonly role: string }
  | { readonly does: 'loseNetwork'; readonly seconds: number };

export interface Intention {
  /** Null: only looks on, thinks or talks. */
  readonly deed: Deed | null;
  /** After how many seconds this person looks up again. */
  readonly again: number;
}

/** Decides what one person does at the table: reads first, hesitates, writes a little, waits for the others. Knows no clock. */
export class Mind {
  readonly #character: Character;
  readonly #rolesToTake: readonly string[];
  readonly #chance: Chance;
  #run = '';
  #steps = 0;
  #toWrite = 0;
  #hasTask = false;
  /** What was entered in this step already, by key. */
  readonly #entered = new Set<string>();
  /** Seconds that a role has been seen to be free. */
  #roleFreeFor = 0;
  #speaking = false;

  constructor(character: Character, rolesToTake: readonly string[], chance: Chance) {
    this.#character = character;
    this.#rolesToTake = rolesToTake;
    this.#chance = chance;
  }

  next(sight: Sight): Intention {
    const { step, run } = sight;
    if (!step || !run || run.ended || step.outside) return this.#only(2, 5);
    if (run.id !== this.#run) return this.#begin(step, run);
    this.#task(sight);
    return this.#speak(sight) ?? this.#role(sight) ?? this.#write(sight) ?? this.#finish(sight);
  }

  /** A new step: look what it is about. Somebody who has to go, goes now. */
  #begin({ devices, inputs }: NonNullable<Sight['step']>, run: NonNullable<Sight['run']>): Intention {
    const { talkative, leavesInStep, losesNetworkInStep } = this.#character;
    this.#run = run.id;
    this.#steps++;
    this.#entered.clear();
    this.#roleFreeFor = 0;
    this.#speaking = false;
    // On one phone for a whole table few people type.
    const silent = this.#chance.next() < (devices === 'each' ? 0.12 : 0.7);
    this.#toWrite = silent || inputs.length === 0 ? 0 : 1 + this.#chance.below(talkative);
    this.#hasTask = false;
    if (this.#steps === leavesInStep) return this.#does({ does: 'leave' }, 5, 20);
    if (this.#steps === losesNetworkInStep) return this.#does({ does: 'loseNetwork', seconds: 20 + this.#chance.below(25) }, 3, 10);
    return this.#only(3, 14);
  }

  #speak({ me: { me, may } }: Sight): Intention | null {
    if (!me.speaks || may.passTurn !== null) {
      this.#speaking = false;
      return null;
    }
    if (this.#speaking) return this.#does({ does: 'passTurn' }, 2, 4);
    this.#speaking = true;
    return this.#only(6, 20);
  }

  /** Takes a role that needs somebody, when nobody else does so for a while. One role is enough. */
  #role({ me: { me, may } }: Sight): Intention | null {
    const free = this.#rolesToTake.includes(me.role) ? undefined : this.#rolesToTake.find((role) => may.takeRole[role] === null);
    if (free === undefined) return null;
    if (this.#roleFreeFor >= this.#character.shySeconds) return this.#does({ does: 'takeRole', role: free }, 2, 4);
    this.#roleFreeFor += LOOKING_SECONDS;
    return null;
  }

  /** Whose task it is writes for the others, and so does not stay silent. */
  #task({ mayWrite }: Sight): void {
    const task = mayWrite.find(({ roles }) => roles);
    if (!task || this.#hasTask) return;
    this.#hasTask = true;
    this.#toWrite = task.sharedBy === 'role' ? SHARED_CARDS : TASK_CARDS + this.#character.talkative;
  }

  #write({ mayWrite }: Sight): Intention | null {
    // A card can be followed by another; whatever else is done once.
    const open = mayWrite.filter(({ key, kind }) => kind === 'card' || !this.#entered.has(key));
    const use = this.#chance.pick(open.filter(({ key }) => !this.#entered.has(key))) ?? this.#chance.pick(open);
    if (!use || this.#toWrite === 0) return null;
    this.#toWrite--;
    this.#entered.add(use.key);
    return this.#does({ does: 'write', use }, 8, 30);
  }

  /** Done for now; not everybody says so. */
  #finish({ me: { me, may }, step }: Sight): Intention {
    const says = step && step.inputs.length > 0 && !me.ready && may.ready === null && this.#chance.next() < 0.15;
    return says ? this.#does({ does: 'ready' }, LOOKING_SECONDS, LOOKING_SECONDS) : this.#only(LOOKING_SECONDS, LOOKING_SECONDS);
  }

  #only(least: number, most: number): Intention {
    return { deed: null, again: this.#seconds(least, most) };
  }

  #does(deed: Deed, least: number, most: number): Intention {
    return { deed, again: this.#seconds(least, most) };
  }

  #seconds(least: number, most: number): number {
    return this.#character.pace * (least + (most - least) * this.#chance.next());
  }
}

const LOOKING_SECONDS = 5;
/** For the whole table; with a few others of the same role. */
const TASK_CARDS = 3;
const SHARED_CARDS = 2;
