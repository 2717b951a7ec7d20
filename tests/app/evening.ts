import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolConfig } from 'pg';
import { buildHouse, type BuiltHouse, type HouseParts } from '#app/buildHouse.ts';
import type { Place, Taken, Visitor } from '#app/house.ts';
import type { Clock } from '#app/world.ts';
import type { Format, Phase } from '#conversation/format.ts';
import type { State } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';
import { inputs } from '#inputs/rules.ts';
import { kinds } from '#outcomes/kinds.ts';
import type { KnownUse } from '#inputs/uses.ts';
import { openStore } from '#store/open.ts';

/** Someone with a phone: a device and the seat they act from. */
export interface Person {
  readonly visitor: Visitor;
  readonly at: Place;
}

/** A house on a real database, with one conversation in it and the one who leads it. */
export class Evening {
  readonly house: BuiltHouse;
  readonly leader: Person;
  readonly logged: string[];
  #actions = 0;

  private constructor(house: BuiltHouse, leader: Person, logged: string[]) {
    this.house = house;
    this.leader = leader;
    this.logged = logged;
  }

  /** Prepared and opened, with its first step still to come. */
  static async open(test: Ending, database: PoolConfig, more: Partial<HouseParts> = {}): Promise<Evening> {
    const { house, logged } = await openHouse(test, database, more);
    const leader = await becomeOrganiser(house);
    const at = await house.prepare(leader, freshActionId(), { format: FORMAT.id, title: 'Samen in de wijk', tables: 2 }, true);
    if ('refused' in at) return assert.fail(`refused: ${at.refused}`);
    const evening = new Evening(house, { visitor: leader, at }, logged);
    await evening.lead({ type: 'open' });
    return evening;
  }

  get conversation(): Place['conversation'] {
    return this.leader.at.conversation;
  }

  async state(): Promise<State> {
    const situation = await this.house.situationOf(this.conversation);
    assert.ok(situation);
    return situation.state;
  }

  async run(): Promise<string> {
    const { run } = await this.state();
    assert.ok(run);
    return run.id;
  }

  async join(perspectives: readonly string[] = ['resident']): Promise<Person> {
    const { visitor } = await this.house.newDevice();
    const code = await this.house.joinCode(this.leader.visitor, this.leader.at);
    assert.ok('code' in code);
    const at = await this.house.join(visitor, { code: code.code }, this.actionId(), { perspectives }, true);
    if ('refused' in at) return assert.fail(`refused: ${at.refused}`);
    return { visitor, at };
  }

  async joinAll(count: number): Promise<Person[]> {
    return Promise.all(Array.from({ length: count }, () => this.join()));
  }

  async lead(body: Json): Promise<Extract<Taken, { accepted: true }>> {
    return accepted(await this.take(this.leader, body));
  }

  async next(): Promise<void> {
    await this.lead({ type: 'next', from: (await this.state()).run?.id ?? null });
  }

  async write(person: Person, text: string, actionId = this.actionId()): Promise<Taken> {
    return this.take(person, { type: 'write', run: await this.run(), input: 'thought', act: { text } }, actionId);
  }

  async vote(person: Person, answer: 'for' | 'against'): Promise<Taken> {
    return this.take(person, { type: 'write', run: await this.run(), input: 'plan', act: { answer } });
  }

  take({ visitor, at }: Person, body: unknown, actionId = this.actionId()): Promise<Taken> {
    return this.house.take(visitor, at, actionId, body);
  }

  actionId(): string {
    return `evening-action-${this.#actions++}`;
  }
}

export interface Ending {
  after(work: () => unknown): void;
}

export async function openHouse(
  test: Ending,
  database: PoolConfig,
  more: Partial<HouseParts> = {},
): Promise<{ house: BuiltHouse; logged: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspraak-'));
  const logged: string[] = [];
  const built = await buildHouse({
    store: more.store ?? (await openStore(database, { patience: more.patience })),
    inputs,
    kinds,
    formats: [FORMAT],
    log: (...line) => logged.push(JSON.stringify(line)),
    setUpFile: join(folder, 'set-up-code'),
    ...more,
  });
  let stopped: Promise<void> | undefined;
  const house = { ...built, stop: () => (stopped ??= built.stop()) };
  test.after(async () => {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { house, logged };
}

/** By the set-up code, as the very first one does. */
export async function becomeOrganiser(house: BuiltHouse): Promise<Visitor> {
  const { secret, visitor } = await house.newDevice();
  assert.ok(house.setUpFile);
  const used = await house.useSetUpCode(visitor, await readFile(house.setUpFile, 'utf8'));
  assert.deepEqual(used, { kind: 'setUp', at: null });
  const organiser = await house.whoAsks(secret);
  assert.ok(organiser);
  return organiser;
}

export function accepted(taken: Taken): Extract<Taken, { accepted: true }> {
  if (!taken.accepted) assert.fail(`refused: ${taken.refused}`);
  return taken;
}

export function codeOf(taken: Taken): string {
  return taken.accepted ? 'accepted' : taken.refused;
}

/** A clock that stands still until it is told otherwise. */
export class TestClock implements Clock {
  #now = Date.UTC(2027, 0, 14, 19, 30);
  readonly #alarms = new Map<object, { readonly time: number; call(): void }>();

  now(): number {
    return this.#now;
  }

  at(time: number, call: () => void): () => void {
    const key = {};
    this.#alarms.set(key, { time, call });
    setImmediate(() => this.#ring());
    return () => this.#alarms.delete(key);
  }

  /** How many calls are still to come. */
  get waiting(): number {
    return this.#alarms.size;
  }

  pass(minutes: number): void {
    this.#now += minutes * 60_000;
    this.#ring();
  }

  #ring(): void {
    for (const [key, { time, call }] of this.#alarms) {
      if (time > this.#now || !this.#alarms.delete(key)) continue;
      call();
    }
  }
}

/** Waits until it holds, however long the database takes. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 3_000) assert.fail('It did not happen.');
    await pause(10);
  }
}

let ids = 0;
function freshActionId(): string {
  return `house-action-${String(ids++).padStart(4, '0')}`;
}

const both = (nl: string, en: string) => ({ nl, en });
const step = (id: string, more: Partial<Phase<KnownUse>>): Phase<KnownUse> => ({
  id,
  kind: 'note',
  name: both(id, id),
  minutes: 5,
  timer: 'hard',
  devices: 'each',
  say: both('Zeg dit', 'Say this'),
  grouping: { kind: 'groups', size: 8, mix: 'stay', rotate: 'none' },
  turn: { kind: 'free' },
  prompts: [],
  inputs: [],
  visibility: { who: 'group', sender: 'alias', when: 'atOnce' },
  ...more,
});

const THOUGHT: KnownUse = { key: 'thought', kind: 'card', card: 'experience', late: 'accept', label: both('Kaartje', 'Card') };
const PLAN: KnownUse = { key: 'plan', kind: 'vote', way: 'forIfAgainst', secret: true, late: 'refuse', label: both('Doen?', 'Do it?') };
const NOTE: KnownUse = {
  key: 'note',
  kind: 'card',
  card: 'insight',
  late: 'accept',
  label: both('Voor jezelf', 'For yourself'),
  visibility: { who: 'me', sender: 'withoutName', when: 'whenIConsent' },
};

/** Cards the table sees at once, a secret vote, and a note that one may still lay on the table. */
export const FORMAT: Format<KnownUse> = {
  id: 'evening',
  version: 1,
  name: both('Avond', 'Evening'),
  purpose: both('Proef', 'Test'),
  evidence: 'low',
  sources: [],
  groupSize: { minimum: 2, maximum: 400 },
  sensitive: false,
  roles: [
    { id: 'guest', name: both('Gast', 'Guest'), task: 'takePart' },
    { id: 'leader', name: both('Gespreksleider', 'Facilitator'), task: 'facilitate' },
    { id: 'screen', name: both('Zaalscherm', 'Wall'), task: 'show' },
  ],
  houseRules: [],
  mustBePresent: [],
  settings: [],
  phases: [
    step('write', { inputs: [THOUGHT] }),
    step('vote', { kind: 'choose', inputs: [PLAN] }),
    step('reflect', { inputs: [NOTE] }),
    step('talk', { kind: 'talk', timer: 'none', devices: 'away' }),
  ],
  outcomes: [],
  followUps: [],
};
