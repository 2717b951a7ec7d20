import type { OutcomeKind } from '#conversation/outcome.ts';

/** Taai vraagstuk: what stays hard, also after years of trying. It stays open until somebody takes it up. */
export const toughIssue: OutcomeKind = {
  kind: 'toughIssue',
  name: { nl: 'Taai vraagstuk', en: 'Tough issue' },
  explained: {
    nl: 'Iets wat lastig blijft. Het blijft open tot iemand het oppakt.',
    en: 'Something that stays hard. It stays open until someone takes it up.',
  },
  inLibrary: true,
  takenOn: true,
  fields: [
    { key: 'what', type: 'line', label: { nl: 'Wat blijft lastig?', en: 'What stays hard?' } },
    { key: 'why', type: 'text', optional: true, label: { nl: 'Wat maakt het zo lastig?', en: 'What makes it so hard?' } },
    { key: 'tried', type: 'text', optional: true, label: { nl: 'Wat is al geprobeerd?', en: 'What was tried already?' } },
    {
      key: 'takenUp',
      type: 'line',
      optional: true,
      awaited: true,
      label: { nl: 'Wie pakt het op?', en: 'Who takes it up?' },
      hint: { nl: 'Laat dit leeg tot iemand het oppakt.', en: 'Leave this empty until someone takes it up.' },
    },
  ],
};
