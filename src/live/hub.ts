import type { SeatId } from '#conversation/state.ts';
import type { ChannelId } from '#conversation/channel.ts';
import { Audience } from './audience.ts';
import { signalFrame } from './frame.ts';
import { Listener, type Positions, type Sink } from './listener.ts';
import type { Attend, Clock, Read, Refresh } from './reading.ts';
import { objectOf } from './snapshot.ts';

export interface NewListener {
  readonly conversation: string;
  readonly seat: SeatId;
  readonly device: string;
  readonly positions: Positions;
  readonly sink: Sink;
}

/** What was taken away: a seat on a device, or without a seat all that the device could reach. */
export interface TakenAway {
  readonly device: string;
  readonly conversation: string | null;
  readonly seat: SeatId | null;
}

/** What the hub is handed. */
export interface Sources {
  readonly read: Read;
  readonly refresh: Refresh;
  readonly attend: Attend;
  readonly now?: Clock;
}

/** Who listens to what on this node. It keeps nothing that a restart could lose: phones say what they saw last. */
export class Hub {
  readonly #read: Read;
  readonly #refresh: Refresh;
  readonly #attend: Attend;
  readonly #now: Clock;
  readonly #audiences = new Map<string, Audience>();
  readonly #attended = new Map<string, () => void>();
  readonly #beats: NodeJS.Timeout;

  constructor({ read, refresh, attend, now = Date.now }: Sources) {
    this.#read = read;
    this.#refresh = refresh;
    this.#attend = attend;
    this.#now = now;
    this.#beats = setInterval(() => this.#beat(), BEAT_MS).unref();
  }

  /** Starts a stream; what comes back ends the listening when its socket has closed. */
  listen({ conversation, seat, device, positions, sink }: NewListener): () => void {
    const audience = this.#audienceOf(conversation);
    if (!this.#attended.has(conversation)) this.#attended.set(conversation, this.#attend(conversation));
    const listener = new Listener(seat, device, positions, sink);
    listener.send(signalFrame('beat', this.#now()), audience.settle);
    audience.join(listener);
    return () => audience.leave(listener);
  }

  /** To be called after every commit, with the channels that may look different now. */
  touch(conversation: string, channels: ReadonlySet<ChannelId> | 'all'): void {
    this.#audiences.get(conversation)?.touch(channels);
  }

  revoke({ device, conversation, seat }: TakenAway): void {
    for (const [id, audience] of this.#audiences) {
      if (conversation !== null && conversation !== id) continue;
      for (const listener of audience.listeners) {
        if (listener.device === device && (seat === null || seat === listener.seat)) audience.close(listener, 'revoked');
      }
    }
  }

  /** All channels of a seat, as new as the database, as the JSON of `SentViews`; null when there is no such conversation. */
  async viewsOf(conversation: string, seat: SeatId): Promise<string | null> {
    await this.#refresh(conversation);
    const viewed = await this.#audienceOf(conversation).viewed(seat);
    const channels = viewed?.map(([name, { parts, position }]) => `"${name}":{"position":"${position}","view":${objectOf(parts)}}`);
    return channels ? `{"at":${this.#now()},"channels":{${channels.join()}}}` : null;
  }

  /** Ends all streams; phones look for another way in by themselves. */
  stop(): void {
    clearInterval(this.#beats);
    for (const audience of this.#audiences.values()) {
      for (const listener of audience.listeners) {
        audience.leave(listener);
        listener.end();
      }
    }
    for (const id of this.#audiences.keys()) this.#forget(id);
  }

  #audienceOf(conversation: string): Audience {
    const known = this.#audiences.get(conversation);
    if (known) return known;
    const made = new Audience((reader) => this.#read(conversation, reader), this.#now);
    this.#audiences.set(conversation, made);
    return made;
  }

  /** Also the moment to forget conversations that nobody listens to. */
  #beat(): void {
    const frame = signalFrame('beat', this.#now());
    for (const [id, audience] of this.#audiences) {
      if (audience.isEmpty) this.#forget(id);
      for (const listener of audience.listeners) listener.beat(frame, audience.settle);
    }
  }

  #forget(conversation: string): void {
    this.#audiences.delete(conversation);
    this.#attended.get(conversation)?.();
    this.#attended.delete(conversation);
  }
}

const BEAT_MS = 20_000;
