import type { IncomingMessage } from 'node:http';
import { announcesTooMuch } from './body.ts';
import type { Hosts } from './hosts.ts';
import { isApi } from './headers.ts';
import type { DoorRefusalCode } from './refuse.ts';

export type Entrance = { readonly origin: string } | { readonly refused: DoorRefusalCode };

/** What every request has to pass before anybody looks at what it wants. */
export function enter(incoming: IncomingMessage, path: string, hosts: Hosts): Entrance {
  const origin = hosts.originOf(incoming.headers.host);
  if (origin === undefined) return { refused: 'foreignHost' };
  const refused = badAddress(incoming.url ?? '') ?? badMethod(incoming) ?? (announcesTooMuch(incoming) ? 'tooLarge' : undefined);
  if (refused) return { refused };
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return { origin };
  const forbidden = foreignOrigin(incoming, path, origin, hosts) ?? badForm(incoming, path);
  return forbidden ? { refused: forbidden } : { origin: incoming.headers.origin ?? origin };
}

function badAddress(url: string): DoorRefusalCode | undefined {
  if (url.length > 4096) return 'longAddress';
  // Two slashes would name another site; a backslash counts as a slash in browsers.
  if (!url.startsWith('/') || url.startsWith('//') || /[\\\0-\x20\x7f]/.test(url)) return 'badAddress';
  if (!url.includes('%')) return undefined;
  // In a question too: no database takes it. Other control signs may be typed there.
  if (url.includes('%00')) return 'badAddress';
  try {
    return /[\0-\x1f\x7f]/.test(decodeURIComponent(url.split('?', 1)[0] ?? '')) ? 'badAddress' : undefined;
  } catch {
    return 'badAddress';
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function badMethod(incoming: IncomingMessage): DoorRefusalCode | undefined {
  return METHODS.has(incoming.method ?? '') ? undefined : 'badMethod';
}

/** Only our own pages may send; other software may use the API as long as no browser sent it from elsewhere. */
function foreignOrigin(incoming: IncomingMessage, path: string, own: string, hosts: Hosts): DoorRefusalCode | undefined {
  const { origin, 'content-type': type, 'sec-fetch-site': site } = incoming.headers;
  if (origin !== undefined) return hosts.isOwn(origin, own) ? undefined : 'foreignOrigin';
  if (!isApi(path)) return 'foreignOrigin';
  const sentFromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  return isType(type, 'application/json') && !sentFromElsewhere ? undefined : 'foreignOrigin';
}

/** Our forms are plain fields; anything else could only break the reader. */
function badForm(incoming: IncomingMessage, path: string): DoorRefusalCode | undefined {
  const { 'content-type': type, 'content-length': length, 'transfer-encoding': encoding } = incoming.headers;
  const empty = (length === undefined || length === '0') && encoding === undefined;
  return isApi(path) || empty || isType(type, 'application/x-www-form-urlencoded') ? undefined : 'badForm';
}

function isType(header: string | undefined, type: string): boolean {
  return header?.split(';', 1)[0]?.trim().toLowerCase() === type;
}
