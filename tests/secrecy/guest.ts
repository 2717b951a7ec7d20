import assert from 'node:assert/strict';
import type { Place } from '#app/house.ts';
import type { EntryId } from '#conversation/state.ts';
import type { SentViews } from '#conversation/views/sent.ts';
import type { Json } from '#conversation/words.ts';
import { Stream } from '../doors/hallDoor.ts';
import type { Answer } from '../helpers/ask.ts';
import type { Browser } from './browser.ts';

/** Somebody in a seat, with the browser by which they reach it. */
export class Guest {
  readonly browser: Browser;
  readonly place: Place;

  constructor(browser: Browser, place: Place) {
    this.browser = browser;
    this.place = place;
  }

  /** Where the API knows this seat. */
  get path(): string {
    return `/v1/conversations/${this.place.conversation}/seats/${this.place.seat}`;
  }

  act(action: unknown, id = freshId()): Promise<Answer> {
    return this.browser.send(`${this.path}/actions`, { id, action });
  }

  /** Does what must work, and gives the card it made or touched. */
  async do(action: Json, id = freshId()): Promise<EntryId> {
    const answer = await this.act(action, id);
    assert.equal(answer.status, 200, answer.body);
    return (JSON.parse(answer.body) as { answer: { entry?: EntryId } }).answer.entry ?? ('' as EntryId);
  }

  async write(input: string, text: string, more: { readonly kept?: boolean } = {}): Promise<EntryId> {
    return this.do({ type: 'write', run: await this.run(), input, act: { text }, ...more });
  }

  async run(): Promise<string> {
    const { channels } = await this.views();
    const run = channels.everyone?.view['run'] as { readonly id: string } | undefined;
    assert.ok(run);
    return run.id;
  }

  async views(): Promise<SentViews> {
    const answer = await this.browser.get(`${this.path}/view`);
    assert.equal(answer.status, 200, answer.body);
    return JSON.parse(answer.body) as SentViews;
  }

  async positions(): Promise<string> {
    const { channels } = await this.views();
    return Object.entries(channels)
      .map(([name, { position }]) => `${name}:${position}`)
      .join();
  }

  listen(after = ''): Promise<Stream> {
    const path = `${this.path}/stream`;
    return Stream.open(`${this.browser.url}${path}?after=${after}`, this.browser.cookieFor(path));
  }
}

let ids = 0;
export function freshId(): string {
  return `story-action-${String(ids++).padStart(6, '0')}`;
}

export function codeIn({ body }: Answer): string {
  return (JSON.parse(body) as { code: string }).code;
}
