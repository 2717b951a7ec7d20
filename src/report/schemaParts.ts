import { PERSPECTIVES } from '#conversation/format.ts';
import { STATUSES } from '#conversation/outcome.ts';
import { LED_BY, LEVELS, POLICY_PHASES, SCOPE_PARTS } from '#conversation/scope.ts';

/** What the published schemas are made of (JSON Schema 2020-12). */
export type Schema = { readonly [keyword: string]: unknown };

export const TEXT: Schema = { type: 'string' };
export const COUNT: Schema = { type: 'integer', minimum: 0 };
export const YES_OR_NO: Schema = { type: 'boolean' };
export const DAY: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
export const ID: Schema = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{20}$',
  description: 'In public another one than on the screens of the evening.',
};
export const WORDS = ref('Words');
export const CARDS = listOf(ID);
/** A number of people of one side. */
export const PART: Schema = {
  anyOf: [COUNT, { enum: ['few', 'some'] }],
  description: 'A number; `few` where it is one to four, `some` where the others would give away how many.',
};
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

const WORDS_SHAPE: Schema = object({ nl: TEXT, en: TEXT });
const CHECKED: Schema = {
  ...YES_OR_NO,
  description: 'Two people looked through all that stands in it; until then it is not public.',
};
const REHEARSAL: Schema = { ...YES_OR_NO, description: 'Nobody in it is real.' };
const REPRESENTATIVE: Schema = { const: false, description: 'Never: nobody was drawn as a sample of all who live there.' };
const PEOPLE: Schema = object({
  count: { ...orNull(COUNT), description: 'Null under five in the room, and under ten in public.' },
  sides: orNull(object({ resident: PART, professional: PART, municipality: PART, other: PART })),
  tables: COUNT,
  missing: { ...listOf({ enum: PERSPECTIVES }), description: 'Perspectives that had to be there, and from which nobody spoke.' },
  ledByMunicipality: YES_OR_NO,
});
const FOLLOW_UP: Schema = object({
  id: TEXT,
  question: WORDS,
  on: orNull(DAY),
  asks: TEXT,
  seenBy: TEXT,
  answers: listOf({ enum: STATUSES }),
});

export const BECAUSE: Schema = {
  enum: ['withdrawn', 'keptBack', 'smallTable', 'notReleased', null],
  description:
    'Why there are no words: taken back by whoever wrote them, kept out by a house rule, from a table so small that others could guess who, or said of what was not released.',
};
const STANDING: Schema = object({ status: { enum: STATUSES }, said: orNull(WORDS), because: orNull(TEXT), due: orNull(DAY), since: DAY });
/** Points of tables, answers to who saw it differently, and what lives on. */
const THREAD_DEFINITIONS: { readonly [name: string]: Schema } = {
  Reply: object({ kind: { enum: ['answer', 'none'] }, words: orNull(TEXT), on: DAY }),
  Point: object(
    {
      id: ID,
      words: { ...orNull(TEXT), description: 'Null when all it rests on was taken back.' },
      cards: CARDS,
      agreement: { enum: ['all', 'notAll', 'notAsked'] },
      notes: listOf(object({ id: ID, words: orNull(TEXT), because: BECAUSE, reply: orNull(ref('Reply')) })),
    },
    { table: { ...COUNT, description: 'Only for those who were there.' } },
  ),
  Outcome: object({
    id: ID,
    kind: TEXT,
    name: WORDS,
    title: orNull(TEXT),
    cards: CARDS,
    owner: { ...orNull(TEXT), description: 'A function, such as alderman or village council.' },
    theme: orNull(TEXT),
    now: STANDING,
    history: listOf(STANDING),
    daysLate: COUNT,
    effects: orNull(object({ total: COUNT, parts: object({ yes: PART, aLittle: PART, no: PART }) })),
  }),
};

/** What every report says of the conversation it is of. */
export const CONVERSATION = {
  title: orNull(TEXT),
  heldOn: orNull(DAY),
  about: orNull(TEXT),
  decides: orNull(TEXT),
  hearBack: orNull(TEXT),
  frame: FRAME,
} as const;

/** A schema that other software may keep to, of what every report tells and what only this one does. */
export function reportSchema(
  { title, description }: { readonly title: string; readonly description: string },
  fields: { readonly [field: string]: Schema },
  definitions: { readonly [name: string]: Schema } = {},
): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    description: `${description} New fields may come in; those that are there keep their meaning.`,
    ...object({
      $schema: TEXT,
      version: { const: 1 },
      checkedByTwo: CHECKED,
      rehearsal: REHEARSAL,
      representative: REPRESENTATIVE,
      people: PEOPLE,
      points: { ...listOf(ref('Point')), description: 'What tables signed for: agreement and dissent side by side.' },
      pointsNotHere: { ...COUNT, description: 'Points of which no card may stand in the report.' },
      followUps: listOf(FOLLOW_UP),
      ...fields,
    }),
    $defs: { Words: WORDS_SHAPE, ...THREAD_DEFINITIONS, ...definitions },
  };
}

export function object(required: { readonly [field: string]: Schema }, optional: { readonly [field: string]: Schema } = {}): Schema {
  return { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required) };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

export function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}
