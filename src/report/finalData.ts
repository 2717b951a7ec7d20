import { outcomeData } from './data.ts';
import type { FinalReport } from './finalReport.ts';

/** An eindverslag for other software, in the shape of `finalSchema.ts`. It says what the page says and nothing more. */
export function finalData(report: FinalReport, rehearsal: boolean) {
  const { title, format, standing, heldOn, closedOn, scope, steps, facts, points, themes, asked, outcomes, voices, evaluation } = report;
  const { title: _, about, decides, hearBack, ...frame } = scope;
  return {
    version: FINAL_VERSION,
    conversation: { title, format, heldOn, closedOn, about, decides, hearBack, frame, steps },
    final: { on: standing.finishedOn, openCounterVoices: standing.openVoices, reopenedBecause: standing.reopened },
    checkedByTwo: standing.checkedByTwo,
    rehearsal,
    representative: false,
    people: {
      count: facts.people,
      sides: facts.sides,
      tables: facts.tables,
      missing: facts.missing,
      ledByMunicipality: facts.ledByMunicipality,
    },
    written: facts.cards,
    points: points.points,
    pointsNotHere: points.withoutCards,
    themes,
    asked,
    outcomes: outcomes.map(outcomeData),
    counterVoices: voices.map(({ opens: _opens, ...voice }) => voice),
    evaluation: evaluation?.items ?? null,
    followUps: report.followUps.map(({ id, question, on, asks, seenBy }) => ({ id, question, on, asks, seenBy })),
  };
}

/** Goes up when a field changes its meaning or goes; a new field changes nothing. */
const FINAL_VERSION = 1;
