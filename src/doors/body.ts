import type { IncomingMessage } from 'node:http';

/** No form or action of ours comes near it: the longest text is 4,000 characters. */
export const BODY_LIMIT = 64 * 1024;

export type Body = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly code: 'tooLarge' | 'brokenOff' };

export function announcesTooMuch(incoming: IncomingMessage): boolean {
  return Number(incoming.headers['content-length'] ?? 0) > BODY_LIMIT;
}

export function readBody(incoming: IncomingMessage): Promise<Body> {
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
      else settle({ ok: false, code: 'tooLarge' });
    });
    incoming.on('end', () => settle({ ok: true, bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) }));
    incoming.on('close', () => settle({ ok: false, code: 'brokenOff' }));
    incoming.on('error', () => settle({ ok: false, code: 'brokenOff' }));
  });
}
