import type { Situation } from '#conversation/input.ts';
import type { Beside } from '#conversation/languages.ts';
import { steps } from '#conversation/lookup.ts';
import type { State } from '#conversation/state.ts';
import { slotsOf, type TranslatedSlot } from '#conversation/translated.ts';
import { adapted } from '#conversation/views/everyone.ts';
import type { Phase } from '#conversation/format.ts';
import type { Words, WordsOf } from '#conversation/words.ts';

/** A step as whoever translates it sees it: what stands there, and what it is called in the other language. */
export interface StepToTranslate {
  readonly phase: string;
  readonly name: Words;
  readonly texts: readonly TextToTranslate[];
}
export interface TextToTranslate {
  readonly slot: TranslatedSlot;
  readonly usual: Words;
  /** Empty while nobody translated it. */
  readonly own: string;
}

export function toTranslate({ state }: Situation, words: WordsOf, language: Beside): readonly StepToTranslate[] {
  const phases = [...new Map(steps(state).map(({ phase }) => [phase.id, phase])).values()];
  return phases.map((phase) => ({
    phase: phase.id,
    name: adapted(state, phase, 'name', words),
    texts: slotsOf(phase).map(({ slot, usual }) => ({
      slot,
      usual: slot === 'name' || slot === 'prompt' ? adapted(state, phase, slot, words) : usual,
      own: ownText(state, phase, slot, language, words),
    })),
  }));
}

/** How much of it was translated. */
export function howFar(steps: readonly StepToTranslate[]): { readonly done: number; readonly of: number } {
  const texts = steps.flatMap((step) => step.texts);
  return { done: texts.filter(({ own }) => own !== '').length, of: texts.length };
}

function ownText({ adapted: known }: State, phase: Phase, slot: TranslatedSlot, language: Beside, words: WordsOf): string {
  const id = known[`${phase.id}/${slot}/${language}`];
  return (id && words(id)) ?? '';
}
