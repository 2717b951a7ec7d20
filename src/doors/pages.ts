import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { BODY_LIMIT } from './body.ts';
import type { DoorRequest } from './door.ts';

/** What draws the pages and serves their assets: the built one, or Vite while developing. */
export type PageHandler = (incoming: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Loads the newest built pages. They read their settings from the environment at import, under a prefix no operator uses. */
export async function loadPages(): Promise<PageHandler> {
  const build = new URL('../../build/', import.meta.url);
  const name = await readFile(new URL('current', build), 'utf8').catch(() => undefined);
  if (name === undefined) throw new Error('The pages are not built yet: npm run build.');
  Object.assign(process.env, {
    SAMENSPRAAK_PAGES_PROTOCOL_HEADER: HEADERS.protocol,
    SAMENSPRAAK_PAGES_HOST_HEADER: HEADERS.host,
    SAMENSPRAAK_PAGES_ADDRESS_HEADER: HEADERS.address,
    SAMENSPRAAK_PAGES_BODY_SIZE_LIMIT: String(BODY_LIMIT),
  });
  const built: unknown = await import(new URL(`${name}/handler.js`, build).href);
  if (!hasHandler(built)) throw new Error(`build/${name} holds no pages.`);
  return built.handler;
}

/** Tells the pages what the outer door found out. Overwriting keeps a visitor from telling it himself. */
export function passToPages(pages: PageHandler, { incoming, response, origin, address }: DoorRequest): void {
  const [scheme = 'http', host = ''] = origin.split('://');
  incoming.headers[HEADERS.protocol] = scheme;
  incoming.headers[HEADERS.host] = host;
  incoming.headers[HEADERS.address] = address;
  pages(incoming, response, () => response.writeHead(404).end());
}

const HEADERS = { protocol: 'x-samenspraak-protocol', host: 'x-samenspraak-host', address: 'x-samenspraak-address' };

function hasHandler(built: unknown): built is { handler: PageHandler } {
  return typeof built === 'object' && built !== null && 'handler' in built && typeof built.handler === 'function';
}
