import type { Visitor } from './app/house.ts';
import type { House } from './house.ts';
import type { Language } from './words/language.ts';
import type { Reading } from './words/spoken.ts';
import type { TextSize } from './words/textSize.ts';

declare global {
  namespace App {
    interface Locals {
      house: House;
      language: Language;
      textSize: TextSize;
      /** The other language in which a participant reads the questions. */
      reading: Reading | null;
      /** Whether nobody on the way can read along. */
      privateLine: boolean;
      /** Whoever asks, by the cookie of their device; null for someone new. */
      visitor: Visitor | null;
    }
  }
}
