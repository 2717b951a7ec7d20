import type { Side } from './side.ts';

/** Outlines of equal visual weight in a square of 28 by 28, centred on (14, 14). */
export const SHAPES: { readonly [side in Side]: string } = {
  resident: 'M14 2.4a11.6 11.6 0 1 1 0 23.2a11.6 11.6 0 1 1 0-23.2z',
  professional: 'M6.2 3.8h15.6a2.4 2.4 0 0 1 2.4 2.4v15.6a2.4 2.4 0 0 1-2.4 2.4h-15.6a2.4 2.4 0 0 1-2.4-2.4v-15.6a2.4 2.4 0 0 1 2.4-2.4z',
  municipality: 'M12.6 2.6a1.6 1.6 0 0 1 2.8 0l11.4 20.4a1.6 1.6 0 0 1-1.4 2.4h-22.8a1.6 1.6 0 0 1-1.4-2.4z',
  other:
    'M5 12a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8zM14 12a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8zM23 12a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z',
};

/** A letter in a triangle stands lower, where the triangle is wide. */
export const LETTER_BASELINE: { readonly [side in Side]: number } = {
  resident: 18.9,
  professional: 18.9,
  municipality: 22.2,
  other: 8,
};
