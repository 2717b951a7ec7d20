import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { Times } from '#rehearsal/hall/times.ts';
import type { Ending } from './ending.ts';
import { Watching } from './usage.ts';

export interface FanOutFloor {
  readonly streams: number;
  readonly pushP50Ms: number | null;
  readonly pushP99Ms: number | null;
  readonly serverCpuPercent: number | null;
  readonly serverRssMb: number | null;
  readonly generatorBusyPercent: number;
  readonly othersCpuPercent: number | null;
}

/** From the moment bare Node begins to send a frame to everybody, to each of them having it. */
export async function fanOutFloor(streams: number, seconds: number, ending: Ending): Promise<FanOutFloor> {
  const child = fork(fileURLToPath(new URL('bareStreams.ts', import.meta.url)));
  ending.with(child, (each) => each.kill());
  const [port] = (await once(child, 'message')) as [number];
  const times = new Times();
  const open: IncomingMessage[] = [];
  for (let from = 0; from < streams; from += AT_ONCE) {
    open.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, streams - from) }, () => listen(port, times)))));
  }
  times.forget();
  const watching = new Watching(child.pid ?? 0, 0);
  await pause(seconds * 1_000);
  const { serverCpuPercent, serverRssMb, generatorBusyPercent, othersCpuPercent } = watching.end();
  for (const incoming of open) incoming.destroy();
  child.kill();
  return {
    streams,
    pushP50Ms: times.within(0.5),
    pushP99Ms: times.within(0.99),
    serverCpuPercent,
    serverRssMb,
    generatorBusyPercent,
    othersCpuPercent,
  };
}

function listen(port: number, times: Times): Promise<IncomingMessage> {
  return new Promise((opened, failed) => {
    const outgoing = get({ host: '127.0.0.1', port, agent: false }, (incoming) => {
      incoming.setEncoding('utf8');
      incoming.on('data', (frame: string) => times.add(performance.timeOrigin + performance.now() - sentAt(frame)));
      incoming.on('error', () => undefined);
      opened(incoming);
    });
    outgoing.on('error', failed);
  });
}

/** Read without parsing all of it: the house is compared with a house that does nothing else. */
function sentAt(frame: string): number {
  return Number(frame.slice(frame.indexOf(':', 6) + 1, frame.indexOf(',')));
}

const AT_ONCE = 200;
