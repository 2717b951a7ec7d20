import type { Phase, Place, Role, Step } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import type { Beside } from '#conversation/languages.ts';
import { minutesOf, steps } from '#conversation/lookup.ts';
import { slotOfPrompt, translated, translatedUse } from '#conversation/translated.ts';
import type { State, TableNumber } from '#conversation/state.ts';
import { adapted } from '#conversation/views/everyone.ts';
import type { TextId, Words, WordsOf } from '#conversation/words.ts';
import { minuteOf } from '#words/time.ts';

/** An evening as it goes to the printer: all from the format and the plan, nothing that anybody wrote in it. */
export interface Evening {
  readonly title: string | null;
  readonly format: Words;
  readonly scope: {
    readonly about: string | null;
    readonly decides: string | null;
    readonly hearBack: string | null;
    /** Year-month-day. */
    readonly hearBackOn?: string | null;
    readonly fixed?: string | null;
    readonly open?: string | null;
  };
  readonly steps: readonly PrintedStep[];
  /** The languages beside those of the house. */
  readonly beside: readonly Beside[];
  readonly houseRules: readonly Words[];
  readonly roles: readonly Role[];
  /** By their numbers. */
  readonly tables: readonly TableNumber[];
  /** When it really began; null while it has not. */
  readonly began: number | null;
}

export interface PrintedStep {
  readonly place: Place;
  /** With the minutes and the words that the facilitator made of them. */
  readonly phase: Phase;
  readonly repeat: number;
  /** Minutes after the beginning. */
  readonly after: number;
  /** When people were told that it begins: the minute of the day. */
  readonly promised: number | null;
  /** A step without a clock came before: this time is a guess. */
  readonly about: boolean;
}

export function eveningOf({ state }: Situation, words: WordsOf): Evening {
  const text = (id: TextId | null) => id && words(id);
  const { format, scope } = state;
  return {
    title: text(scope.title),
    format: format.name,
    scope: {
      about: text(scope.about),
      decides: text(scope.decides),
      hearBack: text(scope.hearBack),
      ...(scope.hearBackOn && { hearBackOn: scope.hearBackOn }),
      ...(scope.fixed && { fixed: text(scope.fixed) }),
      ...(scope.open && { open: text(scope.open) }),
    },
    steps: timed(steps(state).map((step) => ({ ...step, promised: promisedAt(state, step), phase: asPlanned(state, step.phase, words) }))),
    beside: state.languages.beside,
    houseRules: format.houseRules,
    roles: format.roles,
    tables: tablesOf(state),
    began: state.runs[0]?.startedAt ?? null,
  };
}

/** Puts each step where those before it end. */
export function timed(steps: readonly Omit<PrintedStep, 'after' | 'about'>[]): readonly PrintedStep[] {
  return steps.map((step, index) => {
    const before = steps.slice(0, index).map(({ phase }) => phase);
    return {
      ...step,
      after: before.reduce((sum, { minutes }) => sum + minutes, 0),
      about: before.some(({ timer }) => timer === 'none'),
    };
  });
}

/** With the clock time of the beginning known, a promised step never begins before its time, and what follows waits with it. */
export function heldTo(begin: string | null, steps: readonly PrintedStep[]): readonly PrintedStep[] {
  const first = minuteOf(begin ?? '');
  if (first === null) return steps;
  let at = 0;
  return steps.map((step) => {
    const promised = step.promised === null ? null : (step.promised - first + DAY) % DAY;
    const isHeld = promised !== null && promised >= at && promised < DAY / 2;
    const after = isHeld ? promised : at;
    at = after + step.phase.minutes;
    return { ...step, after, about: step.about && !isHeld };
  });
}

/** When all of it is over, in minutes after the beginning. */
export function lengthOf(steps: readonly PrintedStep[]): number {
  const last = steps.at(-1);
  return last ? last.after + last.phase.minutes : 0;
}

function promisedAt({ promises }: State, { phase, repeat }: Step): number | null {
  return repeat === 1 ? (promises[phase.id] ?? null) : null;
}

const DAY = 1_440;

function tablesOf({ tables, tableCount }: State): readonly TableNumber[] {
  return tables.length > 0 ? tables.map(({ number }) => number) : Array.from({ length: tableCount }, (_, index) => index + 1);
}

function asPlanned(state: State, phase: Phase, words: WordsOf): Phase {
  return {
    ...phase,
    name: adapted(state, phase, 'name', words),
    say: adapted(state, phase, 'say', words),
    minutes: minutesOf(state, phase),
    prompts: phase.prompts.map((prompt, index) => ({
      ...prompt,
      text: index === 0 ? adapted(state, phase, 'prompt', words) : translated(state, phase, slotOfPrompt(index), prompt.text, words),
    })),
    inputs: phase.inputs.map((use) => translatedUse(state, phase, use, words)),
  };
}
