import type { OutcomeKind } from '#conversation/outcome.ts';

/** Richtlijn: als … dan … tenzij … want …. It is tried on cases, which go once it is adopted; the lessons stay. */
export const guideline: OutcomeKind = {
  kind: 'guideline',
  name: { nl: 'Richtlijn', en: 'Guideline' },
  explained: {
    nl: 'Als … dan … tenzij … want …. Je test hem op casussen.',
    en: 'If … then … unless … because …. You test it on cases.',
  },
  inLibrary: true,
  needsResidents: true,
  versioned: true,
  adoptedAt: 'succeeded',
  shows: 'workDifferently',
  fields: [
    { key: 'about', type: 'line', label: { nl: 'Waar gaat de richtlijn over?', en: 'What is the guideline about?' } },
    { key: 'given', type: 'text', label: { nl: 'Als …', en: 'If …' } },
    { key: 'do', type: 'text', label: { nl: 'dan …', en: 'then …' } },
    { key: 'unless', type: 'text', optional: true, label: { nl: 'tenzij …', en: 'unless …' } },
    { key: 'because', type: 'text', label: { nl: 'want …', en: 'because …' } },
    {
      key: 'cases',
      type: 'rows',
      optional: true,
      label: { nl: 'Op welke casussen is hij getest?', en: 'On which cases was it tested?' },
      hint: {
        nl: 'Noem geen namen. Zou iemand dit herkennen? Weet de inwoner hiervan? De casus wissen we als de richtlijn is aangenomen.',
        en: 'Do not name anyone. Would someone recognise this? Does the resident know of it? The case is erased once the guideline is adopted.',
      },
      columns: [
        { key: 'case', label: { nl: 'Casus', en: 'Case' }, untilAdopted: true, ofSomebody: true },
        {
          key: 'fits',
          label: { nl: 'Past de richtlijn?', en: 'Does it fit?' },
          options: [
            { id: 'yes', label: { nl: 'Ja', en: 'Yes' } },
            { id: 'partly', label: { nl: 'Voor een deel', en: 'In part' } },
            { id: 'no', label: { nl: 'Nee', en: 'No' } },
          ],
        },
        { key: 'lesson', label: { nl: 'Wat leer je ervan?', en: 'What do you learn from it?' }, ofSomebody: true },
      ],
    },
  ],
};
