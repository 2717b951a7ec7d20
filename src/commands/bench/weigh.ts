import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** Bytes as they come over the line. */
export interface Weight {
  /** The page itself. */
  readonly page: number;
  /** Scripts the page names and what those import: fetched at once. */
  readonly script: number;
  /** What those scripts may still fetch when somebody does something. */
  readonly later: number;
  readonly files: number;
  readonly styles: number;
  /** Stylesheets, each asked for by itself. */
  readonly sheets: number;
}

/** Fetches a page with its styles and every script it leads to, as a browser with this cookie would, each once. */
export async function weigh(url: URL, cookie: string): Promise<Weight> {
  const page = await fetched(url, cookie);
  const named = [...page.text.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => new URL(src, url).href);
  const atOnce = await followed(named, STATIC, cookie, new Map());
  const all = await followed(named, EITHER, cookie, new Map());
  const later = [...all].filter(([address]) => !atOnce.has(address));
  const sheets = await Promise.all(sheetsOf(page.text).map((path) => fetched(new URL(path, url), cookie)));
  return {
    page: page.bytes,
    script: sum([...atOnce.values()]),
    later: sum(later.map(([, bytes]) => bytes)),
    files: atOnce.size,
    styles: sum(sheets.map(({ bytes }) => bytes)),
    sheets: sheets.length,
  };
}

function sheetsOf(page: string): string[] {
  const links = [...page.matchAll(/<link[^>]* rel="stylesheet"[^>]*>/g)];
  return links.map(([link]) => /href="([^"]+)"/.exec(link)?.[1] ?? '');
}

/** The sizes of these scripts and of all they lead to. */
async function followed(
  addresses: readonly string[],
  leads: RegExp,
  cookie: string,
  known: Map<string, number>,
): Promise<Map<string, number>> {
  for (const address of addresses) {
    if (known.has(address)) continue;
    const { bytes, text } = await fetched(new URL(address), cookie);
    known.set(address, bytes);
    await followed(
      [...text.matchAll(leads)].map(([, path = '']) => new URL(path, address).href),
      leads,
      cookie,
      known,
    );
  }
  return known;
}

const STATIC = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
const EITHER = /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;

async function fetched(url: URL, cookie: string): Promise<{ readonly bytes: number; readonly text: string }> {
  const body = await new Promise<{ readonly raw: Buffer; readonly coding: string }>((answered, failed) => {
    const outgoing = request(url, { headers: { cookie, 'accept-encoding': 'br, gzip', 'accept-language': 'nl' } }, (incoming) => {
      if (incoming.statusCode !== 200) failed(new Error(`${url.pathname} answered ${incoming.statusCode}.`));
      buffer(incoming).then((raw) => answered({ raw, coding: incoming.headers['content-encoding'] ?? '' }), failed);
    });
    outgoing.on('error', failed).end();
  });
  const plain = body.coding === 'br' ? brotliDecompressSync(body.raw) : body.coding === 'gzip' ? gunzipSync(body.raw) : body.raw;
  return { bytes: body.raw.length, text: plain.toString('utf8') };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
