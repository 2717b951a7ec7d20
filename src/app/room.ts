import type { Circumstances } from '#conversation/decision.ts';
import type { Event } from '#conversation/event.ts';
import { refuse } from '#conversation/refusal.ts';
import { castBallot, isBallot, tableCounted } from './cast.ts';
import { caughtUp, flush, keyOf, type Flush } from './flush.ts';
import type { Held, News } from './held.ts';
import { KnownWords } from './knownWords.ts';
import { Lane } from './lane.ts';
import { isGone, mayPass, waitBefore } from './patience.ts';
import { StoreProblem } from './ports.ts';
import type { KnownConversation, Streams } from './ports/streams.ts';
import { refused, requestOf, type Request, type Taken } from './request.ts';
import { freshSecret } from './secrets.ts';
import type { World } from './world.ts';

export interface RoomSettings {
  readonly streams: Streams;
  readonly world: World;
  /** How long an action waits for a database that is away (ms). */
  readonly patience: number;
  /** How long after closing a conversation is sealed (ms). */
  readonly sealAfter: number;
  /** `own` says whether some of it was done here, so that other processes do not know it yet. */
  onNews(room: Room, news: News, own: boolean): void;
  /** It was thrown away, here or elsewhere. */
  onGone(room: Room): void;
}

/** One conversation as this process holds it, with the queue of those who want something of it. */
export class Room {
  readonly conversation: KnownConversation;
  readonly words = new KnownWords();
  readonly #settings: RoomSettings;
  readonly #lane: Lane<Work>;
  #held: Held;
  #gone = false;
  #erasedElsewhere = 0;
  /** By `performance.now()`. */
  usedAt = performance.now();

  constructor(conversation: KnownConversation, held: Held, settings: RoomSettings) {
    this.conversation = conversation;
    this.#held = held;
    this.#settings = settings;
    this.#lane = new Lane((works) => this.#doAll(works), MOST_AT_ONCE);
  }

  get held(): Held {
    return this.#held;
  }

  /** The conversation is no more. */
  get gone(): boolean {
    return this.#gone;
  }

  get idle(): boolean {
    return this.#lane.idle;
  }

  perform(request: Request): Promise<Taken> {
    this.usedAt = performance.now();
    return new Promise((settle) => this.#lane.add({ request, settle, until: performance.now() + this.#settings.patience }));
  }

  /** Takes over what other processes did. Resolves when that is done, also when the database is away. */
  catchUp(): Promise<void> {
    return new Promise((settle) => this.#lane.add({ request: null, settle }));
  }

  /** Words of it went with something that was done in another conversation, so often until now: no event here tells of that. */
  hearErased(times: number): void {
    if (times !== this.#erasedElsewhere) this.words.forget();
    this.#erasedElsewhere = times;
  }

  /** The conversation was thrown away: nobody finds it here again. */
  leave(): void {
    this.#gone = true;
    this.#settings.onGone(this);
  }

  async done(): Promise<void> {
    await this.#lane.done();
  }

  async #doAll(works: readonly Work[]): Promise<void> {
    const asked = works.filter((work) => work.request !== null);
    const ballots = asked.filter(({ request }) => isBallot(this.#held.situation, request));
    for (let from = 0; from < ballots.length; from += CASTS_AT_ONCE) {
      await Promise.all(ballots.slice(from, from + CASTS_AT_ONCE).map((asking) => this.#cast(asking)));
    }
    await this.#flush(asked.filter((asking) => !ballots.includes(asking)));
    const waiting = works.filter((work) => work.request === null);
    if (waiting.length > 0) await this.#lookBack();
    for (const work of waiting) work.settle();
  }

  async #flush(asked: readonly Asking[]): Promise<void> {
    let waiting = asked;
    for (let attempt = 0; waiting.length > 0; attempt++) {
      try {
        const requests = waiting.map(({ request }) => request);
        const result = await this.#settings.streams.writing(this.conversation.id, requests.map(keyOf), (stream) =>
          flush(stream, this.#held, requests, this.#flushSettings()),
        );
        this.#keep(result);
        waiting.forEach((asking, index) => asking.settle(result.taken[index] ?? refused(refuse('wrongShape'))));
        return;
      } catch (error) {
        if (isGone(error)) return this.#notThere(waiting);
        if (!mayPass(error)) return this.#oneByOne(waiting, error);
        waiting = this.#stillPatient(waiting);
        if (waiting.length > 0) await waitBefore(attempt);
      }
    }
  }

  #notThere(asked: readonly Asking[]): void {
    this.leave();
    for (const asking of asked) asking.settle(refused(refuse('notFound')));
  }

  /** One of them cannot be stored: the others do not suffer for it. */
  async #oneByOne(asked: readonly Asking[], error: unknown): Promise<void> {
    if (asked.length > 1) {
      for (const asking of asked) await this.#flush([asking]);
      return;
    }
    this.#mistake(error);
    const broken = error instanceof StoreProblem && error.kind === 'broken';
    for (const asking of asked) asking.settle(refused(refuse(broken ? 'databaseAway' : 'wrongShape')));
  }

  async #cast(asking: Asking): Promise<void> {
    const casting = {
      streams: this.#settings.streams,
      conversation: this.conversation.id,
      randomness: this.#settings.world.randomness,
      circumstances: () => this.#circumstances(),
    };
    for (let attempt = 0; ; attempt++) {
      try {
        const taken = await castBallot(casting, this.#held, asking.request);
        // The note waits in the same queue as this: who asked hears when it is there.
        return void this.#notePaper(asking.request, taken).then(() => asking.settle(taken));
      } catch (error) {
        if (isGone(error)) return this.#notThere([asking]);
        if (!mayPass(error)) return this.#oneByOne([asking], error);
        if (this.#stillPatient([asking]).length === 0) return;
        await waitBefore(attempt);
      }
    }
  }

  /** The log hears how far the count of a table's paper is, and nothing of the count. */
  async #notePaper(request: Request, taken: Taken): Promise<void> {
    const { action } = request;
    if (!taken.accepted || !taken.answer.paper || action.type !== 'countPaper') return;
    const table = tableCounted(this.#held.situation, request);
    const note = { type: 'notePaper', run: action.run, input: action.input, table, standing: taken.answer.paper } as const;
    await this.perform(requestOf({ kind: 'house' }, freshSecret(this.#settings.world.randomness), note));
  }

  /** What could not be stored in time is refused; its words are still on the phone, which may ask again. */
  #stillPatient(asked: readonly Asking[]): readonly Asking[] {
    const now = performance.now();
    for (const asking of asked) if (asking.until <= now) asking.settle(refused(refuse('databaseAway')));
    return asked.filter(({ until }) => until > now);
  }

  async #lookBack(): Promise<void> {
    try {
      const { held, news } = await this.#settings.streams.reading(this.conversation.id, (stream) => caughtUp(stream, this.#held));
      this.#adopt(held, news);
    } catch (error) {
      if (isGone(error)) this.leave();
      else if (!mayPass(error)) this.#mistake(error);
    }
  }

  #keep({ held, news, addition }: Flush): void {
    for (const { id, words } of addition?.texts ?? []) this.words.put(id, words);
    this.words.erase(addition?.erased ?? []);
    this.#adopt(held, news, addition?.events.length);
  }

  /** `own`: how many of the events, at the end, this process made and so knows the words of. */
  #adopt(held: Held, news: News, own = 0): void {
    this.#held = held;
    const foreign = news.events.slice(0, news.events.length - own);
    if (foreign.some(mayErase)) this.words.forget();
    if (foreign.length > 0 || news.events.some(({ type }) => type === 'runStarted')) this.words.inView = undefined;
    if (news.events.length > 0) this.#settings.onNews(this, news, own > 0);
  }

  #flushSettings() {
    return {
      sealAfter: this.#settings.sealAfter,
      circumstances: () => this.#circumstances(),
      onMistake: (error: unknown) => this.#mistake(error),
    };
  }

  #circumstances(): Circumstances {
    const { clock, randomness } = this.#settings.world;
    return { now: clock.now(), seed: freshSecret(randomness) };
  }

  /** A message may repeat somebody's words, so only its kind and its place in our code are written down. */
  #mistake(error: unknown): void {
    const place = error instanceof Error ? (error.stack?.match(/\n\s+at .*$/m)?.[0].trim() ?? '') : '';
    const kind = error instanceof Error ? error.name : typeof error;
    this.#settings.world.log('error', 'An action could not be taken.', { conversation: this.conversation.id, kind, place });
  }
}

type Work = Asking | { readonly request: null; settle(): void };

interface Asking {
  readonly request: Request;
  /** By `performance.now()`: until when it waits for the database. */
  readonly until: number;
  settle(taken: Taken): void;
}

/** Words that another process erased may still be remembered here. */
function mayErase({ type }: Event): boolean {
  return MAY_ERASE.has(type);
}

const MAY_ERASE: ReadonlySet<Event['type']> = new Set([
  'entryCorrected',
  'entryWithdrawn',
  'entryHidden',
  'entryShortened',
  'entryRestored',
  'scopeSet',
  'pointAnswered',
  'noteWithdrawn',
  'pledgeAnswered',
  'outcomeStood',
  'askedDropped',
  'textAdapted',
]);

const MOST_AT_ONCE = 500;
const CASTS_AT_ONCE = 4;
