import type { OutcomeKind } from '#conversation/outcome.ts';

/** How the conversation was, by the eight results of dialogue. The numbers stand in the report; here stands what follows. */
export const evaluation: OutcomeKind = {
  kind: 'evaluation',
  name: { nl: 'Terugblik op het gesprek', en: 'Evaluation' },
  explained: {
    nl: 'Wat het gesprek zelf opleverde, en wat je de volgende keer anders doet.',
    en: 'What the conversation itself brought, and what you do differently next time.',
  },
  gathers: true,
  fields: [
    { key: 'about', type: 'line', label: { nl: 'Waar kijken jullie op terug?', en: 'What do you look back on?' } },
    {
      key: 'results',
      type: 'rows',
      optional: true,
      label: { nl: 'Welke van de acht resultaten zag je?', en: 'Which of the eight results did you see?' },
      columns: [
        {
          key: 'result',
          label: { nl: 'Resultaat', en: 'Result' },
          options: [
            { id: 'openness', label: { nl: 'Open praten en luisteren', en: 'Open communication' } },
            { id: 'responsibility', label: { nl: 'Zien wat je zelf kunt doen', en: 'Seeing what you can do yourself' } },
            { id: 'safety', label: { nl: 'Durven twijfelen', en: 'Daring to doubt' } },
            { id: 'thinking', label: { nl: 'Anders gaan kijken', en: 'A new way of thinking' } },
            { id: 'ideas', label: { nl: 'Nieuwe ideeën', en: 'New ideas' } },
            { id: 'understanding', label: { nl: 'Elkaar beter begrijpen', en: 'Understanding one another' } },
            { id: 'wider', label: { nl: 'Kijken naar het geheel', en: 'Looking at the whole' } },
            { id: 'aha', label: { nl: 'Een a-ha-moment', en: 'An a-ha moment' } },
          ],
        },
        { key: 'seen', label: { nl: 'Waaraan zag je dat?', en: 'How did you see that?' } },
      ],
    },
    {
      key: 'otherwise',
      type: 'text',
      optional: true,
      label: { nl: 'Wat doe je de volgende keer anders?', en: 'What do you do differently next time?' },
    },
  ],
};
