import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { PoolConfig } from 'pg';
import type { Place, Visitor } from '#app/house.ts';
import type { SentFrame, SentViews } from '#conversation/views/sent.ts';
import type { Json } from '#conversation/words.ts';
import { theHouse, type House } from '../../src/house.ts';
import type { HouseOptions } from '../../src/main.ts';
import { FORMAT } from '../app/evening.ts';
import { openHouse, type Ending } from '../helpers/app.ts';
import { ask, type Answer } from '../helpers/ask.ts';

interface Opening extends Pick<HouseOptions, 'clock' | 'sealAfter'> {
  readonly pages?: boolean;
}

/** A whole house but its pages, on a real database, with one open conversation and its doors on real HTTP. */
export class HallDoor {
  readonly url: string;
  readonly house: House;
  readonly leader: Visitor;
  /** Of the device of who leads. */
  readonly cookie: string;
  readonly at: Place;
  readonly code: string;
  readonly key: string;

  readonly stop: () => Promise<void>;
  /** As somebody with a copy of it sees it. */
  readonly database: () => Promise<PoolConfig>;

  private constructor(made: Pick<HallDoor, 'url' | 'house' | 'leader' | 'cookie' | 'at' | 'code' | 'key' | 'stop' | 'database'>) {
    this.stop = made.stop;
    this.database = made.database;
    this.url = made.url;
    this.house = made.house;
    this.leader = made.leader;
    this.cookie = made.cookie;
    this.at = made.at;
    this.code = made.code;
    this.key = made.key;
  }

  /** `pages`: those of the house, for a browser; without them it opens faster. */
  static async open(test: Ending, { pages = false, ...options }: Opening = {}): Promise<HallDoor> {
    const none = { pages: (_: unknown, response: ServerResponse) => response.writeHead(404).end() };
    const running = await openHouse(test, {}, { ...(pages ? {} : none), ...options, extraFormats: [FORMAT] });
    const house = theHouse();
    const { app } = house;
    const { secret, visitor } = await app.newDevice();
    await app.useSetUpCode(visitor, readFileSync(running.setUpFile ?? '', 'utf8'));
    const leader = await app.whoAsks(secret);
    assert.ok(leader);
    const at = await app.prepare(leader, freshId(), { format: FORMAT.id, title: 'Samen in de wijk', tables: 1 }, false);
    assert.ok('seat' in at);
    const known = await app.joinCode(leader, at);
    assert.ok('code' in known);
    const door = new HallDoor({
      url: running.url,
      house,
      leader,
      cookie: `apparaat=${secret}`,
      at,
      code: known.code,
      key: known.secret,
      stop: running.stop,
      database: running.database,
    });
    await door.lead({ type: 'open' });
    return door;
  }

  async lead(action: Json): Promise<void> {
    const taken = await this.house.app.take(this.leader, this.at, freshId(), action);
    assert.ok(taken.accepted, JSON.stringify(taken));
  }

  async next(): Promise<void> {
    await this.lead({ type: 'next', from: (await this.run()) ?? null });
  }

  async run(): Promise<string | undefined> {
    return (await this.house.app.situationOf(this.at.conversation))?.state.run?.id;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    return ask(this.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: sent });
  }

  /** As the device of who leads, or as whoever else these headers say. */
  asks(method: string, path: string, body?: unknown, headers: Record<string, string> = { cookie: this.cookie }): Promise<Answer> {
    const sent = { 'content-type': 'application/json', ...headers };
    return ask(this.url + path, { method, headers: sent, ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }) });
  }

  /** Someone new comes in with the key of the QR. */
  async join(): Promise<Phone> {
    const answer = await this.post('/v1/joinings', { key: this.key, perspectives: ['resident'] });
    assert.equal(answer.status, 201, answer.body);
    const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
    return new Phone(this, cookie, JSON.parse(answer.body) as Place);
  }
}

/** A device with its cookie and its seat. */
export class Phone {
  readonly door: HallDoor;
  readonly cookie: string;
  readonly place: Place;

  constructor(door: HallDoor, cookie: string, place: Place) {
    this.door = door;
    this.cookie = cookie;
    this.place = place;
  }

  get path(): string {
    return `/v1/conversations/${this.place.conversation}/seats/${this.place.seat}`;
  }

  act(action: unknown, id: string = freshId(), headers: Record<string, string> = {}): Promise<Answer> {
    return this.door.post(`${this.path}/actions`, { id, action }, { cookie: this.cookie, ...headers });
  }

  async write(text: string, id?: string): Promise<Answer> {
    return this.act({ type: 'write', run: await this.door.run(), input: 'thought', act: { text } }, id);
  }

  get(path: string): Promise<Answer> {
    return ask(this.door.url + this.path + path, { headers: { cookie: this.cookie } });
  }

  async views(): Promise<SentViews> {
    return JSON.parse((await this.get('/view')).body) as SentViews;
  }

  listen(after = ''): Promise<Stream> {
    return Stream.open(`${this.door.url}${this.path}/stream?after=${after}`, this.cookie);
  }
}

/** One open stream, as the bytes come in. */
export class Stream {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  text = '';
  ended = false;
  readonly #asking: ClientRequest;

  static open(url: string, cookie: string): Promise<Stream> {
    return new Promise((opened, failed) => {
      const asking = get(url, { headers: { cookie }, agent: false }, (incoming) => opened(new Stream(asking, incoming)));
      asking.on('error', failed);
    });
  }

  private constructor(asking: ClientRequest, incoming: IncomingMessage) {
    this.#asking = asking;
    this.status = incoming.statusCode ?? 0;
    this.headers = incoming.headers;
    incoming.setEncoding('utf8').on('data', (text: string) => (this.text += text));
    incoming.on('error', () => undefined);
    incoming.on('close', () => (this.ended = true));
  }

  get frames(): SentFrame[] {
    return [...this.text.matchAll(/^data: (.*channel.*)$/gm)].map(([, json]) => JSON.parse(json ?? '') as SentFrame);
  }

  get signals(): string[] {
    return [...this.text.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name ?? '');
  }

  close(): void {
    this.#asking.destroy();
  }
}

let ids = 0;
export function freshId(): string {
  return `door-action-${String(ids++).padStart(6, '0')}`;
}

export function codeIn({ body }: Answer): string {
  return (JSON.parse(body) as { code: string }).code;
}
