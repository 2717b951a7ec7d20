import type { EntryId } from '#conversation/state.ts';
import type { Asked, FinalReport } from './finalReport.ts';
import type { ResultReport, VoteReport } from './results.ts';
import type { Sentence } from './sentences.ts';

/** Every claim of an eindverslag, in the order it makes them. What was decided without any card claims nothing of what people said. */
export function finalSentencesOf({
  facts,
  points,
  results,
  themes,
  asked,
  outcomes,
  voices,
  evaluation,
}: FinalReport): readonly Sentence[] {
  const { people, tables, cards } = facts;
  return [
    ...(people === null ? [] : [{ at: 'facts', counts: 'people', number: people } as const]),
    { at: 'facts', counts: 'tables', number: tables },
    { at: 'facts', counts: 'cards', number: cards },
    ...points.points.flatMap(({ words, cards: rests }) => (words === null ? [] : resting('points', rests))),
    ...results.flatMap(resultSentences),
    ...themes.flatMap(({ cards: rests }) => resting('themes', rests)),
    ...asked.flatMap(askedSentences),
    ...outcomes.flatMap(({ cards: rests }) => (rests.length > 0 ? resting('outcomes', rests) : [])),
    ...voices.flatMap(({ id, kind, opens }) => (kind === 'card' && opens ? resting('voices', [id]) : [])),
    ...(evaluation?.items ?? []).flatMap(({ answers }) =>
      answers === null ? [] : [{ at: 'evaluation', counts: 'answers', number: answers } as const],
    ),
  ];
}

function resultSentences({ kind, changes, lines, votes }: ResultReport): readonly Sentence[] {
  const said = [...changes.flatMap(({ before, after }) => [before, after]), ...lines.map((line) => [line])];
  return [
    ...said.flatMap((side) =>
      side.length > 0
        ? resting(
            `results/${kind}`,
            side.map(({ id }) => id),
          )
        : [],
    ),
    ...votes.flatMap((vote) => voteSentences(`results/${kind}`, vote)),
  ];
}

/** A card that got votes and does not stand in the report is only counted. */
function voteSentences(at: string, { turnout, options }: VoteReport): readonly Sentence[] {
  return [{ at, counts: 'votes', number: turnout }, ...options.flatMap(({ card }) => (card === null ? [] : resting(at, [card])))];
}

function askedSentences({ place, input, cards, answers }: Asked): readonly Sentence[] {
  return [
    ...(cards.length > 0 ? resting(`asked/${place}/${input}`, cards) : []),
    ...(answers === null ? [] : [{ at: `asked/${place}/${input}`, counts: 'answers', number: answers } as const]),
  ];
}

function resting(at: string, restsOn: readonly EntryId[]): readonly Sentence[] {
  return [{ at, restsOn }];
}
