import type { OutcomeKind } from '#conversation/outcome.ts';

/** A question that waits for an answer: whoever asked it hears what it is. */
export const question: OutcomeKind = {
  kind: 'question',
  name: { nl: 'Vraag', en: 'Question' },
  explained: { nl: 'Een vraag die een antwoord krijgt.', en: 'A question that gets an answer.' },
  inLibrary: true,
  takenOn: true,
  success: { nl: 'Beantwoord', en: 'Answered' },
  fields: [
    { key: 'what', type: 'line', label: { nl: 'Wat is de vraag?', en: 'What is the question?' } },
    {
      key: 'whose',
      type: 'choice',
      optional: true,
      label: { nl: 'Van wie is de vraag?', en: 'Whose question is it?' },
      options: [
        { id: 'own', label: { nl: 'Van wie hem stelt', en: 'Of who asks it' } },
        { id: 'other', label: { nl: 'Voor iemand anders gesteld', en: 'Asked for someone else' } },
        { id: 'learning', label: { nl: 'Een leervraag: iemand wil dit leren', en: 'A learning question: someone wants to learn this' } },
      ],
    },
    {
      key: 'answer',
      type: 'text',
      optional: true,
      answers: true,
      label: { nl: 'Wat is het antwoord?', en: 'What is the answer?' },
      hint: { nl: 'Laat dit leeg tot er een antwoord is.', en: 'Leave this empty until there is an answer.' },
    },
  ],
};
