import type { Format } from '#conversation/format.ts';
import type { Inputs } from '#conversation/input.ts';
import type { OutcomeKinds } from '#conversation/outcome.ts';
import { Clockwork } from './clockwork.ts';
import { Hall } from './hall.ts';
import { Guard } from './guard.ts';
import type { House } from './house.ts';
import { delegating } from './house/delegating.ts';
import { doing } from './house/doing.ts';
import { entering } from './house/entering.ts';
import { following } from './house/following.ts';
import { handingOut } from './house/handingOut.ts';
import { leading } from './house/leading.ts';
import { reading } from './house/reading.ts';
import { receiving } from './house/receiving.ts';
import { rehearsing } from './house/rehearsing.ts';
import { JoinCodes } from './joinCodes.ts';
import { Links } from './links.ts';
import { Mailing, type Mail } from './mailing.ts';
import { Nightly } from './nightly.ts';
import { OwnerMail } from './ownerMail.ts';
import { startPolling } from './polling.ts';
import type { Store } from './ports.ts';
import { Receipts } from './receipts.ts';
import { Rooms } from './rooms.ts';
import { writeSetUpCode } from './setUp.ts';
import { Tickets } from './tickets.ts';
import { Tokens } from './tokens.ts';
import { Visitors } from './visitors.ts';
import { serverClock, serverRandomness, type Clock, type Log, type Randomness } from './world.ts';

export interface HouseParts {
  readonly store: Store;
  readonly inputs: Inputs;
  readonly kinds: OutcomeKinds;
  readonly formats: readonly Format[];
  readonly log: Log;
  readonly clock?: Clock;
  readonly randomness?: Randomness;
  /** The file for the set-up code, while there is no organiser yet. */
  readonly setUpFile: string;
  /** How long an action waits for a database that is away (ms). */
  readonly patience?: number;
  /** How long after closing a conversation is sealed (ms): until then a receipt can still be asked for. */
  readonly sealAfter?: number;
  /** How often it looks for what other processes did (ms). */
  readonly pollEvery?: number;
  /** Absent: everything is asked in the app. */
  readonly mail?: Mail | undefined;
}

export interface BuiltHouse extends House {
  /** Where the set-up code was written; null when there is an organiser already. */
  readonly setUpFile: string | null;
}

/** Builds the app on its parts: everything that can be asked, and the clock that runs by itself. */
export async function buildHouse(parts: HouseParts): Promise<BuiltHouse> {
  const {
    store,
    inputs,
    kinds,
    formats,
    log,
    clock = serverClock,
    randomness = serverRandomness,
    patience = 15_000,
    sealAfter = 0,
    pollEvery = 1_000,
  } = parts;
  const world = { clock, randomness, log };
  const rooms = new Rooms({ store, inputs, kinds, world, patience, sealAfter });
  const visitors = new Visitors(store.people, store.hints, randomness);
  const codes = new JoinCodes(store.joinCodes, randomness);
  const links = new Links(store.people, visitors, rooms, randomness);
  const mailing = new Mailing(store, world, parts.mail);
  const receipts = new Receipts(store, rooms, world, mailing);
  const clockwork = new Clockwork(store, rooms, world, sealAfter);
  const nightly = new Nightly(store.files, world);
  const tickets = new Tickets(store.tickets, receipts, randomness);
  const tokens = new Tokens(store.tokens, world);
  const hall = new Hall(rooms, visitors, codes, tickets);
  const guard = new Guard(rooms, visitors);
  const preparing = { store, rooms, visitors, codes, formats };
  const setUpFile = await writeSetUpCode(links, parts.setUpFile);
  const stopPolling = await startPolling({ store, rooms, visitors, clockwork, nightly, receipts, mailing, tokens, log, every: pollEvery });

  return {
    setUpFile,
    ...doing({ rooms, guard, tickets }),
    ...reading(rooms),
    ...entering({ visitors, guard, hall, links, people: store.people, setUpFile: parts.setUpFile }),
    ...leading({ preparing, guard, world }),
    ...handingOut({ guard, tickets, links, visitors, people: store.people }),
    ...rehearsing({ guard, preparing, randomness }),
    ...receiving(receipts, guard),
    ...delegating(tokens, rooms),
    ...following({ store, rooms, kinds, world, ownerMail: new OwnerMail(guard, mailing) }),
    async stop() {
      stopPolling();
      clockwork.stop();
      await mailing.done();
      await rooms.done();
      await store.stop();
    },
  };
}
