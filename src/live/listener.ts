import type { SeatId } from '#conversation/state.ts';
import type { ChannelId, ChannelName } from '#conversation/channel.ts';
import type { Frame } from './frame.ts';

/** Where frames go: the part of a server response that a listener needs. */
export interface Sink {
  write(frame: Uint8Array): boolean;
  once(event: 'drain', then: () => void): unknown;
  end(frame?: Uint8Array): unknown;
  destroy(): unknown;
}

/** What a phone says it saw last, by channel. */
export type Positions = { readonly [channel in ChannelName]?: string };

export interface Subscription {
  readonly name: ChannelName;
  readonly channel: ChannelId;
  /** What this listener has on its screen; empty when nothing yet. */
  position: string;
}

/** One open stream of one seat on one device. There are thousands: it holds next to nothing. */
export class Listener {
  readonly seat: SeatId;
  readonly device: string;
  /** What the phone brought along; after the first look at its channels it is used up. */
  claimed: Positions | null;
  subscriptions: readonly Subscription[] = [];
  readonly #sink: Sink;
  #full = false;
  #beatsUnheard = 0;

  constructor(seat: SeatId, device: string, claimed: Positions, sink: Sink) {
    this.seat = seat;
    this.device = device;
    this.claimed = claimed;
    this.#sink = sink;
  }

  /** A socket that does not drain gets no frames; once it does, `drained` asks for what it missed. */
  get isFull(): boolean {
    return this.#full;
  }

  send(frame: Frame, drained: (listener: Listener) => void): void {
    if (this.#sink.write(frame)) return;
    this.#full = true;
    this.#sink.once('drain', () => {
      this.#full = false;
      this.#beatsUnheard = 0;
      drained(this);
    });
  }

  /** A phone that took nothing for three beats is gone, whatever its socket says. */
  beat(frame: Frame, drained: (listener: Listener) => void): void {
    if (!this.#full) this.send(frame, drained);
    else if (++this.#beatsUnheard >= MOST_UNHEARD) this.#sink.destroy();
  }

  end(frame?: Frame): void {
    if (this.#full || !frame) this.#sink.destroy();
    else this.#sink.end(frame);
  }
}

const MOST_UNHEARD = 3;
