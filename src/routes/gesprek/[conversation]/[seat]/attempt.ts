import type { Json } from '#conversation/words.ts';

/** What was sent without script and refused: the sentence, and the words so that nothing is lost. */
export interface Attempt {
  readonly sentence: string;
  readonly input?: string | undefined;
  readonly act?: Json | undefined;
  readonly kept?: boolean | undefined;
}
