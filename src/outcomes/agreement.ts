import type { OutcomeKind } from '#conversation/outcome.ts';

/** What people agreed with one another. */
export const agreement: OutcomeKind = {
  kind: 'agreement',
  name: { nl: 'Afspraak', en: 'Agreement' },
  explained: { nl: 'Wat mensen met elkaar afspraken.', en: 'What people agreed with one another.' },
  shows: 'newCooperation',
  takenOn: true,
  success: { nl: 'Nagekomen', en: 'Kept' },
  fields: [
    { key: 'what', type: 'line', label: { nl: 'Wat spraken jullie af?', en: 'What did you agree?' } },
    {
      key: 'between',
      type: 'line',
      label: { nl: 'Wie spraken dit af?', en: 'Who agreed this?' },
      hint: { nl: 'Noem functies of groepen, geen namen.', en: 'Give functions or groups, not names.' },
    },
    { key: 'until', type: 'day', optional: true, label: { nl: 'Tot welke dag geldt het?', en: 'Until which day does it hold?' } },
  ],
};
