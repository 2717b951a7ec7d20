import type { Situation } from '#conversation/input.ts';
import type { WordsOf } from '#conversation/words.ts';

/** A pure function of a conversation. It may be called again, once words that it missed were looked up. */
export type Reader<T> = (situation: Situation, words: WordsOf) => T;

/**
 * Handed in by whoever folds conversations: reads one as it stands after the last commit this node knows of.
 * Null when there is no such conversation.
 */
export type Read = <T>(conversation: string, reader: Reader<T>) => Promise<T | null>;

/** Makes what `Read` reads as new as the database, whatever other nodes did; every commit that this shows is told as any other. */
export type Refresh = (conversation: string) => Promise<void>;

/** Says that somebody listens to a conversation, so that its news keeps coming; what it returns ends that. */
export type Attend = (conversation: string) => () => void;

/** The server's clock, in milliseconds since 1970. */
export type Clock = () => number;
