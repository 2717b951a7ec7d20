import type { OutcomeKind } from '#conversation/outcome.ts';

/** Ranglijst: what people chose, in order. Equal is equal. */
export const ranking: OutcomeKind = {
  kind: 'ranking',
  name: { nl: 'Ranglijst', en: 'Ranking' },
  explained: { nl: 'Wat mensen kozen, op volgorde.', en: 'What people chose, in order.' },
  gathers: true,
  needsCards: true,
  fields: [
    { key: 'title', type: 'line', label: { nl: 'Wat kozen mensen?', en: 'What did people choose?' } },
    {
      key: 'places',
      type: 'rows',
      optional: true,
      label: { nl: 'Wat staat op welke plaats?', en: 'What is in which place?' },
      hint: { nl: 'Bij gelijke stemmen: dezelfde plaats.', en: 'With equal votes: the same place.' },
      columns: [
        { key: 'place', fromCard: 'place', label: { nl: 'Plaats', en: 'Place' } },
        { key: 'what', fromCard: 'words', label: { nl: 'Wat?', en: 'What?' } },
        { key: 'votes', fromCard: 'votes', label: { nl: 'Stemmen', en: 'Votes' } },
      ],
    },
    {
      key: 'happens',
      type: 'text',
      optional: true,
      awaited: true,
      label: { nl: 'Wat gebeurt er met deze lijst?', en: 'What happens with this list?' },
    },
  ],
};
