import { lostOf } from '#conversation/lostWords.ts';
import type { Outcome } from '#conversation/outcome.ts';
import type { WordsOf } from '#conversation/words.ts';
import { textOf } from '#inputs/form.ts';

/** What a form knew of an outcome when it was drawn. A form with mistakes keeps it: what happened meanwhile was not read yet. */
export interface Drawn {
  /** How many times it had stood or changed. */
  readonly saw: number;
  /** How often words had been taken out of it. */
  readonly lost: number;
}

export function drawnOf(outcome: Outcome, words: WordsOf): Drawn {
  return { saw: sawOf(outcome), lost: lostOf(outcome, words) };
}

export function sawOf({ history, changes }: Outcome): number {
  return history.length + changes.length;
}

export function drawnIn(form: FormData): Drawn {
  return { saw: Number(textOf(form, 'saw')), lost: Number(textOf(form, 'lost')) };
}
