import type { InputUse } from '#conversation/format.ts';
import { isLarge } from './looks.ts';
import type { Evening, PrintedStep } from './evening.ts';

/** One input of one step, to be done on paper. */
export interface OnPaper {
  readonly step: PrintedStep;
  readonly use: InputUse;
  /** In how many rounds it is asked. */
  readonly rounds: number;
}

/** The inputs of an evening that can be done on paper in some way, in order; a step with several rounds has them once. */
export function onPaper({ steps }: Evening, canBe: (use: InputUse) => boolean): readonly OnPaper[] {
  const roundsOf = (phase: string) => steps.filter((step) => step.phase.id === phase).length;
  return steps
    .filter(({ repeat }) => repeat === 1)
    .flatMap((step) => step.phase.inputs.filter(canBe).map((use) => ({ step, use, rounds: roundsOf(step.phase.id) })));
}

/** As large as a postcard; twice as large where much is asked. */
export function cardsOnAPage({ use }: OnPaper): 2 | 4 {
  return isLarge(use) ? 2 : 4;
}

/** How many pages of cards this takes: a card in each round for each writer, or for each table where the table or one role writes. */
export function pagesFor(asked: OnPaper, { writers, tables }: Needed): number {
  const { use, rounds } = asked;
  return Math.ceil(((isOfTable(use) || use.roles ? tables : writers) * rounds) / cardsOnAPage(asked));
}

export interface Needed {
  /** How many people write on paper. */
  readonly writers: number;
  readonly tables: number;
}

/** The table writes it together. */
export function isOfTable(use: InputUse & { readonly by?: string }): boolean {
  return use.by === 'table';
}
