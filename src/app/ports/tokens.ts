import type { DeviceId, OrganiserId, TokenId } from '../ids.ts';
import type { Scope } from '../tokens.ts';

/** Tokens by which other systems ask for an organiser. Secrets come in as hashes. */
export interface Tokens {
  /** Goes with the way in by which its maker became organiser. False when that was taken away meanwhile, or there are too many. */
  add(token: NewToken): Promise<boolean>;
  /** One that has not ended on this day: year-month-day. */
  find(secretHash: Uint8Array, day: string): Promise<StoredToken | null>;
  listOf(organiser: OrganiserId): Promise<readonly ListedToken[]>;
  /** False when there is none, or it is another's. */
  end(organiser: OrganiserId, token: TokenId): Promise<boolean>;
  /** Erases what ended before this day. */
  erasePast(day: string): Promise<void>;
}

export interface ListedToken {
  readonly id: TokenId;
  /** What its organiser calls the system that has it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The last day it works, year-month-day. */
  readonly endsOn: string;
}

export interface NewToken extends ListedToken {
  readonly organiser: OrganiserId;
  readonly device: DeviceId;
  readonly secretHash: Uint8Array;
}

export interface StoredToken {
  readonly id: TokenId;
  readonly organiser: OrganiserId;
  readonly scopes: readonly Scope[];
}
