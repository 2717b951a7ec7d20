import type { ConversationId } from './ids.ts';
import type { Addresses } from './ports/addresses.ts';
import type { People } from './ports/people.ts';
import type { Library } from './ports/library.ts';
import type { Outcomes } from './ports/outcomes.ts';
import type { JoinCodes } from './ports/joinCodes.ts';
import type { Receipts } from './ports/receipts.ts';
import type { Conversations, Streams, Texts } from './ports/streams.ts';
import type { Snapshots } from './ports/snapshots.ts';
import type { Tickets } from './ports/tickets.ts';
import type { Tokens } from './ports/tokens.ts';
import type { Trajectories } from './ports/trajectories.ts';

/** What the app needs of storage; `store/` keeps it in PostgreSQL. Every call may throw a StoreProblem. */
export interface Store {
  readonly conversations: Conversations;
  readonly streams: Streams;
  readonly texts: Texts;
  readonly snapshots: Snapshots;
  readonly receipts: Receipts;
  readonly joinCodes: JoinCodes;
  readonly tickets: Tickets;
  readonly addresses: Addresses;
  readonly outcomes: Outcomes;
  readonly library: Library;
  readonly trajectories: Trajectories;
  readonly people: People;
  readonly tokens: Tokens;
  readonly hints: Hints;
  readonly files: Files;
  stop(): Promise<void>;
}

/** The files in which the database keeps it all. */
export interface Files {
  /** Quick, and in nobody's way: what was deleted makes room for other things. */
  sweep(): Promise<void>;
  /** Nothing that was erased or deleted can be found in them any more. `now`: ms since 1970. */
  wipe(now: number): Promise<void>;
  /** When that was done last. */
  wipedAt(): Promise<number>;
}

/** Tells other processes on the same database that there is something new. A hint can be lost. */
export interface Hints {
  tell(hint: Hint): void;
  /** `undefined` is heard after the line was broken: anything may have happened. */
  onHeard(listener: (hint: Hint | undefined) => void): void;
}
export type Hint = { readonly conversation: ConversationId } | 'revoked';

/**
 * Why storage did not do it. `away`: nobody answers, or it is unknown whether the commit arrived; `again`:
 * it got in the way of something else; `gone`: the conversation was thrown away; `failed`: this will never work;
 * `broken`: nothing of this kind works now, whoever asks it. The message holds nobody's words.
 */
export class StoreProblem extends Error {
  readonly kind: 'away' | 'again' | 'gone' | 'failed' | 'broken';
  /** Of PostgreSQL or the driver: for the log. */
  readonly code: string;
  constructor(kind: StoreProblem['kind'], code: string) {
    super(`The database answered ${code}.`);
    this.name = 'StoreProblem';
    this.kind = kind;
    this.code = code;
  }
}

/** By its name: the pages are bundled with a class of their own, of which nothing is ever an instance. */
export function isStoreProblem(error: unknown): error is StoreProblem {
  return error instanceof Error && error.name === 'StoreProblem' && 'kind' in error;
}
