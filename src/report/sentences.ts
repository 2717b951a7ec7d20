import type { EntryId } from '#conversation/state.ts';
import type { CheckedReport } from './checked.ts';
import type { InputReport } from './inputs.ts';
import type { Report, StepReport } from './model.ts';
import type { OutcomeReport } from './outcomes.ts';
import type { OutcomeView } from './thread.ts';

/**
 * Something a report claims. It rests on cards that stand in it, or it is a number with what it counts; a number
 * of people too small to tell is no claim. Cards themselves are no claims: they are what claims rest on.
 */
export type Sentence =
  | { readonly at: string; readonly restsOn: readonly EntryId[] }
  | { readonly at: string; readonly counts: 'people' | 'tables' | 'cards' | 'answers' | 'votes'; readonly number: number };

/** Every claim of a report, in the order it makes them. */
export function sentencesOf(report: CheckedReport, { thread }: { readonly thread: readonly OutcomeView[] }): readonly Sentence[] {
  return [
    ...factSentences(report),
    ...report.outcomes.flatMap(outcomeSentences),
    ...report.harvest.points.flatMap(({ words, cards }) => (words === null ? [] : [{ at: 'points', restsOn: cards }])),
    ...report.harvest.voices.map(({ id }) => ({ at: 'voices', restsOn: [id] })),
    ...thread.flatMap(threadSentences),
    ...report.steps.flatMap(stepSentences),
  ];
}

/** Whether whoever reads it can open what it rests on, or sees how many it counts. */
export function opens({ cards }: Pick<Report, 'cards'>, sentence: Sentence): boolean {
  if ('counts' in sentence) return Number.isFinite(sentence.number);
  return sentence.restsOn.length > 0 && sentence.restsOn.every((id) => cards[id] !== undefined);
}

function factSentences({ facts }: Report): readonly Sentence[] {
  const { people, tables, cards } = facts;
  return [
    ...(people === null ? [] : [{ at: 'facts', counts: 'people', number: people } as const]),
    { at: 'facts', counts: 'tables', number: tables },
    { at: 'facts', counts: 'cards', number: cards },
  ];
}

/** A line for each card; and at each table what was said first, and what in the end. */
function outcomeSentences({ kind, cards, changes }: OutcomeReport): readonly Sentence[] {
  const at = `outcome/${kind}`;
  const changed = changes.flatMap(({ before, after }) => [before, after]).filter((side) => side.length > 0);
  const inChanges = new Set(changed.flat());
  const lines = cards.filter((id) => !inChanges.has(id)).map((id) => [id]);
  return [...changed, ...lines].map((restsOn) => ({ at, restsOn }));
}

/** What was decided without any card, or of which no card may be read, claims nothing of what people said. */
function threadSentences({ cards }: OutcomeView): readonly Sentence[] {
  const restsOn = cards.flatMap(({ id, card }) => (card ? [id] : []));
  return restsOn.length > 0 ? [{ at: 'thread', restsOn }] : [];
}

function stepSentences({ place, inputs }: StepReport): readonly Sentence[] {
  return inputs.flatMap((input) => resultSentences(`step/${place}/${input.use.key}`, input));
}

function resultSentences(at: string, { sum, tally }: InputReport): readonly Sentence[] {
  const answers = sum?.summary != null ? [{ at, counts: 'answers', number: sum.restsOn.length } as const] : [];
  if (!tally?.options || tally.turnout === null) return answers;
  const chosen = tally.restsOn.map((id) => ({ at, restsOn: [id] }));
  return [...answers, { at, counts: 'votes', number: tally.turnout }, ...chosen];
}
