import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { readFileSync } from 'node:fs';
import type { Settings } from '../settings.ts';
import { securityHeaders } from './headers.ts';

/** Long enough for a phone on a bad network, too short for somebody who sends a byte a minute to keep all places taken. */
const PATIENCE = { headersTimeout: 15_000, requestTimeout: 30_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000 };
/** A missing Host is refused at the outer door, with our headers. */
const OPTIONS = { ...PATIENCE, requireHostHeader: false };
/** How many may wait at the door at once: a hall that scans at the same moment. Whoever does not fit is dropped, and a phone tries again only after 1, 3, 7 … seconds. */
const BACKLOG = 4096;

/** Takes the port, and lets nobody in yet: that starts with `openTo`. */
export async function listen({ host, port, tls }: Settings): Promise<{ server: Server; port: number }> {
  const server = tls ? createSecureServer({ ...OPTIONS, cert: readFileSync(tls.cert), key: readFileSync(tls.key) }) : createServer(OPTIONS);
  server.on('clientError', refuseRaw);
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen({ host, port, backlog: BACKLOG }, () => {
      server.off('error', failed);
      ready();
    });
  });
  return { server, port: portOf(server.address()) };
}

export function openTo(server: Server, listener: RequestListener): void {
  server.on('request', listener);
  // Without this Node answers odd expectations by itself, without our headers.
  server.on('checkExpectation', listener);
}

/** Lets running answers finish for a moment; what is still open then, such as a stream, is cut. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(cut);
}

const RAW_STATUS: { [code: string]: number } = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What Node could not even read as a request. */
function refuseRaw(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = RAW_STATUS[error.code ?? ''] ?? 400;
  const body = 'Deze vraag konden we niet lezen. / We could not read this request.\n';
  const headers = securityHeaders('/', false).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...headers, 'Content-Type: text/plain; charset=utf-8'];
  socket.end([...head, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', '', body].join('\r\n'));
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
