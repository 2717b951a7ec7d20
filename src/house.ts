import type { House as App } from '#app/house.ts';
import type { Desk } from '#doors/desk.ts';
import type { Hub } from '#live/hub.ts';
import type { Rehearsals } from '#rehearsal/rehearsals.ts';
import type { WordOffice } from '#report/word/office.ts';
import type { Settings } from './settings.ts';

/** What the entry builds once and the pages are handed. */
export interface House {
  readonly settings: Settings;
  /** Where people reach this house, without a slash at the end: the only beginning of an absolute link. */
  readonly address: string;
  /** Whether people reach it by https: only then may cookies be Secure. */
  readonly secure: boolean;
  /** All that may be asked and done. */
  readonly app: App;
  /** What screens see, and who is listening. */
  readonly live: Hub;
  /** Where everything that is limited passes: actions, joining, codes. */
  readonly desk: Desk;
  /** Makes Word files. */
  readonly office: WordOffice;
  /** Simulated people, for those who want to practise. */
  readonly rehearsals: Rehearsals;
}

// The pages are bundled and would otherwise carry a second copy of every room they import.
const KEY = Symbol.for('samenspraak.house');

export function handOver(house: House | undefined): void {
  Reflect.set(globalThis, KEY, house);
}

export function theHouse(): House {
  const house: unknown = Reflect.get(globalThis, KEY);
  if (!isHouse(house)) throw new Error('The pages run without a house: start them through src/main.ts.');
  return house;
}

function isHouse(value: unknown): value is House {
  return typeof value === 'object' && value !== null && 'settings' in value && 'address' in value && 'app' in value;
}
