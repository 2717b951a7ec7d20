import type { SpokenWords } from '#conversation/action.ts';
import { isBeside } from '#conversation/languages.ts';
import { textOf } from '#inputs/form.ts';
import type { Component } from 'svelte';

/** What an interpreter fills in beside a card, and how it is read: handed down, so that no other phone has to carry it. */
export interface Interpreting {
  readonly Fields: Component;
  readonly read: typeof spokenIn;
}

/** How it was said, as an interpreter filled it in; nothing of anybody else's form. */
export function spokenIn(form: FormData): { readonly spoken?: SpokenWords } {
  const words = textOf(form, 'spoken').trim();
  const language = textOf(form, 'spokenLanguage');
  return words === '' ? {} : { spoken: { words, language: isBeside(language) ? language : null } };
}
