import type { ChannelName, FlatView } from '#conversation/channel.ts';
import type { SentFrame, SentViews } from '#conversation/views/sent.ts';
import type { EveryoneShape, FacilitatorShape, MeShape, TableShape, WallShape } from '#conversation/views/shapes.ts';
import { Store } from './store.ts';

/** What this seat sees now. A channel that is not this seat's is absent. */
export interface SeatViews {
  readonly everyone?: EveryoneShape;
  readonly table?: TableShape;
  readonly me?: MeShape;
  readonly facilitator?: FacilitatorShape;
  readonly wall?: WallShape;
}

/** The channels of a seat, kept up to date by the frames of its stream. */
export class Views extends Store<SeatViews> {
  #positions: { [channel in ChannelName]?: string } = {};

  constructor(sent: SentViews) {
    super({});
    this.replace(sent);
  }

  /** What the server wants to know when the phone comes back. */
  get after(): string {
    return Object.entries(this.#positions)
      .map(([channel, position]) => `${channel}:${position}`)
      .join();
  }

  replace({ channels }: SentViews): void {
    const sent = Object.entries(channels);
    this.#positions = Object.fromEntries(sent.map(([channel, { position }]) => [channel, position]));
    this.#show(Object.fromEntries(sent.map(([channel, { view }]) => [channel, view])));
  }

  apply(frame: SentFrame): void {
    const { [frame.channel]: before = {}, ...others } = this.#shown;
    if ('gone' in frame) {
      delete this.#positions[frame.channel];
      return this.#show(others);
    }
    this.#positions[frame.channel] = frame.position;
    this.#show({ ...others, [frame.channel]: 'whole' in frame ? frame.whole : changed(before, frame) });
  }

  get #shown(): Shown {
    return this.value as Shown;
  }

  /** The server made these by the shapes; the phone does not check them again. */
  #show(views: Shown): void {
    this.set(views as SeatViews);
  }
}

type Shown = { readonly [channel in ChannelName]?: FlatView };

function changed(before: FlatView, { set, remove = [] }: { readonly set?: FlatView; readonly remove?: readonly string[] }): FlatView {
  const after: { [key: string]: FlatView[string] } = { ...before, ...set };
  for (const key of remove) delete after[key];
  return after;
}
