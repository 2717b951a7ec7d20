import { PERSPECTIVES } from '#conversation/format.ts';
import { LED_BY, LEVELS, POLICY_PHASES, SCOPE_PARTS } from '#conversation/scope.ts';
import { CARD_KINDS } from '#inputs/card/kinds.ts';

type Schema = { readonly [keyword: string]: unknown };

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const YES_OR_NO: Schema = { type: 'boolean' };
const DAY: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const ID: Schema = { type: 'string', pattern: '^[0-9a-z]{20}$' };
const WORDS = ref('Words');
const CARDS = listOf(ID);
const PART: Schema = {
  anyOf: [COUNT, { enum: ['few', 'some'] }],
  description: 'A number; `few` where it is one to four, `some` where the others would give away how many.',
};
const OPTION: Schema = object({ option: TEXT, count: COUNT, place: COUNT, tied: YES_OR_NO });
const FRAME: Schema = object({
  fixed: orNull(TEXT),
  open: orNull(TEXT),
  where: orNull(TEXT),
  invited: orNull(TEXT),
  elsewhere: orNull(TEXT),
  legalGround: orNull(TEXT),
  body: { ...orNull(TEXT), description: 'The governing body (bestuursorgaan).' },
  policyPhase: orNull({ enum: POLICY_PHASES }),
  level: { ...orNull({ enum: LEVELS }), description: 'How far people’s say reaches (participatieniveau).' },
  ledBy: orNull({ enum: LED_BY }),
  hearBackOn: { ...orNull(DAY), description: 'The promised day on which people hear something.' },
  changes: {
    ...listOf(
      object({
        on: DAY,
        reason: orNull(TEXT),
        parts: listOf(object({ part: { enum: SCOPE_PARTS }, before: orNull(TEXT), after: orNull(TEXT) })),
      }),
    ),
    description: 'What was said otherwise after the opening, and why.',
  },
});

/** The shape of a report for other software (JSON Schema 2020-12), written by hand: it is a promise to whoever reads it. */
export const REPORT_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Samenspraak conversation report (gespreksverslag), version 1',
  description:
    'What was said in one conversation, as those may read it for whom it was made. Whatever it claims names the cards it rests on. New fields may come in; those that are there keep their meaning.',
  ...object({
    $schema: TEXT,
    version: { const: 1 },
    conversation: object({
      title: orNull(TEXT),
      format: object({ id: TEXT, version: COUNT, name: WORDS, inspiredBy: orNull(WORDS), sources: listOf(TEXT) }),
      heldOn: orNull(DAY),
      status: { enum: ['closed', 'sealed'] },
      about: orNull(TEXT),
      decides: orNull(TEXT),
      hearBack: orNull(TEXT),
      frame: FRAME,
    }),
    checkedByTwo: { ...YES_OR_NO, description: 'Two people looked through all that stands in it; until then it is not public.' },
    rehearsal: { ...YES_OR_NO, description: 'Nobody in it is real.' },
    representative: { const: false, description: 'Never: nobody was drawn as a sample of all who live there.' },
    people: object({
      count: { ...orNull(COUNT), description: 'Null under five in the room, and under ten in public.' },
      sides: orNull(object({ resident: PART, professional: PART, municipality: PART, other: PART })),
      tables: COUNT,
      missing: { ...listOf({ enum: PERSPECTIVES }), description: 'Perspectives that had to be there, and from which nobody spoke.' },
      ledByMunicipality: YES_OR_NO,
    }),
    written: { ...COUNT, description: 'How many cards there were, also those that do not stand here.' },
    steps: listOf(ref('Step')),
    outcomes: listOf(object({ kind: TEXT, name: WORDS, cards: CARDS, changes: listOf(object({ before: CARDS, after: CARDS })) })),
    followUps: listOf(object({ id: TEXT, question: WORDS, on: orNull(DAY), asks: TEXT, seenBy: TEXT })),
    cards: listOf(ref('Card')),
  }),
  $defs: {
    Words: object({ nl: TEXT, en: TEXT }),
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
};

function object(required: { readonly [field: string]: Schema }, optional: { readonly [field: string]: Schema } = {}): Schema {
  return { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required), additionalProperties: false };
}

function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}
