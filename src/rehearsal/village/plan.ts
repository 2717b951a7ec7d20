import type { Format } from '#conversation/format.ts';
import type { MinuteOfDay } from '#conversation/plan.ts';
import type { State } from '#conversation/state.ts';
import type { Leader } from './leader.ts';
import type { Village } from './tablePhone.ts';

/** What an evening is made of before anybody came. */
export interface EveningPlan extends Village {
  readonly format: Format;
  readonly people: number;
  readonly phones: number;
  readonly tables: number;
  readonly leader: Leader;
  /** When the first step begins. The doors open half an hour before. */
  readonly begins: number;
  /** How many minutes the first step runs over. */
  readonly late: number;
  /** What is told beforehand: when this step begins, as the minute of the day. */
  readonly promise: { readonly phase: string; readonly at: number } | null;
  readonly minuteOfDay: MinuteOfDay;
  /** What the house holds: to see when every phone shows it. */
  held(): Promise<State>;
}
