import { Agent, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Json } from '#conversation/words.ts';

/** What the house said. `said` is null when it was no JSON. */
export interface Heard {
  readonly status: number;
  readonly retryAfter: number | null;
  readonly said: Json;
}

/** The connections and the cookie of one device: as in a browser, nothing is shared with the phone beside it. */
export class Line {
  readonly #house: URL;
  readonly #agent: Agent;
  #cookie: string;
  readonly #asking = new Set<Promise<Heard>>();
  #reachable = true;

  /** `certificate`: of a house on this machine, whose certificate bears another name. */
  constructor(house: URL, cookie = '', certificate?: string) {
    this.#house = house;
    this.#cookie = cookie;
    // One for the stream and one for everything else, which is kept open in between.
    this.#agent = house.protocol === 'https:' ? new SecureAgent({ ...TWO_LINES, ...trustIn(certificate) }) : new Agent(TWO_LINES);
  }

  /** Rejects when nothing came back: no network, no house, or too late. */
  async ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json): Promise<Heard> {
    const answer = this.#ask(method, path, body);
    this.#asking.add(answer);
    try {
      return await answer;
    } finally {
      this.#asking.delete(answer);
    }
  }

  /** Resolves when all that was asked has been answered, or never will be. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#asking);
  }

  async #ask(method: string, path: string, body: Json | undefined): Promise<Heard> {
    const incoming = await this.#send(method, path, body === undefined ? undefined : JSON.stringify(body), PATIENCE_MS);
    const written = await text(incoming);
    for (const cookie of incoming.headers['set-cookie'] ?? []) this.#cookie = cookie.split(';', 1)[0] ?? '';
    return { status: incoming.statusCode ?? 0, retryAfter: Number(incoming.headers['retry-after']) || null, said: jsonIn(written) };
  }

  /** A page as it is sent; empty when there is none. */
  async page(path: string): Promise<string> {
    const incoming = await this.#send('GET', path, undefined, PATIENCE_MS);
    const written = await text(incoming);
    return incoming.statusCode === 200 ? written : '';
  }

  /** Opens a stream, which then stays open for as long as both sides like. */
  stream(path: string): Promise<IncomingMessage> {
    return this.#send('GET', path, undefined, 0);
  }

  /** As when somebody walks out of reach: what is under way breaks off, and nothing goes out until it is back. */
  loseNetwork(): void {
    this.#reachable = false;
    this.#agent.destroy();
  }

  findNetwork(): void {
    this.#reachable = true;
  }

  get isReachable(): boolean {
    return this.#reachable;
  }

  close(): void {
    this.loseNetwork();
  }

  #send(method: string, path: string, body: string | undefined, patience: number): Promise<IncomingMessage> {
    if (!this.#reachable) return Promise.reject(new Error('No network.'));
    const { protocol, port } = this.#house;
    const hostname = this.#house.hostname.replace(/^\[(.*)\]$/, '$1');
    const headers: OutgoingHttpHeaders = { cookie: this.#cookie };
    if (body !== undefined) Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    return new Promise((answered, failed) => {
      const ask = protocol === 'https:' ? secureRequest : request;
      const outgoing = ask({ hostname, port, method, path, headers, agent: this.#agent }, answered);
      outgoing.on('error', failed);
      outgoing.setTimeout(patience, () => outgoing.destroy(new Error('No answer in time.')));
      outgoing.end(body);
    });
  }
}

const TWO_LINES = { keepAlive: true, maxSockets: 2 };
const PATIENCE_MS = 15_000;

function trustIn(certificate: string | undefined) {
  return certificate === undefined ? {} : { ca: certificate, allowPartialTrustChain: true, checkServerIdentity: () => undefined };
}

function jsonIn(written: string): Json {
  try {
    return JSON.parse(written) as Json;
  } catch {
    return null;
  }
}
