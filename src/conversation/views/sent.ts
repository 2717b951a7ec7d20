import type { ChannelName, FlatView } from '../channel.ts';

/** How views travel: what the server sends and the screen applies. Positions mean something to the server alone. */

/** All channels of a seat at one moment: a page starts with it, and it is asked for when no stream comes through. */
export interface SentViews {
  /** The server's clock, in milliseconds since 1970. */
  readonly at: number;
  readonly channels: { readonly [channel in ChannelName]?: SentView };
}
export interface SentView {
  readonly position: string;
  readonly view: FlatView;
}

/** One message of the stream: a channel whole, what changed in it, or that it is no longer this seat's. */
export type SentFrame = { readonly channel: ChannelName; readonly at: number } & (
  | { readonly position: string; readonly whole: FlatView }
  | { readonly position: string; readonly set?: FlatView; readonly remove?: readonly string[] }
  | { readonly gone: true }
);
