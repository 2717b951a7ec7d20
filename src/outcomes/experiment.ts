import type { OutcomeKind } from '#conversation/outcome.ts';

/** Proef: it has a boundary, and whoever is in it knows whether they said yes, how to stop and what stays their right. */
export const experiment: OutcomeKind = {
  kind: 'experiment',
  name: { nl: 'Proef', en: 'Experiment' },
  explained: {
    nl: 'Iets uitproberen, met een grens. Wie meedoet kan stoppen.',
    en: 'Trying something out, with a boundary. Who takes part can stop.',
  },
  mayRunDifferently: true,
  shows: 'newCooperation',
  takenOn: true,
  fields: [
    { key: 'what', type: 'line', label: { nl: 'Wat proberen jullie uit?', en: 'What do you try out?' } },
    {
      key: 'boundary',
      type: 'text',
      optional: true,
      awaited: true,
      label: { nl: 'Waar ligt de grens?', en: 'Where is the boundary?' },
      hint: { nl: 'Hoe lang, waar, en wat doen jullie niet?', en: 'How long, where, and what will you not do?' },
    },
    { key: 'withWhom', type: 'text', optional: true, awaited: true, label: { nl: 'Met wie?', en: 'With whom?' } },
    {
      key: 'saidYes',
      type: 'choice',
      optional: true,
      awaited: true,
      label: { nl: 'Zeiden zij zelf ja?', en: 'Did they say yes themselves?' },
      options: [
        { id: 'all', label: { nl: 'Ja, iedereen', en: 'Yes, everyone' } },
        { id: 'some', label: { nl: 'Nog niet iedereen', en: 'Not everyone yet' } },
        { id: 'asking', label: { nl: 'We vragen het nog', en: 'We are still going to ask' } },
      ],
    },
    {
      key: 'stop',
      type: 'text',
      optional: true,
      awaited: true,
      label: { nl: 'Hoe stop je met meedoen?', en: 'How do you stop taking part?' },
    },
    {
      key: 'right',
      type: 'text',
      optional: true,
      awaited: true,
      label: { nl: 'Wat blijft je recht, ook als je stopt?', en: 'What stays your right, also when you stop?' },
    },
    { key: 'found', type: 'text', optional: true, label: { nl: 'Wat kwam eruit?', en: 'What came out of it?' } },
  ],
};
