import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { Place, Visitor } from '#app/house.ts';
import type { State } from '#conversation/state.ts';
import type { Json } from '#conversation/words.ts';
import { inputs } from '#inputs/rules.ts';
import { realTime, type Time } from '#rehearsal/crowd/time.ts';
import { actionsOf, join } from '#rehearsal/hall/doors.ts';
import { Line } from '#rehearsal/hall/line.ts';
import { Outbox } from '#rehearsal/hall/outbox.ts';
import { Rehearsals } from '#rehearsal/rehearsals.ts';
import { theHouse, type House } from '../../src/house.ts';
import { until } from '../app/evening.ts';
import { openHouse, type Ending } from '../helpers/app.ts';

test('twenty-four people come in by the doors, spread over the tables, follow the steps and write', async (t) => {
  const hall = await Hall.open(t);
  const at = await hall.prepare({ rehearsal: true, tables: 4 });
  assert.equal(await hall.call(at, 24), null);
  assert.equal(hall.house.rehearsals.peopleIn(at.conversation), 24);
  await hall.until(at, (state) => simulated(state).length === 24);
  for (const { seats } of (await hall.state(at)).tables) assert.ok(seats.length >= 4, 'no table stays behind');
  await hall.toStep(at, 'problemAtTable');
  await hall.until(at, (state) => simulated(state).filter(({ role }) => role === 'presenter').length === 4);
  await hall.toStep(at, 'assetsSilent');
  const written = await hall.until(at, ({ entries }) => [...entries.values()].filter(({ input }) => input === 'asset').length >= 12);
  assert.ok(Object.keys(written.ready).length > 0 || written.entries.size > 0);
  await hall.lead(at, { type: 'close' });
  await hall.empty(at);
});

test('two calls for one rehearsal bring one crowd, and there is a most in one and in the house', async (t) => {
  const hall = await Hall.open(t);
  const [one, two, three] = [await hall.rehearsal(), await hall.rehearsal(), await hall.rehearsal()];
  assert.deepEqual(await hall.call(one, 61), { refused: 'tooManySimulated', detail: { maximum: 60 } });
  assert.equal(await hall.call(one, 60), null);
  assert.equal(await hall.call(one, 12), null);
  assert.equal(hall.house.rehearsals.peopleIn(one.conversation), 60);
  assert.equal(await hall.call(two, 60), null);
  assert.deepEqual(await hall.call(three, 12), { refused: 'tooManySimulated', detail: { maximum: 120 } });
});

test('nobody who is not real comes into an ordinary conversation, whoever asks', async (t) => {
  const hall = await Hall.open(t);
  const at = await hall.prepare({ tables: 2 });
  assert.deepEqual(await hall.house.app.rehearsal(hall.leader, at), { refused: 'onlyRehearsal' });
  assert.deepEqual(await hall.house.app.clearRehearsal(hall.leader, at), { refused: 'onlyRehearsal' });
  const key = await hall.keyOf(at);
  const line = new Line(new URL(hall.url));
  const heard = await line.ask('POST', '/v1/joinings', { key, perspectives: ['resident'], simulated: true });
  line.close();
  assert.equal(heard.status, 409);
  assert.equal((heard.said as { readonly code: string }).code, 'onlyRehearsal');
  // Even somebody who goes round the rooms that ask first.
  assert.equal(hall.house.rehearsals.call({ conversation: at.conversation, key, roles: [], people: 3 }), null);
  await hall.empty(at);
  assert.equal(simulated(await hall.state(at)).length, 0);
});

test('only who leads a rehearsal gets its way in for people who pretend', async (t) => {
  const hall = await Hall.open(t);
  const at = await hall.rehearsal();
  const { visitor } = await hall.house.app.newDevice();
  assert.deepEqual(await hall.house.app.rehearsal(visitor, at), { refused: 'notFound' });
  assert.deepEqual(await hall.house.app.clearRehearsal(visitor, at), { refused: 'notFound' });
});

test('when they are sent away their chairs are free, their words stay and nothing more comes from them', async (t) => {
  const hall = await Hall.open(t);
  const at = await hall.rehearsal();
  await hall.call(at, 12);
  await hall.toStep(at, 'assetsSilent');
  const { entries } = await hall.until(at, (state) => state.entries.size >= 3);
  await hall.house.rehearsals.turnBack(at.conversation);
  await hall.house.app.clearRehearsal(hall.leader, at);
  await hall.empty(at);
  const after = await hall.state(at);
  assert.equal(simulated(after).length, 0);
  for (const { id } of entries.values()) assert.ok(after.entries.has(id));
  await hall.lead(at, { type: 'next', from: after.run?.id ?? null });
  assert.equal(simulated(await hall.state(at)).length, 0);
  assert.equal(await hall.call(at, 12), null, 'others can be called');
});

test('a house that stops takes its simulated people with it: no stream and none of their timers stays behind', async (t) => {
  const hall = await Hall.open(t);
  const at = await hall.rehearsal();
  const waiting = new Set<symbol>();
  const rehearsals = new Rehearsals({ house: new URL(hall.url), inputs, time: countedIn(waiting) });
  const called = { conversation: at.conversation, key: await hall.keyOf(at), roles: [], people: 24 };
  assert.equal(rehearsals.call(called), null);
  await hall.until(at, (state) => simulated(state).length >= 12);
  assert.ok(waiting.size > 0);
  await rehearsals.stop();
  assert.deepEqual([rehearsals.peopleIn(at.conversation), waiting.size], [0, 0]);
  await hall.call(at, 24);
  await hall.stop();
  assert.equal(hall.house.rehearsals.peopleIn(at.conversation), 0);
  // Nobody listens any more.
  await until(() => !process.getActiveResourcesInfo().includes('TCPSocketWrap'));
});

test('a phone out of reach keeps what was written, and sends it once when it is back', async (t) => {
  const hall = await Hall.open(t);
  const at = await hall.rehearsal();
  const line = new Line(new URL(hall.url));
  t.after(() => line.close());
  const invitation = { key: await hall.keyOf(at) };
  const place = await join(line, { id: 'joining-of-a-phone-1', invitation, perspectives: ['resident'], simulated: true });
  const { run } = await hall.toStep(at, 'assetsSilent');
  assert.ok(run);
  const accepted: string[] = [];
  const { promise: all, resolve } = Promise.withResolvers<void>();
  const take = ({ id }: { readonly id: string }) => void (accepted.push(id) === 3 && resolve());
  const outbox = new Outbox(line, actionsOf(place), { accepted: take, refused: (_, code) => assert.fail(code) }, () => 0);
  t.after(() => outbox.close());
  const write = (number: number) =>
    outbox.send({
      id: `writing-of-a-phone-${number}`,
      action: { type: 'write', run: run.id, input: 'asset', act: { text: `Zin ${number}` }, kept: false },
    });
  write(1);
  line.loseNetwork();
  write(2);
  write(3);
  assert.equal(outbox.waiting.length, 3, 'nothing is lost on the phone');
  line.findNetwork();
  await all;
  assert.deepEqual(accepted, ['writing-of-a-phone-1', 'writing-of-a-phone-2', 'writing-of-a-phone-3']);
  assert.equal((await hall.state(at)).entries.size, 3);
});

/** The clock of a house in a hurry, which says who still waits for it. */
function countedIn(waiting: Set<symbol>): Time {
  const clock = realTime(60);
  return {
    after(seconds, then) {
      const mark = Symbol('waiting');
      waiting.add(mark);
      const callOff = clock.after(seconds, () => {
        waiting.delete(mark);
        then();
      });
      return () => {
        waiting.delete(mark);
        callOff();
      };
    },
  };
}

function simulated(state: State) {
  return [...state.seats.values()].filter((seat) => seat.simulated && seat.here);
}

/** A house without pages in which a minute lasts a second for people who pretend. */
class Hall {
  readonly url: string;
  readonly house: House;
  readonly leader: Visitor;
  readonly stop: () => Promise<void>;
  #actions = 0;

  private constructor(url: string, house: House, leader: Visitor, stop: () => Promise<void>) {
    this.url = url;
    this.house = house;
    this.leader = leader;
    this.stop = stop;
  }

  static async open(test: Ending): Promise<Hall> {
    const pages = (_: unknown, response: ServerResponse) => response.writeHead(404).end();
    const running = await openHouse(test, {}, { pages, haste: 60 });
    const house = theHouse();
    const { secret, visitor } = await house.app.newDevice();
    await house.app.useSetUpCode(visitor, readFileSync(running.setUpFile ?? '', 'utf8'));
    const leader = await house.app.whoAsks(secret);
    assert.ok(leader);
    return new Hall(running.url, house, leader, running.stop);
  }

  rehearsal(): Promise<Place> {
    return this.prepare({ rehearsal: true, tables: 2 });
  }

  async prepare(how: { readonly rehearsal?: boolean; readonly tables: number }): Promise<Place> {
    const at = await this.house.app.prepare(this.leader, this.#id(), { format: 'in-huis-zaaien', title: 'Oefenen', ...how }, true);
    assert.ok('seat' in at, JSON.stringify(at));
    await this.lead(at, { type: 'open' });
    return at;
  }

  async call(at: Place, people: number) {
    const rehearsal = await this.house.app.rehearsal(this.leader, at);
    assert.ok('key' in rehearsal, JSON.stringify(rehearsal));
    return this.house.rehearsals.call({ conversation: at.conversation, ...rehearsal, people, seed: 'crowd' });
  }

  async keyOf(at: Place): Promise<string> {
    const code = await this.house.app.joinCode(this.leader, at);
    assert.ok('secret' in code);
    return code.secret;
  }

  async lead(at: Place, action: Json): Promise<void> {
    const taken = await this.house.app.take(this.leader, at, this.#id(), action);
    assert.ok(taken.accepted, JSON.stringify(taken));
  }

  async toStep(at: Place, phase: string): Promise<State> {
    for (;;) {
      const state = await this.state(at);
      if (state.run?.place.startsWith(`${phase}.`)) return state;
      await this.lead(at, { type: 'next', from: state.run?.id ?? null });
    }
  }

  async state({ conversation }: Place): Promise<State> {
    const situation = await this.house.app.situationOf(conversation);
    assert.ok(situation);
    return situation.state;
  }

  /** Resolves with the first state that is so. */
  async until(at: Place, isSo: (state: State) => boolean): Promise<State> {
    const { promise, resolve } = Promise.withResolvers<State>();
    const end = this.house.app.onChange(at.conversation, ({ situation }) => isSo(situation.state) && resolve(situation.state));
    const now = await this.state(at);
    const found = isSo(now) ? now : await promise;
    end();
    return found;
  }

  /** Resolves when the last has gone. */
  async empty({ conversation }: Place): Promise<void> {
    await until(() => this.house.rehearsals.peopleIn(conversation) === 0);
  }

  #id(): string {
    return `crowd-action-${String(this.#actions++).padStart(6, '0')}`;
  }
}
