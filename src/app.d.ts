import type { House } from './house.ts';
import type { Language } from './words/language.ts';

declare global {
  namespace App {
    interface Locals {
      house: House;
      language: Language;
    }
  }
}
