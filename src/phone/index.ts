import type { SentViews } from '#conversation/views/sent.ts';
import { ServerClock } from './clock.ts';
import { Outbox } from './outbox.ts';
import { PrivateNotes } from './privateNotes.ts';
import type { Readable } from './store.ts';
import { LiveStream, type Connection } from './stream.ts';
import { Views, type SeatViews } from './view.ts';

export { minutesLeft } from './clock.ts';
export type { Sending, SentAction } from './outbox.ts';
export type { Connection } from './stream.ts';
export type { Where } from './keeping.ts';
export type { SeatViews } from './view.ts';

/**
 * What a page needs to be live: phone, console and wall alike.
 *
 *     const seat = openSeat(data);                     // { conversation, seat, views } as the server drew the page
 *     const { views, connection, clock } = seat;       // stores: `$views.everyone?.step`, `$connection`, `$clock`
 *     onMount(() => seat.start());                     // listens and sends; what it returns ends that
 *
 *     await seat.outbox.send({ type: 'write', run, input, act, kept: false });   // kept on the device, then sent once
 *     const { sendings, where } = seat.outbox;         // `$sendings`: waiting, accepted, or refused with a sentence
 *     minutesLeft($views.everyone?.run, $clock)        // whole minutes, or null
 *     await seat.notes.write('question-1', words);     // never leaves this device; also for words not sent yet
 *     await seat.wipe();                               // "Wis dit van mijn telefoon"
 *
 * `openSeat` touches nothing of the browser, so that a page may call it while the server draws it.
 */
export function openSeat({ conversation, seat, views: sent }: SeatOnPage): OpenSeat {
  const address = `/v1/conversations/${conversation}/seats/${seat}`;
  const name = `${conversation}/${seat}`;
  const clock = new ServerClock(sent.at);
  const views = new Views(sent);
  const stream = new LiveStream(address, views, clock);
  const outbox = new Outbox(address, name);
  const notes = new PrivateNotes(name);
  return {
    views,
    clock,
    outbox,
    notes,
    connection: stream.connection,
    start() {
      const ends = [stream.open(), outbox.open(), stream.connection.subscribe((connection) => connection === 'live' && outbox.wake())];
      return () => ends.forEach((end) => end());
    },
    async wipe() {
      await Promise.all([outbox.wipe(), notes.wipe(), forgetPages()]);
    },
  };
}

export interface SeatOnPage {
  readonly conversation: string;
  readonly seat: string;
  readonly views: SentViews;
}

export interface OpenSeat {
  readonly views: Readable<SeatViews>;
  /** The server's time, every few seconds. */
  readonly clock: ServerClock;
  readonly connection: Readable<Connection>;
  readonly outbox: Outbox;
  readonly notes: PrivateNotes;
  start(): () => void;
  /** Removes every word and page of this seat from the device. What the server has it keeps. */
  wipe(): Promise<void>;
}

/** Pages that the service worker keeps for when there is no network; there is none on plain http. */
async function forgetPages(): Promise<void> {
  if ('caches' in globalThis) await caches.delete('pages');
}
