import type { SeatId, TableNumber } from './state.ts';
import type { Json } from './words.ts';

/**
 * Views are built up from nothing: a field reaches a screen only because a view names it. A channel is
 * an audience that sees the same; its view is flat, so that a difference is a list of keys.
 */
export type ChannelId = 'everyone' | 'outside' | `table/${TableNumber}` | `me/${SeatId}` | 'facilitator' | 'wall';
/** What a listener calls it: ids of seats and tables stay inside. */
export type ChannelName = 'everyone' | 'table' | 'me' | 'facilitator' | 'wall';
export type FlatView = { readonly [key: string]: Json };

export function channelName(channel: ChannelId): ChannelName {
  const name = channel.split('/')[0];
  return name === 'outside' ? 'everyone' : (name as ChannelName);
}
