import type { OutcomeKind } from '#conversation/outcome.ts';

/** What people ask to be done. Whoever decides about it answers: yes, another way, or no and why. */
export const proposal: OutcomeKind = {
  kind: 'proposal',
  name: { nl: 'Voorstel', en: 'Proposal' },
  explained: {
    nl: 'Mensen vragen om iets te doen. Wie beslist, geeft antwoord.',
    en: 'People ask for something to be done. Who decides gives an answer.',
  },
  needsCards: true,
  shows: 'residentsTakePart',
  takenOn: true,
  fields: [
    { key: 'what', type: 'line', label: { nl: 'Wat is het voorstel?', en: 'What is the proposal?' } },
    { key: 'why', type: 'text', optional: true, label: { nl: 'Waarom?', en: 'Why?' } },
    {
      key: 'ourselves',
      type: 'text',
      optional: true,
      label: { nl: 'Wat doen inwoners zelf?', en: 'What do residents do themselves?' },
    },
    {
      key: 'answer',
      type: 'text',
      optional: true,
      answers: true,
      label: { nl: 'Wat is het antwoord van wie beslist?', en: 'What is the answer of who decides?' },
      hint: { nl: 'Laat dit leeg tot er een antwoord is.', en: 'Leave this empty until there is an answer.' },
    },
  ],
};
