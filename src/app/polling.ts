import type { Clockwork } from './clockwork.ts';
import type { Mailing } from './mailing.ts';
import type { Nightly } from './nightly.ts';
import { mayPass } from './patience.ts';
import { StoreProblem, type Store } from './ports.ts';
import type { Receipts } from './receipts.ts';
import type { Tokens } from './tokens.ts';
import type { Rooms } from './rooms.ts';
import type { Visitors } from './visitors.ts';
import type { Log } from './world.ts';

export interface Polled {
  readonly store: Store;
  readonly rooms: Rooms;
  readonly visitors: Visitors;
  readonly clockwork: Clockwork;
  readonly nightly: Nightly;
  readonly receipts: Receipts;
  readonly mailing: Mailing;
  readonly tokens: Tokens;
  readonly log: Log;
  /** In ms. */
  readonly every: number;
}

/** Hints wake us at once, and a slow look behind them finds what they missed. The returned function ends it. */
export async function startPolling({
  store,
  rooms,
  visitors,
  clockwork,
  nightly,
  receipts,
  mailing,
  tokens,
  log,
  every,
}: Polled): Promise<() => void> {
  let isOver = false;
  const quietly = async (work: () => Promise<void>) => {
    try {
      if (!isOver) await work();
    } catch (error) {
      // A look that was under way when the house stopped finds no database any more.
      if (!isOver && !mayPass(error))
        log('error', 'Looking for news went wrong.', {
          kind: error instanceof Error ? error.name : typeof error,
          ...(error instanceof StoreProblem && { code: error.code }),
        });
    }
  };
  const erasePast = async () => {
    await receipts.erasePast();
    await mailing.erasePast();
    await tokens.erasePast();
  };
  await visitors.poll();
  await clockwork.look();
  await quietly(erasePast);
  store.hints.onHeard((hint) => {
    if (hint === undefined || hint === 'revoked') void quietly(() => visitors.poll());
    if (hint === undefined) void quietly(() => rooms.hearAll());
    else if (hint !== 'revoked') void quietly(() => rooms.hear(hint.conversation));
  });
  const news = setInterval(() => void quietly(() => Promise.all([rooms.poll(), visitors.poll()]).then(() => {})), every);
  const clock = setInterval(() => void quietly(() => clockwork.look()), CLOCK);
  const night = setInterval(() => void quietly(() => nightly.look()), CLOCK);
  const post = setInterval(() => void quietly(() => mailing.deliver()), CLOCK);
  const idle = setInterval(() => void quietly(() => rooms.letGo(UNUSED)), UNUSED / 10);
  const past = setInterval(() => void quietly(erasePast), DAY);
  return () => {
    isOver = true;
    for (const timer of [news, clock, night, post, idle, past]) clearInterval(timer);
  };
}

const CLOCK = 5_000;
const DAY = 86_400_000;
/** Ten minutes. */
const UNUSED = 600_000;
