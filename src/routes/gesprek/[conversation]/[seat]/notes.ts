import type { Place } from '#conversation/format.ts';

/** Under which name a note for myself stays on this device. */
export function noteKey(place: Place, input: string): string {
  return `${PREFIX}${place}/${input}`;
}

/** The notes for myself among all that is kept, in the order of the steps. */
export function ownNotes(all: { readonly [key: string]: string }): readonly { readonly key: string; readonly words: string }[] {
  return Object.entries(all)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, words]) => ({ key, words }));
}

const PREFIX = 'note/';
