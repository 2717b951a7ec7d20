import type { OutcomeKind } from '#conversation/outcome.ts';

/** Loslaten: a rule, a task or a control that stops. That is an outcome too. */
export const lettingGo: OutcomeKind = {
  kind: 'lettingGo',
  name: { nl: 'Loslaten', en: 'Letting go' },
  explained: {
    nl: 'Een regel, taak of controle waar we mee stoppen.',
    en: 'A rule, task or check that we stop with.',
  },
  shows: 'workDifferently',
  success: { nl: 'Losgelaten', en: 'Let go' },
  fields: [
    { key: 'what', type: 'line', label: { nl: 'Wat laten we los?', en: 'What do we let go of?' } },
    {
      key: 'sort',
      type: 'choice',
      label: { nl: 'Wat is het?', en: 'What is it?' },
      options: [
        { id: 'rule', label: { nl: 'Een regel', en: 'A rule' } },
        { id: 'task', label: { nl: 'Een taak', en: 'A task' } },
        { id: 'control', label: { nl: 'Een controle', en: 'A check' } },
      ],
    },
    { key: 'from', type: 'day', begins: true, label: { nl: 'Vanaf welke dag?', en: 'From which day?' } },
    { key: 'why', type: 'text', label: { nl: 'Waarom?', en: 'Why?' } },
  ],
};
