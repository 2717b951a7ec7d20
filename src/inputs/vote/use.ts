import type { InputUse } from '#conversation/format.ts';
import type { Among } from '../among.ts';

/** A choice, one for each seat; choosing again replaces it. */
export type VoteUse = DotsUse | TopUse | OneUse | PicksUse | ConsentVoteUse | ForIfAgainstUse;

/** Dots to divide, several on one option if `perOption` allows. */
export interface DotsUse extends SecretVote {
  readonly way: 'dots';
  readonly dots: number;
  readonly perOption?: number;
  readonly among: Among;
  /** How many places the room sees of the ranking; equal counts share a place, so it can be more cards. Absent: a plain list. */
  readonly places?: number;
}

/** One option or card; people can be seated by it. */
export interface OneUse extends Vote {
  readonly way: 'one';
  readonly among: Among;
}

/** A table picks so many of its own cards for the room. The others stay where they are. */
export interface PicksUse extends Vote {
  readonly way: 'picks';
  readonly picks: number;
  readonly among: { readonly cards: readonly string[] };
}

/** The `top` best, in order: the first counts `top` points, the last one point. */
export interface TopUse extends SecretVote {
  readonly way: 'topN';
  readonly top: number;
  readonly among: Among;
}

/** "Kun je ermee leven?" Yes; yes with a condition and what that takes; no and why. Never secret: it asks for words. */
export interface ConsentVoteUse extends Vote {
  readonly way: 'consent';
  readonly maxWords?: number;
}

/** For; for, if …; against, because …. When secret it asks for no words, so there is only for or against. */
export interface ForIfAgainstUse extends SecretVote {
  readonly way: 'forIfAgainst';
  readonly maxWords?: number;
}

interface Vote extends InputUse {
  readonly kind: 'vote';
}

interface SecretVote extends Vote {
  readonly secret?: boolean;
}

/** What the room hears. Under five votes there are no counts. Ties stay ties: it ranks nothing. */
export type VoteSummary = { readonly turnout: number; readonly counts: { readonly [option: string]: number } | null };
