import type { Situation } from '#conversation/input.ts';
import type { WordsOf } from '#conversation/words.ts';

/** A pure function of a conversation. It may be called again, once words that it missed were looked up. */
export type Reader<T> = (situation: Situation, words: WordsOf) => T;

/**
 * Handed in by whoever folds conversations: reads one as it stands after the last commit this node knows of.
 * Null when there is no such conversation.
 */
export type Read = <T>(conversation: string, reader: Reader<T>) => Promise<T | null>;

/** Says that somebody listens to a conversation, so that its news keeps coming; what it returns ends that. */
export type Attend = (conversation: string) => () => void;

/** The server's clock, in milliseconds since 1970. */
export type Clock = () => number;
