import {
  BECAUSE,
  CARDS,
  CONVERSATION,
  COUNT,
  DAY,
  ID,
  listOf,
  object,
  orNull,
  ref,
  reportSchema,
  TEXT,
  WORDS,
  YES_OR_NO,
  type Schema,
} from './schemaParts.ts';

const QUOTES: Schema = {
  ...listOf(object({ id: ID, words: WORDS })),
  description: 'Somebody’s own words, allowed by them, and gone when they take that back.',
};

const LINES: Schema = {
  ...listOf(object({ id: ID, words: orNull(WORDS) })),
  description: 'Words that no one person wrote, or a quote; null where they are somebody’s own.',
};
const VOTE: Schema = object({
  place: TEXT,
  input: TEXT,
  name: WORDS,
  turnout: COUNT,
  options: listOf(object({ option: TEXT, count: COUNT, place: COUNT, tied: YES_OR_NO, words: orNull(WORDS), card: orNull(ID) })),
});

/** The shape of an eindverslag for other software (JSON Schema 2020-12), written by hand: it is a promise to whoever reads it. */
export const FINAL_SCHEMA: Schema = reportSchema(
  {
    title: 'Samenspraak final report (eindverslag), version 1',
    description:
      'Which procedure was followed, who took part, what was said, and what was done with it and why. Cards are named by their id, as in the conversation report.',
  },
  {
    conversation: object({
      ...CONVERSATION,
      format: object({ id: TEXT, version: COUNT, name: WORDS, inspiredBy: orNull(WORDS) }),
      closedOn: orNull(DAY),
      steps: listOf(object({ id: TEXT, name: WORDS, round: COUNT, closed: YES_OR_NO })),
    }),
    final: object({
      on: { ...orNull(DAY), description: 'Null while it is not final.' },
      openCounterVoices: { ...COUNT, description: 'Without an answer, and without a plain “no answer, because”.' },
      reopenedBecause: listOf(orNull(TEXT)),
      updates: {
        ...listOf(object({ on: DAY, what: { enum: ['made', 'status', 'words', 'turn', 'scope'] }, outcome: orNull(ID) })),
        description: 'What changed since it was final, the last first; of what lives on with its id.',
      },
    }),
    written: { ...COUNT, description: 'How many cards there were.' },
    results: {
      ...listOf(
        object({ kind: TEXT, name: WORDS, changes: listOf(object({ before: LINES, after: LINES })), lines: LINES, votes: listOf(VOTE) }),
      ),
      description: 'What came of it: what tables wrote together, how it was said first and in the end, and what was chosen.',
    },
    themes: listOf(object({ name: TEXT, cards: CARDS, quotes: QUOTES })),
    asked: listOf(
      object({
        place: TEXT,
        input: TEXT,
        step: WORDS,
        round: COUNT,
        name: WORDS,
        cards: CARDS,
        quotes: QUOTES,
        notHere: COUNT,
        answers: { ...orNull(COUNT), description: 'Of a question with answers to count; null while they are too few.' },
      }),
    ),
    outcomes: listOf(ref('Outcome')),
    counterVoices: listOf(
      object({ id: ID, kind: { enum: ['card', 'note'] }, words: orNull(TEXT), because: BECAUSE, reply: orNull(ref('Reply')) }),
    ),
    evaluation: {
      ...orNull(
        listOf(object({ id: TEXT, sentence: WORDS, from: COUNT, to: COUNT, answers: orNull(COUNT), mean: orNull({ type: 'number' }) })),
      ),
      description: 'How people looked back: no validated scale; null under five answers in the room and ten in public.',
    },
  },
);
