import type { InputUse, Place } from '#conversation/format.ts';
import type { Situation } from '#conversation/input.ts';
import { entriesAt } from '#conversation/lookup.ts';
import { isPublished } from '#conversation/publishing.ts';
import type { EntryId } from '#conversation/state.ts';
import type { WordsOf } from '#conversation/words.ts';
import { harvestReport, type HarvestReport } from './harvest.ts';
import { withoutFew } from './fewPeople.ts';
import { countsCards } from './inputs.ts';
import { reportOf, type Report } from './model.ts';
import type { Audience } from './numbers.ts';
import { scopeReport, type ScopeReport } from './scope.ts';
import { withoutGuessable } from './smallTables.ts';

/** A report with what was done before publishing. Apart from the model, which an old log folds to for ever. */
export interface CheckedReport extends Report {
  /** With all that an old log could not tell. */
  readonly scope: ScopeReport;
  readonly harvest: HarvestReport;
  /** Two people looked through all that stands in it. */
  readonly published: boolean;
  /** Cards that those who lead kept back by a house rule, and for everybody those of tables that are too small, by `place/input`; inputs without them are left out. */
  readonly keptBack: { readonly [input: string]: number };
}

export function checkedReportOf(situation: Situation, words: WordsOf, audience: Audience): CheckedReport {
  const whole = withoutFew(situation, reportOf(situation, words, audience), audience);
  const report = audience === 'public' ? withoutGuessable(situation.state, whole) : whole;
  const counted = report.steps.flatMap(({ place, inputs }) =>
    inputs.map(({ use, sum, withdrawn }) => {
      const count = keptBackOf(situation, place, use);
      const guessable = cardsOf(whole, place, use) - cardsOf(report, place, use);
      return { key: keyOf(place, use.key), count: count + guessable, gone: sum === null ? count + withdrawn : 0 };
    }),
  );
  const cards = counted.reduce((total, { gone }) => total + gone, report.facts.cards);
  return {
    ...report,
    // What was kept back or withdrawn was written too: the cards add up.
    facts: { ...report.facts, cards },
    scope: scopeReport(situation.state, words),
    harvest: harvestReport(situation, words, audience, new Set(Object.keys(report.cards) as EntryId[])),
    published: isPublished(situation.state),
    keptBack: Object.fromEntries(counted.flatMap(({ key, count }) => (count > 0 ? [[key, count]] : []))),
  };
}

export function keptBackAt({ keptBack }: Pick<CheckedReport, 'keptBack'>, place: Place, input: string): number {
  return keptBack[keyOf(place, input)] ?? 0;
}

function keptBackOf(situation: Situation, place: Place, use: InputUse): number {
  if (!countsCards(situation, use)) return 0;
  return entriesAt(situation.state, place).filter(({ input, laid, status }) => input === use.key && laid && status === 'hidden').length;
}

function cardsOf({ steps }: Report, place: Place, { key }: InputUse): number {
  return steps.find((step) => step.place === place)?.inputs.find(({ use }) => use.key === key)?.cards.length ?? 0;
}

function keyOf(place: Place, input: string): string {
  return `${place}/${input}`;
}
