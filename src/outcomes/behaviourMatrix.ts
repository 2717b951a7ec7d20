import type { OutcomeKind } from '#conversation/outcome.ts';

/** From principle to behaviour: what each role says, does and leaves. */
export const behaviourMatrix: OutcomeKind = {
  kind: 'behaviourMatrix',
  name: { nl: 'Gedragskaart', en: 'Behaviour matrix' },
  explained: {
    nl: 'Wat elke rol zegt, doet en laat bij één uitgangspunt.',
    en: 'What each role says, does and leaves under one principle.',
  },
  gathers: true,
  inLibrary: true,
  needsResidents: true,
  versioned: true,
  shows: 'workDifferently',
  fields: [
    { key: 'principle', type: 'line', label: { nl: 'Om welk uitgangspunt gaat het?', en: 'Which principle is it about?' } },
    {
      key: 'roles',
      type: 'rows',
      label: { nl: 'Wat zegt, doet en laat elke rol?', en: 'What does each role say, do and leave?' },
      columns: [
        { key: 'role', label: { nl: 'Rol', en: 'Role' } },
        { key: 'says', label: { nl: 'Zegt', en: 'Says' } },
        { key: 'does', label: { nl: 'Doet', en: 'Does' } },
        { key: 'leaves', label: { nl: 'Laat', en: 'Leaves' } },
      ],
    },
  ],
};
