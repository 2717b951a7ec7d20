import type { IncomingMessage } from 'node:http';
import type { SentFrame } from '#conversation/views/sent.ts';

/** What came by a stream: what changed on the screen, or a word of the house about the stream itself. */
export type Received = { readonly frame: SentFrame } | { readonly signal: string };

/** Reads an event stream as it comes in. Resolves when it has ended, however that came. */
export function readFrames(incoming: IncomingMessage, receive: (received: Received) => void): Promise<void> {
  let rest = '';
  incoming.setEncoding('utf8');
  incoming.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) receive(read(message));
  });
  return new Promise((ended) => {
    incoming.on('close', ended);
    incoming.on('error', () => ended());
  });
}

function read(message: string): Received {
  const event = /^event: (\w+)$/m.exec(message)?.[1];
  if (event) return { signal: event };
  return { frame: frameOf(message.slice(message.indexOf('data: ') + 6)) };
}

/**
 * Thousands of phones get the same bytes and read them each for themselves. This is one process: it reads
 * each frame once, so that the house is measured and not the reader.
 */
const lately = new Map<string, SentFrame>();

function frameOf(json: string): SentFrame {
  const known = lately.get(json);
  if (known) return known;
  const frame = JSON.parse(json) as SentFrame;
  if (lately.size >= MOST_REMEMBERED) lately.clear();
  lately.set(json, frame);
  return frame;
}

const MOST_REMEMBERED = 1_000;
