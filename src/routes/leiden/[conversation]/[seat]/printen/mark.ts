import type { Evening } from './evening.ts';

/**
 * Three signs that change with the plan, so that a sheet of an older plan can be told from a new one. They are
 * made of two parts: the words, that only the server reads in full, and the minutes, that a live page follows.
 */
export function planMark(words: string, minutes: readonly MinutesOfStep[]): string {
  let left = fingerprint(JSON.stringify([words, minutes.map(({ place, minutes: count }) => [place, count])]));
  return [LETTERS, SIGNS, SIGNS]
    .map((signs) => {
      const sign = signs[left % signs.length];
      left = Math.floor(left / signs.length);
      return sign;
    })
    .join('');
}

export interface MinutesOfStep {
  readonly place: string;
  readonly minutes: number;
}

/** The part of the mark that is all of a plan but its minutes: also the way in, because that stands on the tables. */
export function wordsMark({ title, scope, steps, houseRules, roles }: Evening, joinCode: string | null): string {
  const said = steps.map(({ place, phase, promised }) => [place, { ...phase, minutes: null }, ...(promised === null ? [] : [promised])]);
  return fingerprint(JSON.stringify([title, scope, said, houseRules, roles, joinCode])).toString(36);
}

export function minutesIn({ steps }: Evening): readonly MinutesOfStep[] {
  return steps.map(({ place, phase }) => ({ place, minutes: phase.minutes }));
}

/** No vowels, so no words; no signs that look alike. A letter first: it is no number of plans. */
const LETTERS = 'BCDFGHJKLMNPRTVWXZ';
const SIGNS = `${LETTERS}2346789`;

/** FNV-1a, 32 bits. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
