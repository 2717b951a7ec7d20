import { isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';

/**
 * Who asks. Each proxy we trust has added one address at the right of X-Forwarded-For;
 * what stands left of those the visitor may have written himself.
 */
export function addressOf(incoming: IncomingMessage, trustedProxies: number): string {
  return (trustedProxies > 0 && forwarded(incoming, trustedProxies)) || plain(incoming.socket.remoteAddress ?? '');
}

function forwarded(incoming: IncomingMessage, trustedProxies: number): string | undefined {
  const header = incoming.headers['x-forwarded-for'];
  const chain = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  const address = plain(chain.at(-trustedProxies)?.trim() ?? '');
  return isIP(address) ? address : undefined;
}

function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}
