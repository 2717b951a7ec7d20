import type { EntryId } from '#conversation/state.ts';
import type { Asked, FinalReport } from './finalReport.ts';
import type { Sentence } from './sentences.ts';

/** Every claim of an eindverslag, in the order it makes them. What was decided without any card claims nothing of what people said. */
export function finalSentencesOf({ facts, points, themes, asked, outcomes, voices, evaluation }: FinalReport): readonly Sentence[] {
  const { people, tables, cards } = facts;
  return [
    ...(people === null ? [] : [{ at: 'facts', counts: 'people', number: people } as const]),
    { at: 'facts', counts: 'tables', number: tables },
    { at: 'facts', counts: 'cards', number: cards },
    ...points.points.flatMap(({ words, cards: rests }) => (words === null ? [] : resting('points', rests))),
    ...themes.flatMap(({ cards: rests }) => resting('themes', rests)),
    ...asked.flatMap(askedSentences),
    ...outcomes.flatMap(({ cards: rests }) => (rests.length > 0 ? resting('outcomes', rests) : [])),
    ...voices.flatMap(({ id, kind, opens }) => (kind === 'card' && opens ? resting('voices', [id]) : [])),
    ...(evaluation?.items ?? []).flatMap(({ answers }) =>
      answers === null ? [] : [{ at: 'evaluation', counts: 'answers', number: answers } as const],
    ),
  ];
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
