import type { Words } from '#conversation/words.ts';

/** What a card is about. The kind gives it a name, and where the field has a fixed form, its fields. */
export const CARD_KINDS = {
  question: { name: { nl: 'Vraag', en: 'Question' } },
  learningQuestion: { name: { nl: 'Leervraag', en: 'Learning question' } },
  experience: { name: { nl: 'Ervaring', en: 'Experience' } },
  statement: { name: { nl: 'Stelling', en: 'Statement' } },
  asset: { name: { nl: 'In huis', en: 'Already there' } },
  sowing: { name: { nl: 'Zaaien', en: 'Still to sow' } },
  need: { name: { nl: 'Wat nodig is', en: 'Need' } },
  contribution: { name: { nl: 'Bijdrage', en: 'Contribution' } },
  dilemma: {
    name: { nl: 'Dilemma', en: 'Dilemma' },
    text: 'optional',
    fields: [
      { key: 'oneSide', label: { nl: 'Aan de ene kant', en: 'On the one hand' }, type: 'text', required: true, maxWords: 30 },
      { key: 'otherSide', label: { nl: 'Aan de andere kant', en: 'On the other hand' }, type: 'text', required: true, maxWords: 30 },
    ],
  },
  behaviour: {
    name: { nl: 'Gedrag', en: 'Behaviour' },
    text: 'optional',
    fields: [
      { key: 'says', label: { nl: 'Wat zegt iemand dan?', en: 'What does someone say?' }, type: 'text', maxWords: 30 },
      { key: 'does', label: { nl: 'Wat doet iemand dan?', en: 'What does someone do?' }, type: 'text', maxWords: 30 },
      { key: 'leaves', label: { nl: 'Wat laat iemand dan?', en: 'What does someone leave undone?' }, type: 'text', maxWords: 30 },
    ],
  },
  stageDirection: { name: { nl: 'Aanwijzing voor de speler', en: 'Direction to the player' } },
  insight: { name: { nl: 'Inzicht', en: 'Insight' } },
  tradeOff: { name: { nl: 'Afweging', en: 'Trade-off' } },
  theme: { name: { nl: 'Thema', en: 'Theme' } },
  proposal: { name: { nl: 'Voorstel', en: 'Proposal' } },
  guideline: {
    name: { nl: 'Richtlijn', en: 'Guideline' },
    text: 'none',
    fields: [
      { key: 'given', label: { nl: 'Als …', en: 'If …' }, type: 'text', required: true, maxWords: 30 },
      { key: 'do', label: { nl: 'dan …', en: 'then …' }, type: 'text', required: true, maxWords: 30 },
      { key: 'unless', label: { nl: 'tenzij …', en: 'unless …' }, type: 'text', maxWords: 30 },
      { key: 'because', label: { nl: 'want …', en: 'because …' }, type: 'text', maxWords: 30 },
    ],
  },
  pledge: {
    name: { nl: 'Belofte', en: 'Pledge' },
    fields: [
      {
        key: 'withWhom',
        label: { nl: 'Met wie? Noem een rol, geen naam.', en: 'With whom? Give a role, not a name.' },
        type: 'text',
        maxWords: 15,
      },
      { key: 'firstStep', label: { nl: 'Wat is je eerste stap?', en: 'What is your first step?' }, type: 'text', maxWords: 25 },
      { key: 'when', label: { nl: 'Wanneer zet je die stap?', en: 'When will you take that step?' }, type: 'date' },
    ],
  },
  tip: { name: { nl: 'Tip', en: 'Tip' } },
  party: { name: { nl: 'Wie erbij hoort', en: 'Who is involved' } },
  case: { name: { nl: 'Casus', en: 'Case' } },
  reaction: { name: { nl: 'Reactie', en: 'Reaction' } },
} as const satisfies { readonly [kind: string]: CardForm };

export type CardKind = keyof typeof CARD_KINDS;

/** The form of a kind. A text is asked for unless it says otherwise. */
export interface CardForm {
  readonly name: Words;
  readonly text?: CardText;
  readonly fields?: readonly CardField[];
}

export type CardText = 'required' | 'optional' | 'none';

export type CardField =
  | { readonly key: string; readonly label: Words; readonly type: 'text'; readonly required?: boolean; readonly maxWords?: number }
  | {
      readonly key: string;
      readonly label: Words;
      readonly type: 'choice';
      readonly required?: boolean;
      readonly options: readonly FieldOption[];
    }
  | { readonly key: string; readonly label: Words; readonly type: 'date'; readonly required?: boolean };

export interface FieldOption {
  readonly id: string;
  readonly label: Words;
}

/** The form someone fills in: what the format says, else what the kind says. Screens and rules ask it alike. */
export function formOf(use: {
  readonly card: CardKind;
  readonly text?: CardText;
  readonly fields?: readonly CardField[];
}): Required<Omit<CardForm, 'name'>> {
  const standard: CardForm = CARD_KINDS[use.card];
  return { text: use.text ?? standard.text ?? 'required', fields: use.fields ?? standard.fields ?? [] };
}

/** The most words in a card, or in a field of it, when a format does not say. */
export const CARD_WORDS = 60;
export const FIELD_WORDS = 25;
