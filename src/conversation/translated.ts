import type { InputUse, Phase } from './format.ts';
import type { Beside, Translated } from './languages.ts';
import type { State } from './state.ts';
import type { Words, WordsOf } from './words.ts';

/** What of a step people read in their own language: its name, its questions, and what each input is called. */
export type TranslatedSlot = 'name' | 'prompt' | `prompt.${number}` | `label.${string}`;

/** The first question has the name that it has where it is adapted. */
export function slotOfPrompt(index: number): TranslatedSlot {
  return index === 0 ? 'prompt' : `prompt.${index}`;
}

export function slotsOf(phase: Phase): readonly { readonly slot: TranslatedSlot; readonly usual: Words }[] {
  return [
    { slot: 'name', usual: phase.name },
    ...phase.prompts.map(({ text }, index) => ({ slot: slotOfPrompt(index), usual: text })),
    ...phase.inputs.map(({ key, label }) => ({ slot: `label.${key}` as const, usual: label })),
  ];
}

/** Of the languages that can be chosen those in which somebody has written down at least one text. */
export function translatedInto({ languages, adapted }: State): readonly Beside[] {
  return languages.beside.filter((tag) => Object.keys(adapted).some((slot) => slot.endsWith(`/${tag}`)));
}

/** With its translations on top; the words themselves stay as they are. */
export function translated(state: State, phase: Phase, slot: TranslatedSlot, usual: Words, words: WordsOf): Translated {
  const found = state.languages.beside.flatMap((tag) => {
    const text = state.adapted[`${phase.id}/${slot}/${tag}`];
    const said = text && words(text);
    return said ? [[tag, said] as const] : [];
  });
  return found.length === 0 ? usual : { ...usual, ...Object.fromEntries(found) };
}

export function translatedUse(state: State, phase: Phase, use: InputUse, words: WordsOf): InputUse {
  const label = translated(state, phase, `label.${use.key}`, use.label, words);
  return label === use.label ? use : { ...use, label };
}
