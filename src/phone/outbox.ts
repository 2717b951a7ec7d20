import type { FacilitatorAction, ParticipantAction } from '#conversation/action.ts';
import type { Answer } from '#conversation/decision.ts';
import { freshId } from './id.ts';
import { SafeKeeping, type Kept, type Where } from './keeping.ts';
import { post } from './post.ts';
import { Store } from './store.ts';
import { onWake, Pause } from './waking.ts';

export type SentAction = ParticipantAction | FacilitatorAction;

/** Something a person did, with where it stands. Its words are on this device until the server has them. */
export interface Sending extends Kept {
  readonly action: SentAction;
  readonly madeAt: number;
  readonly state: 'waiting' | 'accepted' | 'refused';
  /** When accepted: the card it became, and whether it came late. */
  readonly answer?: Answer;
  /** When refused: the code and the plain sentence that says what happened, what was kept and what to do. */
  readonly code?: string;
  readonly sentence?: string;
}

/** Keeps what people do until the server has it, and sends it in order, once, however often it has to try. */
export class Outbox {
  /** What waits, what was refused, and the last things that were accepted while this page was open. */
  readonly sendings = new Store<readonly Sending[]>([]);
  /** `page` means: keep this page open, some words are nowhere else on this device. */
  readonly where = new Store<Where>('phone');
  /** The last try did not reach the server: a stream may stay open for a minute without a network. */
  readonly unreached = new Store(false);
  readonly #address: string;
  readonly #seat: string;
  readonly #keeping = new SafeKeeping<Sending>('actions');
  readonly #pause = new Pause();
  readonly #beingKept = new Map<string, Promise<unknown>>();
  /** How often something was kept or let go of: what was read meanwhile is out of date. */
  #changes = 0;
  #otherTabs: BroadcastChannel | undefined;
  #sending = false;
  #open = false;

  constructor(address: string, seat: string) {
    this.#address = address;
    this.#seat = seat;
  }

  open(): () => void {
    this.#open = true;
    this.#otherTabs = new BroadcastChannel('samenspraak');
    this.#otherTabs.addEventListener('message', () => void this.#load());
    const stopWaking = onWake(() => this.wake());
    void this.#load().then(() => this.wake());
    return () => {
      this.#open = false;
      stopWaking();
      this.#otherTabs?.close();
      this.#pause.end();
    };
  }

  /** Resolves when the words are kept, with the id of the sending; they are sent as soon as that can be. */
  async send(action: SentAction): Promise<string> {
    const last = Math.max(0, ...this.sendings.value.map(({ madeAt }) => madeAt));
    const sending: Sending = { id: freshId(), seat: this.#seat, action, madeAt: Math.max(Date.now(), last + 1), state: 'waiting' };
    this.#show(sending);
    await this.#keep(sending);
    void this.#sendAll();
    return sending.id;
  }

  /** Sends a refused action once more, as a new one. */
  async again(id: string): Promise<void> {
    const sending = this.sendings.value.find((each) => each.id === id && each.state === 'refused');
    if (!sending) return;
    await this.send(sending.action);
    await this.forget(id);
  }

  /** Lets go of what was refused or accepted: the words leave this device. */
  async forget(id: string): Promise<void> {
    if (this.sendings.value.some((each) => each.id === id && each.state === 'waiting')) return;
    await this.#drop(id);
    this.sendings.set(this.sendings.value.filter((each) => each.id !== id));
  }

  /** Does not wait for the next try. */
  wake(): void {
    this.#pause.end();
    void this.#sendAll();
  }

  async wipe(): Promise<void> {
    this.sendings.set([]);
    await this.#keeping.clear(this.#seat);
    this.#changed();
  }

  async #sendAll(): Promise<void> {
    if (this.#sending || !this.#open) return;
    this.#sending = true;
    let failures = 0;
    for (let next = this.#next(); next && this.#open; next = this.#next()) {
      if (!navigator.onLine) this.unreached.set(true);
      const outcome = await post(`${this.#address}/actions`, next, failures++);
      this.unreached.set('unreached' in outcome);
      if ('retryIn' in outcome) {
        await this.#pause.wait(outcome.retryIn);
        await this.#load();
        continue;
      }
      failures = 0;
      await this.#settle({ ...next, ...outcome });
    }
    this.#sending = false;
  }

  #next(): Sending | undefined {
    return this.sendings.value.find(({ state }) => state === 'waiting');
  }

  async #settle(sending: Sending): Promise<void> {
    if (this.sendings.value.every(({ id }) => id !== sending.id)) return;
    this.#show(sending);
    if (sending.state === 'refused') await this.#keep(sending);
    else await this.#drop(sending.id);
  }

  /** Takes over what another tab kept, sent or let go of meanwhile. */
  async #load(): Promise<void> {
    const kept = await this.#read();
    const known = this.sendings.value;
    const settled = known.filter(({ state }) => state === 'accepted').slice(-MOST_ACCEPTED);
    const fresh = known.filter(({ id }) => this.#beingKept.has(id));
    const ours = new Map([...fresh, ...settled].map((sending) => [sending.id, sending]));
    this.#arrange([...ours.values(), ...kept.filter(({ id }) => !ours.has(id))]);
  }

  async #read(): Promise<readonly Sending[]> {
    const before = this.#changes;
    const kept = await this.#keeping.all(this.#seat);
    return before === this.#changes ? kept : this.#read();
  }

  async #keep(sending: Sending): Promise<void> {
    const kept = this.#keeping.put(sending);
    this.#beingKept.set(sending.id, kept);
    await kept;
    this.#beingKept.delete(sending.id);
    this.#changed();
  }

  async #drop(id: string): Promise<void> {
    await this.#beingKept.get(id);
    await this.#keeping.remove(id);
    this.#changed();
  }

  #show(sending: Sending): void {
    this.#arrange([...this.sendings.value.filter(({ id }) => id !== sending.id), sending]);
  }

  #arrange(sendings: readonly Sending[]): void {
    this.sendings.set([...sendings].sort((one, other) => one.madeAt - other.madeAt));
  }

  #changed(): void {
    this.#changes++;
    this.where.set(this.#keeping.where);
    if (this.#open) this.#otherTabs?.postMessage('changed');
  }
}

const MOST_ACCEPTED = 10;
