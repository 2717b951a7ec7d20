import type { OutcomeKind } from '#conversation/outcome.ts';

/** What is still needed, by sort, each with who sees to it. */
export const needList: OutcomeKind = {
  kind: 'needList',
  name: { nl: 'Wat nog nodig is', en: 'What is still needed' },
  explained: {
    nl: 'Training, intervisie, iets kunnen, een afspraak of een regel, met wie het regelt.',
    en: 'Training, peer consultation, a competence, an agreement or a rule, with who arranges it.',
  },
  gathers: true,
  takenOn: true,
  fields: [
    { key: 'what', type: 'line', label: { nl: 'Waarvoor is het nodig?', en: 'What is it needed for?' } },
    {
      key: 'needs',
      type: 'rows',
      label: { nl: 'Wat is nodig, en wie regelt het?', en: 'What is needed, and who arranges it?' },
      columns: [
        {
          key: 'sort',
          label: { nl: 'Soort', en: 'Sort' },
          options: [
            { id: 'training', label: { nl: 'Training', en: 'Training' } },
            { id: 'peers', label: { nl: 'Intervisie', en: 'Peer consultation' } },
            { id: 'competence', label: { nl: 'Iets kunnen', en: 'Competence' } },
            { id: 'agreement', label: { nl: 'Afspraak', en: 'Agreement' } },
            { id: 'rule', label: { nl: 'Regel', en: 'Rule' } },
          ],
        },
        { key: 'need', fromCard: 'words', label: { nl: 'Wat is nodig?', en: 'What is needed?' } },
        { key: 'who', label: { nl: 'Wie regelt het?', en: 'Who arranges it?' } },
      ],
    },
  ],
};
