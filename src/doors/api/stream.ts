import type { ServerResponse } from 'node:http';
import { isRefusal, refuse } from '#conversation/refusal.ts';
import type { ChannelName } from '#conversation/channel.ts';
import type { Positions } from '#live/listener.ts';
import { WHEN_READING } from './described.ts';
import { placeIn, whoAsks, type ApiParts, type Parameters, type Route } from './route.ts';
import { ref } from './schemas.ts';
import type { DoorRequest } from '../door.ts';

/** What changes for a seat, as it happens (text/event-stream). `after` says what was seen last. */
export const getStream: Route = {
  method: 'GET',
  path: '/conversations/{conversation}/seats/{seat}/stream',
  described: {
    operationId: 'listen',
    tag: 'seat',
    summary: 'Hear what changes (meeluisteren)',
    description:
      'Server-sent events. Messages are `Frame`; `beat` comes every twenty seconds with the time of the server; `replaced` says that a newer stream of this seat took the place of this one (three at most), `revoked` that the device no longer has this seat.',
    query: [
      {
        name: 'after',
        description: 'What was seen last, such as `everyone:ab12,table:cd34,me:ef56`. Every channel that differs comes whole.',
        schema: { type: 'string' },
      },
    ],
    answer: { status: 200, description: 'The stream.', content: { 'text/event-stream': { schema: ref('Frame') } } },
    problems: WHEN_READING,
  },
  async handle(parts, request, parameters) {
    const known = await deviceFor(parts, request, parameters);
    if (isRefusal(known)) return known;
    const { device } = known;
    const { conversation, seat } = placeIn(parameters);
    begin(request.response);
    const leave = parts.hub.listen({
      conversation,
      seat,
      device,
      positions: positionsIn(request.query.get('after')),
      sink: request.response,
    });
    request.response.on('close', leave);
    // Taken away between looking and listening: nobody was told yet.
    const stillTheirs = await deviceFor(parts, request, parameters);
    if (isRefusal(stillTheirs)) parts.hub.revoke({ device, conversation, seat });
    return undefined;
  },
};

async function deviceFor(parts: ApiParts, request: DoorRequest, parameters: Parameters) {
  const visitor = await whoAsks(parts, request);
  return visitor && (await parts.house.mayReach(visitor, placeIn(parameters))) ? { device: visitor.device } : refuse('notFound');
}

function begin(response: ServerResponse): void {
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  // Some proxies gather what they pass on.
  response.setHeader('X-Accel-Buffering', 'no');
  // No chunks: every frame is one write of bytes that all listeners share.
  response.removeHeader('Transfer-Encoding');
  response.writeHead(200);
}

const NAMES: readonly ChannelName[] = ['everyone', 'table', 'me', 'facilitator', 'wall'];

function positionsIn(after: string | null): Positions {
  const pairs = (after ?? '').split(',', NAMES.length).map((pair) => /^(\w{1,20}):([\w-]{1,20})$/.exec(pair));
  const claimed = new Map(pairs.map((pair) => [pair?.[1], pair?.[2]]));
  return Object.fromEntries(NAMES.flatMap((name) => (claimed.has(name) ? [[name, claimed.get(name)]] : [])));
}
