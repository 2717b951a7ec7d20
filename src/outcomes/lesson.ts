import type { OutcomeKind } from '#conversation/outcome.ts';

/** What was learned, and for whom. What did not work out is a lesson too. */
export const lesson: OutcomeKind = {
  kind: 'lesson',
  name: { nl: 'Les', en: 'Lesson' },
  explained: {
    nl: 'Wat we leerden, en voor wie. Ook iets wat mislukte is een les.',
    en: 'What we learned, and for whom. What failed is a lesson too.',
  },
  fields: [
    { key: 'what', type: 'line', label: { nl: 'Wat is de les?', en: 'What is the lesson?' } },
    {
      key: 'forWhom',
      type: 'choice',
      label: { nl: 'Voor wie is deze les?', en: 'For whom is this lesson?' },
      options: [
        { id: 'resident', label: { nl: 'Voor inwoners', en: 'For residents' } },
        { id: 'team', label: { nl: 'Voor professionals in het wijkteam', en: 'For professionals in the neighbourhood team' } },
        { id: 'municipality', label: { nl: 'Voor professionals bij de gemeente', en: 'For professionals at the municipality' } },
      ],
    },
    {
      key: 'noticed',
      type: 'text',
      optional: true,
      label: { nl: 'Waaraan merk je dat het werkt?', en: 'How do you notice that it works?' },
    },
  ],
};
