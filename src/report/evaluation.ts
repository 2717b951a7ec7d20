import type { OutcomeDeclaration } from '#conversation/format.ts';
import type { Words } from '#conversation/words.ts';
import type { ScoreSummary, ScoreUse } from '#inputs/score/rules.ts';
import type { InputReport } from './inputs.ts';
import type { Report } from './model.ts';
import { peopleShown, type Audience } from './numbers.ts';

/** How people looked back, sentence by sentence. No validated scale, and never one person's answer. */
export interface EvaluationReport {
  readonly items: readonly EvaluationItem[];
}
export interface EvaluationItem {
  readonly id: string;
  readonly sentence: Words;
  readonly from: number;
  readonly to: number;
  /** Null while too few answered this sentence: under five in the room, under ten in public. */
  readonly answers: number | null;
  /** With one decimal; null as `answers` is. */
  readonly mean: number | null;
}

/** Null where the format does not ask people to look back on a scale. */
export function evaluationIn(report: Report, outcomes: readonly OutcomeDeclaration[], audience: Audience): EvaluationReport | null {
  const from = outcomes.flatMap((outcome) => (outcome.kind === 'evaluation' && outcome.seenBy === 'everyone' ? outcome.from : []));
  const asked = report.steps.flatMap(({ inputs }) => inputs.filter(({ use }) => use.kind === 'score' && from.includes(use.key)));
  const items = asked.flatMap((input) => itemsOf(input, audience));
  return items.length === 0 ? null : { items };
}

function itemsOf({ use, sum }: InputReport, audience: Audience): readonly EvaluationItem[] {
  const summary = (sum?.summary ?? null) as ScoreSummary | null;
  return (use as ScoreUse).scales.map(({ id, label, minimum, maximum }) => {
    const together = summary?.scales[id];
    const answers = together?.mean == null ? null : peopleShown(together.turnout, audience);
    return { id, sentence: label, from: minimum, to: maximum, answers, mean: answers === null ? null : (together?.mean ?? null) };
  });
}
