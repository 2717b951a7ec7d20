import type { OutcomeKind } from '#conversation/outcome.ts';

/** Themakaart: what people talked about, brought together. */
export const themeMap: OutcomeKind = {
  kind: 'themeMap',
  name: { nl: 'Themakaart', en: 'Theme map' },
  explained: { nl: 'De thema’s van het gesprek bij elkaar.', en: 'The themes of the conversation together.' },
  gathers: true,
  needsCards: true,
  fields: [
    { key: 'title', type: 'line', label: { nl: 'Waar gaat de themakaart over?', en: 'What is the theme map about?' } },
    {
      key: 'themes',
      type: 'rows',
      optional: true,
      label: { nl: 'Welke thema’s zijn er?', en: 'Which themes are there?' },
      columns: [
        { key: 'theme', fromCard: 'words', label: { nl: 'Thema', en: 'Theme' } },
        { key: 'said', label: { nl: 'Wat zeiden mensen?', en: 'What did people say?' } },
        { key: 'otherwise', label: { nl: 'Wie zag het anders, en hoe?', en: 'Who saw it differently, and how?' } },
      ],
    },
  ],
};
