import { type Refusal, refuse } from '#conversation/refusal.ts';
import type { TextId, WordsOf } from '#conversation/words.ts';

/** Words in a text, as people count them: the parts between the spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** A text over its maximum is refused, never cut: nobody's sentence ends halfway. */
export function overLength(text: string, maximum: number): Refusal | null {
  const count = countWords(text);
  return count > maximum ? refuse('tooManyWords', { maximum, count }) : null;
}

/** The words of a text that may be absent or erased. */
export function read(text: TextId | null, words: WordsOf): string | null {
  return text === null ? null : words(text);
}

/** A sentence made to fit; only for people who are imagined. */
export function clip(sentence: string, maximum: number): string {
  return sentence.split(/\s+/u).slice(0, maximum).join(' ');
}
