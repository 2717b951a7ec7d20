import type { InputUse } from '#conversation/format.ts';
import type { ChannelName, FlatView } from '#conversation/channel.ts';
import type { SentFrame, SentViews } from '#conversation/views/sent.ts';
import type { RunShape, StepShape } from '#conversation/views/shapes.ts';

/** What somebody's screen shows, as far as a simulated person looks at it: where we are, what I may do, which cards lie there. */
export class Screen {
  readonly #positions = new Map<ChannelName, string>();
  readonly #shown = new Map<ChannelName, FlatView>();
  readonly #cards = new Set<string>();
  readonly #onCard: (card: string) => void;
  readonly #keepsCards: boolean;

  /** Tells of each card the first time it is seen. With `keepsCards` it can be asked for what lies there. */
  constructor(onCard: (card: string) => void, keepsCards = false) {
    this.#onCard = onCard;
    this.#keepsCards = keepsCards;
  }

  /** What the house wants to know when a phone comes back. */
  get after(): string {
    return [...this.#positions].map(([channel, position]) => `${channel}:${position}`).join();
  }

  /** Whether all that this seat listens to has come in: what is its own comes last. */
  get isWhole(): boolean {
    return this.#positions.has('me') || this.#positions.has('wall');
  }

  apply(frame: SentFrame): void {
    if ('gone' in frame) {
      this.#positions.delete(frame.channel);
      this.#shown.delete(frame.channel);
      return;
    }
    this.#positions.set(frame.channel, frame.position);
    if ('whole' in frame) this.#show(frame.channel, {}, frame.whole);
    else this.#show(frame.channel, without(this.#shown.get(frame.channel) ?? {}, frame.remove), frame.set ?? {});
  }

  replace({ channels }: SentViews): void {
    for (const [channel, sent] of Object.entries(channels)) this.#show(channel as ChannelName, {}, sent.view);
  }

  /** One part of a channel, such as `run` or `may`. */
  part(channel: ChannelName, key: string): FlatView[string] | undefined {
    return this.#shown.get(channel)?.[key];
  }

  /** All channels laid over one another. */
  get everything(): FlatView {
    return Object.assign({}, ...this.#shown.values()) as FlatView;
  }

  get step(): StepShape | null {
    return (this.part('everyone', 'step') as StepShape | undefined) ?? null;
  }

  get run(): RunShape | null {
    return (this.part('everyone', 'run') as RunShape | undefined) ?? null;
  }

  /** The inputs of this step in which this seat may write now; what is private stays on a phone anyway. */
  get mayWrite(): readonly InputUse[] {
    const may = this.part('me', 'may') as { readonly write: { readonly [input: string]: string | null } } | undefined;
    return (this.step?.inputs ?? []).filter((use) => !use.private && may?.write[use.key] === null);
  }

  get table(): number | null {
    return (this.part('me', 'me') as { readonly table: number } | undefined)?.table ?? null;
  }

  /** Cards are noticed and mostly let go: thousands of phones in one process cannot keep them all. */
  #show(channel: ChannelName, before: FlatView, set: FlatView): void {
    const kept: { [key: string]: FlatView[string] } = { ...before };
    for (const [key, value] of Object.entries(set)) {
      if (key.startsWith('card/')) this.#notice(key.slice(5));
      if (this.#keepsCards || !CARD.test(key)) kept[key] = value;
    }
    this.#shown.set(channel, kept);
  }

  #notice(card: string): void {
    if (this.#cards.has(card)) return;
    this.#cards.add(card);
    this.#onCard(card);
  }
}

const CARD = /^(card|mine|desk)\//;

function without(view: FlatView, removed: readonly string[] = []): FlatView {
  if (removed.length === 0) return view;
  return Object.fromEntries(Object.entries(view).filter(([key]) => !removed.includes(key)));
}
