import type { ChannelName } from '#conversation/channel.ts';
import { objectOf, type Difference, type Snapshot } from './snapshot.ts';

/** One event of a stream, as the bytes that everybody on the channel gets. `at` is the server's clock. */
export type Frame = Buffer;

export function wholeFrame(channel: ChannelName, { parts, position }: Snapshot, at: number): Frame {
  return data(`"channel":"${channel}","position":"${position}","at":${at},"whole":${objectOf(parts)}`);
}

export function changeFrame(channel: ChannelName, { set, remove }: Difference, position: string, at: number): Frame {
  const written = [set.length > 0 ? `,"set":${objectOf(set)}` : '', remove.length > 0 ? `,"remove":${JSON.stringify(remove)}` : ''];
  return data(`"channel":"${channel}","position":"${position}","at":${at}${written.join('')}`);
}

/** The seat no longer belongs to this audience: what it saw there goes from its screen. */
export function goneFrame(channel: ChannelName, at: number): Frame {
  return data(`"channel":"${channel}","at":${at},"gone":true`);
}

/** `beat`: still here. `replaced`: a newer stream of this seat took the place. `revoked`: no longer this device's. */
export function signalFrame(name: 'beat' | 'replaced' | 'revoked', at: number): Frame {
  return Buffer.from(`event: ${name}\ndata: {"at":${at}}\n\n`);
}

function data(fields: string): Frame {
  return Buffer.from(`data: {${fields}}\n\n`);
}
