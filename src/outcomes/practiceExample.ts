import type { OutcomeKind } from '#conversation/outcome.ts';

/** Praktijkvoorbeeld: what is done somewhere, told so that others can do it too. What was weighed is always told. */
export const practiceExample: OutcomeKind = {
  kind: 'practiceExample',
  name: { nl: 'Praktijkvoorbeeld', en: 'Practice example' },
  explained: {
    nl: 'Wat ergens werkt, zo verteld dat een ander het kan overnemen.',
    en: 'What works somewhere, told so that others can take it over.',
  },
  inLibrary: true,
  fields: [
    { key: 'title', type: 'line', label: { nl: 'Hoe heet het voorbeeld?', en: 'What is the example called?' } },
    {
      key: 'organisation',
      type: 'line',
      optional: true,
      label: { nl: 'Welke gemeente of organisatie?', en: 'Which municipality or organisation?' },
    },
    {
      key: 'period',
      type: 'line',
      optional: true,
      label: { nl: 'Wanneer was of is het?', en: 'When was or is it?' },
      hint: { nl: 'Bijvoorbeeld: sinds voorjaar 2025.', en: 'For example: since spring 2025.' },
    },
    { key: 'occasion', type: 'text', optional: true, label: { nl: 'Wat was de aanleiding?', en: 'What was the reason to start?' } },
    { key: 'aim', type: 'text', optional: true, label: { nl: 'Wat is het doel?', en: 'What is the aim?' } },
    { key: 'forWhom', type: 'line', optional: true, label: { nl: 'Voor wie is het?', en: 'Who is it for?' } },
    {
      key: 'approach',
      type: 'text',
      label: { nl: 'Hoe pak je het aan?', en: 'How do you go about it?' },
      hint: { nl: 'Vertel het stap voor stap.', en: 'Tell it step by step.' },
    },
    { key: 'joined', type: 'text', optional: true, label: { nl: 'Wie doet mee?', en: 'Who takes part?' } },
    {
      key: 'result',
      type: 'text',
      optional: true,
      label: { nl: 'Wat levert het op?', en: 'What does it bring?' },
      hint: { nl: 'Zeg ook hoe je dat weet.', en: 'Also say how you know.' },
    },
    {
      key: 'weighed',
      type: 'text',
      label: { nl: 'Welke afweging maakten jullie?', en: 'What did you weigh up?' },
      hint: { nl: 'Wat koos je, en wat liet je liggen?', en: 'What did you choose, and what did you leave?' },
    },
    {
      key: 'otherwise',
      type: 'text',
      optional: true,
      label: { nl: 'Wat zou je nu anders doen?', en: 'What would you do differently now?' },
    },
    {
      key: 'failed',
      type: 'text',
      optional: true,
      leadersOnly: true,
      label: { nl: 'Wat mislukte?', en: 'What failed?' },
    },
    {
      key: 'needed',
      type: 'text',
      optional: true,
      label: { nl: 'Wat heb je nodig om het over te nemen?', en: 'What do you need to take it over?' },
    },
    {
      key: 'material',
      type: 'line',
      optional: true,
      label: { nl: 'Welk materiaal is er, en wie mag het gebruiken?', en: 'Which material is there, and who may use it?' },
    },
    {
      key: 'contact',
      type: 'line',
      optional: true,
      label: { nl: 'Waar kun je meer vragen?', en: 'Where can you ask more?' },
      hint: { nl: 'Noem een functie of een loket, geen naam van iemand.', en: 'Give a function or a desk, not the name of a person.' },
    },
  ],
};
