import type { Outcome } from '#conversation/outcome.ts';
import { textOf } from '#inputs/form.ts';

/** What a form knew of an outcome when it was drawn. A form with mistakes keeps it: what happened meanwhile was not read yet. */
export interface Drawn {
  /** How many times it had stood or changed. */
  readonly saw: number;
  /** How often its cards had let go of words. */
  readonly lost: number;
}

export function drawnOf({ history, changes, lost = 0 }: Outcome): Drawn {
  return { saw: history.length + changes.length, lost };
}

export function drawnIn(form: FormData): Drawn {
  return { saw: Number(textOf(form, 'saw')), lost: Number(textOf(form, 'lost')) };
}
