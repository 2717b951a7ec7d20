import type { Action, Actor } from '#conversation/action.ts';
import { type Chance, chanceFrom } from '#conversation/chance.ts';
import type { Format, RoleTask } from '#conversation/format.ts';
import type { Inputs } from '#conversation/input.ts';
import { isRefusal } from '#conversation/refusal.ts';
import { steps } from '#conversation/lookup.ts';
import type { Answer } from '#conversation/decision.ts';
import type { SeatId, State } from '#conversation/state.ts';
import { Canaries, canariesIn } from './canaries.ts';
import { Ledger } from './ledger.ts';
import { MemoryConversation } from './memory.ts';
import { Watch } from './watch.ts';

/** A room with simulated people: everything they do walks one way in, and is looked at afterwards. */
export class Room {
  readonly chance: Chance;
  readonly canaries = new Canaries();
  readonly conversation: MemoryConversation;
  readonly ledger: Ledger;
  readonly watch: Watch;
  readonly refusals: { [code: string]: number } = {};
  /** What stays on each phone. */
  readonly onPhones = new Map<SeatId, string[]>();
  now = EVENING;
  #actions = 0;
  readonly #seed: string;
  readonly #watched: boolean;

  constructor(format: Format, inputs: Inputs, seed: string, watched: boolean) {
    this.#seed = seed;
    this.#watched = watched;
    this.chance = chanceFrom(`${seed} people`);
    this.conversation = new MemoryConversation(format, inputs);
    this.ledger = new Ledger(format);
    this.watch = new Watch(this.conversation, this.ledger);
  }

  get state(): State {
    return this.conversation.situation.state;
  }

  /** The answer, or null when it was refused. */
  take(action: Action, actor: Actor): Answer | null {
    this.#actions++;
    const decision = this.conversation.take(action, actor, this.now, `${this.#seed} action ${this.#actions}`);
    if (isRefusal(decision)) {
      this.refusals[decision.refused] = (this.refusals[decision.refused] ?? 0) + 1;
      return null;
    }
    const leaked = canariesIn(JSON.stringify(decision.events)).filter((canary) => !canary.startsWith('stoel'));
    for (const what of leaked) this.watch.leaks.push({ channel: 'everyone', what: `${what} in the log` });
    this.ledger.note(decision, actor);
    if (this.#watched) this.watch.look(decision);
    return decision.answer;
  }

  bySeat(action: Action, seat: SeatId): Answer | null {
    return this.take(action, { kind: 'seat', seat });
  }

  /** Time goes by, and the clock does what it has to. */
  wait(seconds: number): void {
    this.now += seconds * 1000;
    const run = this.state.run;
    const isUp = run !== null && run.endsAt !== null && run.pausedWith === null && !run.timeUp && !run.ended && this.now >= run.endsAt;
    if (isUp && this.state.status === 'open') this.take({ type: 'timeUp', run: run.id }, { kind: 'clock' });
  }

  seatsWith(...tasks: readonly RoleTask[]): readonly SeatId[] {
    const roles = this.state.format.roles.filter((role) => tasks.includes(role.task)).map((role) => role.id);
    return [...this.state.seats.values()].filter((seat) => roles.includes(seat.role)).map((seat) => seat.id);
  }

  /** One time in so many. */
  happens(oneIn: number): boolean {
    return this.chance.below(oneIn) === 0;
  }

  get phases(): { readonly reached: number; readonly of: number } {
    return { reached: new Set(this.state.runs.map((run) => run.place)).size, of: steps(this.state).length };
  }
}

/** A Tuesday evening in November, half past seven in Amsterdam. */
const EVENING = Date.UTC(2026, 10, 17, 18, 30);
