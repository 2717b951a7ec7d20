import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { Action } from '#conversation/action.ts';
import type { Answer } from '#conversation/decision.ts';
import type { SeatId } from '#conversation/state.ts';
import type { Positions } from '#live/listener.ts';
import type { OpenSeat } from '#phone/index.ts';
import type { Ending } from '../helpers/app.ts';
import { Hall } from '../live/hall.ts';

declare global {
  interface Window {
    seat: OpenSeat;
  }
}

/** What a network, or what stands between, can do to a phone. */
export type Weather = 'fair' | 'unavailable' | 'wifi gateway' | 'no streams' | 'refusing' | 'answers lost';

/** A real server with a real hub on which one tiny page opens the seat named in its address. */
export class PhoneGround {
  readonly hall: Hall;
  weather: Weather = 'fair';
  /** Every action that arrived, in order, also the ones that arrived before. */
  readonly arrived: string[] = [];
  readonly #answers = new Map<string, Answer>();
  #server: Server | undefined;
  #port = 0;

  static async open(test: Ending): Promise<PhoneGround> {
    const ground = new PhoneGround(test);
    await ground.start();
    test.after(() => ground.stop());
    return ground;
  }

  private constructor(test: Ending) {
    this.hall = new Hall(test);
    this.hall.sit('anna', 'other', 'bo');
    this.hall.next();
  }

  /** A plain http name, as in a hall: no secure context. */
  pageOf(seat: string): string {
    return `http://zaal.test:${this.#port}/?seat=${seat}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response).catch(() => response.destroy()));
    this.#server = server;
    await new Promise<void>((ready) => server.listen(this.#port, '127.0.0.1', ready));
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  }

  /** The words that got into the conversation, in the order they did. */
  get written(): string[] {
    return [...this.hall.words.values()];
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://zaal.test');
    const [, seat = '', door = ''] = /^\/v1\/conversations\/hall\/seats\/(\w+)\/(\w+)$/.exec(url.pathname) ?? [];
    if (url.pathname === '/')
      return void response.setHeader('content-type', 'text/html').end(await this.#page(url.searchParams.get('seat') ?? ''));
    if (url.pathname === '/phone.js') return void response.setHeader('content-type', 'text/javascript').end(await phoneScript());
    if (door === '') return void response.writeHead(404).end();
    if (this.weather === 'unavailable') return problem(response, 503, 'databaseAway', 'Even niet.');
    if (this.weather === 'wifi gateway') return void response.setHeader('content-type', 'text/html').end('<h1>Welkom op de wifi</h1>');
    if (door === 'stream') return this.#stream(seat as SeatId, url, response);
    if (door === 'view') return this.#view(seat as SeatId, response);
    await this.#act(seat as SeatId, (await json(request)) as { id: string; action: Action }, response);
  }

  #stream(seat: SeatId, url: URL, response: ServerResponse): void {
    if (this.weather === 'no streams') return void response.writeHead(502).end();
    if (this.gone.has(seat)) return problem(response, 404, 'notFound', 'Deze plek is niet meer van dit apparaat.');
    const pairs = (url.searchParams.get('after') ?? '').split(',').map((pair) => pair.split(':'));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const positions = Object.fromEntries(pairs) as Positions;
    response.on('close', this.hall.hub.listen({ conversation: 'hall', seat, device: 'phone', positions, sink: response }));
  }

  readonly gone = new Set<string>();

  async #view(seat: SeatId, response: ServerResponse): Promise<void> {
    if (this.gone.has(seat)) return problem(response, 404, 'notFound', 'Deze plek is niet meer van dit apparaat.');
    response.setHeader('content-type', 'application/json').end(JSON.stringify(await this.hall.viewsOf(seat)));
  }

  async #act(seat: SeatId, { id, action }: { id: string; action: Action }, response: ServerResponse): Promise<void> {
    this.arrived.push(id);
    if (this.weather === 'refusing')
      return problem(response, 409, 'tooManyWords', 'Je kaartje is te lang. Het staat nog op je telefoon. Maak het korter.');
    const answer = this.#answers.get(id) ?? this.hall.take({ kind: 'seat', seat }, action);
    this.#answers.set(id, answer);
    if (this.weather === 'answers lost') return void response.destroy();
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ accepted: true, answer }));
  }

  async #page(seat: string): Promise<string> {
    const data = JSON.stringify({ conversation: 'hall', seat, views: await this.hall.viewsOf(seat as SeatId) });
    return `<!doctype html><title>Telefoon</title><script type="module">
      import { openSeat } from '/phone.js';
      window.seat = openSeat(${data.replaceAll('<', '\\u003c')});
      window.seat.start();
    </script>`;
  }
}

function problem(response: ServerResponse, status: number, code: string, detail: string): void {
  response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ status, title: code, code, detail }));
}

let script: Promise<string> | undefined;

/** The phone's own code as a browser gets it: bundled and made small. */
export function phoneScript(): Promise<string> {
  script ??= bundled();
  return script;
}

async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL('../../src/phone/index.ts', import.meta.url));
  const lib = { entry, formats: ['es' as const] };
  const made = await build({ configFile: false, logLevel: 'error', build: { lib, write: false, minify: true } });
  const [output] = [made].flat();
  assert.ok(output && 'output' in output);
  return output.output[0].code;
}

/** Writes a card from this page and says under which id it is on its way. */
export function write(page: Page, run: string, text: string): Promise<string> {
  return page.evaluate(
    ([run, text]) => window.seat.outbox.send({ type: 'write', run: run as never, input: 'thought', act: { text }, kept: false }),
    [run, text] as const,
  );
}

export function states(page: Page): Promise<string[]> {
  return page.evaluate(() => window.seat.outbox.sendings.value.map(({ state }) => state));
}

/** Waits until this is how the sendings are kept in the browser's database: what a page finds that is opened now. */
export async function keptAs(page: Page, ...wanted: readonly string[]): Promise<void> {
  await page.waitForFunction(async (wanted) => {
    const opened = indexedDB.open('samenspraak');
    const database = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)));
    const all = database.transaction('actions').objectStore('actions').getAll();
    const kept = await new Promise<readonly { readonly state: string }[]>((done) => (all.onsuccess = () => done(all.result)));
    database.close();
    return kept.map(({ state }) => state).join() === wanted;
  }, wanted.join());
}

export function cards(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(window.seat.views.value));
}
