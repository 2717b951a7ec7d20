import { followUpData, outcomeData, peopleData, scopeData } from './data.ts';
import type { FinalReport } from './finalReport.ts';
import type { ResultReport } from './results.ts';

/** An eindverslag for other software, in the shape of `finalSchema.ts`. It says what the page says and nothing more. */
export function finalData(report: FinalReport, rehearsal: boolean) {
  const { title, format, standing, heldOn, closedOn, scope, steps, facts, points, results, themes, asked, outcomes, voices, evaluation } =
    report;
  return {
    version: FINAL_VERSION,
    conversation: { title, ...scopeData(scope), format, heldOn, closedOn, steps },
    final: {
      on: standing.finishedOn,
      openCounterVoices: standing.openVoices,
      reopenedBecause: standing.reopened,
      updates: standing.updates,
    },
    checkedByTwo: standing.checkedByTwo,
    rehearsal,
    representative: false,
    people: peopleData(facts),
    written: facts.cards,
    points: points.points,
    pointsNotHere: points.withoutCards,
    results: results.map(resultData),
    themes,
    asked,
    outcomes: outcomes.map(outcomeData),
    counterVoices: voices.map(({ opens: _opens, ...voice }) => voice),
    evaluation: evaluation?.items ?? null,
    followUps: report.followUps.map(followUpData),
  };
}

function resultData({ changes, ...result }: ResultReport) {
  return { ...result, changes: changes.map(({ before, after }) => ({ before, after })) };
}

/** Goes up when a field changes its meaning or goes; a new field changes nothing. */
const FINAL_VERSION = 1;
