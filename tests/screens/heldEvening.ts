import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { House, Place } from '#app/house.ts';
import type { Answer } from '#conversation/decision.ts';
import type { Perspective } from '#conversation/format.ts';
import type { RunId, State } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';

/** A device as its browser knows it. */
export interface Carrier {
  readonly secret: string;
}
export interface Seated extends Carrier {
  readonly at: Place;
}

/** A conversation that people hold in a running house, step by step. */
export class HeldEvening {
  readonly app: House;
  readonly organiser: Carrier;
  readonly at: Place;
  readonly people: Seated[] = [];
  #actions = 0;

  private constructor(app: House, organiser: Carrier, at: Place) {
    this.app = app;
    this.organiser = organiser;
    this.at = at;
  }

  /** Prepared and opened by its organiser; `organiser` is made by the set-up code when there is none yet. */
  static async open(app: House, by: { readonly setUpFile: string } | Carrier, preparation: Json): Promise<HeldEvening> {
    const evening = await HeldEvening.prepare(app, by, preparation);
    await evening.lead({ type: 'open' });
    return evening;
  }

  /** Before its doors are open. */
  static async prepare(app: House, by: { readonly setUpFile: string } | Carrier, preparation: Json): Promise<HeldEvening> {
    const organiser = 'secret' in by ? by : await becomeOrganiser(app, by.setUpFile);
    const visitor = await app.whoAsks(organiser.secret);
    assert.ok(visitor);
    const at = await app.prepare(visitor, freshId(), preparation, true);
    assert.ok('seat' in at, JSON.stringify(at));
    return new HeldEvening(app, organiser, at);
  }

  get path(): string {
    return `/verslag/${this.at.conversation}`;
  }

  async join(perspective: Perspective): Promise<Seated> {
    const leader = await this.app.whoAsks(this.organiser.secret);
    assert.ok(leader);
    const code = await this.app.joinCode(leader, this.at);
    assert.ok('secret' in code);
    const { secret, visitor } = await this.app.newDevice();
    const at = await this.app.join(visitor, { secret: code.secret }, freshId(), { perspectives: [perspective] }, true);
    assert.ok('seat' in at, JSON.stringify(at));
    const seated = { secret, at };
    this.people.push(seated);
    return seated;
  }

  /** The machine at the wall, by a link of its own. */
  async wall(): Promise<Seated & { readonly link: string }> {
    const leader = await this.app.whoAsks(this.organiser.secret);
    assert.ok(leader);
    const handed = await this.app.wallLink(leader, this.at);
    assert.ok('secret' in handed);
    const { secret, visitor } = await this.app.newDevice();
    const entrance = await this.app.useLink(visitor, handed.secret);
    assert.ok('at' in entrance && entrance.at);
    return { secret, at: entrance.at, link: handed.secret };
  }

  async renewCode(): Promise<string> {
    const leader = await this.app.whoAsks(this.organiser.secret);
    assert.ok(leader);
    const renewed = await this.app.renewJoinCode(leader, this.at);
    assert.ok('code' in renewed);
    return renewed.code;
  }

  lead(action: Json): Promise<Answer> {
    return this.#take({ ...this.organiser, at: this.at }, action);
  }

  async next(): Promise<void> {
    await this.lead({ type: 'next', from: (await this.state()).run?.id ?? null });
  }

  do(person: Seated, action: Json): Promise<Answer> {
    return this.#take(person, action);
  }

  /** The id of the card. */
  async write(person: Seated, input: string, act: Json, kept = false): Promise<string> {
    const { run } = await this.state();
    const answer = await this.#take(person, { type: 'write', run: run?.id ?? '', input, act, kept });
    return answer.entry ?? '';
  }

  async releaseAll(): Promise<void> {
    const { runs, byPlace, tallies } = await this.state();
    const filled = new Set([...Object.keys(byPlace), ...Object.keys(tallies).map((key) => key.split('/')[0])]);
    for (const place of new Set(runs.map((run) => run.place))) if (filled.has(place)) await this.lead({ type: 'release', place });
  }

  async state(): Promise<State> {
    const situation = await this.app.situationOf(this.at.conversation);
    assert.ok(situation);
    return situation.state;
  }

  /** The step that is going on. */
  async run(): Promise<RunId> {
    const { run } = await this.state();
    if (!run) throw new Error('Nothing runs yet.');
    return run.id;
  }

  /** Who sit at the same table, table by table. */
  async tables(): Promise<readonly (readonly Seated[])[]> {
    const { tables } = await this.state();
    return tables.map(({ seats }) => this.people.filter(({ at }) => seats.includes(at.seat)));
  }

  async #take({ secret, at }: Seated, action: Json): Promise<Answer> {
    const visitor = await this.app.whoAsks(secret);
    assert.ok(visitor);
    const taken = await this.app.take(visitor, at, `held-evening-${String(this.#actions++).padStart(6, '0')}`, action);
    assert.ok(taken.accepted, `${JSON.stringify(action)}: ${JSON.stringify(taken)}`);
    return taken.answer;
  }
}

async function becomeOrganiser(app: House, setUpFile: string): Promise<Carrier> {
  const { secret, visitor } = await app.newDevice();
  await app.useSetUpCode(visitor, readFileSync(setUpFile, 'utf8').trim());
  return { secret };
}

let ids = 0;
function freshId(): string {
  return `held-evening-start-${String(ids++).padStart(4, '0')}`;
}
