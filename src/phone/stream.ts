import type { SentFrame, SentViews } from '#conversation/views/sent.ts';
import type { ServerClock } from './clock.ts';
import { Store } from './store.ts';
import type { Views } from './view.ts';
import { jitter, onWake, Pause } from './waking.ts';

/**
 * `live`: changes come by themselves. `polling`: the stream does not come through, so we ask now and then.
 * `away`: no network or no server. `replaced`: this seat is open on too many screens; looking at this one
 * again brings it back. `gone`: this device no longer has this seat.
 */
export type Connection = 'connecting' | 'live' | 'polling' | 'away' | 'replaced' | 'gone';
type End = 'broken' | 'hidden' | 'replaced' | 'revoked' | 'closed';

/** Listens for what changes, and comes back by itself: closed while nobody looks, never all at the same time. */
export class LiveStream {
  readonly connection = new Store<Connection>('connecting');
  readonly #address: string;
  readonly #views: Views;
  readonly #clock: ServerClock;
  readonly #pause = new Pause();
  #end: (why: End) => void = () => undefined;
  #closed = false;

  constructor(address: string, views: Views, clock: ServerClock) {
    this.#address = address;
    this.#views = views;
    this.#clock = clock;
  }

  open(): () => void {
    const stopWaking = onWake(() => this.#pause.end());
    const hide = () => document.visibilityState === 'hidden' && this.#end('hidden');
    document.addEventListener('visibilitychange', hide);
    this.#closed = false;
    void this.#stay();
    return () => {
      stopWaking();
      document.removeEventListener('visibilitychange', hide);
      this.#closed = true;
      this.#end('closed');
      this.#pause.end();
    };
  }

  async #stay(): Promise<void> {
    for (let failures = 0; !this.#closed;) {
      if (document.visibilityState === 'hidden') {
        await this.#pause.wait(LONG_MS);
        continue;
      }
      const end = await this.#listen(() => (failures = 0));
      if (end === 'replaced') this.connection.set('replaced');
      if (end === 'replaced') await this.#pause.wait(LONG_MS);
      if (end === 'broken' && failures++ === 0) this.connection.set('connecting');
      if (end === 'revoked' || failures >= MOST_FAILURES) await this.#ask();
      else if (end === 'broken') await this.#pause.wait(jitter(200, 3_000));
    }
  }

  /** Resolves when this stream has ended, with the reason. */
  #listen(onLive: () => void): Promise<End> {
    return new Promise((ended) => {
      const source = new EventSource(`${this.#address}/stream?after=${encodeURIComponent(this.#views.after)}`);
      let silence = setTimeout(() => this.#end('broken'), FIRST_BEAT_MS);
      const heard = ({ at }: { at: number }) => {
        clearTimeout(silence);
        silence = setTimeout(() => this.#end('broken'), SILENCE_MS);
        this.#clock.sync(at);
        this.connection.set('live');
        onLive();
      };
      this.#end = (why) => {
        this.#end = () => undefined;
        clearTimeout(silence);
        source.close();
        ended(why);
      };
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        const frame = JSON.parse(data) as SentFrame;
        heard(frame);
        this.#views.apply(frame);
      });
      source.addEventListener('beat', ({ data }: MessageEvent<string>) => heard(JSON.parse(data) as { at: number }));
      source.addEventListener('replaced', () => this.#end('replaced'));
      source.addEventListener('revoked', () => this.#end('revoked'));
      // The browser would come back on its own terms, or never again after one 503.
      source.addEventListener('error', () => this.#end('broken'));
    });
  }

  /** Without a stream: everything as it is now, and the reason when there is nothing for us any more. */
  async #ask(): Promise<void> {
    try {
      const response = await fetch(`${this.#address}/view`, { cache: 'no-store', signal: AbortSignal.timeout(FIRST_BEAT_MS) });
      if (isGone(response)) return this.#leave();
      const views = (await response.json()) as SentViews;
      if (!response.ok) throw new TypeError();
      this.#clock.sync(views.at);
      this.#views.replace(views);
      this.connection.set('polling');
    } catch {
      this.connection.set('away');
    }
    await this.#pause.wait(jitter(2_000, 5_000));
  }

  #leave(): void {
    this.#closed = true;
    this.connection.set('gone');
  }
}

/** Said by our server, not by some wifi gateway on the way. */
function isGone({ status, headers }: Response): boolean {
  return (status === 404 || status === 403) && (headers.get('content-type') ?? '').includes('problem+json');
}

const FIRST_BEAT_MS = 6_000;
/** Two beats of the server and a bit. */
const SILENCE_MS = 45_000;
const MOST_FAILURES = 3;
const LONG_MS = 3_600_000;
