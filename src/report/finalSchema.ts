import {
  BECAUSE,
  CARDS,
  CHECKED,
  COUNT,
  DAY,
  FOLLOW_UP,
  FRAME,
  ID,
  listOf,
  object,
  orNull,
  PEOPLE,
  ref,
  REHEARSAL,
  REPRESENTATIVE,
  TEXT,
  THREAD_DEFINITIONS,
  WORDS,
  WORDS_SHAPE,
  YES_OR_NO,
  type Schema,
} from './schemaParts.ts';

const QUOTES: Schema = {
  ...listOf(object({ id: ID, words: WORDS })),
  description: 'Somebody’s own words, allowed by them, and gone when they take that back.',
};

/** The shape of an eindverslag for other software (JSON Schema 2020-12), written by hand: it is a promise to whoever reads it. */
export const FINAL_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Samenspraak final report (eindverslag), version 1',
  description:
    'Which procedure was followed, who took part, what was said, and what was done with it and why. Cards are named by their id, as in the conversation report. New fields may come in; those that are there keep their meaning.',
  ...object({
    $schema: TEXT,
    version: { const: 1 },
    conversation: object({
      title: orNull(TEXT),
      format: object({ id: TEXT, version: COUNT, name: WORDS, inspiredBy: orNull(WORDS) }),
      heldOn: orNull(DAY),
      closedOn: orNull(DAY),
      about: orNull(TEXT),
      decides: orNull(TEXT),
      hearBack: orNull(TEXT),
      frame: FRAME,
      steps: listOf(object({ id: TEXT, name: WORDS, round: COUNT, closed: YES_OR_NO })),
    }),
    final: object({
      on: { ...orNull(DAY), description: 'Null while it is not final.' },
      openCounterVoices: { ...COUNT, description: 'Without an answer, and without a plain “no answer, because”.' },
      reopenedBecause: listOf(orNull(TEXT)),
    }),
    checkedByTwo: CHECKED,
    rehearsal: REHEARSAL,
    representative: REPRESENTATIVE,
    people: PEOPLE,
    written: { ...COUNT, description: 'How many cards there were.' },
    points: listOf(ref('Point')),
    pointsNotHere: { ...COUNT, description: 'Points of which no card may stand in the report.' },
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
    followUps: listOf(FOLLOW_UP),
  }),
  $defs: {
    Words: WORDS_SHAPE,
    ...THREAD_DEFINITIONS,
  },
};
