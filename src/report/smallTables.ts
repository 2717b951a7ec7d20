import { isGuessable } from '#conversation/smallTables.ts';
import type { EntryId, State } from '#conversation/state.ts';
import type { InputReport } from './inputs.ts';
import type { Report } from './model.ts';
import type { OutcomeReport } from './outcomes.ts';

/**
 * The report for everybody, without the cards of which somebody at the same table could guess the writer
 * (docs/decisions/0027-public-reports.md). They stay in the numbers, and in the report for those who were there.
 */
export function withoutGuessable(state: State, report: Report): Report {
  const stays = (id: EntryId) => {
    const entry = state.entries.get(id);
    return entry === undefined || !isGuessable(state, entry);
  };
  return withoutCards(report, stays);
}

/** The same report with only the cards that stay, wherever they stand. */
export function withoutCards(report: Report, stays: (card: EntryId) => boolean): Report {
  const inputReport = (input: InputReport): InputReport => ({
    ...input,
    cards: input.cards.filter(stays),
    tally: input.tally && { ...input.tally, restsOn: input.tally.restsOn.filter(stays) },
  });
  const outcomeReport = (outcome: OutcomeReport): OutcomeReport => ({
    ...outcome,
    cards: outcome.cards.filter(stays),
    changes: outcome.changes.map(({ table, before, after }) => ({ table, before: before.filter(stays), after: after.filter(stays) })),
  });
  return {
    ...report,
    steps: report.steps.map((step) => ({ ...step, inputs: step.inputs.map(inputReport) })),
    outcomes: report.outcomes.map(outcomeReport),
    cards: Object.fromEntries(Object.entries(report.cards).filter(([id]) => stays(id as EntryId))),
  };
}
