import type { Format, Phase, Setting } from '#conversation/format.ts';
import { choiceOf } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { minutesOf, steps } from '#conversation/lookup.ts';
import { usualTables } from '#conversation/seating.ts';
import type { ChosenLanguages } from '#conversation/languages.ts';
import type { Offered } from '#conversation/told.ts';
import type { State } from '#conversation/state.ts';
import { SCOPE_PARTS, type ScopePart } from '#conversation/scope.ts';
import type { Language, Words, WordsOf } from '#conversation/words.ts';
import { scopeReport, type ScopeReport } from '#report/scope.ts';

/** A conversation as whoever prepares it sees it: what was laid ready, and what the format says by itself. */
export interface Prepared {
  readonly status: State['status'];
  readonly format: Words;
  readonly started: boolean;
  /** As it stands in the fields: empty where nothing was filled in. */
  readonly scope: { readonly [part in ScopePart]: string };
  readonly told: ScopeReport;
  readonly settings: readonly (Setting & { readonly chosen: string })[];
  readonly languages: ChosenLanguages;
  readonly offered: Offered;
  readonly tables: number;
  readonly tableSize: number;
  /** What the format is meant for. */
  readonly usual: { readonly people: Format['groupSize']; readonly tables: ReturnType<typeof usualTables> };
  readonly steps: readonly PreparedStep[];
  readonly houseRules: readonly Words[];
  readonly mustBePresent: readonly string[];
}

export interface PreparedStep {
  /** The phase: its repeats share minutes and texts. */
  readonly phase: string;
  readonly name: Words;
  readonly minutes: number;
  readonly repeat: number;
  readonly isBreak: boolean;
  /** When people were told that it begins: the minute of the day. */
  readonly promised: number | null;
  readonly texts: readonly PreparedText[];
}
export interface PreparedText {
  readonly slot: AdaptedSlot;
  readonly language: Language;
  readonly usual: string;
  /** Empty where the usual text stands. */
  readonly own: string;
}
export const ADAPTED_SLOTS = ['say', 'prompt'] as const;
export type AdaptedSlot = (typeof ADAPTED_SLOTS)[number];

export function preparedOf({ state }: Situation, words: WordsOf): Prepared {
  const { format } = state;
  const phases = [...new Map(steps(state).map(({ phase }) => [phase.id, phase])).values()];
  const told = scopeReport(state, words);
  return {
    status: state.status,
    format: format.name,
    started: state.run !== null,
    scope: Object.fromEntries(SCOPE_PARTS.map((part) => [part, told[part] ?? ''])) as { readonly [part in ScopePart]: string },
    told,
    settings: format.settings.map((setting) => ({ ...setting, chosen: choiceOf(format, state.choices, setting.id) ?? setting.standard })),
    languages: state.languages,
    offered: state.offered,
    tables: state.tables.length || state.tableCount,
    tableSize: sizeOfTables(phases),
    usual: { people: format.groupSize, tables: usualTables(format) },
    steps: phases.map((phase) => preparedStep(state, phase, words)),
    houseRules: format.houseRules,
    mustBePresent: format.mustBePresent,
  };
}

function sizeOfTables(phases: readonly Phase[]): number {
  return Math.max(2, ...phases.map(({ grouping }) => (grouping.kind === 'groups' ? grouping.size : 0)));
}

function preparedStep(state: State, phase: Phase, words: WordsOf): PreparedStep {
  const texts = ADAPTED_SLOTS.flatMap((slot) => {
    const usual = slot === 'say' ? phase.say : phase.prompts[0]?.text;
    return usual
      ? (['nl', 'en'] as const).map((language) => ({
          slot,
          language,
          usual: usual[language],
          own: ownText(state, `${phase.id}/${slot}/${language}`, words),
        }))
      : [];
  });
  return {
    phase: phase.id,
    name: phase.name,
    minutes: minutesOf(state, phase),
    repeat: phase.repeat ?? 1,
    isBreak: phase.kind === 'break',
    promised: state.promises[phase.id] ?? null,
    texts,
  };
}

function ownText(state: State, key: string, words: WordsOf): string {
  const id = state.adapted[key];
  return (id && words(id)) ?? '';
}
