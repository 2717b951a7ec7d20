import type { OutcomeKind } from '#conversation/outcome.ts';

/** A ↔ B: two good things that clash. It is laid open, not voted away. */
export const dilemma: OutcomeKind = {
  kind: 'dilemma',
  name: { nl: 'Dilemma', en: 'Dilemma' },
  explained: { nl: 'Twee goede dingen die botsen.', en: 'Two good things that clash.' },
  fields: [
    {
      key: 'between',
      type: 'line',
      label: { nl: 'Wat botst met wat?', en: 'What clashes with what?' },
      hint: { nl: 'Bijvoorbeeld: aandacht ↔ tijd.', en: 'For example: attention ↔ time.' },
    },
    { key: 'oneSide', type: 'text', optional: true, label: { nl: 'Waarom is het eerste belangrijk?', en: 'Why does the first matter?' } },
    {
      key: 'otherSide',
      type: 'text',
      optional: true,
      label: { nl: 'Waarom is het tweede belangrijk?', en: 'Why does the second matter?' },
    },
    {
      key: 'where',
      type: 'line',
      optional: true,
      label: { nl: 'Bij welk uitgangspunt of moment speelt het?', en: 'With which principle or moment does it come up?' },
    },
    { key: 'deal', type: 'text', optional: true, label: { nl: 'Hoe gaan jullie ermee om?', en: 'How do you deal with it?' } },
  ],
};
