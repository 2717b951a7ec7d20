import type { Situation } from '#conversation/input.ts';
import type { WordsOf } from '#conversation/words.ts';

/** A conversation as it stands after the last commit this node knows of. */
export interface Look {
  readonly situation: Situation;
  readonly words: WordsOf;
}

/** Handed in by whoever folds conversations; null when there is no such conversation. */
export type LookAt = (conversation: string) => Look | null | Promise<Look | null>;

/** The server's clock, in milliseconds since 1970. */
export type Clock = () => number;
