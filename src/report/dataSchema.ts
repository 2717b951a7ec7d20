import { CARD_KINDS } from '#inputs/card/kinds.ts';
import { PERSPECTIVES } from '#conversation/format.ts';
import {
  CARDS,
  CONVERSATION,
  COUNT,
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

const OPTION: Schema = object({ option: TEXT, count: COUNT, place: COUNT, tied: YES_OR_NO });

/** The shape of a report for other software (JSON Schema 2020-12), written by hand: it is a promise to whoever reads it. */
export const REPORT_SCHEMA: Schema = reportSchema(
  {
    title: 'Samenspraak conversation report (gespreksverslag), version 1',
    description:
      'What was said in one conversation, as those may read it for whom it was made. Whatever it claims names the cards it rests on.',
  },
  {
    conversation: object({
      ...CONVERSATION,
      format: object({ id: TEXT, version: COUNT, name: WORDS, inspiredBy: orNull(WORDS), sources: listOf(TEXT) }),
      status: { enum: ['closed', 'sealed'] },
    }),
    written: { ...COUNT, description: 'How many cards there were, also those that do not stand here.' },
    steps: listOf(ref('Step')),
    outcomes: listOf(object({ kind: TEXT, name: WORDS, cards: CARDS, changes: listOf(object({ before: CARDS, after: CARDS })) })),
    counterVoices: {
      ...listOf(object({ id: ID, reply: orNull(ref('Reply')) })),
      description: 'Cards that go against something, with their answer.',
    },
    livesOn: { ...listOf(ref('Outcome')), description: 'What was made of it: who sees to it, how it stands, and why.' },
    cards: listOf(ref('Card')),
  },
  {
    Step: object({ id: TEXT, name: WORDS, round: COUNT, closed: YES_OR_NO, inputs: listOf(ref('Input')) }),
    Input: object({
      key: TEXT,
      kind: TEXT,
      label: WORDS,
      cards: CARDS,
      notHere: object({ keptAtTable: COUNT, withdrawn: COUNT, notReleased: COUNT, keptBack: COUNT }),
      onPhones: { ...YES_OR_NO, description: 'These words never left the phones.' },
      result: orNull(object({ answers: orNull(COUNT), says: { description: 'By kind of input; null under five answers.' } })),
      votes: orNull(object({ turnout: orNull(COUNT), options: orNull(listOf(OPTION)) })),
    }),
    Card: {
      ...object(
        {
          id: ID,
          step: TEXT,
          input: TEXT,
          kind: { ...TEXT, examples: Object.keys(CARD_KINDS) },
          perspective: orNull({ enum: PERSPECTIVES }),
          text: orNull(TEXT),
          fields: listOf(object({ key: TEXT, label: WORDS, value: WORDS })),
          chosen: { description: 'Of an input that is no card; by kind of input.' },
          themes: listOf(TEXT),
          shortened: YES_OR_NO,
          mayBeQuoted: { ...YES_OR_NO, description: 'Whoever wrote it allowed these words as a quote, and can take that back.' },
        },
        { table: { ...COUNT, description: 'Only for those who were there; 0 is nobody’s table.' } },
      ),
    },
  },
);
