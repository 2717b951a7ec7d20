import type { Action } from '#conversation/action.ts';
import { withAuthored, type Authors } from '#conversation/authors.ts';
import { decide } from '#conversation/decide.ts';
import type { Circumstances, Decision } from '#conversation/decision.ts';
import { readEvent, storeEvent, type Event } from '#conversation/event.ts';
import type { Situation } from '#conversation/input.ts';
import { currentStep } from '#conversation/lookup.ts';
import { outcomeIn, type OutcomeId } from '#conversation/outcome.ts';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import type { Entry, RunId, SeatId } from '#conversation/state.ts';
import type { TextId, WordsOf } from '#conversation/words.ts';
import { cardsLettingGo, copiesOf, wordsAmongCopies } from './copies.ts';
import { noticedOf, outcomesTouched, rowsOf, wordsOfOutcomes } from './outcomeRows.ts';
import { namesOfOwners, ownersBefore, ownersReplaced, seatsLeft, type OwnerBefore } from './owners.ts';
import { fold, standingOf, type Held, type News } from './held.ts';
import { holdOriginals, isOutdated, type Originals } from './originals.ts';
import type { Addition, OpenStream, RememberedAnswer, StreamTail } from './ports/streams.ts';
import { refused, requestOf, type Request, type Taken } from './request.ts';
import { derivedId } from './secrets.ts';
import { ownerTags } from './tags.ts';

/** What one flush came to: to be told once it is committed. */
export interface Flush {
  readonly held: Held;
  /** What others did since, followed by what this flush did. */
  readonly news: News;
  readonly addition: Addition | null;
  /** In the order of the requests. */
  readonly taken: readonly Taken[];
}

export interface FlushSettings {
  readonly sealAfter: number;
  /** Fresh for every action. */
  circumstances(): Circumstances;
  /** A rule that throws is our mistake; it spoils only its own action. */
  onMistake(error: unknown): void;
}

/** Decides each request in turn upon what is true now, and stores what follows; all under the stream's lock. */
export async function flush(stream: OpenStream, before: Held, requests: readonly Request[], settings: FlushSettings): Promise<Flush> {
  const { held, news: missed } = await caughtUp(stream, before);
  const answers = new Map(stream.remembered.map((answer) => [named(answer), answer]));
  const ballots = await openBallots(stream, held.situation, requests);
  const originals = await holdOriginals(stream, held.situation.state, requests);
  const batch = new Batch(held, answers, settings, { ballots, originals });
  const taken = requests.map((request) => batch.take(request));
  const addition = batch.size === 0 ? null : await batch.addition(stream);
  if (addition) await stream.append(addition);
  const news = { events: [...missed.events, ...batch.events], authored: [...missed.authored, ...batch.authored.map(({ what }) => what)] };
  return { held: batch.held, news, addition, taken };
}

export async function caughtUp(stream: StreamTail, before: Held): Promise<{ held: Held; news: News }> {
  if (stream.last <= before.last) return { held: before, news: { events: [], authored: [] } };
  const tail = await stream.after(before.last);
  const news = { events: tail.events.map((event) => readEvent(event)), authored: tail.authored };
  return { held: fold(before, news), news };
}

/** The decisions of one flush, gathered in order. */
class Batch {
  held: Held;
  readonly events: Event[] = [];
  readonly authored: Addition['authored'][number][] = [];
  readonly #first: number;
  readonly #before: Held;
  readonly #texts: Decision['texts'][number][] = [];
  readonly #erased: TextId[] = [];
  /** Cards that say less than before, as they were. */
  readonly #lettingGo: Entry[] = [];
  readonly #ownersBefore: OwnerBefore[] = [];
  readonly #seatsLeft: SeatId[] = [];
  readonly #fresh: RememberedAnswer[] = [];
  readonly #answers: Map<string, RememberedAnswer>;
  readonly #settings: FlushSettings;
  readonly #found: Found;

  constructor(held: Held, answers: Map<string, RememberedAnswer>, settings: FlushSettings, found: Found) {
    this.held = held;
    this.#before = held;
    this.#first = held.last + 1;
    this.#answers = answers;
    this.#settings = settings;
    this.#found = found;
  }

  get size(): number {
    return this.#fresh.length;
  }

  take(request: Request): Taken {
    const known = this.#answers.get(named(keyOf(request)));
    if (known) return known.bodyHash === request.bodyHash ? { accepted: true, answer: known.answer } : refused(refuse('otherBody'));
    try {
      const { said, takenBack } = this.#found.originals;
      const action = withoutTakenBack(request.action, takenBack.get(request) ?? 0);
      const decision = decide(this.held.situation, action, request.actor, this.#circumstances());
      if (isRefusal(decision)) return refused(decision);
      const original = said.get(request);
      return original && isOutdated(decision, original) ? refused(refuse('changedSince')) : this.#keep(request, decision);
    } catch (error) {
      this.#settings.onMistake(error);
      return refused(refuse('wrongShape'));
    }
  }

  async addition(stream: OpenStream): Promise<Addition> {
    const replaced = await this.#replaceOwners(stream);
    const { state } = this.held.situation;
    const outcomes = outcomesTouched(this.events);
    this.#erased.push(...(await this.#copies(stream)));
    return {
      first: this.#first,
      events: this.events.map(storeEvent),
      texts: this.#texts,
      erased: this.#erased,
      authored: this.authored,
      answers: this.#fresh,
      talliedRuns: [...new Set(this.events.flatMap((event) => (event.type === 'tallied' ? event.run : [])))],
      standing: standingOf(state, this.#settings.sealAfter),
      outcomes: outcomes.length === 0 ? new Map() : rowsOf(this.held.situation, outcomes, await this.#words(stream, outcomes)),
      noticed: noticedOf(this.held.situation, this.events),
      ownersGone: { outcomes: replaced, seats: this.#seatsLeft },
      ownerTags: this.events.some(({ type }) => type === 'sealed') ? ownerTags(this.#authors(), await stream.receipts()) : null,
    };
  }

  async #words(stream: OpenStream, outcomes: readonly OutcomeId[]): Promise<WordsOf> {
    const erased = new Set(this.#erased);
    const words = await this.#wordsOf(stream, wordsOfOutcomes(this.held.situation, outcomes));
    return (id) => (erased.has(id) ? null : words(id));
  }

  /** Who sees to it no longer keeps no door: in their place comes a seat to which nothing leads. */
  async #replaceOwners(stream: OpenStream): Promise<readonly OutcomeId[]> {
    if (this.#ownersBefore.length === 0) return [];
    const { state } = this.held.situation;
    const words = await this.#wordsOf(stream, namesOfOwners(state, this.#ownersBefore));
    const replaced = ownersReplaced(state, this.#ownersBefore, words);
    for (const outcome of replaced.filter((id) => outcomeIn(state, id)?.owner.seat)) {
      const seat = derivedId<SeatId>('nobody', this.#settings.circumstances().seed);
      this.take(requestOf({ kind: 'house' }, seat, { type: 'seatOwner', outcome, seat }));
    }
    return replaced;
  }

  /** Where outcomes say what a card no longer says. */
  async #copies(stream: OpenStream): Promise<readonly TextId[]> {
    const { situation } = this.held;
    if (this.#lettingGo.length === 0 || situation.state.outcomes.length === 0) return [];
    return copiesOf(situation, this.#lettingGo, await this.#wordsOf(stream, wordsAmongCopies(situation, this.#lettingGo)));
  }

  /** What was just said is not stored yet; what is erased now still is. */
  async #wordsOf(stream: OpenStream, texts: readonly TextId[]): Promise<WordsOf> {
    const fresh = new Map(this.#texts.map(({ id, words }) => [id, words]));
    const known = await stream.words(texts.filter((id) => !fresh.has(id)));
    return (id) => fresh.get(id) ?? known.get(id) ?? null;
  }

  /** As they were just before sealing. */
  #authors(): Authors {
    return withAuthored(
      this.#before.situation.authors,
      this.authored.map(({ what }) => what),
    );
  }

  /** Ballots are of one run: a next step in the same flush does not count them again. */
  #circumstances(): Circumstances {
    const now = this.#settings.circumstances();
    const { ballots } = this.#found;
    return this.held.situation.state.run?.id === ballots.run ? { ...now, ballots: ballots.byInput } : now;
  }

  #keep(request: Request, decision: Decision): Taken {
    if (decision.ballot) throw new Error('A secret ballot came by the road of the log.');
    this.#lettingGo.push(...cardsLettingGo(this.held.situation, decision.events));
    this.#ownersBefore.push(...ownersBefore(this.held.situation.state, decision.events));
    this.#seatsLeft.push(...seatsLeft(this.held.situation.state, decision.events));
    this.held = fold(this.held, decision);
    this.events.push(...decision.events);
    this.authored.push(...decision.authored.map((what) => ({ number: this.held.last, what })));
    this.#texts.push(...decision.texts);
    this.#erased.push(...decision.erased);
    const remembered = { ...keyOf(request), bodyHash: request.bodyHash, answer: decision.answer };
    this.#fresh.push(remembered);
    this.#answers.set(named(remembered), remembered);
    return { accepted: true, answer: decision.answer };
  }
}

/** What somebody knew of to be taken back elsewhere is no part of the log: the rules count what its own cards let go of. */
function withoutTakenBack(action: Action, takenBack: number): Action {
  return action.type === 'changeOutcome' && takenBack > 0 ? { ...action, lost: (action.lost ?? 0) - takenBack } : action;
}

/** What was looked up before anything is decided. */
interface Found {
  readonly ballots: OpenBallots;
  readonly originals: Originals;
}

interface OpenBallots {
  readonly run: RunId | null;
  readonly byInput: NonNullable<Circumstances['ballots']>;
}

/** The ballots of the current run, when one of these may end it. */
async function openBallots(stream: OpenStream, { state, inputs }: Situation, requests: readonly Request[]): Promise<OpenBallots> {
  const run = state.run;
  const secret = currentStep(state)?.phase.inputs.some((use) => inputs[use.kind]?.secret(use));
  const mayEnd = run && !run.ended && secret && requests.some(({ action }) => MAY_END.has(action.type));
  return mayEnd ? { run: run.id, byInput: await stream.ballots(run.id) } : { run: null, byInput: {} };
}

const MAY_END: ReadonlySet<Action['type']> = new Set(['next', 'back', 'close', 'timeUp']);

export function keyOf({ asker, actionId }: Request): { asker: string; action: string } {
  return { asker, action: actionId };
}

function named({ asker, action }: { asker: string; action: string }): string {
  return `${asker} ${action}`;
}
