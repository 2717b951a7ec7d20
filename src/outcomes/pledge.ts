import type { OutcomeKind } from '#conversation/outcome.ts';

/** What an organisation promises out loud. What a resident promises stays with that resident. */
export const pledge: OutcomeKind = {
  kind: 'pledge',
  name: { nl: 'Belofte van een organisatie', en: 'Pledge of an organisation' },
  explained: {
    nl: 'Wat een organisatie toezegt. Beloften van inwoners blijven van henzelf.',
    en: 'What an organisation promises. Pledges of residents stay their own.',
  },
  shows: 'residentsTakePart',
  takenOn: true,
  success: { nl: 'Gedaan', en: 'Done' },
  fields: [
    { key: 'what', type: 'line', label: { nl: 'Wat gaan jullie doen?', en: 'What are you going to do?' } },
    { key: 'firstStep', type: 'line', optional: true, label: { nl: 'Wat is de eerste stap?', en: 'What is the first step?' } },
    { key: 'withWhom', type: 'line', optional: true, label: { nl: 'Wie heb je daarvoor nodig?', en: 'Whom do you need for that?' } },
  ],
};
