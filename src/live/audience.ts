import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Situation } from '#conversation/input.ts';
import type { SeatId } from '#conversation/state.ts';
import { channelsOf, channelView } from '#conversation/view.ts';
import { channelName, type ChannelId, type ChannelName } from '#conversation/channel.ts';
import type { WordsOf } from '#conversation/words.ts';
import { changeFrame, goneFrame, signalFrame, wholeFrame, type Frame } from './frame.ts';
import type { Listener, Subscription } from './listener.ts';
import type { Clock, Reader } from './reading.ts';
import { differenceBetween, snapshotOf, type Snapshot } from './snapshot.ts';

/** The first change is sent soon, what comes after it at most four times a second. */
const GATHER_MS = 30;
const TICK_MS = 250;
/** How long one slice of a large round may keep others waiting: those who write stand in the same line. */
const SLICE_MS = 4;
/** A view that takes longer than this rests so many times as long before it is made again, but never longer than a second. */
const LONG_VIEW_MS = 5;
const REST_TIMES = 20;
const LONGEST_REST_MS = 1_000;
const MOST_STREAMS = 3;

/**
 * Everybody who listens to one conversation. Each channel is viewed once a round and the same bytes go to
 * all who had the same before; whoever had something else gets the channel whole.
 */
export class Audience {
  readonly #read: ReadThis;
  readonly #now: Clock;
  readonly #channels = new Map<ChannelId, Channel>();
  readonly #seats = new Map<SeatId, readonly Listener[]>();
  /** Views that nothing has touched since they were made. */
  readonly #fresh = new Map<ChannelId, Snapshot>();
  readonly #unsettled = new Set<Listener>();
  #due = new Set<ChannelId>();
  /** Until when (by `performance.now()`) what took long to make is left as it is: the console and the wall of a full hall. */
  readonly #resting = new Map<ChannelId, number>();
  #touches = 0;
  #sentAt = 0;
  #waiting = false;

  constructor(read: ReadThis, now: Clock) {
    this.#read = read;
    this.#now = now;
  }

  get isEmpty(): boolean {
    return this.#seats.size === 0;
  }

  get listeners(): readonly Listener[] {
    return [...this.#seats.values()].flat();
  }

  join(listener: Listener): void {
    const before = this.#seats.get(listener.seat) ?? [];
    for (const oldest of before.slice(0, before.length + 1 - MOST_STREAMS)) this.close(oldest, 'replaced');
    this.#seats.set(listener.seat, [...(this.#seats.get(listener.seat) ?? []), listener]);
    this.settle(listener);
  }

  leave(listener: Listener): void {
    const left = (this.#seats.get(listener.seat) ?? []).filter((each) => each !== listener);
    if (left.length > 0) this.#seats.set(listener.seat, left);
    else this.#seats.delete(listener.seat);
    for (const { channel } of listener.subscriptions) this.#unsubscribe(listener, channel);
    this.#unsettled.delete(listener);
  }

  close(listener: Listener, reason: 'replaced' | 'revoked'): void {
    this.leave(listener);
    listener.end(signalFrame(reason, this.#now()));
  }

  /** Looks again at which channels are its own, and brings each up to now. */
  readonly settle = (listener: Listener): void => {
    this.#unsettled.add(listener);
    for (const { channel } of listener.subscriptions) this.#due.add(channel);
    this.#schedule();
  };

  /** To be called after every commit, as soon as the conversation looks different. */
  touch(channels: ReadonlySet<ChannelId> | 'all'): void {
    this.#touches++;
    if (channels === 'all') this.#touchAll();
    else for (const channel of channels) this.#touchOne(channel);
    if (this.#due.size > 0 || this.#unsettled.size > 0) this.#schedule();
  }

  /** What a seat sees now, channel by channel; null when there is no such conversation. */
  async viewed(seat: SeatId): Promise<readonly (readonly [ChannelName, Snapshot])[] | null> {
    const seen = await this.#latest((situation, words) => this.#view(channelsOf(situation, seat), situation, words));
    for (const [channel, snapshot] of seen ?? []) this.#keep(channel, snapshot);
    return seen && seen.map(([channel, snapshot]) => [channelName(channel), snapshot]);
  }

  #touchAll(): void {
    this.#fresh.clear();
    this.#resting.clear();
    for (const channel of this.#channels.keys()) this.#due.add(channel);
    for (const listener of this.listeners) this.#unsettled.add(listener);
  }

  #touchOne(channel: ChannelId): void {
    this.#fresh.delete(channel);
    if (this.#channels.has(channel)) this.#due.add(channel);
    if (!channel.startsWith('me/')) return;
    for (const listener of this.#seats.get(channel.slice(3) as SeatId) ?? []) this.#unsettled.add(listener);
  }

  #schedule(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => void this.#round(), Math.max(GATHER_MS, this.#sentAt + TICK_MS - performance.now()));
  }

  async #round(): Promise<void> {
    this.#sentAt = performance.now();
    let channels: Set<ChannelId> | null = null;
    try {
      for (;;) {
        const slice = channels ?? this.#awake();
        const seen = await this.#latest((situation, words) => ({ situation, made: this.#view(slice, situation, words, SLICE_MS) }));
        if (!seen) return this.#closeAll();
        // From here to the end of the slice nothing else runs: nobody gets what stopped being theirs.
        for (const listener of this.#unsettled) this.#resubscribe(listener, seen.situation);
        channels ??= this.#takeDue();
        for (const [id, snapshot, cost] of seen.made) {
          channels.delete(id);
          this.#send(id, snapshot);
          this.#rest(id, cost);
        }
        if (channels.size === 0) break;
        await nextTurn();
      }
    } catch {
      // The conversation cannot be read just now; who keeps it has said so. What was due stays due.
    }
    for (const channel of channels ?? []) this.#due.add(channel);
    this.#waiting = false;
    if (!this.isEmpty && (this.#due.size > 0 || this.#unsettled.size > 0)) this.#schedule();
  }

  #closeAll(): void {
    for (const listener of this.listeners) this.close(listener, 'revoked');
  }

  /** What was read before any touch overtook it: it may be sent and kept. */
  async #latest<T>(reader: Reader<T>): Promise<T | null> {
    for (;;) {
      const touches = this.#touches;
      const seen = await this.#read(reader);
      if (touches === this.#touches) return seen;
    }
  }

  /** Some of these channels as they look now: as many as fit in the time, at least one. */
  #view(channels: Iterable<ChannelId>, situation: Situation, words: WordsOf, time = Infinity): Viewed[] {
    const until = performance.now() + time;
    const made: Viewed[] = [];
    for (const id of channels) {
      const begin = performance.now();
      made.push([id, this.#fresh.get(id) ?? snapshotOf(channelView(situation, id, words)), performance.now() - begin]);
      if (performance.now() > until) break;
    }
    return made;
  }

  /** What is due and does not rest. */
  #awake(): readonly ChannelId[] {
    const now = performance.now();
    return [...this.#due].filter((channel) => (this.#resting.get(channel) ?? 0) <= now);
  }

  /** What rests stays due. */
  #takeDue(): Set<ChannelId> {
    const taken = new Set(this.#awake());
    for (const channel of taken) this.#due.delete(channel);
    return taken;
  }

  #rest(channel: ChannelId, cost: number): void {
    if (cost <= LONG_VIEW_MS) this.#resting.delete(channel);
    else this.#resting.set(channel, performance.now() + Math.min(LONGEST_REST_MS, cost * REST_TIMES));
  }

  #resubscribe(listener: Listener, situation: Situation): void {
    if (listener.isFull) return;
    this.#unsettled.delete(listener);
    const { subscriptions: before, claimed } = listener;
    const wanted = channelsOf(situation, listener.seat);
    if (!claimed && wanted.length === before.length && wanted.every((channel, index) => before[index]?.channel === channel)) return;
    listener.claimed = null;
    listener.subscriptions = wanted.map(
      (channel) =>
        before.find((each) => each.channel === channel) ?? this.#subscribe(listener, channel, claimed?.[channelName(channel)] ?? ''),
    );
    for (const { channel } of before) if (!wanted.includes(channel)) this.#unsubscribe(listener, channel);
    this.#takeAway(listener, [...before.map((each) => each.name), ...(Object.keys(claimed ?? {}) as ChannelName[])]);
  }

  #subscribe(listener: Listener, id: ChannelId, position: string): Subscription {
    const channel = this.#channels.get(id) ?? { name: channelName(id), listeners: new Map(), shown: null };
    const subscription = { name: channel.name, channel: id, position };
    channel.listeners.set(listener, subscription);
    this.#channels.set(id, channel);
    this.#due.add(id);
    return subscription;
  }

  #unsubscribe(listener: Listener, id: ChannelId): void {
    const channel = this.#channels.get(id);
    channel?.listeners.delete(listener);
    if (channel?.listeners.size !== 0) return;
    this.#channels.delete(id);
    if (id.startsWith('me/')) this.#fresh.delete(id);
  }

  #takeAway(listener: Listener, had: readonly ChannelName[]): void {
    const has = new Set(listener.subscriptions.map((each) => each.name));
    for (const name of had) if (!has.has(name)) listener.send(goneFrame(name, this.#now()), this.settle);
  }

  #send(id: ChannelId, now: Snapshot): void {
    this.#keep(id, now);
    const channel = this.#channels.get(id);
    if (!channel) return;
    const before = channel.shown;
    channel.shown = now;
    const at = this.#now();
    let change: Frame | undefined;
    let whole: Frame | undefined;
    for (const [listener, subscription] of channel.listeners) {
      if (subscription.position === now.position || listener.isFull) continue;
      const frame =
        before?.position === subscription.position
          ? (change ??= changeFrame(channel.name, differenceBetween(before, now), now.position, at))
          : (whole ??= wholeFrame(channel.name, now, at));
      subscription.position = now.position;
      listener.send(frame, this.settle);
    }
  }

  /** What only one seat sees is kept no longer than somebody listens. */
  #keep(id: ChannelId, snapshot: Snapshot): void {
    if (!id.startsWith('me/') || this.#channels.has(id)) this.#fresh.set(id, snapshot);
  }
}

type ReadThis = <T>(reader: Reader<T>) => Promise<T | null>;
/** With what it cost to make, in ms. */
type Viewed = readonly [channel: ChannelId, snapshot: Snapshot, cost: number];

interface Channel {
  readonly name: ChannelName;
  readonly listeners: Map<Listener, Subscription>;
  /** What was sent last. */
  shown: Snapshot | null;
}
