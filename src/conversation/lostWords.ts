import type { Outcome } from './outcome.ts';
import { textsIn, type TextId, type WordsOf } from './words.ts';

/**
 * How often words were taken out of an outcome: a card it grew from let go of them, or, of a copy, they were taken back
 * where it came from. Whoever words it anew says how often they knew of, so that what they typed brings none of them back.
 */
export function lostOf(outcome: Outcome, words: WordsOf): number {
  return (outcome.lost ?? 0) + (outcome.origin === null ? 0 : textsOfFields(outcome).filter((text) => words(text) === null).length);
}

/** Also of its earlier wordings. */
export function textsOfFields({ fields, changes }: Pick<Outcome, 'fields' | 'changes'>): readonly TextId[] {
  return [fields, ...changes.map(({ before }) => before)].flatMap((each) => textsIn(each));
}
