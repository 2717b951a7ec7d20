import type { Action, Actor } from '#conversation/action.ts';
import { NOBODY, stillKnown, withAuthored } from '#conversation/authors.ts';
import { decide } from '#conversation/decide.ts';
import type { Decision } from '#conversation/decision.ts';
import { readEvent, type StoredEvent, storeEvent } from '#conversation/event.ts';
import { evolve } from '#conversation/evolve.ts';
import type { Format } from '#conversation/format.ts';
import type { Inputs, Situation } from '#conversation/input.ts';
import type { OutcomeKinds } from '#conversation/outcome.ts';
import { isRefusal, type Refusal } from '#conversation/refusal.ts';
import { tableOfPaper } from '#conversation/paper.ts';
import { begin, type RunId, type SeatId } from '#conversation/state.ts';
import type { Json, TextId, WordsOf } from '#conversation/words.ts';

/** A conversation in memory: the same rules and the same log as in the house, without database or doors. */
export class MemoryConversation {
  situation: Situation;
  readonly log: StoredEvent[] = [];
  readonly texts = new Map<TextId, string>();
  /** In a box by voter; a count of paper lies beside the vote of who counted it. */
  readonly #ballots = new Map<RunId, Map<string, Map<string, Json>>>();

  constructor(format: Format, inputs: Inputs, kinds: OutcomeKinds = {}) {
    this.situation = { state: begin(format), authors: NOBODY, inputs, kinds };
  }

  readonly words: WordsOf = (text) => this.texts.get(text) ?? null;

  take(action: Action, actor: Actor, now: number, seed: string): Decision | Refusal {
    const decision = decide(this.situation, action, actor, { now, seed, ballots: this.#ballotsNow() });
    if (!isRefusal(decision)) this.#keep(decision, actor);
    return decision;
  }

  #keep(decision: Decision, actor: Actor): void {
    // Through JSON, as in the log: what would get lost there must get lost here.
    const stored = decision.events.map((event) => JSON.parse(JSON.stringify(storeEvent(event))) as StoredEvent);
    this.log.push(...stored);
    const { authors } = this.situation;
    const state = stored.reduce((before, event) => evolve(before, readEvent(event)), this.situation.state);
    this.situation = { ...this.situation, state, authors: stillKnown(withAuthored(authors, decision.authored), state.status) };
    for (const { id, words } of decision.texts) this.texts.set(id, words);
    for (const id of decision.erased) this.texts.delete(id);
    if (decision.ballot && actor.kind === 'seat') this.#cast(decision.ballot, actor.seat);
    for (const event of decision.events) if (event.type === 'runEnded') this.#ballots.delete(event.run);
  }

  #cast({ run, input, choice }: NonNullable<Decision['ballot']>, seat: SeatId): void {
    const boxes = this.#ballots.get(run) ?? new Map<string, Map<string, Json>>();
    const box = boxes.get(input) ?? new Map<string, Json>();
    this.#ballots.set(run, boxes.set(input, box.set(`${tableOfPaper(choice) ?? ''} ${seat}`, choice)));
  }

  #ballotsNow(): { readonly [input: string]: readonly Json[] } {
    const run = this.situation.state.run;
    const boxes = run ? this.#ballots.get(run.id) : undefined;
    return Object.fromEntries([...(boxes ?? [])].map(([input, box]) => [input, [...box.values()]]));
  }
}
