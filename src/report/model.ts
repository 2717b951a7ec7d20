import type { Format, Place, Step } from '#conversation/format.ts';
import { dayOf } from '#conversation/day.ts';
import type { Situation } from '#conversation/input.ts';
import { steps, usesWrittenIn } from '#conversation/lookup.ts';
import type { ScopeText } from '#conversation/scope.ts';
import type { EntryId, State } from '#conversation/state.ts';
import { adapted } from '#conversation/views/everyone.ts';
import type { Words, WordsOf } from '#conversation/words.ts';
import { cardOf, released, type ReportCard } from './cards.ts';
import { clockOf } from './dates.ts';
import { factsOf, type Facts } from './facts.ts';
import { inputReport, type InputReport } from './inputs.ts';
import type { Audience } from './numbers.ts';
import { followUpReport, outcomeReport, type FollowUpReport, type OutcomeReport } from './outcomes.ts';

/**
 * A conversation as it can be told afterwards, in plain JSON. It is folded from the log alone, so that it
 * stays the same after sealing; it opens released cards only, and whatever it claims names its cards.
 */
export interface Report {
  readonly format: Pick<Format, 'id' | 'version' | 'name' | 'evidence' | 'sources'> & { readonly inspiredBy: Words | null };
  readonly title: string | null;
  readonly scope: { readonly about: string | null; readonly decides: string | null; readonly hearBack: string | null };
  readonly status: State['status'];
  /** The local day it began, year-month-day; null when it did not. */
  readonly heldOn: string | null;
  readonly facts: Facts;
  readonly steps: readonly StepReport[];
  readonly outcomes: readonly OutcomeReport[];
  readonly followUps: readonly FollowUpReport[];
  /** Every card that stands anywhere in this report, once. */
  readonly cards: { readonly [id: EntryId]: ReportCard };
}

export interface StepReport {
  readonly place: Place;
  readonly name: Words;
  readonly repeat: number;
  /** The local time at which it first began. */
  readonly at: string;
  /** It was held behind a closed door: its words are in no report. */
  readonly closed: boolean;
  readonly inputs: readonly InputReport[];
}

export function reportOf(situation: Situation, words: WordsOf, audience: Audience): Report {
  const { state } = situation;
  const { id, version, name, evidence, sources, inspiredBy, outcomes, followUps } = state.format;
  const text = (part: ScopeText) => (state.scope[part] ? words(state.scope[part]) : null);
  const told = steps(state).flatMap((step) => stepReport(situation, step, words) ?? []);
  const shown = new Set(told.flatMap((step) => step.inputs.flatMap((input) => input.cards)));
  return {
    format: { id, version, name, evidence, sources, inspiredBy: inspiredBy ?? null },
    title: text('title'),
    scope: { about: text('about'), decides: text('decides'), hearBack: text('hearBack') },
    status: state.status,
    heldOn: state.runs[0] ? dayOf(state.runs[0].startedAt) : null,
    facts: factsOf(situation, audience),
    steps: told,
    outcomes: outcomes.map((outcome) => outcomeReport(state, outcome, shown)),
    followUps: followUps.map((followUp) => followUpReport(state, followUp)),
    cards: cardsIn(situation, told, shown, words),
  };
}

/** A step that never began is not told. */
function stepReport(situation: Situation, step: Step, words: WordsOf): StepReport | null {
  const { state } = situation;
  const run = state.runs.find((each) => each.place === step.place);
  if (!run) return null;
  return {
    place: step.place,
    name: adapted(state, step.phase, 'name', words),
    repeat: step.repeat,
    at: clockOf(run.startedAt),
    closed: step.phase.grouping.kind === 'closed',
    inputs: usesWrittenIn(state, step).map((use) => inputReport(situation, step, use, words)),
  };
}

function cardsIn(situation: Situation, told: readonly StepReport[], shown: ReadonlySet<EntryId>, words: WordsOf): Report['cards'] {
  const entries = told.flatMap((step) => step.inputs.flatMap((input) => released(situation.state, step.place, input.use.key)));
  const cards = entries.flatMap((entry) => (shown.has(entry.id) ? (cardOf(situation, entry, words) ?? []) : []));
  return Object.fromEntries(cards.map((card) => [card.id, card]));
}
