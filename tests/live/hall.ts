import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Action, Actor } from '#conversation/action.ts';
import { NOBODY, withAuthored } from '#conversation/authors.ts';
import { decide } from '#conversation/decide.ts';
import { evolve } from '#conversation/evolve.ts';
import type { Format, Phase } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { begin, type EntryId, type RunId, type SeatId } from '#conversation/state.ts';
import { touched } from '#conversation/touched.ts';
import type { SentFrame, SentViews } from '#conversation/views/sent.ts';
import type { Json, TextId } from '#conversation/words.ts';
import { inputs } from '#inputs/rules.ts';
import { Hub } from '#live/hub.ts';
import type { Positions, Sink } from '#live/listener.ts';

/** A hall with a real conversation in memory and a hub beside it: what is done is told, as after a commit. */
export class Hall {
  readonly words = new Map<TextId, string>();
  readonly hub: Hub;
  situation: Situation = { state: begin(FORMAT), authors: NOBODY, inputs, kinds: {} };
  #seeds = 0;

  constructor(test: { after(then: () => void): void }, tables = 2) {
    this.hub = new Hub({
      read: (_, reader) => Promise.resolve(reader(this.situation, (text) => this.words.get(text) ?? null)),
      refresh: () => Promise.resolve(),
      attend: () => () => undefined,
      now: () => this.now,
    });
    test.after(() => this.hub.stop());
    this.take({ kind: 'door' }, { type: 'takeSeat', seat: LEADER, role: 'leader', perspectives: [] });
    this.lead({ type: 'setTables', count: tables });
    this.lead({ type: 'open' });
  }

  get now(): number {
    return Date.now();
  }

  get run(): RunId {
    const { run } = this.situation.state;
    assert.ok(run);
    return run.id;
  }

  /** People sit down at the tables in turn: the first at table 1, the second at table 2. */
  sit(...names: string[]): SeatId[] {
    return names.map((name) => {
      this.take(
        { kind: 'door' },
        { type: 'takeSeat', seat: name as SeatId, role: name === 'screen' ? 'screen' : 'guest', perspectives: [] },
      );
      return name as SeatId;
    });
  }

  lead(action: Action): void {
    this.take({ kind: 'seat', seat: LEADER }, action);
  }

  next(): void {
    this.lead({ type: 'next', from: this.situation.state.run?.id ?? null });
  }

  write(seat: SeatId, text: string): EntryId {
    const act: Json = { text };
    const { entry } = this.take({ kind: 'seat', seat }, { type: 'write', run: this.run, input: 'thought', act, kept: false });
    assert.ok(entry);
    return entry;
  }

  withdraw(seat: SeatId, entry: EntryId): void {
    this.take({ kind: 'seat', seat }, { type: 'withdraw', entry });
  }

  take(actor: Actor, action: Action) {
    const decision = decide(this.situation, action, actor, { now: this.now, seed: `hall ${this.#seeds++}` });
    if (isRefusal(decision)) assert.fail(`refused: ${decision.refused}`);
    const { state, authors } = this.situation;
    this.situation = {
      ...this.situation,
      state: decision.events.reduce(evolve, state),
      authors: withAuthored(authors, decision.authored),
    };
    for (const { id, words } of decision.texts) this.words.set(id, words);
    for (const id of decision.erased) this.words.delete(id);
    this.hub.touch(HALL, touched(this.situation, decision.events, decision.authored));
    return decision.answer;
  }

  listen(seat: SeatId, positions: Positions = {}, device = `device of ${seat}`): Screen {
    const screen = new Screen();
    screen.leave = this.hub.listen({ conversation: HALL, seat, device, positions, sink: screen });
    return screen;
  }

  async viewsOf(seat: SeatId): Promise<SentViews> {
    return JSON.parse((await this.hub.viewsOf(HALL, seat)) ?? 'null') as SentViews;
  }
}

/** What a phone does with a stream: keeps its bytes, and puts the frames together to views. */
export class Screen implements Sink {
  readonly frames: SentFrame[] = [];
  readonly signals: string[] = [];
  readonly views: { [channel: string]: { [key: string]: Json } } = {};
  readonly positions: { -readonly [channel in keyof Positions]: Positions[channel] } = {};
  bytes = '';
  ended = false;
  takes = true;
  leave: () => void = () => undefined;
  #drained: (() => void)[] = [];

  write(frame: Uint8Array): boolean {
    this.#read(Buffer.from(frame).toString('utf8'));
    return this.takes;
  }

  once(_: 'drain', then: () => void): void {
    this.#drained.push(then);
  }

  drain(): void {
    this.takes = true;
    for (const then of this.#drained.splice(0)) then();
  }

  end(frame?: Uint8Array): void {
    if (frame) this.write(frame);
    this.ended = true;
  }

  destroy(): void {
    this.ended = true;
  }

  /** The words on the cards this screen shows, own ones too. */
  get cards(): string[] {
    const shown = Object.values(this.views).flatMap((view) => Object.entries(view));
    return shown.filter(([key]) => /^(card|mine)\//.test(key)).map(([, card]) => (card as { body: { text: string } }).body.text);
  }

  #read(text: string): void {
    const [, signal, data] = /^(?:event: (\w+)\n)?data: (.*)\n\n$/s.exec(text) ?? assert.fail(`no event: ${text}`);
    if (signal) return void this.signals.push(signal);
    this.bytes += text;
    const frame = JSON.parse(data ?? '') as SentFrame;
    this.frames.push(frame);
    this.#apply(frame);
  }

  #apply(frame: SentFrame): void {
    const { channel } = frame;
    if ('gone' in frame) {
      delete this.views[channel];
      delete this.positions[channel];
      return;
    }
    const base = 'whole' in frame ? {} : (this.views[channel] ?? {});
    const view = { ...base, ...('whole' in frame ? frame.whole : frame.set) };
    for (const key of 'whole' in frame ? [] : (frame.remove ?? [])) delete view[key];
    this.views[channel] = view;
    this.positions[channel] = frame.position;
  }
}

/** Waits until it holds; the hub takes its time on purpose. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 3_000) assert.fail('It did not happen.');
    await pause(10);
  }
}

/** Long enough for two rounds of the hub. */
export function twoRounds(): Promise<void> {
  return pause(600);
}

export const HALL = 'hall';
export const LEADER = 'leader' as SeatId;

const both = (nl: string, en: string) => ({ nl, en });
const step = (id: string, more: Partial<Phase>): Phase => ({
  id,
  kind: 'note',
  name: both(id, id),
  minutes: 5,
  timer: 'none',
  devices: 'each',
  say: both('Zeg dit', 'Say this'),
  grouping: { kind: 'groups', size: 8, mix: 'stay', rotate: 'none' },
  turn: { kind: 'free' },
  prompts: [],
  inputs: [],
  visibility: { who: 'group', sender: 'alias', when: 'atOnce' },
  ...more,
});

const THOUGHT = { key: 'thought', kind: 'card', card: 'experience', late: 'accept', label: both('Kaartje', 'Card') } as const;

/** Three steps: cards the table sees at once, a step that is closed to the screen and the leader, and a talk. */
const FORMAT: Format = {
  id: 'hall',
  version: 1,
  name: both('Zaal', 'Hall'),
  purpose: both('Proef', 'Test'),
  evidence: 'low',
  sources: [],
  groupSize: { minimum: 2, maximum: 40 },
  sensitive: false,
  roles: [
    { id: 'guest', name: both('Gast', 'Guest'), task: 'takePart' },
    { id: 'leader', name: both('Gespreksleider', 'Facilitator'), task: 'facilitate' },
    { id: 'outsider', name: both('Buitenstaander', 'Outsider'), task: 'takePart' },
    { id: 'screen', name: both('Zaalscherm', 'Wall'), task: 'show' },
  ],
  houseRules: [],
  mustBePresent: [],
  settings: [],
  phases: [step('write', { inputs: [THOUGHT] }), step('closed', { grouping: { kind: 'closed', without: ['outsider'] } }), step('talk', {})],
  outcomes: [],
  followUps: [],
};
