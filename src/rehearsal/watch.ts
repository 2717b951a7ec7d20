import type { Decision } from '#conversation/decision.ts';
import type { Perspective } from '#conversation/format.ts';
import type { EntryId, SeatId } from '#conversation/state.ts';
import { touched } from '#conversation/touched.ts';
import { channelsOf, channelView } from '#conversation/view.ts';
import type { ChannelId, FlatView } from '#conversation/channel.ts';
import type { Json } from '#conversation/words.ts';
import { canariesIn, isSeat } from './canaries.ts';
import type { Ledger } from './ledger.ts';
import type { MemoryConversation } from './memory.ts';

/** What a screen showed and should not have, or should have been told and was not. */
export interface Leak {
  readonly channel: ChannelId;
  readonly what: string;
}

/** Looks at every screen in the room after every step. */
export class Watch {
  readonly #conversation: MemoryConversation;
  readonly #ledger: Ledger;
  readonly leaks: Leak[] = [];
  /** Canaries that were seen where they may be seen: proof that something is looked at. */
  readonly seen = new Set<string>();
  #before = new Map<ChannelId, string>();

  constructor(conversation: MemoryConversation, ledger: Ledger) {
    this.#conversation = conversation;
    this.#ledger = ledger;
  }

  look(decision: Decision): void {
    const { situation, words } = this.#conversation;
    const shown = new Map<ChannelId, string>();
    for (const [channel, listeners] of this.#audiences()) {
      const view = channelView(situation, channel, words);
      const text = JSON.stringify(view);
      shown.set(channel, text);
      this.#lookForCanaries(channel, text, listeners);
      this.#lookForPerspectives(channel, view);
    }
    this.#lookForForgotten(decision, shown);
    this.#before = shown;
  }

  #audiences(): ReadonlyMap<ChannelId, readonly SeatId[]> {
    const audiences = new Map<ChannelId, SeatId[]>();
    for (const seat of this.#conversation.situation.state.seats.values()) {
      for (const channel of channelsOf(this.#conversation.situation, seat.id))
        audiences.set(channel, [...(audiences.get(channel) ?? []), seat.id]);
    }
    return audiences;
  }

  #lookForCanaries(channel: ChannelId, text: string, listeners: readonly SeatId[]): void {
    if (TEXT_ID.test(text)) this.leaks.push({ channel, what: 'the id of a text' });
    for (const canary of canariesIn(text)) {
      const wrong = isSeat(canary) || listeners.some((seat) => !this.#ledger.maySee(seat, canary));
      if (wrong) this.leaks.push({ channel, what: canary });
      else this.seen.add(canary);
    }
  }

  #lookForPerspectives(channel: ChannelId, view: FlatView): void {
    for (const [key, card] of Object.entries(view)) {
      const perspective = key.startsWith('card/') ? perspectiveOn(card) : null;
      const entry = key.slice('card/'.length) as EntryId;
      if (perspective && !this.#ledger.mayShowPerspective(entry, perspective))
        this.leaks.push({ channel, what: `perspective ${perspective}` });
    }
  }

  /** Whoever listens is told only of the channels that are named: one too few, and a screen stays behind. */
  #lookForForgotten(decision: Decision, shown: ReadonlyMap<ChannelId, string>): void {
    const named = touched(this.#conversation.situation, decision.events, decision.authored);
    if (named === 'all') return;
    for (const [channel, text] of shown) {
      const before = this.#before.get(channel);
      if (before !== undefined && before !== text && !named.has(channel)) this.leaks.push({ channel, what: 'a change nobody was told of' });
    }
  }
}

const TEXT_ID = /"t[0-9a-z]{20}"/;

function perspectiveOn(card: Json): Perspective | null {
  const { sender } = card as { readonly sender?: { readonly perspective?: Perspective } | null };
  return sender?.perspective ?? null;
}
